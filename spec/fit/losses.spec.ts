/** Losses by what they are of each other: derivatives, and differences without lost digits. */
import { expect } from "chai";
import {
  cauchy,
  fitCurve,
  huber,
  leastSquares,
  levenbergMarquardt,
  softL1,
  uncertainty,
  type Residuals,
} from "ndarray-params/fit";
import { itRefuses, type Refusal } from "../support/refuses.ts";

const sizes = [-1e4, -50, -3, -1.5, -1, -0.3, -1e-9, 0, 1e-7, 0.2, 0.999, 1.5, 2, 7, 1e4];

/** ρ by its definition, for squares of residuals in units of the scale. */
const definitions = {
  leastSquares: (s: number) => s,
  huber: (s: number) => (s <= 1 ? s : 2 * Math.sqrt(s) - 1),
  softL1: (s: number) => 2 * (Math.sqrt(1 + s) - 1),
  cauchy: (s: number) => Math.log1p(s),
};

const scale = 1.5;
const losses = [leastSquares, huber(scale), softL1(scale), cauchy(scale)];

describe("a loss of residuals", () => {
  for (const { name, value, drop, weight, curvature } of losses) {
    it(`is C²/2·ρ((r/C)²): ${name}`, () => {
      for (const r of sizes) {
        const rho = definitions[name as keyof typeof definitions]((r / scale) ** 2);
        expect(value(r)).to.be.closeTo((scale ** 2 / 2) * rho, 1e-12 * Math.max(1, r * r));
      }
    });

    it(`has the derivative weight·r and the second derivative curvature: ${name}`, () => {
      const h = 1e-5;
      for (const r of sizes.filter((size) => Math.abs(size) !== scale)) {
        const slope = (value(r + h) - value(r - h)) / (2 * h);
        expect(weight(r) * r).to.be.closeTo(slope, 1e-5 * Math.max(1, Math.abs(r) / 100));
        const up = weight(r + h) * (r + h);
        const down = weight(r - h) * (r - h);
        expect(curvature(r)).to.be.closeTo((up - down) / (2 * h), 1e-6);
      }
    });

    it(`tells a drop to the last digits: ${name}`, () => {
      for (const r of sizes) {
        for (const to of sizes) {
          const size = Math.max(value(r), value(to), 1);
          expect(drop(r, to)).to.be.closeTo(value(r) - value(to), 1e-13 * size);
        }
        // A change of 2⁻⁴⁰ is exact here, and the drop is its product with the slope.
        const to = r + 2 ** -40;
        const slope = -weight(r) * r - (curvature(r) * 2 ** -40) / 2;
        const change = to - r;
        if (change === 2 ** -40 && Math.abs(r) > 1e-8) {
          expect(drop(r, to) / change / slope).to.be.closeTo(1, 1e-8);
        }
      }
    });
  }

  it("is frozen, so that no loop changes another one", () => {
    for (const loss of losses) expect(Object.isFrozen(loss)).to.equal(true);
  });

  const untyped = { huber, softL1, cauchy } as unknown as Record<string, (s: unknown) => unknown>;
  itRefuses(
    ["huber", "softL1", "cauchy"].flatMap((name) => [
      [
        `${name} without a scale`,
        () => untyped[name]!(undefined),
        TypeError,
        `${name}: scale must be a number, got undefined`,
      ],
      [
        `${name} with a scale of 0`,
        () => untyped[name]!(0),
        RangeError,
        `${name}: scale must be above 0 and finite, got 0`,
      ],
    ]),
  );
});

describe("a loss of the caller's own", () => {
  const residuals: Residuals<Float64Array> = ([a = 0], r, jacobian) => {
    r.set([a - 1, a - 2]);
    for (let i = 0; i < 2; i++) jacobian?.set(i, 0, 1);
  };
  const fitted = Float64Array.of(1.5);
  const line = {
    template: { a: [] } as const,
    model: ({ a }: { a: number }) => a,
    x: [1, 2],
    y: [1, 2],
  };
  const calls: Record<string, (loss: typeof leastSquares) => unknown> = {
    fitCurve: (loss) => fitCurve({ ...line, start: { a: 0 }, loss }),
    levenbergMarquardt: (loss) =>
      [...levenbergMarquardt(Float64Array.of(0), residuals, { rows: 2, loss })].length,
    uncertainty: (loss) => uncertainty(fitted, residuals, { rows: 2, loss }),
  };

  it("is taken if it returns numbers", () => {
    const twice = { ...leastSquares, value: (r: number) => r * r, weight: () => 2 };
    for (const call of Object.values(calls)) call({ ...twice, curvature: () => 2 });
  });

  const late = async (): Promise<never> => {
    throw new Error("nobody waits for this");
  };
  itRefuses(
    Object.entries(calls).flatMap(([name, call]) =>
      (["value", "drop", "weight", "curvature"] as const)
        .filter(
          (part) => name === "fitCurve" || (part === "curvature") === (name === "uncertainty"),
        )
        .map((part): Refusal => [
          `an async ${part}: ${name}`,
          () => call({ ...leastSquares, [part]: late }),
          TypeError,
          `${name}: loss.${part} must return a number, got a Promise`,
        ]),
    ),
  );
});
