/**
 * Times the first-order rules in nanoseconds an element: their update alone, by the loop in JavaScript
 * and by the kernel, on ordinary arrays and in an arena; and a whole `next()` with its checks. NumPy
 * does the same formulas as climin has them, and tfjs does Adam's. Then come the sums of line searches,
 * and the growth of the heap. `npm install --prefix bench` adds tfjs.
 *
 *     npm run bench -- optimize                      all of it, in a minute and a half
 *     npm run bench -- optimize steps|sums|heap      only that
 */
import * as optimize from "ndarray-params/optimize";
import { openStep } from "../lib/optimize/kernels/open-step.ts";
import { stepLoops as stepLoops32 } from "../lib/optimize/kernels/step-loops-float32.generated.ts";
import { stepLoops } from "../lib/optimize/kernels/step-loops.ts";
import { combine, dot, sumOfSizes } from "../lib/optimize/kernels/vectors.ts";
import { compare, printMachine, timed, type Contestant } from "./support/compare.ts";
import { numpyContestants, numpyVersion } from "./support/numpy.ts";
import { numpyRows, rules, type Rule } from "./support/rules.ts";
import { tensorflowAdam } from "./support/tensorflow-adam.ts";

type Floats = Float64Array<ArrayBuffer> | Float32Array<ArrayBuffer>;
type Make = () => Floats;

const { gradientDescent, rmsProp, adam, adamW, adadelta, rprop } = optimize;
const firstOrder = { gradientDescent, adam, adamW, rmsProp, adadelta, rprop };

const dtypes = ["float64", "float32"] as const;
const version = numpyVersion();
if (version === undefined) console.log("NumPy is not installed, so its lines are missing\n");

/** The numbers of x, of a gradient or, from the third row on, of a state. */
function filled<D extends Floats>(row: D, k = 0): D {
  for (let i = 0; i < row.length; i++) row[i] = k < 2 ? Math.sin(i) : 0.1 + Math.abs(Math.sin(i));
  return row;
}

const callsOf = (size: number): number => Math.ceil(2e5 / size);

/** A contestant whose milliseconds are those of an element. */
function perElement({ name, round }: Contestant, size: number): Contestant {
  return { name, round: async () => (await round()) / size };
}

/** Makes rows of one type: ordinary ones, or all in one arena. */
function makers(dtype: "float64" | "float32", size: number): readonly [own: Make, inArena: Make] {
  const room = optimize.arena(12 * (size * 8 + 64));
  const Data = dtype === "float64" ? Float64Array : Float32Array;
  return [() => new Data(size), () => room[dtype](size) as Floats];
}

/** The update of a rule alone. */
function update(rule: Rule, make: Make, isLoop: boolean): () => unknown {
  const { rows: count, rates, constants } = rules[rule];
  const rows = Array.from({ length: count }, (_, k) => filled(make(), k));
  const alone = rates.map((rate) => ({ data: Float64Array.of(rate), offset: 0, stride: 0 }));
  const move = openStep(rule, rows, alone, constants);
  if (!isLoop) return () => move(0.9, 0.9);
  const loop = (rows[0]!.BYTES_PER_ELEMENT === 4 ? stepLoops32 : stepLoops)[rule];
  const numbers = Float64Array.of(0.9, 0.9, ...constants);
  return () => loop(rows, alone, numbers);
}

/** A whole iteration. The gradient is written in the first one only, so that the rule is timed. */
function iteration(rule: Rule, make: Make): () => unknown {
  let isWritten = false;
  const given = (_: Floats, gradient: Floats): number => {
    if (!isWritten) filled(gradient, 1);
    isWritten = true;
    return 0;
  };
  const loop = firstOrder[rule](filled(make()), given, rules[rule].options);
  return () => loop.next();
}

async function steps(size: number): Promise<void> {
  const calls = callsOf(size);
  for (const rule of Object.keys(rules) as Rule[]) {
    const ours = dtypes.flatMap((dtype) => {
      const [own, inArena] = makers(dtype, size);
      return [
        timed(`${dtype}: update by the loop`, update(rule, own, true), calls),
        timed(`${dtype}: update`, update(rule, own, false), calls),
        timed(`${dtype}: update in an arena`, update(rule, inArena, false), calls),
        timed(`${dtype}: next()`, iteration(rule, own), calls),
        timed(`${dtype}: next() in an arena`, iteration(rule, inArena), calls),
      ];
    });
    const statement = (name: string): string =>
      rules[rule].numpy.replaceAll(/\s+/g, " ").replaceAll("r.", `${name}.`);
    const numpy =
      version === undefined
        ? undefined
        : numpyContestants(
            dtypes.map((dtype) => numpyRows(`of_${dtype}`, dtype, size)).join("\n"),
            Object.fromEntries(
              dtypes.map((dtype) => [
                `${dtype}: NumPy ${version}`,
                { statement: statement(`of_${dtype}`), calls },
              ]),
            ),
          );
    const tfjs =
      rule === "adam"
        ? await tensorflowAdam(
            filled(new Float32Array(size)),
            filled(new Float32Array(size)),
            [1e-3, 0.9, 0.999, 1e-8],
            calls,
          )
        : undefined;
    const all = [...ours, ...(numpy?.contestants ?? []), ...(tfjs === undefined ? [] : [tfjs])];
    await compare(
      `a step of ${rule} on ${size} parameters, an element`,
      all.map((contestant) => perElement(contestant, size)),
      { rounds: 9, unit: "ns" },
    );
    numpy?.close();
  }
}

async function sums(size: number): Promise<void> {
  const contestants = dtypes.flatMap((dtype) =>
    makers(dtype, size).flatMap((make, place) => {
      const [x, y] = [filled(make()), filled(make())];
      const where = `${dtype}${place === 0 ? "" : " in an arena"}`;
      return [
        timed(`${where}: xᵀy`, () => dot(x, y), callsOf(size)),
        timed(`${where}: x + αy`, () => combine(x, 1, x, 1e-9, y), callsOf(size)),
        timed(`${where}: Σ|x|`, () => sumOfSizes(x), callsOf(size)),
      ];
    }),
  );
  await compare(
    `sums of line searches on ${size} parameters, an element`,
    contestants.map((contestant) => perElement(contestant, size)),
    { rounds: 9, unit: "ns" },
  );
}

/** A sum of valleys, which no rule is done with before long. */
function valleys(flat: Float64Array, gradient: Float64Array): number {
  let [loss, before] = [0, 0];
  const last = flat.length - 1;
  for (let i = 0; i < last; i++) {
    const [bend, away] = [flat[i + 1]! - flat[i]! * flat[i]!, 1 - flat[i]!];
    loss += 100 * bend * bend + away * away;
    gradient[i] = before - 400 * flat[i]! * bend - 2 * away;
    before = 200 * bend;
  }
  gradient[last] = before;
  return loss;
}

/** Prints how much the heap grows from a tenth of the iterations to the last. */
function heap(iterations: number, size: number): void {
  console.log(`growth of the heap in ${iterations} iterations on ${size} parameters, in bytes`);
  const searching = { lbfgs: optimize.lbfgs, conjugateGradient: optimize.conjugateGradient };
  const all = { ...firstOrder, ...searching };
  for (const [name, rule] of Object.entries(all)) {
    const flat = filled(new Float64Array(size));
    const isSmall = name in searching ? 1 : 1e-9; // steps of the others stay where they are
    let before = 0;
    const objective = (x: Float64Array, g: Float64Array): number => {
      const loss = valleys(x, g);
      if (isSmall !== 1) g.forEach((v, i) => (g[i] = v * isSmall));
      return loss;
    };
    for (const info of rule(flat, objective)) {
      if (info.iteration % 30 === 0) filled(flat); // or a search would come to its end
      if (info.iteration === iterations / 10) {
        gc!();
        before = process.memoryUsage().heapUsed;
      }
      if (info.iteration === iterations) break;
    }
    const unswept = process.memoryUsage().heapUsed - before;
    gc!();
    const kept = process.memoryUsage().heapUsed - before;
    console.log(`  ${name.padEnd(18)} ${String(unswept).padStart(9)}, collected ${kept}`);
  }
}

printMachine();
const [, , part] = process.argv;
for (const size of [7850, 1e6]) {
  if (part === undefined || part === "steps") await steps(size);
  if (part === undefined || part === "sums") await sums(size);
}
if (part === undefined || part === "heap") heap(100_000, 300);
