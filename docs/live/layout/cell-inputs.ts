/** The flat and its views as cells that one can write into: each element is there twice. */
import { h, say } from "../page/dom.ts";
import type { Leaf, Opened } from "./opened.ts";

export interface CellInputs {
  readonly flat: HTMLElement;
  readonly views: HTMLElement;
  /** The name of the element that one points at, or that has the focus. */
  readonly note: HTMLElement;
  readonly open: (opened: Opened) => void;
}

export const COLORS = 6;

export function cellInputs(): CellInputs {
  const [flat, views] = [h("div", { class: "live-line" }), h("div", { class: "live-leaves" })];
  const note = h("p", { class: "live-mono live-element-note", "aria-live": "polite" });
  let opened: Opened;
  /** Both cells of each element. */
  let pairs: [HTMLInputElement, HTMLInputElement][] = [];
  let shown = -1;

  const text = (index: number): string => String(opened.flat.get(index));

  function show(index: number): void {
    pairs[shown]?.forEach((one) => one.classList.remove("live-on"));
    shown = index;
    pairs[index]!.forEach((one) => one.classList.add("live-on"));
    const { labels, leafOf, leaves } = opened;
    const { view } = leaves[leafOf[index]!]!;
    const [shape, stride] = [view.shape, view.stride].map((all) => `[${[...all].join(", ")}]`);
    say(
      note,
      `${labels[index]} is flat[${index}]: shape ${shape}, strides ${stride}, offset ${view.offset}`,
    );
  }

  /** A cell writes through its own ndarray; the other one of the pair shows that it is one memory. */
  function cell(index: number, label: string, write: (value: number) => void): HTMLInputElement {
    const color = `live-leaf-${opened.leafOf[index]! % COLORS}`;
    const input = h("input", {
      type: "text",
      inputmode: "decimal",
      class: `live-cell ${color}`,
      "aria-label": label,
      value: text(index),
      autocomplete: "off",
    });
    input.addEventListener("input", () => {
      const value = input.value.trim() === "" ? NaN : Number(input.value);
      input.setAttribute("aria-invalid", String(Number.isNaN(value)));
      if (Number.isNaN(value)) return;
      write(value);
      for (const other of pairs[index]!) if (other !== input) other.value = text(index);
    });
    input.addEventListener("change", () => {
      input.removeAttribute("aria-invalid");
      input.value = text(index);
    });
    input.addEventListener("focus", () => show(index));
    input.addEventListener("pointerenter", () => show(index));
    input.addEventListener("keydown", (event) => {
      const step = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
      if (step === 0) return;
      event.preventDefault();
      input.value = String(opened.flat.get(index) + step);
      input.dispatchEvent(new Event("input"));
    });
    return input;
  }

  return {
    flat,
    views,
    note,
    open: (next) => {
      opened = next;
      shown = -1;
      pairs = [];
      const inFlat = opened.labels.map((_, i) =>
        cell(i, `flat[${i}]`, (value) => opened.flat.set(i, value)),
      );
      const inViews = opened.leaves.map((leaf) => {
        const cells = leaf.indices.map((index, nth) => {
          const own = cell(index, opened.labels[index]!, (value) =>
            leaf.view.set(...multiIndex(leaf.view.shape, nth), value),
          );
          pairs[index] = [inFlat[index]!, own];
          return own;
        });
        return leafCells(leaf, cells);
      });
      flat.replaceChildren(...inFlat);
      views.replaceChildren(...inViews);
      if (pairs.length > 0) show(pairs.length > 5 ? 5 : 0);
      else say(note, "The template has no elements.");
    },
  };
}

/** A leaf as matrices: the last two axes are rows and columns. */
function leafCells({ path, view, indices }: Leaf, cells: HTMLInputElement[]): HTMLElement {
  const columns = view.shape.at(-1) ?? 1;
  const rows = view.shape.at(-2) ?? 1;
  const matrices: HTMLElement[] = [];
  for (let from = 0; from < indices.length; from += rows * columns) {
    const grid = h("div", { class: "live-matrix" }, cells.slice(from, from + rows * columns));
    grid.style.gridTemplateColumns = `repeat(${columns}, 58px)`;
    matrices.push(grid);
  }
  const shape = `[${view.shape.join(", ")}]`;
  const head = h("h4", {}, h("strong", {}, path), ` ${shape}`);
  return h(
    "div",
    { class: "live-leaf", role: "group", "aria-label": `${path}, shape ${shape}` },
    head,
    matrices.length > 0 ? matrices : h("p", { class: "live-note" }, "no elements"),
  );
}

/** The indices along each axis of the nth element, row after row. */
function multiIndex(shape: readonly number[], nth: number): number[] {
  let rest = nth;
  return shape
    .toReversed()
    .map((length) => {
      const own = rest % length;
      rest = (rest - own) / length;
      return own;
    })
    .toReversed();
}
