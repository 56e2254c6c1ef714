// The interface of the wasm core, as the generated glue offers it.

export interface Exports {
  memory: WebAssembly.Memory;
}

/** What the wasm imports. */
export function imports(): WebAssembly.Imports;
/** Takes the wasm into use, unless there is one already. */
export function begin(instance: WebAssembly.Instance): Exports;

/** A call, a session on a socket, or the answer to a question. It does nothing by itself, and after `free()` nothing at all. */
export class Machine {
  /** For `job` the target is the JSON of its handle. */
  constructor(what: 'call' | 'check' | 'job' | 'learn' | 'operations' | 'talk', target: string, request: string, settings: string);
  /** Of `poll`: a line of JSON, where more than it is told a newline and that; nothing while the core waits. */
  tell(what: 'begin' | 'cancel' | 'chunk' | 'closed' | 'end' | 'feed' | 'file' | 'finish' | 'flush' | 'frame' | 'head' | 'job' | 'learn' | 'left' | 'lost' | 'meta' | 'poll' | 'request' | 'waiting' | 'woke', number: number, text: string): string;
  /** Where so many bytes go, in the core's memory; then it is told that they are there. */
  room(length: number): number;
  /** Where the bytes begin of what it told last. */
  bytes(): number;
  free(): void;
}
