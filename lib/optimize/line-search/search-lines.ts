/** The loop of the rules that search along one direction after the other. */
import { dot } from "../kernels/vectors.ts";
import type { Info, Progress, Run } from "../run/contract.ts";
import type { SearchReason } from "../run/end.ts";
import type { Loss, LoopOf, Turn } from "../run/loop.ts";
import { openFloor } from "./floor.ts";
import type { LineSearch, SearchTurn } from "./line-search.ts";
import type { FirstLength } from "./straight-path.ts";

/** How a rule chooses its directions. Loss and gradient at x are known whenever it is asked. */
export interface Directions {
  /** Refuses an x that the caller has moved to where nothing may be evaluated. */
  readonly enter?: () => void;
  /** Writes the direction of the line's path. */
  readonly aim: () => void;
  readonly firstLength: FirstLength;
  /** No step along the last direction is taken: forgets what has led to it; false if nothing has. */
  readonly forget: () => boolean;
  /** Takes a step of this length of the last direction. Before it, the gradient was `line.startGradient`. */
  readonly arrive: (length: number) => void;
  /** Comes before the run ends at x, which may be the best point of several and not the last. */
  readonly leave?: () => void;
}

interface Searching extends Progress {
  stepLength: number;
}

/** Below it a float64 loses digits. */
const smallest = 2 ** -1022;

/** The purpose of the evaluation that the loop waits for. */
type Phase = "first" | "trial" | "again";

/** The caller's loop over a rule with a line search. `extra` is further data of `info`. */
export function searchLines<F, S, L extends Loss, E extends object = object>(
  run: Run<F>,
  line: LineSearch,
  { enter, aim, firstLength, forget, arrive, leave }: Directions,
  extra = {} as E,
): LoopOf<Info<F, S> & Readonly<{ stepLength: number } & E>, L> {
  const { x } = run;
  const floor = openFloor(run, line);
  let phase: Phase;
  let isFloor = false;
  let loss = NaN;
  let hasChanged: boolean; // since the iteration began

  const begin = (): SearchTurn => {
    aim();
    return line.begin(firstLength);
  };

  const search = (info: Searching): Turn<SearchReason> => goOn(info, begin());

  const goOn = (info: Searching, turn: SearchTurn): Turn<SearchReason> => {
    phase = "trial";
    while (turn === "failed") {
      if (!forget()) return again(line.loss());
      turn = begin(); // what was known misleads: steepest descent, once
    }
    if (turn === "evaluate") return turn;
    info.stepLength = line.length();
    isFloor = floor.reaches();
    arrive(info.stepLength);
    line.arrive();
    return "step";
  };

  /** Before the run ends it evaluates once more at x: the caller may have changed the objective. */
  const again = (known: number): Turn<SearchReason> => {
    phase = "again";
    loss = known;
    return "evaluate";
  };

  const judge = (info: Searching): Turn<SearchReason> => {
    run.origin = x; // and so it stays, if the run ends here
    if (run.loss === loss) return reason();
    if (hasChanged) return { reason: "objective varies", losses: [loss, run.loss] };
    hasChanged = true;
    isFloor = false;
    floor.reset();
    forget();
    line.settle();
    return search(info);
  };

  const reason = (): SearchReason => {
    leave?.();
    let largest = 0;
    const free = line.path.freeGradient(x, run.g);
    for (const v of free) largest = Math.max(largest, Math.abs(v));
    const squares = dot(free, free);
    const disagreement = line.disagreement();
    if (largest === 0) return { reason: "zero gradient" };
    if (squares < smallest || squares === Infinity) return { reason: "out of range", largest };
    if (!isFloor && disagreement) return { reason: "gradient disagrees", ...disagreement };
    return { reason: "no lower point", largest };
  };

  return run.iterate<S, L, { stepLength: number } & E>(
    {
      ends: true,
      begin: (info) => {
        hasChanged = false;
        const isMoved = line.isMoved();
        if (isMoved) {
          isFloor = false;
          floor.reset();
        }
        if (isFloor) {
          run.origin = line.start;
          x.set(floor.best());
          return again(floor.loss());
        }
        if (!isMoved && line.isSettled()) return search(info);
        enter?.();
        phase = "first";
        return "evaluate";
      },
      resume: (info) => {
        if (phase === "trial") return goOn(info, line.advance());
        if (phase === "again") return judge(info);
        line.settle();
        return search(info);
      },
    },
    { stepLength: 0, ...extra },
  );
}
