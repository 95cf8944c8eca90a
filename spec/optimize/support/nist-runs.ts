/** Runs of a rule from NIST's starts until they end: exact gradients, central differences, float32. */
import type { conjugateGradient, End } from "ndarray-params/optimize";
import { nistProblems, type NistProblem } from "../../support/nist.ts";

type Floats = Float64Array | Float32Array;
type Rule = (
  flat: Float64Array,
  objective: (x: Float64Array, g: Float64Array) => number,
) => Pick<ReturnType<typeof conjugateGradient<Float64Array>>, "end"> &
  Iterable<{ readonly evaluations: number }>;

export interface NistRun {
  readonly name: string;
  readonly end: End;
  /** The certified digits of the worst parameter. */
  readonly digits: number;
  readonly evaluations: number;
  /** The evaluation that gave the lowest loss. */
  readonly bestAt: number;
}

export type Kind = "exact" | "central" | "float32";

/** The fourth-order central differences, with a step of 1e-4 of each parameter. */
function differences(problem: NistProblem, x: Float64Array, g: Float64Array): number {
  const unused = new Float64Array(x.length);
  const at = x.slice();
  for (let i = 0; i < x.length; i++) {
    const h = 1e-4 * Math.abs(x[i]!);
    const f = (k: number): number => {
      at[i] = x[i]! + k * h;
      return problem.objective(at, unused);
    };
    g[i] = (8 * (f(1) - f(-1)) - (f(2) - f(-2))) / (12 * h);
    at[i] = x[i]!;
  }
  return problem.objective(x, unused);
}

/** Eckerle4 has a mirror image: its first two parameters may both change their signs. */
function digitsOf({ name, certified }: NistProblem, x: Floats): number {
  const of = (signs: number[]): number =>
    Math.min(
      11,
      ...certified.map((c, i) => -Math.log10(Math.abs((x[i]! * (signs[i] ?? 1) - c) / c))),
    );
  return name === "Eckerle4" ? Math.max(of([]), of([-1, -1])) : of([]);
}

/** Runs a rule from a start, for no more than 5000 evaluations. */
export function nistRun(rule: Rule, problem: NistProblem, start: number, kind: Kind): NistRun {
  const from = problem.starts[start]!;
  const x = kind === "float32" ? Float32Array.from(from) : Float64Array.from(from);
  let [best, bestAt, calls] = [Infinity, 0, 0];
  const loop = rule(x as Float64Array, (own, g) => {
    const loss = kind === "central" ? differences(problem, own, g) : problem.objective(own, g);
    calls++;
    if (loss < best) [best, bestAt] = [loss, calls];
    return loss;
  });
  for (const { evaluations } of loop) if (evaluations >= 5000) break;
  return {
    name: `${problem.name} ${start + 1}`,
    end: loop.end!,
    digits: digitsOf(problem, x),
    evaluations: calls,
    bestAt,
  };
}

export const nistRuns = (rule: Rule, kind: Kind): NistRun[] =>
  nistProblems.flatMap((problem) =>
    problem.starts.map((_, start) => nistRun(rule, problem, start, kind)),
  );
