import { execFileSync } from "node:child_process";
import { expect } from "chai";

/** Prints by how much the calls let memory grow, for flats that are arrays and ndarrays in turn. */
const programFor = (template: string, constraints: string, calls: number): string => `
  import ndarray from "ndarray";
  import * as all from "./lib/constrain/index.ts";
  const { positive, unit, ordered, simplex, unitVector, choleskyCorrelation } = all;
  const c = all.constrain(${template}, ${constraints});
  const flat = (n, isView) => {
    const data = new Float64Array(n).fill(0.5);
    return isView ? ndarray(data, [n]) : data;
  };
  const kinds = [false, true].map((isView) => [
    flat(c.free.size, isView), flat(c.values.size, isView), flat(c.free.size, isView),
  ]);
  const run = (calls) => {
    for (let i = 0; i < calls; i++) {
      const [y, x, gy] = kinds[i % 2];
      c.forward(y, x);
      c.pullBack(y, x, gy);
    }
    gc();
    const { heapUsed, external, arrayBuffers } = process.memoryUsage();
    return heapUsed + external + arrayBuffers;
  };
  const before = run(${calls / 10});
  console.log(run(${calls}) - before);
`;

describe("calls of forward and pullBack leave memory as it was:", () => {
  for (const [calls, template, constraints] of [
    [1_000_000, "{ s: [], p: 2, r: 1 }", "{ s: positive, p: simplex }"],
    [
      50_000,
      "{ u: 2, o: 2, v: 2, c: [2, 3, 3] }",
      "{ u: unit, o: ordered, v: unitVector, c: choleskyCorrelation }",
    ],
  ] as const) {
    it(`${calls} of ${template}`, function () {
      this.timeout(120_000);
      const program = programFor(template, constraints, calls);
      const args = ["--expose-gc", "--import", "tsx/esm", "--input-type=module", "--eval", program];
      const growth = Number(execFileSync(process.execPath, args, { encoding: "utf8" }));
      expect(growth).to.be.below(300_000);
    });
  }
});
