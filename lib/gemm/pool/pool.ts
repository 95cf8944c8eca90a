import { checkNumber, count } from "../../internal/numbers.ts";
import { checkOptions } from "../../internal/options.ts";
import { makeBoard } from "./threads/protocol.ts";
import { startCrew } from "./threads/threads.ts";
import { cutOf } from "./threads/cut.ts";
import { gemmThrough, type Gemm } from "../product/make-gemm.ts";
import { readRelaxed, type GemmOptions } from "../gemm.ts";
import { kernelModule } from "../../internal/wasm/compile.ts";
import { isShared, type Product } from "../product/product.ts";
import { multiplyWith } from "../paths/choose-path.ts";
import { makeRegister } from "./threads/buffer-numbers.ts";
import { share } from "./threads/calling-thread.ts";

export interface GemmPool {
  /** Drop-in for `gemm`: the same bits, by several threads where all arrays are shared. */
  readonly gemm: Gemm;
  /** Resolves to the number of threads once these run: 1 where there are no others. */
  readonly ready: Promise<number>;
  /** Ends the threads; `gemm` goes on without them. */
  readonly close: () => void;
}

/**
 * A gemm by `threads` threads, this one included. Products of arrays on SharedArrayBuffers are cut
 * into parts, which the threads that run take one by one; everything else is left to this thread.
 * No message is sent per call, and the threads keep no process alive.
 *
 * @throws TypeError, RangeError where `threads` is not 1 or more, or an option is unknown
 * @example
 * const pool = gemmPool({ threads: 2 });
 * await pool.ready;
 * pool.gemm(c, a, b);
 */
export function gemmPool(options: GemmOptions & { readonly threads: number }): GemmPool {
  checkOptions("gemmPool", options, ["threads", "relaxed"]);
  const { threads } = options;
  const relaxed = readRelaxed("gemmPool", options);
  checkNumber("gemmPool", "threads", threads, count);
  const alone = multiplyWith(relaxed);
  const module = kernelModule(relaxed);
  if (threads === 1 || module === undefined || !hasShared()) {
    return { gemm: gemmThrough(alone), ready: Promise.resolve(1), close() {} };
  }
  const board = makeBoard();
  const crew = startCrew(threads - 1, { module, memory: board.buffer });
  const numberOf = makeRegister(board, crew.send);
  const multiply = (product: Product): void => {
    const cut = crew.isEmpty() || !areShared(product) ? undefined : cutOf(product, threads);
    if (cut === undefined) alone(product);
    else share(board, product, cut, numberOf, alone);
  };
  const ready = crew.ready.then((others) => 1 + others);
  return { gemm: gemmThrough(multiply), ready, close: crew.close };
}

/** Browsers have shared memory on pages that are cross-origin isolated. */
const hasShared = (): boolean => typeof SharedArrayBuffer !== "undefined";

const areShared = ({ c, a, b }: Product): boolean =>
  [c, a, b].every(({ data }) => isShared(data.buffer));
