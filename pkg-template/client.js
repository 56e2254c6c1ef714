// Owns the client that a caller makes: its configuration, its operations by name, and the loading of the core at first use.

import { Call } from './call.js';
import { failure, toError } from './errors.js';
import { Job } from './job.js';
import { encode } from './media.js';
import { credential, tokenSource } from './session.js';
import { Stream } from './stream.js';

export { GenMediaError, isGenMediaError } from './errors.js';
export { MediaResult } from './media.js';

/** @typedef {import('./core.js').Core} Core */
/** @typedef {import('./core.types.d.ts').Provider & { only?: string[] }} Provider */
/** @typedef {ReturnType<typeof import('./core.js').hosted>} CoreClass */
/** @typedef {import('./flight.js').Context} Context */
/** @typedef {import('./index.js').GenMediaOptions} GenMediaOptions */
/** @typedef {import('./index.js').InitInput | Promise<import('./index.js').InitInput>} InitInput */
/** @typedef {import('./index.js').RequestOptions} RequestOptions */

/** Said by callers who mean it: everybody who opens their page can read the key. */
export const UNSAFE_BROWSER_KEY = 'I understand that this key is visible to everyone who opens the page';

/** The public addresses by provider and region, and what they serve where that is not everything. @type {Record<string, Record<string, string>>} */
const PROVIDERS = {
  minimax: {
    global: 'https://api.minimax.io',
    cn: 'https://api.minimax.cn',
    cn_com: 'https://api.minimaxi.com',
    uw: 'https://api-uw.minimax.io speech.synthesize speech.connect',
    bj: 'https://api-bj.minimaxi.com speech.synthesize speech.connect',
  },
  router: { global: 'https://api.imarouter.com' },
};

/** Targets whose requests are judged by what their model takes. */
const MODELLED = /\b(router|uniform)\b/;

/** What is loaded when it is first wanted. */
const more = () => import('./more.js');

/** What the uniform requests are for. */
const KINDS = ['video', 'image', 'speech', 'music', 'chat'];

/**
 * The package's entry points differ in how the core reaches them, and only in that.
 * @param {(module?: InitInput) => Promise<CoreClass>} load
 */
export function createClient(load) {
  /** @type {Promise<CoreClass> | undefined} */
  let loading;
  /** @type {Promise<void> | undefined} */
  let learning;

  /** Gives the core what each model takes, which only the requests that name a router's model need. */
  const learn = () =>
    (learning ??= Promise.all([ready(), import('./models.js')]).then(
      ([Core, { packed }]) => Core.learn(Uint8Array.from(packed, (letter) => letter.charCodeAt(0))),
      (cause) => {
        learning = undefined;
        throw cause;
      },
    ));

  /** @param {InitInput} [module] */
  const ready = (module) =>
    (loading ??= load(module).catch((cause) => {
      loading = undefined;
      throw failure(
        'configuration',
        "genmedia_core_bg.wasm did not load: serve it beside the script, allow 'wasm-unsafe-eval', or pass it to init()",
        { cause, retryable: true },
      );
    }));

  class GenMedia {
    /** @type {Context} */ #context;
    /** @type {RequestOptions} */ #defaults;

    /** @param {GenMediaOptions} options */
    constructor(options) {
      const { fetch: own, maxRetries, baseUrl, session, token, unsafeBrowserKey, ...rest } = /** @type {any} */ (options ?? {});
      const names = Object.keys(PROVIDERS);
      const direct = names.filter((name) => rest[name]);
      const viaWorker = baseUrl !== undefined;
      if (viaWorker === direct.length > 0) {
        throw failure('configuration', 'pass either baseUrl, of a genmedia Worker, or providers: { minimax: { apiKey } }');
      }
      const worker = viaWorker ? address(baseUrl, 'baseUrl') : undefined;
      /** @type {Record<string, Provider>} */
      const providers = Object.fromEntries(
        viaWorker
          ? names.map((name) => [name, { base: `${worker}/${name}` }])
          : direct.map((name) => [name, provider(name, rest[name], unsafeBrowserKey)]),
      );
      const config = {
        providers,
        viaWorker,
        maxRetries,
        // Browsers and workerd refuse a fetch called as a method; the global one may be replaced later.
        fetch: /** @type {typeof fetch} */ ((input, init) => (own ?? fetch)(input, init)),
      };
      const fixed = token && credential(token, 'token');
      /** @type {Core | undefined} */
      let core;
      this.#context = {
        core: async (onProgress) => {
          const Core = await ready();
          return onProgress
            ? new Core({ ...config, fetch: (await more()).watched(onProgress, own) })
            : (core ??= new Core(config));
        },
        learn,
        fetch: own,
        worker,
        token: fixed ? async () => fixed : session && tokenSource(session),
        renews: !fixed && !!session,
      };
      this.#defaults = rest;
      for (const name of names) {
        // The keys have gone into the core's configuration, and go nowhere else.
        delete rest[name];
        /** @type {any} */ (this)[name] = this.#operation(name, providers[name]?.only);
      }
      for (const kind of KINDS) /** @type {any} */ (this)[kind] = this.#operation(`uniform.${kind}`);
    }

    /** What there is to choose from. */
    models = {
      /** @param {import('./index.js').ModelFilter} [filter] */
      list: async (filter) => (await more()).list(filter),
      /** @param {string} id @param {import('./index.js').ModelFilter} [filter] */
      get: async (id, filter) => (await more()).get(id, filter),
    };

    /** Portraits, which some models only take from the router's own library. */
    assets = {
      /** @param {import('./index.js').AssetRequest} request @param {RequestOptions} [options] */
      ensure: async (request, options) => (await more()).ensure(this, request, options),
    };

    /**
     * What a uniform request would send, and about what it would cost; nothing is sent.
     * @param {any} request
     */
    async describe(request) {
      return (await more()).describe(this, request);
    }

    /**
     * What is wrong with a request, by field; nothing is sent.
     * @param {string} target an operation's id, or its method and path
     * @param {object} request
     */
    async check(target, request) {
      if (KINDS.includes(target)) target = `uniform.${target}`;
      if (MODELLED.test(target)) await learn();
      return this.#ask((core) => core.check(/ /.test(target) ? target : snake(target), encode(request).json));
    }

    /** Every operation that there is. */
    operations() {
      return this.#ask((core) => core.operations());
    }

    /**
     * A task that was started earlier, here or before a reload.
     * @param {import('./index.js').JobHandle | string} handle
     * @param {RequestOptions} [options]
     */
    job(handle, options) {
      return Job.resume(this.#context, handle, this.#options(options));
    }

    /**
     * The bytes of generated media; of a host that no page may read, through the Worker.
     * @param {unknown} source
     * @param {RequestOptions} [options]
     */
    async download(source, options) {
      return (await more()).download(this.#context, source, this.#options(options));
    }

    /** @param {(core: Core) => string} question */
    async #ask(question) {
      const site = new Error();
      try {
        return JSON.parse(question(await this.#context.core()));
      } catch (thrown) {
        throw toError(thrown, site);
      }
    }

    /**
     * Names are recorded as they are read, so that a new operation needs nothing here.
     * @param {string} target
     * @param {string[]} [only] what the provider's host serves
     * @returns {any}
     */
    #operation(target, only) {
      /** @param {any[]} args */
      const order = ([request, options]) => this.#order(target, request, options, only);
      return new Proxy(() => {}, {
        get: (_, key) => {
          // A namespace must not look like a promise.
          if (typeof key !== 'string' || key === 'then') return undefined;
          if (key === 'stream') return (/** @type {any} */ ...args) => new Stream(this.#context, order(args));
          if (key === 'start') return (/** @type {any} */ ...args) => Job.start(this.#context, order(args));
          return this.#operation(`${target}.${snake(key)}`, only);
        },
        apply: (_, _this, args) => {
          if (/\.connect$/.test(target)) return this.#connect(order(args));
          const [, operation] = /(.*)\.run$/.exec(target) ?? [];
          return operation && args[0]?.messages ? this.#run({ ...args[0], operation: operation.replace(/^uniform\./, '') }, args[1]) : new Call(this.#context, order(args));
        },
      });
    }

    /**
     * A socket, whose code no request needs.
     * @param {import('./flight.js').Order} order
     */
    async #connect(order) {
      const site = new Error();
      return (await import('./talk.js')).connect(this.#context, order, site);
    }

    /**
     * A conversation with tools, which is no operation of its own.
     * @param {object} request
     * @param {RequestOptions} [options]
     */
    async #run(request, options) {
      return (await import('./tools.js')).run(this, request, options);
    }

    /**
     * The request is written down now: what the caller changes in it later is not sent.
     * @param {string} target
     * @param {object} [request]
     * @param {RequestOptions} [options]
     * @param {string[]} [only]
     * @returns {import('./flight.js').Order}
     */
    #order(target, request, options, only) {
      try {
        if (only?.length && !only.includes(target.replace(/.*?\./, ''))) {
          throw failure('configuration', `this region serves ${only} alone: use another for ${target}`);
        }
        return { target, request: encode(request), options: this.#options(options) };
      } catch (refusal) {
        return { target, refusal, options: {} };
      }
    }

    /** @param {RequestOptions} [options] */
    #options(options) {
      return { ...this.#defaults, ...options, headers: merge(this.#defaults.headers, options?.headers) };
    }
  }

  return { GenMedia, init: async (/** @type {InitInput} */ module) => void (await ready(module)) };
}

/** @param {string} name */
const snake = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * @param {string} name
 * @param {import('./index.js').ProviderOptions & { groupId?: string }} options
 * @param {string} [consent]
 * @returns {Provider}
 */
function provider(name, { apiKey, region, baseUrl, groupId }, consent) {
  const inBrowser = typeof window !== 'undefined' || 'importScripts' in globalThis;
  if (inBrowser && consent !== UNSAFE_BROWSER_KEY) {
    throw failure('configuration', `${name}.apiKey would be visible to everyone who opens the page: use a Worker (baseUrl), or pass unsafeBrowserKey: UNSAFE_BROWSER_KEY`);
  }
  const regions = PROVIDERS[name] ?? {};
  const [base, ...only] = baseUrl ? [address(baseUrl, `${name}.baseUrl`)] : (regions[region ?? 'global']?.split(' ') ?? []);
  if (!base) throw failure('configuration', `${name}.region must be one of ${Object.keys(regions).join(', ')}`);
  return { base, only, key: credential(apiKey, `${name}.apiKey`), query: groupId ? { GroupId: groupId } : {} };
}

/**
 * @param {string | URL} value
 * @param {string} name
 */
function address(value, name) {
  try {
    const { protocol, origin, pathname } = new URL(value, globalThis.location?.href);
    if (/^https?:$/.test(protocol)) return origin + pathname.replace(/\/+$/, '');
  } catch {
    // Said below, with what is not an address of the web.
  }
  throw failure('configuration', `${name} must be an http(s) address, and absolute outside a page`);
}

/** @param {(HeadersInit | undefined)[]} sources */
function merge(...sources) {
  try {
    return Object.fromEntries(sources.flatMap((source) => [...new Headers(source)]));
  } catch {
    // The platform's message repeats the value, which may be a secret.
    throw failure('invalid_request', 'headers are not valid in HTTP', { param: 'headers' });
  }
}
