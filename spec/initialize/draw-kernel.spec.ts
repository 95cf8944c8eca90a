/** Batches from a stream, by the kernel or by the loops, are the numbers that its calls return. */
import { createHash } from "node:crypto";
import { expect } from "chai";
import ndarray from "ndarray";
import * as draws from "ndarray-params/initialize";
import {
  randomizeNormal,
  randomizeUniform,
  stream,
  truncatedNormal,
  type Random,
} from "ndarray-params/initialize";
import { copyOfLib, lacking, underPolicy, withoutWebAssembly } from "../support/lacking.ts";

/** A source of the same numbers that is no stream, and so goes through the loops. */
const foreign = (seed: string): Random => {
  const random = stream(seed);
  return () => random();
};

const schemes: Readonly<Record<string, (x: Float64Array, random: Random) => void>> = {
  normal: (x, random) => randomizeNormal(ndarray(x), 3, 0.7, random),
  uniform: (x, random) => randomizeUniform(ndarray(x), -1, 1e-3, random),
  truncated: (x, random) => truncatedNormal(ndarray(x), 0, 2, random, { low: -3, high: 1 }),
};

/** Sizes with batches of one block, of several, and of fewer numbers than the kernel is called for. */
const sizes = [1, 63, 64, 65, 511, 512, 513, 575, 576, 1024, 2000];

/** Batches of all schemes, with calls between them. */
function drawn(random: Random): Float64Array {
  const all: number[] = [];
  for (const size of sizes) {
    for (const scheme of Object.values(schemes)) {
      const x = new Float64Array(size);
      scheme(x, random);
      all.push(...x, random());
    }
  }
  return Float64Array.from(all);
}

const hashOf = (x: Float64Array): string =>
  createHash("sha256")
    .update(new Uint8Array(x.buffer, x.byteOffset, x.byteLength))
    .digest("hex");

describe("a stream", () => {
  it("gives batches of any size what its calls give, and goes on after them", () => {
    expect(drawn(stream("kernel"))).to.deep.equal(drawn(foreign("kernel")));
  });

  it("gives the same tails beyond 3.65 and the same wedges", () => {
    const [x, y] = [new Float64Array(100_000), new Float64Array(100_000)];
    randomizeNormal(ndarray(x), 0, 1, stream("tails"));
    randomizeNormal(ndarray(y), 0, 1, foreign("tails"));
    expect(hashOf(x)).to.equal(hashOf(y));
    const r = 3.654152885361009;
    const beyond = x.filter((v) => Math.abs(v) > r).length;
    expect(beyond).to.be.within(10, 45); // 2·(1 - Φ(r)) = 2.58e-4
  });

  it("fills rows and columns of matrices of both types with the same numbers", () => {
    for (const Type of [Float64Array, Float32Array]) {
      const fill = (stride: readonly [number, number]): number[] => {
        const x = ndarray(new Type(6000), [50, 60], [...stride], 10);
        randomizeNormal(x, 1, 2, stream("views"));
        return Array.from({ length: 3000 }, (_, i) => x.get(Math.floor(i / 60), i % 60));
      };
      const rows = fill([60, 1]);
      expect(fill([1, 50])).to.deep.equal(rows);
      expect(fill([100, 1])).to.deep.equal(rows);
    }
  });

  for (const [name, change] of [
    ["without WebAssembly", withoutWebAssembly],
    ["if a policy forbids it", underPolicy],
  ] as const) {
    it(`gives the same bits ${name}`, async () => {
      const bytesBy = (of: typeof draws): Buffer => {
        const x = ndarray(new Float64Array(3000));
        const random = of.stream("without");
        of.randomizeNormal(x.hi(2000), 0, 1, random);
        of.randomizeUniform(x.lo(2000), 2, 3, random);
        return Buffer.from(x.data.buffer);
      };
      const copy = await copyOfLib()<typeof draws>("initialize/index.ts");
      expect((await lacking([change], () => bytesBy(copy))).equals(bytesBy(draws))).to.equal(true);
    });
  }
});
