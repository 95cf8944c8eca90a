/** How a run notices its noise floor, step by step and by hand. */
import { expect } from "chai";
import { openFloor } from "../../../lib/optimize/line-search/floor.ts";
import type { LineSearch } from "../../../lib/optimize/line-search/line-search.ts";
import type { Run } from "../../../lib/optimize/run/contract.ts";

/** A floor whose steps are told: the loss, what the slope has promised, x and its gradient. */
function floorOfSteps() {
  const x = new Float64Array(1);
  const g = new Float64Array(1);
  const told = { loss: NaN, promise: NaN };
  const line = {
    path: { freeGradient: (_x: Float64Array, gradient: Float64Array) => gradient },
    start: Float64Array.of(9),
    startGradient: Float64Array.of(3),
    loss: () => told.loss,
    promise: () => told.promise,
    startLoss: () => 1,
  };
  const floor = openFloor({ x, g } as unknown as Run<unknown>, line as unknown as LineSearch);
  const step = (loss: number, promise: number, at = 0, slope = 3): boolean => {
    Object.assign(told, { loss, promise });
    x[0] = at;
    g[0] = slope;
    return floor.reaches();
  };
  return { floor, step };
}

/** How many steps that bring nothing it takes from here to the floor. */
function patienceOf(step: (loss: number, promise: number) => boolean, loss = 1): number {
  for (let steps = 1; steps < 99; steps++) if (step(loss, 1)) return steps;
  return Infinity;
}

describe("the floor of a run", () => {
  it("is reached after 16 steps in a row that bring nothing", () => {
    const { step } = floorOfSteps();
    expect(step(1, 1)).to.equal(false);
    expect(patienceOf(step)).to.equal(16);
  });

  it("is reached by losses that only come back to the lowest, of any size and sign", () => {
    for (const loss of [1000, -1000]) {
      const { step } = floorOfSteps();
      step(loss, 1);
      const isReached = Array.from({ length: 16 }, (_, i) => step(loss + ((i + 1) % 2), 1));
      expect(isReached.indexOf(true)).to.equal(15);
      const other = floorOfSteps();
      other.step(loss, 1);
      for (let i = 0; i < 6; i++) other.step(loss, 1);
      const lower = loss - 0.75 * 1000 * 2 ** -48;
      expect(patienceOf(other.step, lower)).to.equal(10);
    }
  });

  it("is counted anew after a loss that is lower by more than 2^-48 of it", () => {
    for (const [part, steps] of [
      [0.75, 9],
      [1, 9],
      [1.5, 16],
    ] as const) {
      const { step } = floorOfSteps();
      step(1, 1);
      for (let i = 0; i < 6; i++) step(1, 1);
      const lower = 1 - part * 2 ** -48;
      expect(step(lower, 1)).to.equal(false);
      expect(patienceOf(step, lower), `${part}`).to.equal(steps);
    }
  });

  it("is counted anew after a promise of less than half of the least", () => {
    for (const [promise, steps] of [
      [0.5, 9],
      [0.49, 16],
    ] as const) {
      const { step } = floorOfSteps();
      step(1, 1);
      for (let i = 0; i < 6; i++) step(1, 1);
      step(1, promise);
      expect(patienceOf(step), `${promise}`).to.equal(steps);
    }
  });

  it("is forgotten by a reset", () => {
    const { floor, step } = floorOfSteps();
    step(1, 1);
    for (let i = 0; i < 6; i++) step(1, 1);
    floor.reset();
    expect(step(2, 2)).to.equal(false);
    expect(patienceOf(step, 2)).to.equal(16);
  });

  it("keeps the lowest point, and of equal ones that with the smallest gradient", () => {
    const { floor, step } = floorOfSteps();
    step(1, 1);
    step(1, 1, 4, 5); // the start, with a gradient of 3, is better
    expect([floor.best()[0], floor.loss()]).to.deep.equal([9, 1]);
    step(1 + 2 ** -49, 1, 5, 2); // as low, and flatter
    expect([floor.best()[0], floor.loss()]).to.deep.equal([5, 1 + 2 ** -49]);
    step(1 + 2 ** -49, 1, 6, -2); // the same again
    expect(floor.best()[0]).to.equal(5);
    step(1 - 2 ** -50, 1, 7, -8); // still a tie with the best, and steeper
    expect(floor.best()[0]).to.equal(5);
    const other = floorOfSteps();
    other.step(1, 1);
    other.step(1 - 2 ** -48, 1, 4, 5); // just a tie
    expect(other.floor.best()[0]).to.equal(9);
    const large = floorOfSteps();
    large.step(-1000, 1);
    large.step(-1000, 1, 4, 3);
    large.step(-1000 - 500 * 2 ** -48, 1, 5, 4); // a tie at that size, and steeper
    expect(large.floor.best()[0]).to.equal(4);
    step(1.5, 1, 8, 0); // higher
    expect(floor.best()[0]).to.equal(5);
  });

  it("keeps a point that is lower than the start, however steep", () => {
    const { floor, step } = floorOfSteps();
    step(0.5, 1);
    step(0.5, 1, 4, 100); // the start had a loss of 1
    expect([floor.best()[0], floor.loss()]).to.deep.equal([4, 0.5]);
    step(0.75, 0.1, 5, 1);
    expect(floor.best()[0]).to.equal(4);
  });
});
