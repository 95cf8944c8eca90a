/** The combinations of types that a function meets are dealt out to texts; nothing of it may show. */
import { expect } from "chai";
import ndarray from "ndarray";
import generated from "ndarray-ops";
import own from "ndarray-params/ops";
import { kernelFor } from "../../lib/ops/walk/kernel-for.ts";
import type { Kernel } from "../../lib/ops/walk/operands.ts";

type Functions = Readonly<Record<string, (...args: unknown[]) => unknown>>;
const peers = [own, generated] as unknown as readonly Functions[];

const types = [
  Int8Array,
  Int16Array,
  Int32Array,
  Uint8Array,
  Uint16Array,
  Uint32Array,
  Uint8ClampedArray,
  Float32Array,
  Float64Array,
] as const;

/** The contents of an array of 700 numbers after a call. The views begin in it. */
function leaves(
  functions: Functions,
  name: string,
  Type: (typeof types)[number],
  steps: readonly number[],
): number[] {
  const data = new Type(700).map((_, i) => (i * 37) % 101);
  const other = new Float64Array(700).map((_, i) => (i * 0.7) % 200);
  const [a, b] = [steps[0]!, steps[1]!].map((step, k) => ndarray(data, [300], [step], k));
  const c = ndarray(other, [300], [-2], 650);
  functions[name]!(...[a, b, c].slice(0, functions[name]!.length));
  return [...data];
}

describe("ops after many types", () => {
  // The views of one array overlap: apart, one after the other, and a destination that repeats.
  for (const name of ["sub", "mul", "addeq", "geq"]) {
    it(`has the bits of ndarray-ops for each type: ${name}`, () => {
      for (const Type of [...types, ...types]) {
        for (const steps of [
          [2, 2],
          [1, 1],
          [0, 1],
          [2, 1],
        ]) {
          const [got, wanted] = peers.map((functions) => leaves(functions, name, Type, steps));
          expect(got, `${Type.name} ${steps.join()}`).to.deep.equal(wanted);
        }
      }
    });
  }

  it("gives the first three combinations a text each, and the next ones those texts again", () => {
    const texts = [0, 1, 2, 3, 4].map((): Kernel => () => 0);
    const kernels = [...texts] as Parameters<typeof kernelFor>[0];
    const given = (operands: string): number =>
      texts.indexOf(
        kernelFor(kernels, 2, true, `${operands[0]}`, `${operands[1]}`, `${operands[1]}`),
      );
    // Each letter stands for a type.
    const met = ["ab", "ba", "bb", "cb", "ac", "ab", "bb", "ac", "ca", "cc", "ba", "cb"];
    expect(met.map(given)).to.deep.equal([2, 3, 4, 2, 3, 2, 4, 3, 4, 2, 3, 2]);
  });
});
