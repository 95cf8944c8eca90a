/**
 * The parameters twice: as the flat, number after number, and as the columns of its first view, each
 * of them the square of its pixels. Both are drawn from the same memory.
 */
import { labelOf } from "ndarray-params";
import { cells } from "../page/cells.ts";
import { h, labelled, say } from "../page/dom.ts";
import type { ShownRun } from "./shown-run.ts";
import { weightColors } from "./weight-colors.ts";

const SIDE = 28;
const STEP = SIDE + 1; // a column's picture and the gap after it

export interface Weights {
  readonly flat: HTMLElement;
  readonly pictures: HTMLElement;
  /** The place to look at one element: a slider, and what it says. */
  readonly element: HTMLElement;
  readonly open: (run: ShownRun) => void;
  readonly draw: () => void;
  readonly refresh: () => void;
}

/** How many numbers the flat has in a line, and how many pictures stand in one. */
const widths = { softmax: { flat: 280, pictures: 5 }, net: { flat: 560, pictures: 10 } };

export function weights(host: Element): Weights {
  let run: ShownRun | undefined;
  let [chosen, most] = [0, 0];
  const colors = weightColors(host);

  const flat = cells(
    "The flat, all parameters in one line after the other",
    "live-flat",
    (x, y) => {
      const index = y * widths[run!.settings.model].flat + x;
      if (index < run!.layout.size) choose(index);
    },
  );
  const pictures = cells("The weights of each unit as a picture", "live-pictures", (x, y) => {
    const [column, row] = [Math.floor(x / STEP), Math.floor(y / STEP)];
    const [i, j] = [
      (y % STEP) * SIDE + (x % STEP),
      row * widths[run!.settings.model].pictures + column,
    ];
    const { w } = run!.layers[0]!;
    if (x % STEP < SIDE && y % STEP < SIDE && j < w.shape[1]!) choose(i * w.shape[1]! + j);
  });

  const slider = h("input", { type: "range", min: 0, max: 0, value: 0, class: "live-element" });
  const text = h("output", { class: "live-mono" });
  slider.addEventListener("input", () => choose(Number(slider.value)));

  function choose(index: number): void {
    chosen = index;
    slider.value = String(index);
    slider.setAttribute("aria-valuetext", labelOf(run!.layout, index));
    const { flat: line, pictures: across } = widths[run!.settings.model];
    flat.mark(index % line, Math.floor(index / line));
    const { w } = run!.layers[0]!;
    const columns = w.shape[1]!;
    const [i, j] = [Math.floor(index / columns), index % columns];
    const isInside = index < w.size;
    pictures.element.classList.toggle("live-unmarked", !isInside);
    if (isInside) {
      pictures.mark(
        (j % across) * STEP + (i % SIDE),
        Math.floor(j / across) * STEP + Math.floor(i / SIDE),
      );
    }
    tell();
  }

  function tell(): void {
    const { layout, parameters, gradient } = run!;
    const [value, slope] = [parameters.get(chosen), gradient.get(chosen)].map((x) =>
      x.toPrecision(4),
    );
    say(text, `${labelOf(layout, chosen)} = flat[${chosen}] = ${value}, gradient ${slope}`);
  }

  return {
    flat: flat.element,
    pictures: pictures.element,
    element: h("div", {}, labelled("An element", slider), text),
    open: (opened) => {
      run = opened;
      const { layout, layers, settings } = run;
      const { flat: line, pictures: across } = widths[settings.model];
      const columns = layers[0]!.w.shape[1]!;
      flat.resize(line, Math.ceil(layout.size / line));
      pictures.resize(across * STEP - 1, Math.ceil(columns / across) * STEP - 1);
      flat.pixels.fill(0);
      pictures.pixels.fill(0);
      slider.max = String(layout.size - 1);
      most = 0;
      choose(Math.floor(layers[0]!.w.size * 0.52)); // a pixel in the middle
    },
    draw: () => {
      const { parameters, layers, settings } = run!;
      const { w } = layers[0]!;
      const [rows, columns] = w.shape as [number, number];
      const { data, offset } = parameters;
      let sum = 0;
      for (let i = 0; i < w.size; i++) sum += data[offset + i]! ** 2;
      // The scale follows slowly: pictures that flicker hide what changes.
      const now = 3 * Math.sqrt(sum / w.size) || 1;
      most = most === 0 ? now : most + (now - most) / 8;

      const line = flat.pixels;
      for (let i = 0; i < parameters.size; i++) line[i] = colors.pixel(data[offset + i]!, most);
      flat.show();

      const { pictures: across } = widths[settings.model];
      const width = across * STEP - 1;
      const [down, right] = w.stride as [number, number];
      const image = pictures.pixels;
      for (let j = 0; j < columns; j++) {
        const corner = Math.floor(j / across) * STEP * width + (j % across) * STEP;
        for (let i = 0; i < rows; i++) {
          const at = corner + Math.floor(i / SIDE) * width + (i % SIDE);
          image[at] = colors.pixel(w.data[w.offset + i * down + j * right]!, most);
        }
      }
      pictures.show();
      tell();
    },
    refresh: () => colors.refresh(),
  };
}
