// The interface of the wasm core, as the generated glue offers it.

/** What the wasm imports. */
export function imports(): WebAssembly.Imports;
/** Takes the wasm into use, unless there is one already; gives what all of its memory is at the time. */
export function begin(instance: WebAssembly.Instance): () => Uint8Array<ArrayBuffer>;

/** A call, a session on a socket, or the answer to a question. It does nothing by itself, and after `free()` nothing at all. */
export class Machine {
  /** JSON of `{what, target, request}` with the settings beside them; `what` is `call`, `check`, `job`, `operations` or `talk`. */
  constructor(asked: string);
  /** What happened, as `core.js` numbers it; gives a letter that says what to do then, and what goes with it; nothing while the core waits. */
  tell(what: number, number: number, text: string): string;
  /** Where so many bytes go, in the core's memory; then it is told that they are there. */
  room(length: number): number;
  /** Where the bytes begin of what it told last. */
  bytes(): number;
  free(): void;
}
