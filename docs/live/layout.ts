/** A template while you write it: its cells, its views, a batch of flats, and Hessian blocks. */
import "./page/live.css";
import "./layout/layout.css";
import { h, labelled, part, say, select } from "./page/dom.ts";
import { onTheme } from "./page/theme.ts";
import { cellInputs } from "./layout/cell-inputs.ts";
import { matrices } from "./layout/matrices.ts";
import { openTemplate } from "./layout/opened.ts";
import { parseTemplate } from "./layout/parse-template.ts";

const examples: Readonly<Record<string, string>> = {
  "eight cells": "{ w: [3, 2], b: 2 }",
  "two layers": "{\n  hidden: { w: [4, 3], b: 3 },\n  out: { w: [3, 2], b: 2 },\n}",
  "a list": "[[3, 2], 2, []]",
  "three axes": "{ kernel: [2, 3, 3], bias: 2, scale: [] }",
  "a mistake": "{ w: [3, -2], b: 2 }",
};

const MOST = 200;

/** Shows the page inside an element. Returns what ends it. */
export function mount(element: HTMLElement): () => void {
  element.classList.add("live");
  const text = h("textarea", { rows: 4, spellcheck: "false", class: "live-mono live-template" });
  const fault = h("p", { class: "live-fault live-mono", role: "alert" });
  const example = select(
    Object.fromEntries(Object.keys(examples).map((name) => [name, name])),
    "eight cells",
  );
  const [cells, squares] = [cellInputs(), matrices(element)];
  const legend = h("span");

  function open(): void {
    try {
      const opened = openTemplate(parseTemplate(text.value), MOST);
      const { size } = opened.layout;
      say(fault, "");
      text.removeAttribute("aria-invalid");
      say(legend, `${size} ${size === 1 ? "cell" : "cells"}, one Float64Array`);
      cells.open(opened);
      squares.open(opened);
    } catch (error) {
      // The shown layout stays: it is the last template that the library took.
      text.setAttribute("aria-invalid", "true");
      say(fault, (error as Error).message);
    }
    element.dataset["state"] = fault.textContent === "" ? "open" : "refused";
  }

  text.addEventListener("input", open);
  example.addEventListener("change", () => {
    text.value = examples[example.value]!;
    open();
  });
  text.value = examples["eight cells"]!;
  element.replaceChildren(
    h("div", { class: "live-beside" }, labelled("Template", text), labelled("Examples", example)),
    fault,
    part(["The flat: ", legend], cells.flat, cells.note),
    part(["Its views: change a cell here or there"], cells.views),
    part(["A batch of four flats"], squares.batch),
    part(["The blocks of a Hessian"], squares.hessian),
  );
  open();

  return onTheme(() => squares.refresh());
}
