import { expect } from "chai";
import ndarray from "ndarray";
import { makeNdarray, viewMaker } from "../../lib/internal/make-view.ts";

/** Another copy of the module, which has met no policy yet. */
const freshly = (): Promise<{ readonly makeNdarray: typeof makeNdarray }> =>
  import(`../../lib/internal/make-view.ts?copy=${process.hrtime.bigint()}`);

/** Runs `f` while code from strings is refused, as by a page's policy; returns how often it was asked. */
function underPolicy(f: () => void): number {
  const { Function: own } = globalThis;
  let asked = 0;
  globalThis.Function = function refused() {
    asked++;
    throw new EvalError("code generation from strings is disallowed");
  } as never;
  try {
    f();
  } finally {
    globalThis.Function = own;
  }
  return asked;
}

describe("the maker of views", () => {
  it("gives the views of ndarray for ranks 0 to 6, the first and all later ones", () => {
    const data = Float64Array.from({ length: 800 }, (_, i) => i);
    const make = viewMaker(data);
    for (let rank = 0; rank <= 6; rank++) {
      const shape = [2, 3, 1, 2, 3, 2].slice(0, rank);
      const stride = [-1, 7, 50, 11, -2, 100].slice(0, rank);
      const expected = ndarray(data, shape, stride, 90);
      for (let round = 0; round < 3; round++) {
        const view = make(shape, stride, 90);
        expect(view).to.deep.equal(expected);
        expect(view.constructor).to.equal(expected.constructor);
        const last = shape.map((length) => length - 1);
        const place = last.reduce((sum, index, axis) => sum + index * stride[axis]!, 90);
        expect(view.get(...last)).to.equal(place);
      }
    }
  });

  it("asks ndarray once for code that a policy refuses, and then makes all views of our classes", async () => {
    const fresh = await freshly();
    const shape = Array<number>(29).fill(1); // no view of this rank and dtype was made before
    const made: string[] = [];
    const asked = underPolicy(() => {
      for (const lengths of [shape, shape, [2, 2]]) {
        const view = fresh.makeNdarray(new Uint32Array(4), lengths);
        made.push(`${view.constructor.name} ${view.dimension} ${view.size}`);
      }
    });
    expect(asked).to.equal(1);
    expect(made).to.deep.equal([
      "View29duint32 29 1",
      "View29duint32 29 1",
      "View2duint32 2 4", // ndarray could make this one
    ]);
  });

  it("does not take for a policy what ndarray refuses on its own", async () => {
    const fresh = await freshly();
    expect(() => fresh.makeNdarray(null as never)).to.throw(TypeError);
    const view = fresh.makeNdarray(new Uint32Array(4), [2, 2]);
    expect(view.constructor).to.equal(ndarray(new Uint32Array(4), [2, 2]).constructor);
  });
});
