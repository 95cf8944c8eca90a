/** Every initializer on views of several shapes that lie in several ways, from streams. */
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import { emptyWithViews } from "ndarray-params";
import * as initialize from "ndarray-params/initialize";
import { dtypes, floats, lies, source, viewOf, type Cases, type Floats } from "./draw.ts";

type View = NdArray<Float64Array | Float32Array | number[]>;
type Random = () => number;
type Fill = (view: View, random: Random) => void;

/** The last has more elements than are drawn at a time. */
const matrices = [
  [5, 7],
  [7, 5],
  [1, 1],
  [40, 31],
] as const;
const shapes = [[3, 4, 5], [2, 3, 1, 4], ...matrices] as const;
const allShapes = [[], [13], [0, 3], ...shapes] as const;

/** One case: these fills, both dtypes, all shapes, all ways to lie. */
const filled = (
  name: string,
  fills: Fill | readonly Fill[],
  over: readonly (readonly number[])[] = shapes,
): Cases => ({
  [`initialize: ${name}`]: () =>
    [fills].flat().flatMap((fill, i) =>
      dtypes.flatMap((dtype) =>
        over.flatMap((shape) =>
          lies.map((lie) => {
            const view = viewOf<Floats>((size) => floats(dtype, size), shape, lie);
            fill(view, initialize.stream("golden", `${name} ${i} ${shape.join()} ${lie}`));
            return view.data;
          }),
        ),
      ),
    ),
});

const inPyTorch = { gain: 1.5, fan: { in: 1, out: 0 } } as const;

const truncated =
  (low: number, high: number, mean = 0, std = 1): Fill =>
  (view, random) =>
    initialize.truncatedNormal(view, mean, std, random, { low, high });

const { glorotNormal, glorotUniform, heNormal, heUniform, lecunNormal, lecunUniform } = initialize;
const gained = { glorotNormal, glorotUniform, heNormal, heUniform, lecunNormal, lecunUniform };

export const initializers: Cases = {
  "initialize: stream": () => {
    const seeds = [0, 1, -5, 9007199254740991, "", "1", "run 7", "naïve ∑ 🙂"] as const;
    const paths = ["", "w", "hidden.w", "hidden.0.b"];
    return seeds.flatMap((seed) =>
      paths.map((path) => {
        const random = initialize.stream(seed, path);
        return Array.from({ length: 20 }, () => random());
      }),
    );
  },
  "initialize: stream shared by several views": () => {
    const random = initialize.stream("shared");
    const parts = [ndarray(new Float64Array(700), [700]), ndarray(new Float32Array(6), [2, 3])];
    initialize.randomizeNormal(parts[0]!, 0, 1, random);
    initialize.glorotUniform(parts[1]!, random);
    return [...parts.map(({ data }) => data), [random(), random()]];
  },
  ...filled("zeros", (view) => initialize.zeros(view), allShapes),
  ...filled("ones", (view) => initialize.ones(view), allShapes),
  ...filled("constant", (view) => initialize.constant(view, 1 / 3), allShapes),
  ...filled("identity", (view) => initialize.identity(view, 1.1), matrices),
  ...filled(
    "randomizeUniform",
    (view, random) => initialize.randomizeUniform(view, 0, 1, random),
    allShapes,
  ),
  ...filled("randomizeUniform from -0.1 to 0.7", (view, random) =>
    initialize.randomizeUniform(view, -0.1, 0.7, random),
  ),
  ...filled(
    "randomizeNormal",
    (view, random) => initialize.randomizeNormal(view, 0, 1, random),
    allShapes,
  ),
  ...filled("randomizeNormal of 3 and 0.2", (view, random) =>
    initialize.randomizeNormal(view, 3, 0.2, random),
  ),
  ...filled(
    "truncatedNormal",
    (view, random) => initialize.truncatedNormal(view, 0, 1, random),
    allShapes,
  ),
  ...filled("truncatedNormal from 0 on", truncated(0, Infinity)),
  ...filled("truncatedNormal narrow", truncated(-1, 1, 0.3, 0.1)),
  ...filled("truncatedNormal aside", truncated(0.5, 0.75)),
  ...filled("truncatedNormal nearly wide", truncated(-1.2, 1.1)),
  ...filled("truncatedNormal narrow and far", truncated(-5.1, -5, 2, 3)),
  ...filled("truncatedNormal upper tail", truncated(3, Infinity)),
  ...filled("truncatedNormal lower tail", truncated(-Infinity, -6, 1, 0.5)),
  ...filled("truncatedNormal part of a tail", truncated(2.5, 4)),
  ...Object.assign(
    {},
    ...Object.entries(gained).map(([name, fill]) =>
      filled(name, [
        (view, random) => fill(view, random),
        (view, random) => fill(view, random, inPyTorch),
      ]),
    ),
  ),
  ...filled("varianceScaling", (view, random) => initialize.varianceScaling(view, random)),
  ...Object.assign(
    {},
    ...(["truncated", "normal", "uniform"] as const).map((distribution) =>
      filled(
        `varianceScaling ${distribution}`,
        (["fanIn", "fanOut", "fanAvg"] as const).map(
          (mode): Fill =>
            (view, random) =>
              initialize.varianceScaling(view, random, { scale: 0.7, mode, distribution }),
        ),
      ),
    ),
  ),
  ...filled("orthogonal", (view, random) => initialize.orthogonal(view, random)),
  ...filled("orthogonal with gain", (view, random) =>
    initialize.orthogonal(view, random, { gain: 1.5 }),
  ),
  ...filled(
    "orthogonal in blocks",
    (view, random) => initialize.orthogonal(view, random, { shape: [3, 2] }),
    [[12], [6, 4], [2, 3, 3], [60, 30]],
  ),
  ...filled(
    "sparsifyColumns",
    (view, random) => {
      initialize.ones(view);
      initialize.sparsifyColumns(view, Math.min(3, view.shape[0]!), random);
    },
    matrices,
  ),
  ...filled(
    "sparsifyColumns with the diagonal kept",
    (view, random) => {
      initialize.randomizeNormal(view, 0, 1, random);
      initialize.sparsifyColumns(view, 1, random, { keepDiagonal: true });
    },
    [
      [5, 5],
      [1, 1],
      [20, 20],
    ],
  ),
  "initialize: from a source that is no stream": () => {
    const view = viewOf((size) => new Float64Array(size), [30, 40]);
    const { unit } = source(41);
    const fills: Fill[] = [
      (v, random) => initialize.randomizeUniform(v, -1, 1, random),
      (v, random) => initialize.randomizeNormal(v, 0, 1, random),
      (v, random) => initialize.truncatedNormal(v, 0, 1, random),
      (v, random) => initialize.heNormal(v, random),
      (v, random) => initialize.orthogonal(v, random),
    ];
    return fills.map((fill) => {
      fill(view, unit);
      return view.data.slice();
    });
  },
  "initialize: into a plain array": () => {
    const view = viewOf((size) => Array<number>(size).fill(0), [6, 5], "stepped");
    initialize.lecunNormal(view, initialize.stream("plain"));
    return view.data;
  },
  ...Object.fromEntries(
    dtypes.map((dtype) => [
      `initialize: initializeViews ${dtype}`,
      () => {
        const template = { hidden: { w: [9, 4], b: 4 }, deep: [{ w: [4, 4], s: [] }], out: [4, 2] };
        const [flat, views] = emptyWithViews(template, { dtype });
        const { zeros, orthogonal, ones } = initialize;
        const scheme = {
          hidden: { w: heNormal, b: zeros },
          deep: [{ w: orthogonal, s: ones }],
          out: glorotUniform,
        } as const;
        initialize.initializeViews(views, template, scheme, "run 7");
        const first = flat.data.slice();
        initialize.initializeViews(views, template, scheme, 7);
        return [first, flat.data];
      },
    ]),
  ),
};
