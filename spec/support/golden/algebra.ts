/** Cases that copy, split, tie and check: the functions over whole trees of views. */
import ndarray from "ndarray";
import {
  checkGradient,
  emptyWithViews,
  flatFunction,
  mapViews,
  partition,
  shapedFromFlat,
  templateOf,
  tie,
  transfer,
  valuesToFlat,
} from "ndarray-params";
import {
  elementsOf,
  fillView,
  fillViews,
  layOf,
  partsOf,
  source,
  viewOf,
  type Cases,
  type Floats,
  type Part,
} from "./draw.ts";

const net = { encoder: { w: [4, 3], b: 3 }, middle: [[3, 3], 3], decoder: { w: [3, 4], b: 4 } };
const netSize = 12 + 3 + 9 + 3 + 12 + 4;

/** A flat of `net` with drawn numbers. */
const drawnFlat = (seed: number): Float64Array => source(seed).into(new Float64Array(netSize));

const values = () => {
  const { number, into } = source(21);
  return {
    rows: [
      [number(), number()],
      [number(), number()],
      [number(), number()],
    ],
    typed: into(new Float32Array(5)),
    view: fillView(
      viewOf((n) => new Float64Array(n), [2, 3], "column-major"),
      source(22),
    ),
    scale: number(),
    list: [[number(), number()], { deep: number() }],
  };
};

/** Σ aᵢ·xᵢ²/(1 + xᵢ²) + √(1 + xᵢ²·xⱼ²) with its gradient, j the index before i. */
function bumps(x: Floats | number[], g: Floats | number[]): number {
  let loss = 0;
  g.fill(0);
  for (let i = 0; i < x.length; i++) {
    const j = i === 0 ? x.length - 1 : i - 1;
    const [a, xi, xj] = [1 + i / 7, x[i]!, x[j]!];
    const below = 1 + xi * xi;
    const root = Math.sqrt(1 + xi * xi * xj * xj);
    loss += (a * xi * xi) / below + root;
    g[i]! += (2 * a * xi) / (below * below) + (xi * xj * xj) / root;
    g[j]! += (xi * xi * xj) / root;
  }
  return loss;
}

/** The report of `checkGradient` on an objective, a number of the gradient made wrong. */
function checked(flat: Float64Array | Float32Array | number[], wrong: number): Part[] {
  const objective = (x: typeof flat, g: typeof flat): number => {
    const loss = bumps(x, g);
    g[wrong]! *= 1.25;
    return loss;
  };
  const { leaves, ...whole } = checkGradient(objective, flat, { w: [3, 2], b: 2, c: [] });
  return [whole, ...leaves].flatMap(({ label, path, worst, analytic, numeric }) => [
    `${path} ${label}`,
    [worst, analytic, numeric],
  ]);
}

export const algebra: Cases = {
  "algebra: valuesToFlat without a template": () => {
    const [flat, views] = valuesToFlat(values());
    return [flat.data, layOf(views)];
  },
  "algebra: valuesToFlat float32": () => {
    const [flat, views] = valuesToFlat(values(), undefined, { dtype: "float32" });
    return [flat.data, layOf(views)];
  },
  "algebra: valuesToFlat with a template": () => {
    const { rows, typed, scale } = values();
    const [flat, views] = valuesToFlat(
      { rows, typed, scale },
      { rows: [3, 2], typed: 5, scale: [] },
    );
    return [flat.data, layOf(views)];
  },
  "algebra: templateOf": () => JSON.stringify(templateOf(values())),
  "algebra: transfer": () => {
    const other = { decoder: { w: [4, 3], b: 4 }, encoder: { w: [4, 3] }, extra: 2 };
    const to = new Float32Array(30).fill(-7);
    const report = transfer(drawnFlat(23), net, to, other);
    return [to, JSON.stringify(report)];
  },
  "algebra: transfer inside one array": () => {
    const data = source(24).into(new Float64Array(netSize + 10));
    const from = data.subarray(0, netSize);
    const to = ndarray(data, [netSize], [-1], netSize + 9);
    const { copied } = transfer(from, net, to, {
      middle: [[3, 3], 3],
      encoder: net.encoder,
      decoder: net.decoder,
    });
    return [data, copied.join()];
  },
  "algebra: mapViews": () => {
    const a = shapedFromFlat(drawnFlat(25), net);
    const b = shapedFromFlat(drawnFlat(26), net);
    const dots = mapViews(
      net,
      (x, y, path) => {
        const other = elementsOf(y);
        const dot = elementsOf(x).reduce((sum, value, i) => sum + value * other[i]!, 0);
        return { path, dot };
      },
      a,
      b,
    );
    return JSON.stringify(dots);
  },
  "algebra: partition": () => {
    const { free, fixed, join } = partition(net, ["encoder", "middle.1"]);
    const flats = [emptyWithViews(free), emptyWithViews(fixed, { dtype: "float32" })] as const;
    transfer(drawnFlat(27), net, flats[0][0], free);
    transfer(drawnFlat(27), net, flats[1][0], fixed);
    const whole = join(flats[0][1], flats[1][1]);
    return [flats[0][0].data, flats[1][0].data, ...partsOf(whole)];
  },
  "algebra: tie": () => {
    const { free, join } = tie(net, "decoder.w", "encoder.w", { transpose: true });
    const [flat, views] = emptyWithViews(free);
    fillViews(views, source(28));
    return [flat.data, ...partsOf(join(views))];
  },
  "algebra: tie one after the other": () => {
    const first = tie(net, "middle.1", "encoder.b");
    const second = tie(first.free, "decoder.w", "encoder.w", { transpose: true });
    const [flat, views] = emptyWithViews(second.free, { dtype: "float32" });
    fillViews(views, source(29));
    return [flat.data, ...partsOf(first.join(second.join(views)))];
  },
  "algebra: flatFunction": () => {
    const objective = flatFunction(
      { w: [3, 2], b: 2 },
      (theta, gradient, factor: number) => {
        let sum = 0;
        for (const [from, to] of [
          [theta.w, gradient.w],
          [theta.b, gradient.b],
        ] as const) {
          const numbers = elementsOf(from);
          for (const number of numbers) sum += number * factor;
          to.data[to.offset] = sum;
        }
        return sum;
      },
      2,
    );
    const draw = source(30);
    const gradient = new Float64Array(8);
    const strided = ndarray(draw.into(new Float64Array(20)), [8], [2], 3);
    const typed = draw.into(new Float64Array(8));
    const sums = [objective(typed, gradient, 3), objective(strided, ndarray(gradient), 1 / 3)];
    return [sums, gradient];
  },
  "algebra: checkGradient": () => [
    ...checked(source(31).into(new Float64Array(9)), 4),
    ...checked(source(32).into(new Float32Array(9)), 7),
    ...checked(source(33).into(Array<number>(9).fill(0)), 8),
  ],
};
