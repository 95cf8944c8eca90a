/** Every error names the function that the user called, wherever it is found out. */
import { expect } from "chai";
import ndarray from "ndarray";
import * as params from "ndarray-params";

/** A caller without types may pass anything. */
type Call = (...args: unknown[]) => unknown;
const untyped = params as unknown as Record<string, Call>;

const f = (): number => 0;
const flat = new Float64Array(1);
const matrix = ndarray(flat, [1, 1]);

describe("the error of a wrong template names", () => {
  const good = { w: 1 };
  const bad = { w: -1 };
  const calls: [call: string, args: unknown[]][] = [
    ["layoutOf", [bad]],
    ["emptyWithViews", [bad]],
    ["shapedFromFlat", [flat, bad]],
    ["labelOf", [bad, 0]],
    ["indexOf", [bad, "w[0]"]],
    ["leaves", [{}, bad]],
    ["mapViews", [bad, f, {}]],
    ["partition", [bad, []]],
    ["perPart", [bad, {}]],
    ["subflat", [flat, bad, "w"]],
    ["sublayout", [bad, "w"]],
    ["tableOf", [bad]],
    ["tie", [bad, "w", "w"]],
    ["transfer", [flat, bad, flat, good]],
    ["transfer", [flat, good, flat, bad]],
    ["blockViews", [matrix, bad]],
    ["blockViews", [matrix, good, bad]],
    ["flatFunction", [bad, f]],
    ["checkGradient", [f, flat, bad]],
    ["numericHessian", [f, flat, bad]],
    ["valuesOf", [{}, bad]],
    ["valuesToFlat", [{ w: [1] }, bad]],
  ];
  for (const [call, args] of calls) {
    it(`${call}, called with ${args.indexOf(bad) + 1} arguments or more`, () => {
      expect(() => untyped[call]!(...args))
        .to.throw(RangeError)
        .with.property("message", `${call}: w: axis length must be a non-negative integer, got -1`);
    });
  }

  it("each function that takes one", () => {
    // broadcast takes a view, numericGradient a loss, and templateOf makes a template.
    const others = new Set(["broadcast", "numericGradient", "templateOf"]);
    const all = Object.keys(params).filter((name) => !others.has(name));
    expect(new Set(calls.map(([call]) => call))).to.deep.equal(new Set(all));
  });
});
