import type { Info, Progress, Run } from "./contract.ts";
import type { Loss, LoopOf } from "./loop.ts";

/** A rule that takes one gradient in each iteration. */
export interface FirstOrder {
  /** Moves x to where the gradient is taken, if that is not x itself. */
  readonly prepare?: (() => void) | undefined;
  /** Does the step, once loss and gradient are there and finite. */
  readonly update: (info: Progress) => void;
}

/** The caller's loop over a first-order rule. */
export function takeGradients<F, S, L extends Loss>(
  run: Run<F>,
  { prepare, update }: FirstOrder,
): LoopOf<Info<F, S>, L> {
  return run.iterate<S, L>({
    ends: false,
    begin: () => {
      prepare?.();
      return "evaluate";
    },
    resume: (info) => {
      if (Number.isNaN(run.loss)) throw run.diverged();
      update(info);
      return "step";
    },
  });
}
