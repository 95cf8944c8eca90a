import { nameOf } from "../incoming.ts";
import { FEW } from "./dots.ts";
import { gemmThrough, type Gemm } from "./gemm.ts";
import type { GemmOptions } from "./gemm-with.ts";
import { kernelModule } from "./kernel-module.ts";
import type { Product } from "./matrix.ts";
import { makeMember, type Member } from "./member.ts";
import { multiplyWith } from "./multiply.ts";
import { makeRegister } from "./register.ts";
import { share } from "./share.ts";

export interface GemmPool {
  /** Drop-in for `gemm`: the same bits, by several threads where all arrays are shared. */
  readonly gemm: Gemm;
  /** Resolves to the number of threads once these run: 1 where there are no others. */
  readonly ready: Promise<number>;
  /** Ends the threads; `gemm` goes on without them. */
  readonly close: () => void;
}

/** Below so many multiplications waking a thread takes longer than it saves. */
const LARGE = 2 ** 21;

/**
 * A gemm by `threads` threads, this one included. Products of arrays on SharedArrayBuffers are cut
 * into parts; everything else, and everything before `ready`, is left to this thread. No message
 * is sent per call, and the threads keep no process alive.
 *
 * @throws RangeError where `threads` is not a positive integer
 * @example
 * const pool = gemmPool({ threads: 2 });
 * await pool.ready;
 * pool.gemm(c, a, b);
 */
export function gemmPool({
  threads,
  relaxed = false,
}: GemmOptions & { readonly threads: number }): GemmPool {
  if (!Number.isSafeInteger(threads) || threads < 1) {
    throw new RangeError(`gemmPool: threads must be a positive integer, got ${nameOf(threads)}`);
  }
  const alone = multiplyWith(relaxed);
  const { members, ready } = makeMembers(threads - 1, relaxed);
  const register = makeRegister(members);
  const multiply = (product: Product): void => {
    const free =
      members.length > 0 && isWorthwhile(product) && register.areKnown(product)
        ? members.filter((member) => member.isFree())
        : [];
    share(product, free, register.numberOf, alone);
  };
  const close = (): void => {
    for (const member of members.splice(0)) member.close();
  };
  return { gemm: gemmThrough(multiply), ready, close };
}

const isWorthwhile = ({ m, n, k }: Product): boolean => k > 1 && m * n > FEW && m * n * k >= LARGE;

/** Browsers have shared memory on pages that are cross-origin isolated. */
const hasShared = (): boolean => typeof SharedArrayBuffer !== "undefined";

function makeMembers(
  count: number,
  relaxed: boolean,
): { members: Member[]; ready: Promise<number> } {
  const members: Member[] = [];
  const starts: Promise<boolean>[] = [];
  const module = kernelModule(relaxed);
  if (module !== undefined && hasShared()) {
    for (let i = 0; i < count; i++) {
      const start = new Promise<boolean>((resolve) => {
        members.push(makeMember(module, resolve));
      });
      starts.push(start.catch(() => false));
    }
  }
  const ready = Promise.all(starts).then((run) => 1 + run.filter(Boolean).length);
  return { members, ready };
}
