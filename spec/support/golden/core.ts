/** Templates, views, labels, and what makes views of views. */
import ndarray from "ndarray";
import {
  blockViews,
  broadcast,
  emptyWithViews,
  indexOf,
  labelOf,
  layoutOf,
  leaves,
  shapedFromFlat,
  subflat,
  sublayout,
  type Template,
} from "ndarray-params";
import {
  dtypes,
  elementsOf,
  fillView,
  fillViews,
  layOf,
  partsOf,
  source,
  viewOf,
  type Cases,
  type Part,
} from "./draw.ts";

const deep = {
  encoder: {
    layers: [
      { w: [4, 3], b: 3 },
      { w: [3, 2], b: 2 },
    ],
    scale: [],
  },
  empty: [0, 2],
  decoder: { w: [2, 4], cube: [2, 1, 3] },
};
const list = [[5, 2], 2, []];
const size = layoutOf(deep).size;

const shownLayout = (template: Template): string => {
  const layout = layoutOf(template);
  const slots = layout.slots.map(({ path, shape, offset, size: own }) =>
    [path, `[${shape.join()}]`, offset, own].join(" "),
  );
  return [layout.size, ...slots, JSON.stringify(layout.template)].join("\n");
};

export const core: Cases = {
  "core: layoutOf": () => [shownLayout(deep), shownLayout(list), shownLayout({})],
  ...Object.fromEntries(
    dtypes.map((dtype) => [
      `core: emptyWithViews ${dtype}`,
      (): Part[] => {
        const [flat, views] = emptyWithViews(deep, { dtype });
        fillViews(views, source(1));
        return [flat.data, layOf({ flat }), layOf(views)];
      },
    ]),
  ),
  "core: emptyWithViews allocate": () => {
    const room = new Float64Array(100).fill(-7);
    const allocate = (count: number) => room.subarray(5, 5 + count);
    const [flat, views] = emptyWithViews(list, { allocate });
    const cleared = room.slice();
    fillViews(views, source(2));
    return [cleared, room, layOf({ flat }), layOf(views)];
  },
  "core: shapedFromFlat of arrays": () => {
    const typed = new Float32Array(size + 6).fill(-7);
    const whole = fillViews(shapedFromFlat(typed.subarray(4, 4 + size), deep), source(3));
    const plain = Array<number>(size).fill(0);
    const ofPlain = fillViews(shapedFromFlat(plain, layoutOf(deep)), source(4));
    return [typed, layOf(whole), plain, layOf(ofPlain)];
  },
  "core: shapedFromFlat of strided flats": () =>
    [3, -2].flatMap((step) => {
      const data = new Float64Array(4 * size).fill(-7);
      const flat = ndarray(data, [size], [step], step > 0 ? 2 : 3 * size);
      const views = fillViews(shapedFromFlat(flat, deep), source(5));
      return [data, layOf(views)];
    }),
  "core: shapedFromFlat of a batch, parameters last": () => {
    const batch = viewOf((count) => new Float64Array(count), [3, 2, size], "stepped");
    const views = fillViews(shapedFromFlat(batch, deep), source(6));
    return [batch.data, layOf(views)];
  },
  "core: shapedFromFlat of a batch, every axis": () =>
    [0, 1, 2].flatMap((axis) => {
      const shape = [2, 3].toSpliced(axis, 0, 13);
      const batch = viewOf((count) => new Float32Array(count), shape, "reversed");
      const views = fillViews(shapedFromFlat(batch, list, { axis }), source(7));
      return [batch.data, layOf(views)];
    }),
  "core: labelOf": () =>
    Array.from({ length: size }, (_, index) => labelOf(layoutOf<Template>(deep), index)).join("\n"),
  "core: indexOf": () => {
    const layout = layoutOf<Template>(deep);
    return Array.from({ length: size }, (_, index) => indexOf(layout, labelOf(layout, index)));
  },
  "core: leaves": () => {
    const [, views] = emptyWithViews(deep);
    fillViews(views, source(8));
    return leaves(views, deep).flatMap(([path, view]) => [path, elementsOf(view)]);
  },
  "core: subflat": () => {
    const data = source(9).into(new Float64Array(3 * size));
    const flat = ndarray(data, [size], [-2], 3 * size - 1);
    const encoder = subflat(flat, deep, "encoder");
    const parts = {
      encoder,
      layer: subflat(flat, deep, "encoder.layers.1"),
      leaf: subflat(flat, deep, "decoder.cube"),
      empty: subflat(flat, deep, "empty"),
      inside: shapedFromFlat(encoder, sublayout(deep, "encoder")),
    };
    return partsOf(parts);
  },
  "core: subflat of a batch": () => {
    const batch = fillView(
      viewOf((n) => new Float64Array(n), [size, 4], "stepped"),
      source(10),
    );
    return partsOf({ part: subflat(batch, deep, "decoder", { axis: 0 }) });
  },
  "core: sublayout": () => [
    shownLayout(sublayout(deep, "encoder").template),
    shownLayout(sublayout(deep, "encoder.layers").template),
  ],
  "core: blockViews of a square": () => {
    const matrix = viewOf((n) => new Float64Array(n), [13, 13], "column-major");
    const blocks = blockViews(matrix, list);
    fillViews(blocks, source(11));
    return [matrix.data, layOf(blocks)];
  },
  "core: blockViews of a stack of Jacobians": () => {
    const stack = viewOf((n) => new Float32Array(n), [2, 13, size], "stepped");
    const blocks = blockViews(stack, list, deep);
    fillViews(blocks, source(12));
    return [stack.data, layOf(blocks)];
  },
  "core: broadcast": () => {
    const row = fillView(
      viewOf((n) => new Float64Array(n), [4], "reversed"),
      source(13),
    );
    const column = fillView(
      viewOf((n) => new Float32Array(n), [3, 1], "stepped"),
      source(14),
    );
    const one = fillView(
      viewOf((n) => new Float64Array(n), []),
      source(15),
    );
    return partsOf({
      rows: broadcast(row, [3, 4]),
      cube: broadcast(row, [2, 3, 4]),
      columns: broadcast(column, [3, 5]),
      scalar: broadcast(one, [2, 2]),
    });
  },
};
