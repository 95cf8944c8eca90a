/** The loop of the rules that search along one direction after the other. */
import type { Info, Progress, Run } from "../run/contract.ts";
import type { SearchReason } from "../run/end.ts";
import type { Loss, LoopOf, Turn } from "../run/loop.ts";
import type { LineSearch, SearchTurn } from "./line-search.ts";

/** How a rule chooses its directions. Loss and gradient at x are known whenever it is asked. */
export interface Directions {
  /** Writes `line.direction`; returns the length to try first. */
  readonly aim: () => number;
  /** No step along the last direction is taken: forgets what has led to it; false if nothing has. */
  readonly forget: () => boolean;
  /** Takes a step of this length of the last direction. Before it, the gradient was `line.startGradient`. */
  readonly arrive: (length: number) => void;
}

interface Searching extends Progress {
  stepLength: number;
}

/** The caller's loop over a rule with a line search. */
export function searchLines<F, S, L extends Loss>(
  run: Run<F>,
  line: LineSearch,
  { aim, forget, arrive }: Directions,
): LoopOf<Info<F, S> & { readonly stepLength: number }, L> {
  let isSearching = false;

  const goOn = (info: Searching, turn: SearchTurn): Turn<SearchReason> => {
    isSearching = true;
    while (turn === "failed") {
      if (!forget()) return { reason: "no lower point" };
      turn = line.begin(aim()); // what was known misleads: steepest descent, once
    }
    if (turn === "evaluate") return turn;
    info.stepLength = line.length;
    arrive(line.length);
    line.arrive();
    return "step";
  };

  return run.iterate<S, L, { stepLength: number }>(
    {
      begin: (info) => {
        isSearching = false;
        return line.isSettled() ? goOn(info, line.begin(aim())) : "evaluate";
      },
      resume: (info) => {
        if (isSearching) return goOn(info, line.advance());
        line.settle();
        return goOn(info, line.begin(aim()));
      },
    },
    { stepLength: 0 },
  );
}
