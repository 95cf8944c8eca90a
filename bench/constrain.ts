/**
 * The cost of a transform of 10,000 elements beside a loop over Math.exp that is written by hand,
 * and beside the same loop with the exponential whose bits are the same on every engine.
 */
import { exp } from "../lib/internal/exact-math/exp.ts";
import {
  constrain,
  interval,
  ordered,
  positive,
  simplex,
  type Constraint,
} from "../lib/constrain/index.ts";
import { compare, printMachine, timed, type Contestant } from "./support/compare.ts";

const N = 10_000;
const CALLS = 5;
const free = Float64Array.from({ length: N }, (_, i) => Math.sin(i));
const values = new Float64Array(N);
const gradient = Float64Array.from({ length: N }, (_, i) => Math.cos(i));
const pulled = new Float64Array(N);

printMachine();

// Two loops and not one with the exponential as an argument, which would not be inlined.
const byHand: [forward: Contestant, back: Contestant] = [
  timed(
    "Math.exp by hand",
    () => {
      let sum = 0;
      for (let i = 0; i < N; i++) {
        values[i] = Math.exp(free[i]!);
        sum += free[i]!;
      }
      return sum;
    },
    CALLS,
  ),
  timed(
    "Math.exp by hand",
    () => {
      for (let i = 0; i < N; i++) pulled[i] = gradient[i]! * Math.exp(free[i]!);
    },
    CALLS,
  ),
];
const exactByHand: [forward: Contestant, back: Contestant] = [
  timed(
    "exact exp by hand",
    () => {
      let sum = 0;
      for (let i = 0; i < N; i++) {
        values[i] = exp(free[i]!);
        sum += free[i]!;
      }
      return sum;
    },
    CALLS,
  ),
  timed(
    "exact exp by hand",
    () => {
      for (let i = 0; i < N; i++) pulled[i] = gradient[i]! * exp(free[i]!);
    },
    CALLS,
  ),
];

/** A leaf of N elements, or of N / 10 vectors of 10. */
function transforms(
  name: string,
  shape: readonly number[],
  constraint: Constraint | undefined,
): [forward: Contestant, back: Contestant] {
  const constraints: Record<string, Constraint> = constraint === undefined ? {} : { w: constraint };
  const { free: layout, forward, pullBack } = constrain({ w: shape }, constraints);
  const y = free.slice(0, layout.size);
  const gy = new Float64Array(layout.size);
  return [
    timed(name, () => forward(y, values), CALLS),
    timed(name, () => pullBack(y, gradient, gy), CALLS),
  ];
}

const contestants = [
  byHand,
  exactByHand,
  transforms("no constraint", [N], undefined),
  transforms("positive", [N], positive),
  transforms("interval(-1, 1)", [N], interval(-1, 1)),
  transforms("ordered [1000, 10]", [N / 10, 10], ordered),
  transforms("simplex [1000, 10]", [N / 10, 10], simplex),
];

const options = { rounds: 101, warmup: 20, unit: "us" } as const;
await compare(
  `forward of ${N} values`,
  contestants.map(([forward]) => forward),
  options,
);
await compare(
  `pullBack of ${N} values`,
  contestants.map(([, back]) => back),
  options,
);
