/** Points and a formula while you write them: the curve, its band, parameters with their errors. */
import "./page/live.css";
import "./fit/fit.css";
import { drawChart } from "./fit/chart.ts";
import { dataSets, formulas } from "./fit/examples.ts";
import { fitFormula, guessStart, type FormulaFit } from "./fit/fit-formula.ts";
import { functionNames, parseFormula, type Formula } from "./fit/parse-formula.ts";
import { readColumns, type Columns } from "./fit/read-columns.ts";
import { button, h, labelled, part, say, select, svg } from "./page/dom.ts";

const OWN = "a formula of your own";

/** Shows the page inside an element. Returns what ends it. */
export function mount(element: HTMLElement): () => void {
  element.classList.add("live");
  const [first] = Object.keys(dataSets);
  const dataSet = select({ ...namesOf(dataSets), own: "data of your own" }, first!);
  const data = h("textarea", { rows: 10, spellcheck: "false", class: "live-mono" });
  const choice = select({ ...formulas, own: OWN }, "");
  const formula = h("input", {
    type: "text",
    spellcheck: "false",
    autocomplete: "off",
    class: "live-mono",
  });
  const fault = h("p", { class: "live-fault live-mono", role: "alert" });
  const status = h("p", { class: "live-status", role: "status" });
  const chart = svg("svg", { class: "live-chart", role: "img" });
  const body = h("tbody");
  const report = h("pre", {
    class: "live-report live-mono",
    tabindex: 0,
    "aria-label": "The report",
  });

  let parsed: Formula | undefined;
  let columns: Columns = { x: [], y: [] };
  let fit: FormulaFit | undefined;
  /** Starts that a user has written; the others are guessed. */
  const written = new Map<string, number>();
  const starts = new Map<string, HTMLInputElement>();

  function draw(): void {
    drawChart(chart, chart.clientWidth || 640, columns, fit?.band ?? []);
  }

  function compute(): void {
    try {
      columns = readColumns(data.value);
      parsed = parseFormula(formula.value);
      const guess = guessStart(parsed, columns);
      for (const [name, value] of written) if (name in guess) guess[name] = value;
      showStarts(parsed.names, guess);
      fit = fitFormula(parsed, columns, guess);
      say(fault, "");
      showFit(fit);
    } catch (error) {
      fit = undefined;
      say(fault, (error as Error).message);
      say(status, "");
      say(report, "");
      for (const cell of body.querySelectorAll("td[data-value]")) say(cell, "–");
    }
    element.dataset["state"] = fit === undefined ? "refused" : "fitted";
    draw();
  }

  /** A row for each parameter, with an input for its start; those that are there stay there. */
  function showStarts(names: readonly string[], guess: Readonly<Record<string, number>>): void {
    if (names.join() !== [...starts.keys()].join()) {
      starts.clear();
      body.replaceChildren(
        ...names.map((name) => {
          const input = h("input", {
            type: "text",
            inputmode: "decimal",
            class: "live-mono",
            "aria-label": `start of ${name}`,
          });
          input.addEventListener("input", () => {
            const value = Number(input.value);
            if (input.value.trim() === "" || !Number.isFinite(value)) written.delete(name);
            else written.set(name, value);
            soon();
          });
          starts.set(name, input);
          return h(
            "tr",
            { "data-name": name },
            h("th", { scope: "row" }, name),
            h("td", {}, input),
            h("td", { "data-value": "" }),
            h("td", { "data-error": "", "data-value": "" }),
          );
        }),
      );
    }
    for (const [name, input] of starts) {
      if (document.activeElement !== input) input.value = String(guess[name]);
    }
  }

  function showFit({ values, standardErrors, reason, report: text }: FormulaFit): void {
    for (const row of body.querySelectorAll("tr")) {
      const name = row.dataset["name"]!;
      const [value, error] = row.querySelectorAll<HTMLElement>("td[data-value]");
      value!.dataset["value"] = String(values[name]);
      error!.dataset["value"] = String(standardErrors[name]);
      say(value!, values[name]!.toPrecision(6));
      say(error!, `± ${standardErrors[name]!.toPrecision(3)}`);
    }
    say(report, text);
    say(
      status,
      `${columns.x.length} points. The fit has ${reason === "converged" ? "converged" : `ended: ${reason}`}.`,
    );
    chart.setAttribute(
      "aria-label",
      `${columns.x.length} points and the fitted curve of ${formula.value}`,
    );
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(compute, 200);
  };

  dataSet.addEventListener("change", () => {
    const chosen = dataSets[dataSet.value];
    if (chosen === undefined) return data.focus();
    data.value = chosen.text;
    choice.value = formula.value = chosen.formula;
    written.clear();
    compute();
  });
  choice.addEventListener("change", () => {
    if (choice.value === "own") return formula.focus();
    formula.value = choice.value;
    written.clear();
    compute();
  });
  data.addEventListener("input", () => {
    dataSet.value = "own";
    soon();
  });
  formula.addEventListener("input", () => {
    choice.value = formula.value in formulas ? formula.value : "own";
    soon();
  });

  const { text, formula: own } = dataSets[first!]!;
  data.value = text;
  choice.value = formula.value = own;
  const resized = new ResizeObserver(draw);
  const guessAgain = button("Guess the starts", () => {
    written.clear();
    compute();
  });
  element.replaceChildren(
    h(
      "div",
      { class: "live-fit" },
      h(
        "div",
        { class: "live-inputs" },
        labelled("Data", dataSet),
        labelled("Two columns, x and y", data),
      ),
      h(
        "div",
        { class: "live-inputs" },
        labelled("Formula", choice),
        labelled("y =", formula),
        h(
          "p",
          { class: "live-note" },
          `Names are parameters, x is the first column; there are ${functionNames.join(", ")} and pi.`,
        ),
        fault,
        chart,
        status,
      ),
    ),
    part(
      ["The parameters"],
      h(
        "div",
        { class: "live-scroll", tabindex: 0, role: "region", "aria-label": "The parameters" },
        h(
          "table",
          { class: "live-table" },
          h(
            "thead",
            {},
            h(
              "tr",
              {},
              ["name", "start", "estimate", "std. error"].map((head) =>
                h("th", { scope: "col" }, head),
              ),
            ),
          ),
          body,
        ),
      ),
      guessAgain,
    ),
    part(["The report"], report),
  );
  resized.observe(chart);
  compute();

  return () => {
    resized.disconnect();
    clearTimeout(timer);
    element.replaceChildren();
  };
}

const namesOf = (record: object): Record<string, string> =>
  Object.fromEntries(Object.keys(record).map((name) => [name, name]));
