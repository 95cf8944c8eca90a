/**
 * Runs lbfgs and conjugateGradient from NIST's 54 starts until they end:
 *
 *     npm run fuzz -- nist
 *
 * It prints, for each run, the certified digits of the worst parameter, the evaluations, the one that
 * gave the lowest loss, and the reason of the end.
 */
import { conjugateGradient, lbfgs } from "ndarray-params/optimize";
import { nistRuns } from "../optimize/support/nist-runs.ts";

for (const rule of [lbfgs, conjugateGradient] as const) {
  for (const kind of ["exact", "central", "float32"] as const) {
    const runs = nistRuns(rule as typeof conjugateGradient, kind);
    console.log(`\n${rule.name}, ${kind}`);
    for (const { name, digits, evaluations, bestAt, end } of runs) {
      const numbers = [digits.toFixed(1), evaluations, bestAt].map((n) => String(n).padStart(6));
      console.log(`${name.padEnd(11)}${numbers.join("")}  ${end.reason}`);
    }
    const solved = runs.filter(({ digits }) => digits >= 6).length;
    const ended = runs.filter(({ end }) => end.reason !== "stopped").length;
    console.log(`${solved} of 54 to six digits, ${ended} end by themselves`);
  }
}
