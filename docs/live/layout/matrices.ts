/** Matrices whose rows or columns are flats: a batch, and a Hessian with its blocks. */
import { blockViews, labelOf, leaves, shapedFromFlat } from "ndarray-params";
import type { NdArray } from "ndarray";
import ndarray from "ndarray-params/ndarray";
import { cells } from "../page/cells.ts";
import { h, labelled, say, select } from "../page/dom.ts";
import { mixed, rgbOf, themeOf, type Rgb } from "../page/theme.ts";
import { COLORS } from "./cell-inputs.ts";
import type { Opened } from "./opened.ts";

export interface Matrices {
  readonly batch: HTMLElement;
  readonly hessian: HTMLElement;
  readonly open: (opened: Opened) => void;
  readonly refresh: () => void;
}

const FLATS = 4;

export function matrices(host: Element): Matrices {
  let opened: Opened;
  let blocks: unknown;
  let chosen: readonly [x: number, y: number] = [0, 0];
  let colors: readonly Rgb[] = [];
  let ground: Rgb = [255, 255, 255];

  const axis = select(
    { last: "the last: each row is a flat", first: "the first: each column is a flat" },
    "last",
  );
  axis.addEventListener("change", () => openBatch());
  const batchNote = h("p", { class: "live-mono live-element-note", "aria-live": "polite" });
  const batchTable = h("tbody");
  const batchCells = cells(
    "A batch of flats. Arrow keys move from element to element.",
    "live-batch",
    tellBatch,
    { keys: true },
  );
  const hessianNote = h("p", { class: "live-mono live-element-note", "aria-live": "polite" });
  const hessianCells = cells(
    "A Hessian. Arrow keys move from element to element.",
    "live-hessian",
    tellHessian,
    { keys: true },
  );

  const isLast = (): boolean => axis.value === "last";

  function openBatch(): void {
    const n = opened.layout.size;
    const shape = isLast() ? [FLATS, n] : [n, FLATS];
    const batch = ndarray(new Float64Array(FLATS * n), shape);
    const views = shapedFromFlat(batch, opened.layout, { axis: isLast() ? -1 : 0 });
    batchTable.replaceChildren(
      ...leaves(views as object, opened.layout).map(([path, view]) =>
        h(
          "tr",
          {},
          h("th", { scope: "row" }, path),
          h("td", {}, `[${[...view.shape].join(", ")}]`),
          h("td", {}, `[${[...view.stride].join(", ")}]`),
          h("td", {}, String(view.offset)),
        ),
      ),
    );
    paint();
    if (n > 0) tellBatch(0, 0);
  }

  function tellBatch(x: number, y: number): void {
    batchCells.mark(x, y);
    const [own, element] = isLast() ? [y, x] : [x, y];
    const index = y * (isLast() ? opened.layout.size : FLATS) + x;
    // The axes of the batch stand in front of those of the leaf.
    const [path, inside] = partsOf(labelOf(opened.layout, element));
    const label = `${path}[${[own, ...inside].join(",")}]`;
    say(batchNote, `${label} is element ${element} of flat ${own}, data[${index}]`);
  }

  function tellHessian(x: number, y: number): void {
    hessianCells.mark(x, y);
    chosen = [x, y];
    paintHessian();
    const [row, column] = [labelOf(opened.layout, y), labelOf(opened.layout, x)];
    const { layout, leafOf } = opened;
    const [above, across] = [y, x].map((at) => layout.slots[leafOf[at]!]!.path) as [string, string];
    const { shape, offset } = entryAt(entryAt(blocks, above), across) as NdArray;
    const [, i] = partsOf(row);
    const [, j] = partsOf(column);
    const all = [...i, ...j];
    say(
      hessianNote,
      `∂²f/∂${row}∂${column} is blocks.${above}.${across}${all.length > 0 ? `[${all.join(",")}]` : ""}; the block has shape [${[...shape].join(", ")}] and offset ${offset} in H`,
    );
  }

  function paint(): void {
    const { layout, leafOf } = opened;
    const n = layout.size;
    if (n === 0) return;
    const [across, down] = isLast() ? [n, FLATS] : [FLATS, n];
    batchCells.resize(across, down);
    batchCells.element.style.maxWidth = `${Math.min(across * 28, 672)}px`;
    for (let i = 0; i < n * FLATS; i++) {
      const [x, y] = [i % across, Math.floor(i / across)];
      const own = isLast() ? y : x;
      const color = colors[leafOf[isLast() ? x : y]! % COLORS]!;
      batchCells.pixels[i] = pixel(mixed(ground, color, own % 2 === 0 ? 0.42 : 0.3));
    }
    batchCells.show();
    paintHessian();
  }

  /** A block has the colors of both of its leaves, like a chessboard, and the chosen one is darker. */
  function paintHessian(): void {
    const { layout, leafOf } = opened;
    const n = layout.size;
    hessianCells.resize(n, n);
    hessianCells.element.style.maxWidth = `${Math.min(n * 28, 448)}px`;
    const [across, down] = chosen.map((at) => leafOf[at]) as [number, number];
    for (let y = 0; y < n; y++) {
      for (let x = 0; x < n; x++) {
        const isEven = (x + y) % 2 === 0;
        const isChosen = leafOf[y] === down && leafOf[x] === across;
        const color = colors[leafOf[isEven ? y : x]! % COLORS]!;
        const part = (isEven ? 0.42 : 0.3) + (isChosen ? 0.34 : 0);
        hessianCells.pixels[y * n + x] = pixel(mixed(ground, color, part));
      }
    }
    hessianCells.show();
  }

  function readColors(): void {
    const style = getComputedStyle(host);
    ground = rgbOf(themeOf(host).ground);
    colors = Array.from({ length: COLORS }, (_, i) =>
      rgbOf(style.getPropertyValue(`--live-leaf-${i}`).trim()),
    );
  }

  readColors();
  const heads = ["leaf", "shape", "strides", "offset"];
  return {
    batch: h(
      "div",
      { class: "live-beside" },
      h("div", {}, batchCells.element, batchNote),
      h(
        "div",
        {},
        labelled("The parameters run along", axis),
        h(
          "div",
          {
            class: "live-scroll",
            tabindex: 0,
            role: "region",
            "aria-label": "The views of the batch",
          },
          h(
            "table",
            { class: "live-table" },
            h(
              "thead",
              {},
              h(
                "tr",
                {},
                heads.map((head) => h("th", { scope: "col" }, head)),
              ),
            ),
            batchTable,
          ),
        ),
      ),
    ),
    hessian: h("div", {}, hessianCells.element, hessianNote),
    open: (next) => {
      opened = next;
      chosen = [0, 0];
      openBatch();
      const { size } = opened.layout;
      const hasAny = size > 0;
      for (const one of [batchCells, hessianCells]) one.element.hidden = !hasAny;
      if (!hasAny) return [batchNote, hessianNote].forEach((note) => say(note, "No elements."));
      blocks = blockViews(ndarray(new Float64Array(size * size), [size, size]), opened.layout);
      tellHessian(Math.min(5, size - 1), size - 1);
    },
    refresh: () => {
      readColors();
      paint();
    },
  };
}

const pixel = ([red, green, blue]: Rgb): number => (255 << 24) | (blue << 16) | (green << 8) | red;

/** A label's path and its indices: w[2,1] is w and 2, 1. */
function partsOf(label: string): [path: string, inside: string[]] {
  const [, path, inside] = /^(.*?)(?:\[([\d,]*)\])?$/.exec(label)!;
  return [path!, inside === undefined ? [] : inside.split(",")];
}

/** The entry of a tree at a path such as hidden.w. */
function entryAt(tree: unknown, path: string): unknown {
  const steps = path === "" ? [] : path.split(".");
  return steps.reduce((entry, step) => (entry as Record<string, unknown>)[step], tree);
}
