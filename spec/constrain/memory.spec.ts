import { execFileSync } from "node:child_process";
import { expect } from "chai";
import { bundled } from "../support/run.ts";

/** V8 makes an object of this many bytes of a number that a call returns. */
const NUMBER = 16;

/** The bytes that a call may take: none but for the number that it returns, and for that of `forward`. */
const limits = {
  forward: NUMBER,
  pullBack: 0,
  pullBackJacobian: 0,
  objective: NUMBER,
  objectiveWithLogJacobian: 2 * NUMBER,
};
type Name = keyof typeof limits;
const names = Object.keys(limits) as Name[];

const relations = {
  "a copy": "constrain({ a: 3 }, {})",
  "constraints of elements":
    "constrain({ a: 3, b: [3], c: 2, d: 3, e: 3 }, { a: positive, b: upper(2), c: unit, d: interval([0, 1, 2], [3, 4, 5]), e: affine(1, 2) })",
  "constraints of vectors":
    "constrain({ a: [2, 3], b: [2, 3], c: 3, d: 3, e: [2, 3] }, { a: simplex, b: sumToZero, c: ordered, d: positiveOrdered, e: unitVector })",
  "constraints of matrices":
    "constrain({ a: [2, 3, 3], b: [2, 3, 3] }, { a: choleskyCorrelation, b: choleskyCovariance })",
};

/**
 * Measures a call as the growth of the heap over many calls, while no collection happens: the least
 * of three rounds in a row, once this is as small as it gets. Numbers are objects until the engine
 * has compiled all calls of a round.
 */
const program = `
  import ndarray from "ndarray";
  import {
    affine, choleskyCorrelation, choleskyCovariance, constrain, interval, ordered, positive,
    positiveOrdered, simplex, sumToZero, unit, unitVector, upper,
  } from "./lib/constrain/index.ts";

  const bytesOf = (call, limit) => {
    const rounds = [];
    for (let round = 0; round < 200; round++) {
      const before = process.memoryUsage().heapUsed;
      for (let i = 0; i < 500; i++) call(i % 4);
      rounds.push((process.memoryUsage().heapUsed - before) / 500);
      const last = rounds.slice(-3);
      if (last.length === 3 && last.every((bytes) => bytes >= -1 && bytes <= limit + 1)) break;
    }
    return Math.max(...rounds.slice(-3));
  };
  const limits = ${JSON.stringify(limits)};
  const relations = { ${Object.entries(relations)
    .map(([name, code]) => `${JSON.stringify(name)}: ${code}`)
    .join(", ")} };
  const found = {};
  for (const [name, c] of Object.entries(relations)) {
    const flats = (n) => [Float64Array, Float32Array].flatMap((Data) =>
      [(data) => data, (data) => ndarray(data, [n])].map((make) => make(new Data(n).fill(0.5))));
    const [y, gy] = [flats(c.free.size), flats(c.free.size)];
    const [x, gx] = [flats(c.values.size), flats(c.values.size)];
    const plain = c.objective(() => 1.5);
    const withLogJacobian = c.objective(() => 1.5, { logJacobian: true });
    const calls = {
      forward: (k) => c.forward(y[k], x[k]),
      pullBack: (k) => c.pullBack(y[k], gx[k], gy[k]),
      pullBackJacobian: (k) => c.pullBackJacobian(y[k], gy[k], -1),
      objective: (k) => plain(y[k], gy[k]),
      objectiveWithLogJacobian: (k) => withLogJacobian(y[k], gy[k]),
    };
    found[name] = {};
    for (const call in calls) found[name][call] = bytesOf(calls[call], limits[call]);
  }
  console.log(JSON.stringify(found));
`;

/** Coverage would keep V8 from compiling. */
const env = { ...process.env, NODE_V8_COVERAGE: undefined };

function measure(): Record<string, Record<Name, number>> {
  // V8 compiles between two calls and not beside them, whatever else the machine does.
  const sizes = ["--min-semi-space-size=64", "--max-semi-space-size=64"];
  const args = ["--single-threaded", ...sizes, bundled({ code: program })];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8", env }));
}

describe("a call takes no memory but for the numbers that it returns:", () => {
  let found: Record<string, Record<Name, number>>;
  before(function () {
    this.timeout(60_000);
    found = measure();
  });
  for (const relation of Object.keys(relations)) {
    for (const name of names) {
      it(`${name} of ${relation}`, () => {
        expect(found[relation]![name]).to.be.below(limits[name] + 1);
      });
    }
  }
});
