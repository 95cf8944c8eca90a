/**
 * Engines that lack something, in the specs' own process. lib/ asks an engine once and keeps the
 * answer, so that each of them gets a copy of lib/ that has not asked yet. The coverage of a copy
 * counts, and it costs a tenth of a process.
 */
import { register } from "tsx/esm/api";

let copies = 0;

/** Imports from a copy of lib/ of its own, by paths inside lib/. */
export type Copy = <Module>(path: string) => Promise<Module>;

export function copyOfLib(): Copy {
  const { import: load } = register({ namespace: `copy-${++copies}` });
  return (path) => load(`../../lib/${path}`, import.meta.url);
}

/** A member of an object, and the value that an engine has in its place. */
export type Change = readonly [of: object, name: string, value: unknown];

const nothing = Symbol("nothing");

const isForbidden = function (): void {
  throw new Error("a policy forbids it");
};

export const withoutWebAssembly: Change = [globalThis, "WebAssembly", nothing];
export const withoutSharedMemory: Change = [globalThis, "SharedArrayBuffer", nothing];
export const underPolicy: Change = [WebAssembly, "Module", isForbidden];

/** Changes the engine while `work` runs. */
export async function lacking<Result>(
  changes: readonly Change[],
  work: () => Result | Promise<Result>,
): Promise<Result> {
  const before = changes.map(([of, name]) => Object.getOwnPropertyDescriptor(of, name));
  try {
    for (const [of, name, value] of changes) {
      if (value === nothing) Reflect.deleteProperty(of, name);
      else Object.defineProperty(of, name, { value, configurable: true, writable: true });
    }
    return await work();
  } finally {
    for (const [i, [of, name]] of changes.entries()) {
      if (before[i] === undefined) Reflect.deleteProperty(of, name);
      else Object.defineProperty(of, name, before[i]);
    }
  }
}

/** A browser, which has this class of workers. */
export const inBrowser = (Worker: unknown): readonly Change[] => [
  [process, "getBuiltinModule", undefined],
  [globalThis, "Worker", Worker],
];

/** A browser's Worker that runs nothing: it reports one event, and says from which URL it ends. */
export const browserWorker = (
  type: "message" | "error",
  event: object,
  onEnd: (url: string) => void = () => {},
): unknown =>
  class {
    readonly #url: string;
    constructor(url: string) {
      this.#url = url;
    }
    postMessage(): void {}
    addEventListener(heard: string, listener: (event: object) => void): void {
      if (heard === type) setTimeout(listener, 0, event);
    }
    terminate(): void {
      onEnd(this.#url);
    }
  };
