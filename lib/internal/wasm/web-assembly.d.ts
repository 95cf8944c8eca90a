/** The part of WebAssembly that kernels need: TypeScript itself declares it only with the DOM. */
declare namespace WebAssembly {
  interface Module {
    readonly [Symbol.toStringTag]: string;
  }
  interface Memory {
    readonly buffer: ArrayBufferLike;
    /** Adds pages; returns how many there were. */
    readonly grow: (pages: number) => number;
  }
  interface Instance {
    readonly exports: Record<string, unknown>;
  }
  const Module: new (bytes: Uint8Array) => Module;
  const Memory: new (pages: { initial: number; maximum: number; shared?: boolean }) => Memory;
  const Instance: new (module: Module, imports: { env: { memory: Memory } }) => Instance;
}
