/**
 * The drawn problems of spec/fixtures/fit/bounded-scipy.json as a user would write them: a model over
 * all leaves by name, of which some are tied and some are frozen.
 */
import { readFileSync } from "node:fs";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import {
  blockViews,
  emptyWithViews,
  layoutOf,
  partition,
  shapedFromFlat,
  tie,
  type Layout,
} from "ndarray-params";

interface Drawn {
  readonly kind: "peaks" | "decays" | "enzymes" | "growth";
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly tie: readonly [path: string, source: string] | null;
  readonly frozen: Readonly<Record<string, number>>;
  readonly start: Readonly<Record<string, number>>;
  readonly lower: Readonly<Record<string, number>>;
  readonly upper: Readonly<Record<string, number>>;
  /** Half the sum of squares that SciPy reaches. */
  readonly loss: number;
}

type Leaves = Readonly<Record<string, NdArray<Float64Array>>>;
type Values = Readonly<Record<string, number>>;
type Add = (path: string, slope: number) => void;

/** Returns the model at point i of m and adds the partial derivative of each leaf. */
type Model = (p: Values, x: number, add: Add, isFirst: boolean) => number;

function peak(p: Values, x: number, add: Add, k: number): number {
  const [h, c, w] = [p[`h${k}`]!, p[`c${k}`]!, p[`w${k}`]!];
  const t = (x - c) / w;
  const e = Math.exp(-t * t);
  add(`h${k}`, e);
  add(`c${k}`, (2 * h * t * e) / w);
  add(`w${k}`, (2 * h * t * t * e) / w);
  return h * e;
}

function decay(p: Values, x: number, add: Add, k: number): number {
  const [a, rate] = [p[`a${k}`]!, p[`k${k}`]!];
  const e = Math.exp(-rate * x);
  add(`a${k}`, e);
  add(`k${k}`, -x * a * e);
  return a * e;
}

const models: Readonly<Record<Drawn["kind"], { paths: readonly string[]; model: Model }>> = {
  peaks: {
    paths: ["h1", "c1", "w1", "h2", "c2", "w2", "base"],
    model: (p, x, add) => {
      add("base", 1);
      return peak(p, x, add, 1) + peak(p, x, add, 2) + p["base"]!;
    },
  },
  decays: {
    paths: ["a1", "k1", "a2", "k2", "base"],
    model: (p, x, add) => {
      add("base", 1);
      return decay(p, x, add, 1) + decay(p, x, add, 2) + p["base"]!;
    },
  },
  enzymes: {
    paths: ["v1", "k1", "v2", "k2"],
    model: (p, x, add, isFirst) => {
      const [v, k] = isFirst ? ["v1", "k1"] : ["v2", "k2"];
      const share = x / (p[k]! + x);
      add(v, share);
      add(k, (-p[v]! * share) / (p[k]! + x));
      return p[v]! * share;
    },
  },
  growth: {
    paths: ["top", "b", "rate", "base"],
    model: (p, x, add) => {
      const e = Math.exp(p["b"]! - p["rate"]! * x);
      const share = 1 / (1 + e);
      add("top", share);
      add("b", -p["top"]! * share * share * e);
      add("rate", p["top"]! * share * share * e * x);
      add("base", 1);
      return p["top"]! * share + p["base"]!;
    },
  },
};

export interface DrawnProblem {
  readonly name: string;
  readonly loss: number;
  readonly free: Layout;
  readonly start: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rows: Layout;
  readonly residuals: (
    flat: Float64Array,
    r: Float64Array,
    jacobian: NdArray<Float64Array> | undefined,
  ) => void;
}

function problemOf(drawn: Drawn, index: number): DrawnProblem {
  const { kind, x, y } = drawn;
  const { paths, model } = models[kind];
  const all = layoutOf(Object.fromEntries(paths.map((path) => [path, []])));
  const rows = layoutOf({ y: y.length });
  const tied = drawn.tie === null ? undefined : tie(all, drawn.tie[0], drawn.tie[1]);
  const own: Layout = tied?.free ?? all;
  const { free, fixed, join } = partition(own, Object.keys(drawn.frozen) as never[]);
  const [, frozen] = emptyWithViews(fixed);
  for (const [path, value] of Object.entries(drawn.frozen)) {
    (frozen as Leaves)[path]!.set(value);
  }
  const sink = ndarray(new Float64Array(rows.size * fixed.size), [rows.size, fixed.size]);
  const whole = (part: object, rest: object): Leaves => {
    const joined = join(part as never, rest as never);
    return (tied === undefined ? joined : tied.join(joined as never)) as Leaves;
  };

  const residuals: DrawnProblem["residuals"] = (flat, r, jacobian) => {
    const leaves = whole(shapedFromFlat(flat, free), frozen);
    const values = Object.fromEntries(paths.map((path) => [path, leaves[path]!.get()]));
    // A tied leaf has the columns of its source, so slopes are added to zeros.
    jacobian?.data.fill(0);
    const slopes =
      jacobian === undefined
        ? undefined
        : whole(
            (blockViews(jacobian, rows, free) as { y: object }).y,
            (blockViews(sink, rows, fixed) as { y: object }).y,
          );
    for (let i = 0; i < r.length; i++) {
      const add: Add = (path, slope) => {
        const column = slopes?.[path];
        column?.set(i, column.get(i) + slope);
      };
      r[i] = model(values, x[i]!, add, i < r.length / 2) - y[i]!;
    }
  };
  const row = (named: Values) => Float64Array.from(free.slots, ({ path }) => named[path]!);
  return {
    name: `${kind} ${index}`,
    loss: drawn.loss,
    free,
    rows,
    residuals,
    start: row(drawn.start),
    lower: row(drawn.lower),
    upper: row(drawn.upper),
  };
}

const file = new URL("../../fixtures/fit/bounded-scipy.json", import.meta.url);
const { problems } = JSON.parse(readFileSync(file, "utf8")) as { problems: readonly Drawn[] };

export const drawnProblems: readonly DrawnProblem[] = problems.map(problemOf);
