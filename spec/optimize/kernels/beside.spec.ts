/** The state and the gradient of a rule live in the arena of its flat, if there is room. */
import { expect } from "chai";
import { adam, arena, lbfgs } from "ndarray-params/optimize";
import { drawn } from "./drawn.ts";

const n = 1000;

function objective(x: Float64Array, g: Float64Array): number {
  g.set(x);
  return x.reduce((sum, v) => sum + (v * v) / 2, 0);
}

/** The info after some iterations of Adam on a flat with drawn numbers. */
function train(flat: Float64Array, options: object = {}) {
  if (!("state" in options)) flat.set(drawn(3, flat.length, false));
  for (const info of adam(flat, objective, { stepRate: 0.1, ...options })) {
    if (info.evaluations === 4) return info;
  }
  throw new Error("unreachable");
}

describe("a rule whose flat lives in an arena", () => {
  it("keeps state and gradient there", () => {
    const flat = arena(4 * 8064).float64(n);
    const { gradient, state } = train(flat);
    for (const row of [gradient, state.firstMoment, state.secondMoment]) {
      expect(row.buffer).to.equal(flat.buffer);
    }
  });

  it("keeps elsewhere what does not fit, with the same bits", () => {
    for (const rows of [1, 2, 3]) {
      const { float64 } = arena(rows * 8064);
      const flat = float64(n);
      const { gradient, state } = train(flat);
      const inside = [gradient, state.firstMoment, state.secondMoment].filter(
        ({ buffer }) => buffer === flat.buffer,
      );
      expect(inside).to.have.length(rows - 1);
      const ordinary = new Float64Array(n);
      train(ordinary);
      expect([...flat]).to.deep.equal([...ordinary]);
    }
  });

  it("continues a state of the same arena", () => {
    const flat = arena(2 ** 17).float64(n);
    const { state } = train(flat);
    train(flat, { state });
    const whole = Float64Array.from(drawn(3, n, false));
    for (const { iteration } of adam(whole, objective, { stepRate: 0.1 }))
      if (iteration === 8) break;
    expect([...flat]).to.deep.equal([...whole]);
  });

  it("searches along lines there", () => {
    const flats = [arena(2 ** 20).float64(n), new Float64Array(n)];
    const [inside, outside] = flats.map((flat) => {
      flat.set(drawn(4, n, false));
      for (const { iteration } of lbfgs(flat, objective)) if (iteration === 3) break;
      return [...flat];
    });
    expect(inside).to.deep.equal(outside);
  });
});
