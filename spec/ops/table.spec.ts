/** The functions that the table makes: their names, and what each does to an element. */
import { readFileSync } from "node:fs";
import { expect } from "chai";
import ndarray from "ndarray";
import type { Data } from "ndarray";
import generated from "ndarray-ops";
import ops from "ndarray-params/ops";
import * as named from "ndarray-params/ops";
import { definitions } from "../support/ops/definitions.ts";
import { writeOps } from "../support/ops/write-ops.ts";

type Functions = Readonly<Record<string, (...args: unknown[]) => unknown>>;
const [own, peer] = [ops, generated] as unknown as [Functions, Functions];

describe("the functions of ops", () => {
  it("are what the table says now", () => {
    const text = readFileSync("lib/ops/ops.generated.ts", "utf8");
    expect(text === writeOps().text, "run npm run build:kernel").to.equal(true);
  });

  it("are those of ndarray-ops, with the same numbers of parameters", () => {
    expect(Object.keys(own).toSorted()).to.deep.equal(Object.keys(peer).toSorted());
    expect(Object.keys(own)).to.have.length(150);
    for (const name of Object.keys(peer)) expect(own[name]!.length).to.equal(peer[name]!.length);
  });

  it("are one by one in the default object and by name", () => {
    const { default: all, arena, ...each } = named as Record<string, unknown>;
    expect(arena).to.be.a("function");
    expect(each).to.deep.equal(all);
  });
});

/** Numbers that tell functions apart, in an order that has no pattern. */
const numbers = [0.75, -2, 3, 0, -0.5, 1, 6, -0, 2.5, NaN, -7, 0.25, Infinity, 1.5, -3, 5, -Infinity, 4, 2, -1]; // oxfmt-ignore
const ROWS = 4;
const COLUMNS = 5;
const SIZE = ROWS * COLUMNS;

const kinds: Readonly<Record<string, (elements: number[]) => Data<number>>> = {
  float64: (elements) => Float64Array.from(elements),
  float32: (elements) => Float32Array.from(elements),
  int32: (elements) => Int32Array.from(elements),
};

/** Views of elements that are rotated, so that the operands of a call differ. */
const viewsOf = (make: (elements: number[]) => Data<number>, isTransposed: boolean) =>
  [0, 3, 8].map((start) => {
    const elements = numbers.map((_, i) => numbers[(i + start) % SIZE]!);
    const view = ndarray(make(elements), [ROWS, COLUMNS]);
    return isTransposed ? view.transpose(1, 0) : view;
  });

/** The element that an array holds after a value of any kind was written to it. */
const asStored = (make: (elements: number[]) => Data<number>, value: unknown): unknown =>
  (make([value as number]) as number[])[0];

for (const [kind, make] of Object.entries(kinds)) {
  describe(`on ${kind}, each element becomes what the definition says:`, () => {
    for (const [name, { operands, define }] of Object.entries(definitions)) {
      it(name, () => {
        for (const isTransposed of [false, true]) {
          const views = viewsOf(make, isTransposed).slice(0, 1 + operands.replace("x", "").length);
          const before = views.map(({ data }) => [...(data as number[])]);
          const scalar = 1.5;
          const args = operands.includes("x") ? [...views, scalar] : views;
          expect(own[name]!(...args)).to.equal(views[0]);
          const values = before[0]!.map((a, i) => {
            const others = before.slice(1).map((elements) => elements[i]!);
            return asStored(make, define(a, ...others, scalar));
          });
          expect([...(views[0]!.data as number[])]).to.deep.equal(values);
        }
      });
    }
  });
}
