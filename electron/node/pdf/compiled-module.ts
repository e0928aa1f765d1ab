/** The compiler as machine code, which threads can share. Opaque: only the compiler's own start function takes it. */
export type CompiledModule = object;

// The library types that this project is checked against do not name WebAssembly.
type Engine = {
  readonly WebAssembly: { readonly compile: (bytes: Uint8Array) => Promise<CompiledModule> };
};

/** Compiles the compiler off this thread. */
export function compileModule(bytes: Uint8Array): Promise<CompiledModule> {
  return (globalThis as unknown as Engine).WebAssembly.compile(bytes);
}
