// Owns the files panel: upload with progress, the list for a purpose, download and delete.
import { callOptions, media } from './client.js';
import { errorCard, failure } from './errors.js';
import { InputError, wireForm } from './form.js';
import { announce, button, find, make, size } from './ui.js';

/** @typedef {import('./genmedia/index.js').MinimaxFilesListResponseFile} StoredFile */

/** @returns {{ open: () => void }} `open` loads the list the first time that the panel is shown */
export function startFiles() {
  const form = /** @type {HTMLFormElement} */ (find('#files-form'));
  const input = /** @type {HTMLInputElement} */ (find('#files-file'));
  const purpose = /** @type {HTMLSelectElement} */ (find('#files-purpose'));
  const results = find('#files-results');
  const list = find('#files-list');
  const box = find('#files-progress');
  const bar = /** @type {HTMLProgressElement} */ (find('#files-bar'));
  const text = find('#files-progress-text');
  let asked = 0;

  const load = async () => {
    asked += 1;
    const mine = asked;
    list.setAttribute('aria-busy', 'true');
    if (list.childElementCount === 0) list.replaceChildren(make('span', { className: 'wait line' }));
    try {
      const answer = await media.minimax.files.list({ purpose: purpose.value }, callOptions());
      if (mine === asked) show(answer.files ?? []);
    } catch (error) {
      if (mine === asked) list.replaceChildren(errorCard(failure(error), { retry: load }));
    } finally {
      if (mine === asked) list.removeAttribute('aria-busy');
    }
  };

  const show = (/** @type {StoredFile[]} */ files) => {
    if (files.length === 0) {
      list.replaceChildren(make('div', { className: 'empty' },
        make('p', { className: 'empty-title', textContent: 'No files for this purpose' }),
        make('p', { textContent: 'Upload one above; it can then be used by its id.' })));
      return;
    }
    const newest = [...files].sort((one, other) => (other.created_at ?? 0) - (one.created_at ?? 0));
    list.replaceChildren(make('ul', { role: 'list', 'aria-label': 'Stored files' }, ...newest.map(row)));
  };

  const row = (/** @type {StoredFile} */ file) => {
    const name = file.filename ?? file.file_id;
    const date = new Date((file.created_at ?? 0) * 1000).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
    const save = button('Download', () => act(save, () => download(file)));
    const remove = button('Delete', () => {
      if (remove.dataset.sure) {
        act(remove, async () => {
          await media.minimax.files.delete({ file_id: file.file_id, purpose: file.purpose }, callOptions());
          announce(`${name} is deleted`);
          await load();
          find('#files-refresh').focus();
        });
        return;
      }
      remove.dataset.sure = 'yes';
      remove.textContent = 'Really delete?';
      remove.addEventListener('blur', () => {
        delete remove.dataset.sure;
        remove.textContent = 'Delete';
      }, { once: true });
    });
    save.setAttribute('aria-label', `Download ${name}`);
    const item = make('li', {},
      make('div', { className: 'name' },
        make('strong', { textContent: name }),
        make('span', { textContent: `${size(file.bytes ?? 0)} · ${date} · id ${file.file_id}` })),
      make('div', { className: 'buttons' }, save, remove));
    const act = async (/** @type {HTMLButtonElement} */ pressed, /** @type {() => Promise<void>} */ work) => {
      item.querySelector('.error')?.remove();
      pressed.disabled = true;
      try {
        await work();
      } catch (error) {
        item.append(errorCard(failure(error)));
      } finally {
        pressed.disabled = false;
      }
    };
    return item;
  };

  const download = async (/** @type {StoredFile} */ file) => {
    const content = await media.minimax.files.retrieveContent({ file_id: file.file_id }, callOptions());
    const url = URL.createObjectURL(content.blob());
    const name = file.filename ?? file.file_id;
    const link = make('a', { href: url, download: name });
    link.click();
    // The browser reads the address after the click has been handled.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    announce(`${name} is downloaded`);
  };

  wireForm(form, {
    async run(call) {
      results.replaceChildren();
      const file = input.files?.[0];
      if (!file) throw new InputError([{ path: 'file', message: 'Choose a file first.' }]);
      text.textContent = `Uploading ${file.name}, ${size(file.size)}`;
      bar.removeAttribute('value');
      box.hidden = false;
      announce(`Uploading ${file.name}`);
      try {
        const request = { purpose: purpose.value, file };
        await media.minimax.files.upload(request, {
          ...callOptions(call),
          onProgress: (sent, total) => { bar.value = total > 0 ? sent / total : 0; },
        });
      } finally {
        box.hidden = true;
      }
      input.value = '';
      results.replaceChildren(make('p', { className: 'done-note', textContent: `${file.name} is uploaded.` }));
      announce(`${file.name} is uploaded`);
      await load();
    },
    failed(error, atField) {
      if (!atField) results.replaceChildren(errorCard(failure(error), { retry: () => form.requestSubmit() }));
    },
  });

  purpose.addEventListener('change', () => {
    results.replaceChildren();
    load();
  });
  find('#files-refresh').addEventListener('click', load);
  return {
    open() {
      if (asked === 0) load();
    },
  };
}
