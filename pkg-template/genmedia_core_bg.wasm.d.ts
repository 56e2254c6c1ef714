// The type of the wasm file (`genmedia/core.wasm`) where it is imported as a compiled module.

declare const module: WebAssembly.Module;
export default module;
