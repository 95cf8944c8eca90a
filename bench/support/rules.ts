/** The first-order rules as the bench of optimizers runs them, with their formulas in NumPy. */

interface RuleFigures {
  /** x, g and the flats of the state. */
  readonly rows: number;
  readonly rates: readonly number[];
  readonly constants: readonly number[];
  readonly options: object;
  /** One step on the fields of `r`, as climin writes it. */
  readonly numpy: string;
}

export const rules = {
  gradientDescent: {
    rows: 3,
    rates: [0.1, 0.9],
    constants: [],
    options: { momentum: 0.9 },
    numpy: "r.s = 0.1 * r.g + 0.9 * r.s; r.x -= r.s",
  },
  adam: {
    rows: 4,
    rates: [1e-3, 0],
    constants: [0.9, 0.999, 1e-8],
    options: {},
    numpy: `r.m = 0.9 * r.m + 0.1 * r.g; r.v = 0.999 * r.v + 0.001 * r.g**2;
            r.x -= 1e-3 * r.m / (np.sqrt(r.v) + 1e-8)`,
  },
  adamW: {
    rows: 4,
    rates: [1e-3, 0.01],
    constants: [0.9, 0.999, 1e-8],
    options: {},
    numpy: `r.m = 0.9 * r.m + 0.1 * r.g; r.v = 0.999 * r.v + 0.001 * r.g**2;
            r.x -= 1e-3 * (r.m / 0.9 / (np.sqrt(r.v / 0.9) + 1e-8) + 0.01 * r.x)`,
  },
  rmsProp: {
    rows: 4,
    rates: [0, 1e-3],
    constants: [0.9, 1e-8, 0, 0, Infinity],
    options: {},
    numpy: `r.m = 0.9 * r.m + 0.1 * r.g**2; d = 1e-3 * r.g / np.sqrt(r.m + 1e-8);
            r.x -= d; r.s = 0.0 * r.s + d`,
  },
  adadelta: {
    rows: 5,
    rates: [1, 0],
    constants: [0.9, 1e-4],
    options: {},
    numpy: `r.m = 0.9 * r.m + 0.1 * r.g**2; d = np.sqrt(r.v + 1e-4) / np.sqrt(r.m + 1e-4) * r.g;
            r.x -= d; r.s = 0.0 * r.s + d; r.v = 0.9 * r.v + 0.1 * r.s**2`,
  },
  rprop: {
    rows: 4,
    rates: [],
    constants: [1.2, 0.5, 1e-6, 1],
    options: {},
    numpy: `a = np.sign(r.g) * np.sign(r.v);
            r.m = np.clip(r.m * (1 + 0.2 * (a > 0) - 0.5 * (a < 0)).astype(r.x.dtype), 1e-6, 1);
            r.x -= r.m * np.sign(r.g); r.v = r.g.copy()`,
  },
} as const satisfies Readonly<Record<string, RuleFigures>>;

export type Rule = keyof typeof rules;

/** Python that makes the rows of a rule as fields of an object. */
export const numpyRows = (name: string, dtype: string, size: number): string => `
class Rows: pass
${name} = Rows()
${name}.x = np.sin(np.arange(${size}.)).astype("${dtype}")
${name}.g = ${name}.x.copy()
${name}.m, ${name}.v, ${name}.s = [np.abs(${name}.x) + np.${dtype}(0.1) for _ in range(3)]`;
