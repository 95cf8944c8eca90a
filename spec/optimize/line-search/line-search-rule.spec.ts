/** Line searches along directions of the caller's. */
import { expect } from "chai";
import ndarray from "ndarray";
import { lineSearch } from "ndarray-params/optimize";
import { itRefuses, type Refusal } from "../../support/refuses.ts";
import { quadratic, rosenbrock } from "../support/problems.ts";

const down = (d: Float64Array, g: Float64Array): void => g.forEach((v, i) => (d[i] = -v));

describe("lineSearch", () => {
  it("takes Newton's step if the direction is that", () => {
    const x = Float64Array.of(3, 4);
    const direction = (d: Float64Array, g: Float64Array): void => d.set([-g[0]!, -g[1]! / 100]);
    const loop = lineSearch(x, quadratic([1, 100], [1, 2]), { direction });
    const { stepLength, evaluations } = loop.next().value!;
    expect([stepLength, evaluations, ...x]).to.deep.equal([1, 2, 1, 2]);
    expect(loop.next().done).to.equal(true);
    expect(loop.end).to.include({ reason: "zero gradient", evaluations: 3 });
  });

  it("meets the strong Wolfe conditions in every iteration, on a flat of any stride", () => {
    const flat = ndarray(Float64Array.of(-1.2, 9, 1), [2], [2], 0);
    const g = new Float64Array(2);
    const at = (): [number, Float64Array] => {
      const loss = rosenbrock(Float64Array.of(flat.get(0), flat.get(1)), g);
      return [loss, g.slice()];
    };
    let [before, gradientBefore] = at();
    const loop = lineSearch(
      flat,
      (own, gradient) => {
        const loss = rosenbrock(Float64Array.of(own.get(0), own.get(1)), g);
        gradient.set(0, g[0]!);
        gradient.set(1, g[1]!);
        return loss;
      },
      {
        direction: (d, gradient) => {
          d.set(0, -gradient.get(0));
          d.set(1, -gradient.get(1));
        },
        firstLength: 1e-3,
        curvature: 0.1,
      },
    );
    for (const { stepLength, iteration } of loop) {
      const [after, gradientAfter] = at();
      const slope = -(gradientBefore[0]! ** 2 + gradientBefore[1]! ** 2);
      const slopeAfter = -(
        gradientBefore[0]! * gradientAfter[0]! +
        gradientBefore[1]! * gradientAfter[1]!
      );
      expect(after).to.be.at.most(before + 1e-4 * stepLength * slope);
      expect(Math.abs(slopeAfter)).to.be.at.most(-0.1 * slope * (1 + 1e-9));
      [before, gradientBefore] = [after, gradientAfter];
      if (iteration === 20) break;
    }
    expect(flat.data[1]).to.equal(9);
  });

  it("ends if the direction leads up", () => {
    const direction = (d: Float64Array, g: Float64Array): void => d.set(g);
    const loop = lineSearch(Float64Array.of(3), quadratic([1], [1]), { direction });
    expect([...loop]).to.deep.equal([]);
    expect(loop.end).to.include({ reason: "no lower point", largest: 2 });
  });

  const x = Float64Array.of(3);
  const one = quadratic([1], [1]);
  itRefuses([
    [
      "no direction",
      () => lineSearch(x, one, {} as never),
      TypeError,
      "lineSearch: direction must be a function, got undefined",
    ],
    [
      "a direction that would come later, even if it never does",
      () => {
        const direction = async (): Promise<void> => Promise.reject(new Error("late"));
        lineSearch(x, one, { direction }).next();
      },
      TypeError,
      "lineSearch: direction must be written at once, got a Promise",
    ],
    ...(
      [
        [NaN, undefined, "NaN at element 1"],
        [-Infinity, { w: [], b: [] }, "-Infinity at b"],
      ] as const
    ).map(([value, template, got]): Refusal => [
      `a direction with ${value}, which may come of a singular Hessian`,
      () => {
        const both = quadratic([1, 1], [1, 1]);
        const direction = (d: Float64Array): void => d.set([-1, value]);
        lineSearch(Float64Array.of(3, 4), both, {
          direction,
          ...(template && { template }),
        }).next();
      },
      RangeError,
      `lineSearch: direction must be finite, got ${got}`,
    ]),
    [
      "a first length of 0",
      () => lineSearch(x, one, { direction: down, firstLength: 0 }),
      RangeError,
      "lineSearch: firstLength must be above 0 and finite, got 0",
    ],
    [
      "a curvature of 1",
      () => lineSearch(x, one, { direction: down, curvature: 1 }),
      RangeError,
      "lineSearch: curvature must be at least 0 and below 1, got 1",
    ],
    [
      "an option that it does not have",
      () => lineSearch(x, one, { direction: down, memory: 3 } as never),
      RangeError,
      'lineSearch: no option "memory"; its options are direction, firstLength, curvature, batches, gradient, state, template',
    ],
  ]);
});
