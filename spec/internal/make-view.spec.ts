import { expect } from "chai";
import ndarray from "ndarray";
import { viewMaker, type makeNdarray } from "../../lib/internal/make-view.ts";
import { copyOfLib, lacking } from "../support/lacking.ts";

/** The function of a copy of the module, which has met no policy yet. */
const freshly = async (): Promise<typeof makeNdarray> => {
  const copy = await copyOfLib()<{ makeNdarray: typeof makeNdarray }>("internal/make-view.ts");
  return copy.makeNdarray;
};

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
});

describe("where code may be generated, the maker of views", () => {
  it("lets the first refusal of a policy decide, also for kinds that ndarray has made before", async () => {
    const make = await freshly();
    const made = (data: Float64Array | Uint8ClampedArray, rank: number): unknown =>
      make(data, Array<number>(rank).fill(1)).constructor;
    const float64 = ndarray(new Float64Array(1)).constructor;
    expect(made(new Float64Array(1), 1)).to.equal(float64);
    let asked = 0;
    const forbidden = function (): void {
      asked++;
      throw new EvalError("a policy forbids it");
    };
    await lacking([[globalThis, "Function", forbidden]], () => {
      for (let round = 0; round < 2; round++) {
        // No other spec makes views of this kind, so that ndarray has to ask.
        expect(made(new Uint8ClampedArray(1), 29)).to.have.property("name", "View29duint8_clamped");
        expect(made(new Float64Array(1), 1))
          .to.have.property("name", "View1dfloat64")
          .and.not.equal(float64);
      }
    });
    expect(asked).to.equal(1);
  });

  it("does not take for a policy what ndarray refuses on its own", async () => {
    const make = await freshly();
    expect(() => make(null as never)).to.throw(TypeError);
    const { constructor } = ndarray(new Uint32Array(4), [2, 2]);
    expect(make(new Uint32Array(4), [2, 2]).constructor).to.equal(constructor);
  });
});
