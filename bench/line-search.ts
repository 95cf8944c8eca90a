/**
 * Counts the evaluations of lbfgs and conjugateGradient next to SciPy's. The problems are those of
 * Moré, Garbow and Hillstrom, each until the largest element of the gradient is 1e-8. Then counts
 * those on fifteen harder problems: badly scaled, nearly singular, or with 1e8 added to the loss.
 *
 *     npm run bench -- line-search                with the default memory
 *     npm run bench -- line-search [memory = 20]  with another memory
 */
import { readFileSync } from "node:fs";
import { conjugateGradient, converged, lbfgs, type Info } from "ndarray-params/optimize";
import { hardProblems } from "../spec/optimize/support/hard-problems.ts";
import { problems, type TestProblem } from "../spec/optimize/support/more-garbow-hillstrom.ts";

type Rule = (
  flat: Float64Array,
  objective: (x: Float64Array, g: Float64Array) => number,
) => Iterable<Info<Float64Array, object>>;
type Method = "L-BFGS-B" | "CG";
const { source, runs } = JSON.parse(
  readFileSync(new URL("../spec/fixtures/optimize-scipy.json", import.meta.url), "utf8"),
) as {
  source: string;
  runs: Record<string, Record<Method, { evaluations: number; gradient: number }>>;
};
const memory = Number(process.argv[2] ?? 20);
const stop = converged(1e-8);

/** The number of evaluations; Infinity if 5000 iterations do not solve the problem. */
function evaluations(rule: Rule, { start, objective }: TestProblem): number {
  for (const info of rule(Float64Array.from(start), objective)) {
    if (stop(info)) return info.evaluations;
    if (info.iteration === 5000) break;
  }
  return Infinity;
}

const contests = [
  {
    name: `lbfgs, memory ${memory}`,
    method: "L-BFGS-B",
    rule: ((flat, objective) => lbfgs(flat, objective, { memory })) as Rule,
  },
  { name: "conjugateGradient", method: "CG", rule: conjugateGradient },
] as const;

console.log(source);
for (const { name, method, rule } of contests) {
  console.log(`\n${"".padEnd(28)}${name}   ${method}`);
  let [ours, theirs, both, solved, theirSolved] = [0, 0, 0, 0, 0];
  for (const problem of problems) {
    const own = evaluations(rule, problem);
    const { evaluations: other, gradient } = runs[problem.name]![method];
    const found = gradient <= 1e-8;
    const printed = [own, found ? other : Infinity].map((n) => (n < Infinity ? `${n}` : "-"));
    console.log(problem.name.padEnd(28) + printed.map((n) => n.padStart(8)).join(""));
    solved += Number(own < Infinity);
    theirSolved += Number(found);
    if (!found || own === Infinity) continue;
    both++;
    ours += own;
    theirs += other;
  }
  console.log(`solved: ${solved} and ${theirSolved} of ${problems.length}`);
  console.log(`evaluations on the ${both} solved by both: ${ours} and ${theirs}`);
}

console.log(`\n${"harder problems".padEnd(28)}${contests.map(({ name }) => name).join("   ")}`);
for (const problem of hardProblems) {
  const counts = contests.map(({ rule }) => evaluations(rule, problem));
  const printed = counts.map((n) => (n < Infinity ? `${n}` : "-").padStart(14));
  console.log(problem.name.padEnd(28) + printed.join(""));
}
