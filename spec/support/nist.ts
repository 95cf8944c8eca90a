/**
 * The 27 nonlinear regressions of NIST's Statistical Reference Datasets (public domain), each with
 * two starts and certified parameters; their models and the partial derivatives are written by hand.
 */
import { readFileSync } from "node:fs";

export interface NistProblem {
  readonly name: string;
  readonly starts: readonly (readonly number[])[];
  readonly certified: readonly number[];
  /** The standard deviations of the certified parameters. */
  readonly sd: readonly number[];
  /** The residual sum of squares at the certified parameters. */
  readonly rss: number;
  readonly rows: number;
  /** Writes r = model - y and, row by row, the partial derivatives of the model. */
  readonly residuals: (b: ArrayLike<number>, r: Float64Array, jacobian?: Float64Array) => void;
  /** The loss ½·Σr² and its gradient Jᵀ·r. */
  readonly objective: (b: ArrayLike<number>, gradient: { [i: number]: number }) => number;
}

/** Returns the model at x and writes its partial derivatives into p. */
type Model = (b: ArrayLike<number>, x: readonly number[], p: Float64Array) => number;

const { exp, log, PI } = Math;

/** b·exp(-c·x), at j and k among the parameters. */
function decay(b: ArrayLike<number>, x: number, p: Float64Array, j: number, k: number): number {
  p[j] = exp(-b[k]! * x);
  p[k] = -x * b[j]! * p[j];
  return b[j]! * p[j];
}

/** b·exp(-(x - c)²/d²), for parameters j, j + 1, j + 2. */
function peak(b: ArrayLike<number>, x: number, p: Float64Array, j: number): number {
  const [height, width] = [b[j]!, b[j + 2]!];
  const t = (x - b[j + 1]!) / width;
  p[j] = exp(-t * t);
  p[j + 1] = (2 * height * t * p[j]) / width;
  p[j + 2] = (2 * height * t * t * p[j]) / width;
  return height * p[j];
}

/** A wave with the amplitudes b[j] and b[j + 1]; returns it and its derivative by the angle. */
function wave(b: ArrayLike<number>, angle: number, p: Float64Array, j: number): [number, number] {
  p[j] = Math.cos(angle);
  p[j + 1] = Math.sin(angle);
  return [b[j]! * p[j] + b[j + 1]! * p[j + 1]!, b[j + 1]! * p[j] - b[j]! * p[j + 1]!];
}

/** Polynomials with `above` coefficients over 1 + b·x + …, the rest of the parameters. */
const rational =
  (above: number): Model =>
  (b, [x = 0], p) => {
    let top = 0;
    let bottom = 1;
    for (let i = 0, power = 1; i < above; i++, power *= x) top += (p[i] = power) * b[i]!;
    for (let i = above, power = x; i < p.length; i++, power *= x) bottom += (p[i] = power) * b[i]!;
    for (let i = 0; i < p.length; i++) p[i]! *= i < above ? 1 / bottom : -top / (bottom * bottom);
    return top / bottom;
  };

const gauss: Model = (b, [x = 0], p) => decay(b, x, p, 0, 1) + peak(b, x, p, 2) + peak(b, x, p, 5);

const lanczos: Model = (b, [x = 0], p) =>
  decay(b, x, p, 0, 1) + decay(b, x, p, 2, 3) + decay(b, x, p, 4, 5);

const saturation: Model = (b, [x = 0], p) => {
  const rest = exp(-b[1]! * x);
  p.set([1 - rest, b[0]! * x * rest]);
  return b[0]! * (1 - rest);
};

const chwirut: Model = (b, [x = 0], p) => {
  const below = b[1]! + b[2]! * x;
  const f = exp(-b[0]! * x) / below;
  p.set([-x * f, -f / below, (-x * f) / below]);
  return f;
};

const models: Readonly<Record<string, Model>> = {
  Bennett5: (b, [x = 0], p) => {
    p[0] = (b[1]! + x) ** (-1 / b[2]!);
    const f = b[0]! * p[0];
    p[1] = -f / (b[2]! * (b[1]! + x));
    p[2] = (f * log(b[1]! + x)) / b[2]! ** 2;
    return f;
  },
  BoxBOD: saturation,
  Chwirut1: chwirut,
  Chwirut2: chwirut,
  DanWood: (b, [x = 0], p) => {
    p[0] = x ** b[1]!;
    p[1] = b[0]! * p[0] * log(x);
    return b[0]! * p[0];
  },
  ENSO: (b, [x = 0], p) => {
    const [year] = wave(b, (2 * PI * x) / 12, p, 1);
    const [first, slope] = wave(b, (2 * PI * x) / b[3]!, p, 4);
    const [second, otherSlope] = wave(b, (2 * PI * x) / b[6]!, p, 7);
    p[0] = 1;
    p[3] = (-slope * 2 * PI * x) / b[3]! ** 2;
    p[6] = (-otherSlope * 2 * PI * x) / b[6]! ** 2;
    return b[0]! + year + first + second;
  },
  Eckerle4: (b, [x = 0], p) => {
    const t = (x - b[2]!) / b[1]!;
    p[0] = exp(-0.5 * t * t) / b[1]!;
    const f = b[0]! * p[0];
    p[1] = (f * (t * t - 1)) / b[1]!;
    p[2] = (f * t) / b[1]!;
    return f;
  },
  Gauss1: gauss,
  Gauss2: gauss,
  Gauss3: gauss,
  Hahn1: rational(4),
  Kirby2: rational(3),
  Lanczos1: lanczos,
  Lanczos2: lanczos,
  Lanczos3: lanczos,
  MGH09: (b, [x = 0], p) => {
    const below = x * x + x * b[2]! + b[3]!;
    p[0] = (x * x + x * b[1]!) / below;
    const f = b[0]! * p[0];
    p[1] = (b[0]! * x) / below;
    p[2] = (-x * f) / below;
    p[3] = -f / below;
    return f;
  },
  MGH10: (b, [x = 0], p) => {
    p[0] = exp(b[1]! / (x + b[2]!));
    const f = b[0]! * p[0];
    p[1] = f / (x + b[2]!);
    p[2] = (-f * b[1]!) / (x + b[2]!) ** 2;
    return f;
  },
  MGH17: (b, [x = 0], p) => {
    p[0] = 1;
    return b[0]! + decay(b, x, p, 1, 3) + decay(b, x, p, 2, 4);
  },
  Misra1a: saturation,
  Misra1b: (b, [x = 0], p) => {
    const base = 1 + (b[1]! * x) / 2;
    p[0] = 1 - base ** -2;
    p[1] = b[0]! * x * base ** -3;
    return b[0]! * p[0];
  },
  Misra1c: (b, [x = 0], p) => {
    const base = 1 + 2 * b[1]! * x;
    p[0] = 1 - base ** -0.5;
    p[1] = b[0]! * x * base ** -1.5;
    return b[0]! * p[0];
  },
  Misra1d: (b, [x = 0], p) => {
    const below = 1 + b[1]! * x;
    p[0] = (b[1]! * x) / below;
    p[1] = (b[0]! * x) / below ** 2;
    return b[0]! * p[0];
  },
  Nelson: (b, [x = 0, z = 0], p) => {
    const rest = x * exp(-b[2]! * z);
    p.set([1, -rest, b[1]! * z * rest]);
    return b[0]! - b[1]! * rest;
  },
  Rat42: (b, [x = 0], p) => {
    const e = exp(b[1]! - b[2]! * x);
    p[0] = 1 / (1 + e);
    const f = b[0]! * p[0];
    p[1] = -f * e * p[0];
    p[2] = x * f * e * p[0];
    return f;
  },
  Rat43: (b, [x = 0], p) => {
    const e = exp(b[1]! - b[2]! * x);
    p[0] = (1 + e) ** (-1 / b[3]!);
    const f = b[0]! * p[0];
    p[1] = (-f * e) / (b[3]! * (1 + e));
    p[2] = (x * f * e) / (b[3]! * (1 + e));
    p[3] = (f * log(1 + e)) / b[3]! ** 2;
    return f;
  },
  Roszman1: (b, [x = 0], p) => {
    const t = b[2]! / (x - b[3]!);
    const slope = -1 / (PI * (1 + t * t) * (x - b[3]!));
    p.set([1, -x, slope, slope * t]);
    return b[0]! - b[1]! * x - Math.atan(t) / PI;
  },
  Thurber: rational(4),
};

interface Stored {
  readonly start1: number[];
  readonly start2: number[];
  readonly certified: number[];
  readonly sd: number[];
  readonly rss: number;
  readonly x: readonly (number | number[])[];
  readonly y: readonly number[];
}

function problemOf([name, stored]: [name: string, stored: Stored]): NistProblem {
  const { start1, start2, certified, sd, rss } = stored;
  const model = models[name]!;
  const x = stored.x.map((row) => (typeof row === "number" ? [row] : row));
  const y = name === "Nelson" ? stored.y.map(log) : stored.y;
  const [rows, n] = [y.length, certified.length];
  const p = new Float64Array(n);
  const residuals: NistProblem["residuals"] = (b, r, jacobian) => {
    for (let i = 0; i < rows; i++) {
      r[i] = model(b, x[i]!, p) - y[i]!;
      jacobian?.set(p, i * n);
    }
  };
  const objective: NistProblem["objective"] = (b, gradient) => {
    let loss = 0;
    const sums = new Float64Array(n);
    for (let i = 0; i < rows; i++) {
      const r = model(b, x[i]!, p) - y[i]!;
      loss += (r * r) / 2;
      for (let j = 0; j < n; j++) sums[j]! += r * p[j]!;
    }
    for (let j = 0; j < n; j++) gradient[j] = sums[j]!;
    return loss;
  };
  return { name, starts: [start1, start2], certified, sd, rss, rows, residuals, objective };
}

const file = new URL("../fixtures/nist-strd.json", import.meta.url);
const stored = JSON.parse(readFileSync(file, "utf8")) as { problems: Record<string, Stored> };

export const nistProblems: readonly NistProblem[] = Object.entries(stored.problems).map(problemOf);
