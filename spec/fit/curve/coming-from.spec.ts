/** The table of docs/coming-from-curve-fit.md for those who come from other packages: each cell, as that package does it. */
import { readFileSync } from "node:fs";
import { expect } from "chai";
import { constrain, simplex } from "ndarray-params/constrain";
import { fitCurve, huber } from "ndarray-params/fit";

interface Cell {
  readonly values: readonly number[];
  /** null if the package has none. */
  readonly errors?: readonly (number | null)[];
}
type Package = Readonly<Record<string, Cell>>;

const read = (name: string): unknown =>
  JSON.parse(readFileSync(`spec/fixtures/fit-curve/coming-from-${name}.json`, "utf8"));
const data = read("data") as Record<"x" | "y" | "slip" | "sigma" | "new", number[]> &
  Record<"start" | "most" | "huber", [number, number]>;
const python = read("python") as {
  readonly curve_fit: Package;
  readonly lmfit: Package & {
    readonly profileInterval: Limits;
    readonly confidenceBand: readonly number[];
  };
};
type Limits = Readonly<Record<"Vm" | "K", readonly [number, number]>>;
const nls = read("nls") as Package & { readonly profileInterval: Limits };
const packages: Readonly<Record<string, Package>> = {
  curve_fit: python.curve_fit,
  lmfit: python.lmfit,
  nls,
  "ml-levenberg-marquardt": read("ml") as Package,
};

const [vm, k] = data.start;
const given = {
  template: { Vm: [], K: [] },
  model: (p: { Vm: number; K: number }, x: number): number => (p.Vm * x) / (p.K + x),
  x: data.x,
  y: data.y,
  start: { Vm: vm, K: k },
} as const;

const weights = data.sigma.map((own) => 1 / (own * own));
const rows = {
  start: fitCurve(given),
  sigma: fitCurve({ ...given, sigma: data.sigma }),
  weights: fitCurve({ ...given, weights }),
  bounds: fitCurve({ ...given, bounds: { Vm: { upper: data.most[0] } } }),
  fixed: fitCurve({ ...given, fixed: ["K"] }),
  loss: fitCurve({ ...given, y: data.slip, loss: huber(data.huber[0]) }),
};

describe("those who come from", () => {
  for (const [name, cells] of Object.entries(packages)) {
    for (const [row, fit] of Object.entries(rows)) {
      const cell = cells[row];
      if (cell === undefined) continue;
      it(`${name} find what they had for ${row}`, () => {
        // lmfit reaches a bound by a sine only.
        cell.values.forEach((own, i) => {
          expect(Object.values(fit.values)[i]! / own).to.be.closeTo(1, 1e-6);
        });
        // A fit on a bound or with a robust loss has errors of another theory in each package.
        if (row === "bounds" || row === "loss") return;
        cell.errors?.forEach((own, i) => {
          expect(Object.values(fit.standardErrors)[i]!).to.be.closeTo(own!, 1e-5 * own!);
        });
      });
    }
  }

  it("lmfit find what they had for an expression, as a constraint", () => {
    const shares = constrain({ ab: [2] }, { ab: simplex });
    const fit = fitCurve({
      template: { ab: [2] },
      model: ({ ab: [a = 0, b = 0] }: { ab: number[] }, x) =>
        200 * ((a * x) / (0.05 + x) + (b * x) / (0.5 + x)),
      x: data.x,
      y: data.y,
      start: { ab: [0.5, 0.5] },
      constraints: shares,
    });
    const { values, errors } = python.lmfit["constraints"]!;
    for (const i of [0, 1]) {
      expect(fit.values.ab[i]).to.be.closeTo(values[i]!, 1e-7);
      expect(fit.standardErrors.ab[i]).to.be.closeTo(errors![i]!, 1e-7);
    }
  });

  it("lmfit and nls find their intervals as profiles", () => {
    for (const name of ["Vm", "K"] as const) {
      const { lower, upper } = rows.start.profileInterval(name);
      for (const [limits, digits] of [
        [python.lmfit.profileInterval, 1e-4],
        [nls.profileInterval, 1e-5],
      ] as const) {
        expect(lower / limits[name][0]).to.be.closeTo(1, digits);
        expect(upper / limits[name][1]).to.be.closeTo(1, digits);
      }
    }
  });

  it("lmfit find eval_uncertainty as the band of the curve", () => {
    const band = rows.start.confidenceBand(data.new);
    const widths = band.map(({ value, upper }) => upper - value);
    widths.forEach((own, i) => {
      // Its derivatives are differences over a third of a standard error.
      expect(own).to.be.closeTo(python.lmfit.confidenceBand[i]!, 1e-3 * own);
    });
  });
});
