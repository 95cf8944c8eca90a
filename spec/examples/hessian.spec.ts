import { expect } from "chai";
import ndarray from "ndarray";
import { blockViews, emptyWithViews } from "ndarray-params";
import { hessianAt, layout, lossAndGradient, minimize } from "../../examples/hessian.ts";
import { run } from "../support/run.ts";

describe("examples/hessian", () => {
  it("writes the second derivatives that differences of the gradient give", () => {
    const { size } = layout;
    const [flat] = emptyWithViews(layout);
    const [above] = emptyWithViews(layout);
    const [below] = emptyWithViews(layout);
    const hessian = ndarray(new Float64Array(size * size).fill(NaN), [size, size]);
    for (let i = 0; i < size; i++) flat.set(i, Math.sin(i) / 2);
    hessianAt(flat, hessian);
    const h = 1e-5;
    for (let j = 0; j < size; j++) {
      const x = flat.get(j);
      flat.set(j, x + h);
      lossAndGradient(flat, above);
      flat.set(j, x - h);
      lossAndGradient(flat, below);
      flat.set(j, x);
      for (let i = 0; i < size; i++) {
        const slope = (above.get(i) - below.get(i)) / (2 * h);
        expect(hessian.get(i, j)).to.be.closeTo(slope, 1e-6);
      }
    }
  });

  it("has at 0, where every p is 1/3, the blocks that one works out by hand", () => {
    const { size } = layout;
    const hessian = ndarray(new Float64Array(size * size), [size, size]);
    hessianAt(emptyWithViews(layout)[0], hessian);
    const { w, b } = blockViews(hessian, layout);
    expect(b.b.get(0, 0)).to.be.closeTo(150 * (2 / 9), 1e-12);
    expect(b.b.get(0, 1)).to.be.closeTo(-150 / 9, 1e-12);
    // The mean petal length of the 150 irises is 3.758 cm.
    expect(w.b.get(2, 1, 0)).to.be.closeTo((-150 * 3.758) / 9, 1e-10);
  });

  it("reaches the known minimum, 5.949, in fewer than 12 Newton steps", () => {
    const { losses } = minimize();
    expect(losses.length - 1).to.be.below(12);
    expect(losses[0]).to.be.closeTo(150 * Math.log(3), 1e-10);
    expect(losses.at(-1)!.toFixed(3)).to.equal("5.949");
  });

  it("prints what it finds", () => {
    const lines = run("examples/hessian.ts").trimEnd().split("\n");
    expect(lines[0]).to.equal("at 0, ∂²f/∂w[2,1]∂b[0] = -62.6333");
    expect(lines.at(-2)).to.match(/^step \d: 5\.949\d\d$/);
    expect(lines.at(-1)).to.equal("148 of 150 irises");
  });
});
