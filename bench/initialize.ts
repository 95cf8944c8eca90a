/**
 * Times one normal number of `randomizeNormal` and of its alternatives, in nanoseconds: written by
 * hand, installed, and NumPy's. All write 10,000 numbers, which stay in the cache.
 *
 * @stdlib brings 213 packages, so it is not a dependency. This adds it to the table:
 *
 *     npm install --no-save @stdlib/random-base-normal@0.2.2
 */
import { randomNormal } from "d3-random";
import ndarray from "ndarray";
import {
  heNormal,
  randomizeNormal,
  randomizeUniform,
  stream,
  truncatedNormal,
} from "ndarray-params/initialize";
import seedrandom from "seedrandom";
import { compare, printMachine, timed, type Contestant } from "./support/compare.ts";
import { numpyContestants, numpyVersion } from "./support/numpy.ts";

const SIZE = 10_000;
const CALLS = 10;

/** A contestant that writes all numbers at once, with its time divided by their number. */
const perNumber = ({ name, round }: Contestant): Contestant => ({
  name,
  round: async () => (await round()) / SIZE,
});

const filled = (name: string, f: () => void): Contestant => perNumber(timed(name, f, CALLS));

const x = ndarray(new Float64Array(SIZE));
const { data } = x;

/** The method of Box and Muller, as it is often written by hand. */
function boxMuller(random: () => number): void {
  for (let i = 0; i < SIZE; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    data[i] = radius * Math.cos(angle);
    data[i + 1] = radius * Math.sin(angle);
  }
}

function fromCalls(normal: () => number): void {
  for (let i = 0; i < SIZE; i++) data[i] = normal();
}

type Factory = (mean: number, std: number, options: { seed: number }) => () => number;

/** The generator of @stdlib, if it is installed. */
async function stdlib(): Promise<Contestant[]> {
  const name: string = "@stdlib/random-base-normal";
  try {
    const { default: normal } = (await import(name)) as { default: { factory: Factory } };
    const draw = normal.factory(0, 1, { seed: 1 });
    return [filled(name, () => fromCalls(draw))];
  } catch {
    console.log(`${name} is not installed; its line is left out`);
    return [];
  }
}

/** The two generators of NumPy, if it is installed. */
function numpy(statements: Record<string, string>): {
  contestants: Contestant[];
  close: () => void;
} {
  if (version === undefined) return { contestants: [], close: () => undefined };
  const { contestants, close } = numpyContestants(
    "legacy = np.random.RandomState(1)\nnew = np.random.default_rng(1)",
    Object.fromEntries(
      Object.entries(statements).map(([name, statement]) => [name, { statement, calls: CALLS }]),
    ),
  );
  return { contestants: contestants.map(perNumber), close };
}

printMachine();
const version = numpyVersion();
console.log(
  version === undefined ? "NumPy is not installed; its lines are left out" : `NumPy ${version}`,
);

const random = stream("bench");
const alea = seedrandom.alea("1");
const arc4 = seedrandom("1");
const d3 = randomNormal.source(seedrandom.alea("2"))(0, 1);
const [aleaByHand, arc4ByHand] = [seedrandom.alea("3"), seedrandom("3")];
const single = ndarray(new Float32Array(SIZE), [SIZE / 10, 10]);
const transposed = ndarray(new Float64Array(SIZE), [100, 100]).transpose(1, 0);
const options = { unit: "ns", rounds: 101, warmup: 20 } as const;

const normals = numpy({
  "NumPy, RandomState": `legacy.normal(0, 1, ${SIZE})`,
  "NumPy, Generator": `new.normal(0, 1, ${SIZE})`,
});
await compare(
  "N(0, 1), one number",
  [
    filled("randomizeNormal, a stream", () => randomizeNormal(x, 0, 1, random)),
    filled("randomizeNormal, seedrandom.alea", () => randomizeNormal(x, 0, 1, alea)),
    filled("randomizeNormal, seedrandom", () => randomizeNormal(x, 0, 1, arc4)),
    filled("Box-Muller by hand, seedrandom.alea", () => boxMuller(aleaByHand)),
    filled("Box-Muller by hand, seedrandom", () => boxMuller(arc4ByHand)),
    filled("d3-random, seedrandom.alea", () => fromCalls(d3)),
    ...(await stdlib()),
    ...normals.contestants,
  ],
  options,
);
normals.close();

const others = numpy({ "NumPy, Generator, uniform": `new.uniform(-1, 1, ${SIZE})` });
await compare(
  "other views and schemes from a stream, one number",
  [
    filled("randomizeNormal, contiguous float64", () => randomizeNormal(x, 0, 1, random)),
    filled("randomizeNormal, float32 of [1000, 10]", () => randomizeNormal(single, 0, 1, random)),
    filled("randomizeNormal, transposed", () => randomizeNormal(transposed, 0, 1, random)),
    filled("truncatedNormal", () => truncatedNormal(x, 0, 1, random)),
    filled("heNormal", () => heNormal(transposed, random)),
    filled("randomizeUniform", () => randomizeUniform(x, -1, 1, random)),
    ...others.contestants,
  ],
  options,
);
others.close();
