/**
 * The loop under the caller's `for...of` or `for await`. It is written by hand, because it gives one
 * result object again and again.
 */
import { wrongKind } from "../../internal/messages.ts";
import { drawFrom } from "./draw.ts";
import type { Counts, EndOf, LoopReason } from "./end.ts";
import type { Ending, Loop, Turn } from "./loop.ts";
import { isThenable } from "../../internal/is-thenable.ts";
import { oneAfterAnother } from "./promises.ts";
import type { OpenRate } from "./rate.ts";

/** An iteration in parts. Between `call` and `resume` the loop may have to wait. */
export interface Steps<Reason> {
  readonly begin: (batch: readonly unknown[]) => Turn<Reason>;
  /** Calls the caller's function. */
  readonly call: () => unknown;
  /** Takes what it returned, or what its promise gave. */
  readonly resume: (result: unknown) => Turn<Reason>;
  /** Comes after the step; throws if that may not stand. */
  readonly settle: () => void;
  /** Puts the flat back to where the last complete iteration left it. */
  readonly abandon: () => void;
}

type Ended<Reason> = Reason | LoopReason;

export interface Iteration<I, Reason> {
  readonly call: string;
  /** The name of the caller's function, for errors. */
  readonly name: string;
  readonly info: I & Counts;
  readonly endsByItself: boolean;
  readonly batches: Iterable<readonly unknown[]> | undefined;
  readonly rates: readonly OpenRate[];
  readonly steps: Steps<Reason>;
}

/** Used when no `batches` are given. */
const noBatch: readonly unknown[] = [];

/** Generators inherit from it `[Symbol.iterator]`, and `take`, `map`, ... if the engine has them. */
const prototype: object = Object.getPrototypeOf(
  Object.getPrototypeOf(function* () {}.prototype as object) as object,
) as object;

/** The same for asynchronous generators, with `[Symbol.asyncIterator]`. */
const asyncPrototype: object = Object.getPrototypeOf(
  Object.getPrototypeOf(async function* () {}.prototype as object) as object,
) as object;

/** Draws a batch and the rates, then steps. Closes what it drew from, however the loop ends. */
export function iterate<I, Reason extends { readonly reason: string }>({
  call,
  name,
  info,
  endsByItself,
  batches,
  rates,
  steps,
}: Iteration<I, Reason>): Loop<I, Reason> {
  const result: IteratorResult<I> = { value: info, done: false };
  const source = batches === undefined ? undefined : drawFrom(call, "batches", batches);
  const sources = source === undefined ? rates : [source, ...rates];
  let drawn = 0;
  let busy = false;
  let end: EndOf<Reason> | undefined;
  const loops: { end: typeof end }[] = []; // the caller's, and that of a `for await`

  const draw = (): readonly unknown[] | undefined => {
    if (source === undefined) return noBatch;
    const { done, value } = source.next();
    if (done === true) {
      if (drawn === 0) throw new RangeError(`${call}: batches must give at least one batch`);
      return undefined;
    }
    if (!Array.isArray(value)) {
      throw wrongKind(call, "a batch", `be an array of the ${name}'s further arguments`, value);
    }
    drawn++;
    return value;
  };

  /** Closes every source, even if closing one fails; the first error is rethrown. */
  const finish = (reason: Ended<Reason>, ...errors: unknown[]): IteratorResult<I> => {
    for (const each of end === undefined ? sources : []) {
      try {
        each.close();
      } catch (error) {
        errors.push(error);
      }
    }
    const { iteration, evaluations, loss } = info;
    const first = errors.length === 0 ? reason : { reason: "error", error: errors[0] };
    end ??= Object.freeze({ ...first, iteration, evaluations, loss }) as EndOf<Reason>;
    for (const loop of loops) loop.end = end;
    if (errors.length > 0) throw errors[0];
    return { value: undefined, done: true };
  };

  const enter = (): void => {
    if (busy) throw new TypeError(`${call}: the iteration before this one is not done yet`);
    busy = true;
  };

  const begin = (): Turn<Reason> | Ended<Reason> => {
    const batch = draw();
    if (batch === undefined) return { reason: "no more batches" };
    for (const rate of rates) rate.draw();
    return steps.begin(batch);
  };

  const settle = (turn: "step" | Ended<Reason>): IteratorResult<I> => {
    if (turn !== "step") {
      steps.abandon();
      return finish(turn);
    }
    steps.settle();
    return result;
  };

  const fail = (error: unknown): IteratorResult<I> => {
    steps.abandon();
    return finish({ reason: "stopped" }, error);
  };

  const next = (): IteratorResult<I> => {
    if (end !== undefined) return finish(end);
    enter();
    try {
      let turn = begin();
      while (turn === "evaluate") {
        const given = steps.call();
        if (isThenable(given)) {
          throw wrongKind(call, name, 'return at once, or be waited for by "for await"', given);
        }
        turn = steps.resume(given);
      }
      return settle(turn);
    } catch (error) {
      return fail(error);
    } finally {
      busy = false;
    }
  };

  const nextLater = async (): Promise<IteratorResult<I>> => {
    if (end !== undefined) return finish(end);
    enter();
    try {
      let turn = begin();
      while (turn === "evaluate") {
        const given = steps.call();
        // oxlint-disable-next-line no-await-in-loop -- one evaluation after another
        turn = steps.resume(isThenable(given) ? await given : given);
      }
      return settle(turn);
    } catch (error) {
      return fail(error);
    } finally {
      busy = false;
    }
  };

  const leave = (): IteratorResult<I> => {
    enter();
    busy = false;
    return finish({ reason: "stopped" });
  };

  /** `end` is no getter: one of its own would give every loop a hidden class of its own. */
  const withEnd = (under: object, own: object): Ending<Reason> => {
    const loop = Object.assign(Object.create(under) as object, own, { endsByItself, end });
    loops.push(loop);
    return loop;
  };

  let inTurn: object | undefined; // made only for those who wait: few do, and it takes time
  const wait = (): object => {
    const queued = oneAfterAnother();
    return withEnd(asyncPrototype, {
      next: () => queued(nextLater),
      return: () => queued(leave),
    });
  };
  const loop = { next, return: leave, [Symbol.asyncIterator]: () => (inTurn ??= wait()) };
  return withEnd(prototype, loop) as Loop<I, Reason>;
}
