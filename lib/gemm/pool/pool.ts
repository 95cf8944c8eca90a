import { checkNumber, count } from "../../internal/numbers.ts";
import { wrongKind } from "../../internal/messages.ts";
import { checkOptions } from "../../internal/options.ts";
import { registerPool, type Rows, type ShareRows } from "../../internal/threads/share-rows.ts";
import type { WorkerUrl } from "../../internal/threads/make-worker.ts";
import { whenDropped } from "../../internal/threads/when-dropped.ts";
import { isShared } from "../../internal/wasm/copy-shared.ts";
import { moduleOf } from "../kernel/find-engine.ts";
import { isKernel, type GemmKernel } from "../kernel/gemm-kernel.ts";
import { plainKernel } from "../kernel/plain-kernel.ts";
import { multiplyWith } from "../paths/choose-path.ts";
import { makeGemm, type Gemm } from "../product/make-gemm.ts";
import type { Product } from "../product/product.ts";
import { numberBuffers } from "./threads/buffer-numbers.ts";
import { chooseCut } from "./threads/choose-cut.ts";
import { numberFunctions } from "./threads/function-numbers.ts";
import { multiplyInParts } from "./threads/multiply-in-parts.ts";
import { makePoolMemory, PATIENCE } from "./threads/protocol.ts";
import { doRowsInParts } from "./threads/rows-in-parts.ts";
import { startThreads } from "./threads/start-threads.ts";

export interface GemmPoolOptions {
  /** The number of threads, the calling one included. */
  readonly threads: number;
  /** The kernel: the plain one by default, or `relaxedKernel` of `ndarray-params/gemm/relaxed`. */
  readonly kernel?: GemmKernel;
  /**
   * The URL of a file with the text of `workerSource`, for pages whose policy forbids workers that
   * are made from blobs. Without it the threads are started from that text.
   */
  readonly workerUrl?: WorkerUrl;
}

export interface GemmPool {
  /** Drop-in for `gemm`: the same bits, by several threads if all arrays are on shared memory. */
  readonly gemm: Gemm;
  /** Resolves, once the threads run, to their number: 1 if there are no others. */
  readonly ready: Promise<number>;
  /** Ends the other threads; `gemm` goes on without them. */
  readonly close: () => void;
}

/**
 * Makes a gemm that divides large products among `threads` threads, the calling one included. It
 * cuts products of arrays on SharedArrayBuffers into parts, which the running threads take one by
 * one; the calling thread does everything else alone. No message is sent per call. The threads keep
 * no process alive, and they end when the pool is closed or collected as garbage.
 *
 * If a thread ends inside a part, `gemm` throws after 30 s without a sign of life. The pool is then
 * closed, and later calls of `gemm` use the calling thread alone.
 *
 * @throws TypeError, RangeError if `threads` is not a whole number of at least 1, if `kernel` is not
 *   a kernel or `workerUrl` no URL, or if an option is unknown
 * @example
 * const pool = gemmPool({ threads: 2 });
 * await pool.ready;
 * pool.gemm(c, a, b);
 */
export function gemmPool(options: GemmPoolOptions): GemmPool {
  checkOptions("gemmPool", options, ["threads", "kernel", "workerUrl"]);
  const { threads, kernel = plainKernel, workerUrl } = options;
  checkNumber("gemmPool", "threads", threads, count);
  if (!isKernel(kernel)) {
    throw wrongKind("gemmPool", "kernel", "be a kernel such as relaxedKernel", kernel);
  }
  if (!["undefined", "string", "object"].includes(typeof workerUrl) || workerUrl === null) {
    throw wrongKind("gemmPool", "workerUrl", "be a string or a URL", workerUrl);
  }
  const multiplyAlone = multiplyWith(kernel);
  const module = moduleOf(kernel);
  if (threads === 1 || module === undefined || !canShareMemory()) {
    return known(
      { gemm: makeGemm(multiplyAlone), ready: Promise.resolve(1), close() {} },
      () => false,
    );
  }
  const memory = makePoolMemory();
  const others = startThreads(threads - 1, { module, memory: memory.buffer }, workerUrl);
  const numberOf = numberBuffers(memory, kernel, others.send);
  const functionNumbers = numberFunctions(memory, numberOf, others.send);
  const close = (call: string, result: string): never => {
    others.close();
    const silence = `has not answered for ${PATIENCE / 1000} s`;
    throw new Error(`${call}: a thread of the pool ${silence}: ${result}, the pool is closed`);
  };
  const multiply = (product: Product): void => {
    const isAlone = others.isEmpty() || !areShared(product);
    const cut = isAlone ? undefined : chooseCut(product, threads);
    if (cut === undefined) multiplyAlone(product);
    else if (!multiplyInParts(memory, product, cut, numberOf, multiplyAlone)) {
      close("gemm", "c is not whole");
    }
  };
  const share = (call: string, rows: Rows): boolean => {
    if (others.isEmpty() || !rows.memory.shared || rows.count <= rows.each) return false;
    return (
      doRowsInParts(memory, rows, functionNumbers) || close(call, `${rows.target} is not whole`)
    );
  };
  const ready = others.ready.then((running) => 1 + running);
  const gemm = makeGemm(multiply);
  // Neither the threads nor `close` refer to gemm.
  whenDropped(gemm, others.close);
  return known({ gemm, ready, close: others.close }, share);
}

/** A pool that other families take as an option. */
function known(pool: GemmPool, share: ShareRows): GemmPool {
  registerPool(pool, share);
  return pool;
}

/** Browsers have shared memory only on pages that are cross-origin isolated. */
const canShareMemory = (): boolean => typeof SharedArrayBuffer !== "undefined";

const areShared = ({ c, a, b }: Product): boolean =>
  [c, a, b].every(({ data }) => isShared(data.buffer));
