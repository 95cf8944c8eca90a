/** The leaves of the parameters, with figures that change while they learn. */
import { h, say } from "../page/dom.ts";
import type { ShownRun } from "./shown-run.ts";

export interface LeafTable {
  readonly element: HTMLElement;
  readonly open: (run: ShownRun) => void;
  readonly draw: (run: ShownRun) => void;
}

export function leafTable(): LeafTable {
  const body = h("tbody");
  const heads = ["leaf", "shape", "index", "mean", "std", "‖gradient‖"];
  const element = h(
    "div",
    { class: "live-scroll", tabindex: 0, role: "region", "aria-label": "The leaves" },
    h(
      "table",
      { class: "live-table live-leaf-table" },
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          heads.map((head) => h("th", { scope: "col" }, head)),
        ),
      ),
      body,
    ),
  );
  let figures: HTMLElement[][] = [];

  return {
    element,
    open: ({ layout }) => {
      figures = [];
      body.replaceChildren(
        ...layout.slots.map(({ path, shape, offset, size }) => {
          const own = [h("td"), h("td"), h("td")];
          figures.push(own);
          return h(
            "tr",
            {},
            h("th", { scope: "row" }, path),
            h("td", {}, `[${shape.join(", ")}]`),
            h("td", {}, `${offset}..${offset + size - 1}`),
            own,
          );
        }),
      );
    },
    draw: ({ layout, parameters, gradient }) => {
      layout.slots.forEach(({ offset, size }, row) => {
        const { mean, std } = momentsOf(parameters.data, parameters.offset + offset, size);
        const slope = momentsOf(gradient.data, gradient.offset + offset, size);
        const norm = Math.sqrt(size * (slope.std ** 2 + slope.mean ** 2));
        [mean, std, norm].forEach((figure, i) => say(figures[row]![i]!, short(figure)));
      });
    },
  };
}

function momentsOf(data: Float64Array, from: number, size: number): { mean: number; std: number } {
  let [sum, squares] = [0, 0];
  for (let i = from; i < from + size; i++) sum += data[i]!;
  const mean = sum / size;
  for (let i = from; i < from + size; i++) squares += (data[i]! - mean) ** 2;
  return { mean, std: Math.sqrt(squares / size) };
}

/** Three digits that do not jump: a minus of the same width as a space before a positive number. */
const short = (x: number): string =>
  (x < 0 ? "−" : "") +
  (Math.abs(x) < 1e-4 && x !== 0 ? Math.abs(x).toExponential(1) : Math.abs(x).toFixed(4));
