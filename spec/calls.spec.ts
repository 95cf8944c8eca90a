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

describe("the error of a policy that forbids code generation names", () => {
  const forbidden = new EvalError("Code generation from strings disallowed for this context");

  function faultOf(call: () => unknown): Error {
    try {
      call();
    } catch (error) {
      return error as Error;
    }
    return expect.fail("no error");
  }

  /** Runs a call while no code can be generated, as a Content-Security-Policy has it. */
  function underPolicy(call: () => unknown): unknown {
    const { Function: own } = globalThis;
    globalThis.Function = function refuse() {
      throw forbidden;
    } as unknown as FunctionConstructor;
    try {
      return call();
    } finally {
      globalThis.Function = own;
    }
  }

  /** ndarray generates the code of a rank once, so each call has a rank that no other test has. */
  const ones = (rank: number): number[] => Array<number>(rank).fill(1);
  const stack = (rank: number): unknown => ({
    data: new Uint8ClampedArray(1),
    shape: ones(rank),
    stride: ones(rank),
    offset: 0,
  });
  const calls: [call: string, args: unknown[]][] = [
    ["broadcast", [stack(1), ones(27)]],
    ["subflat", [stack(28), [1], "0"]],
    ["shapedFromFlat", [stack(29), [1]]],
    ["blockViews", [stack(30), [1]]],
    ["emptyWithViews", [[ones(31)], { allocate: () => new Uint8ClampedArray(1) }]],
  ];
  for (const [call, args] of calls) {
    it(call, () => {
      const error = faultOf(() => underPolicy(() => untyped[call]!(...args)));
      expect(error).to.be.instanceOf(EvalError);
      expect(error.message).to.equal(
        `${call}: scijs ndarrays generate code and need a policy that allows it ('unsafe-eval' in a Content-Security-Policy)`,
      );
      expect(error.cause).to.equal(forbidden);
    });
  }
});
