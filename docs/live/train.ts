/**
 * A model that learns while you watch. A worker trains; this page draws. Both have views of the same
 * memory, so nothing is sent for a frame.
 */
import "./page/live.css";
import { h, part, prefersStill, say } from "./page/dom.ts";
import { everyFrame } from "./page/frames.ts";
import { onTheme } from "./page/theme.ts";
import { controls } from "./train/controls.ts";
import { curves } from "./train/curves.ts";
import { unpackTest } from "./train/digits.ts";
import { fetchDigits } from "./train/fetch-digits.ts";
import { leafTable } from "./train/leaf-table.ts";
import { evaluationOf, models, type Evaluation } from "./train/models.ts";
import { pad } from "./train/pad.ts";
import { readFile, writeRun } from "./train/run-file.ts";
import { runLayouts } from "./train/run-layout.ts";
import { stepsPerEpoch } from "./train/settings.ts";
import { shownRun, type ShownRun } from "./train/shown-run.ts";
import { weights } from "./train/weights.ts";
import type { Answer, Order } from "./train/worker.ts";

/** Shows the page inside an element. Returns what ends it. */
export function mount(element: HTMLElement): () => void {
  element.classList.add("live");
  const worker = new Worker(new URL("./train/worker.ts", import.meta.url), { type: "module" });
  const order = (what: Order): void => worker.postMessage(what);
  let run: ShownRun | undefined;
  let evaluation: Evaluation | undefined;
  let digits = 0;
  let isRunning = !prefersStill();
  let isCopying = false;
  let isStale = true; // whether something was changed by other than a step
  let [drawn, told, announced] = [-1, 0, 0];
  let pace = { iteration: 0, time: 0, perSecond: 0 };

  const stale = (): void => void (isStale = true);
  const panel = controls({
    toggle: () => go(!isRunning),
    step: () => {
      go(false);
      order({ kind: "go", steps: 1 });
    },
    epoch: () => {
      go(false);
      order({ kind: "epoch" });
    },
    reset: () => order({ kind: "open", settings: panel.read() }),
    rate: (stepRate) => order({ kind: "rate", stepRate }),
    save: () => order({ kind: "save" }),
    load: (file) =>
      void file.arrayBuffer().then((bytes) => {
        go(false);
        try {
          order({ kind: "load", contents: readFile(new Uint8Array(bytes)) });
        } catch (error) {
          refuse((error as Error).message);
        }
      }),
  });
  const status = h("p", { class: "live-status", role: "status" }, "The digits are on their way.");
  const figures = figureList(["epoch", "test accuracy", "test loss", "steps a second"]);
  const frameText = h("p", { class: "live-note" });
  const [pictured, table, drawing] = [weights(element), leafTable(), pad(element)];
  const chart = curves(element, stale);
  const legend = h("span");
  const pictureLegend = h("span");

  element.replaceChildren(
    panel.buttons,
    panel.settings,
    status,
    figures.element,
    part(["The flat: ", legend], pictured.flat, pictured.element),
    h(
      "div",
      { class: "live-columns" },
      part(["The same memory as pictures: ", pictureLegend], pictured.pictures),
      part(["Loss"], chart.element),
    ),
    part(["The leaves"], table.element),
    part(["Draw a digit"], drawing.element),
    part(["The run is a file, too"], panel.files),
    frameText,
  );

  const refuse = (message: string): void => say(status, `That cannot be done: ${message}`);

  function go(on: boolean): void {
    isRunning = on;
    panel.running(on);
    if (on && run !== undefined) say(status, `A run with seed ${run.settings.seed} is training.`);
    order({ kind: "go", steps: on ? Infinity : 0 });
  }

  /** Gives everything that shows a run its size and its names. */
  function arrange(shown: ShownRun): void {
    const { layout, layers } = shown;
    pictured.open(shown);
    table.open(shown);
    const where = crossOriginIsolated ? "one SharedArrayBuffer" : "one buffer";
    say(legend, `${layout.size.toLocaleString("en")} numbers in ${where}`);
    say(pictureLegend, `the ${layers[0]!.w.shape[1]} columns of ${layout.slots[0]!.path}`);
  }

  function opened(next: ShownRun): void {
    run = next;
    const { settings } = run;
    evaluation = evaluationOf(models[settings.model]);
    panel.write(settings);
    arrange(run);
    pace = { iteration: run.board.iteration.get(), time: performance.now(), perSecond: 0 };
    say(status, `A run with seed ${settings.seed} is ready.`);
    element.dataset["state"] = "ready";
    element.dataset["seed"] = settings.seed;
    stale();
    go(isRunning);
  }

  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
    switch (data.kind) {
      case "opened":
        return opened(shownRun(data.settings, data.memory));
      case "copy":
        isCopying = false;
        // A run that was opened since then has another size or other numbers; its copy comes next.
        if (data.memory.byteLength === run!.data.byteLength) {
          run!.data.set(new Float64Array(data.memory));
        }
        return;
      case "rested":
        if (data.end !== undefined) {
          go(false);
          say(status, `The rule has ended: ${data.end}.`);
        } else if (!isRunning) say(status, `It rests. ${summary(run!)}`);
        element.dataset["state"] = "rested";
        return stale();
      case "saved":
        download(writeRun(data.contents), "run.safetensors");
        return say(status, "The run is saved as run.safetensors.");
      case "refused":
        return refuse(data.message);
    }
  });
  worker.addEventListener("error", ({ message }) =>
    say(status, `The worker has failed: ${message}`),
  );

  const { medians, end: endFrames } = everyFrame(() => {
    if (run === undefined) return;
    if (!crossOriginIsolated && !isCopying) {
      isCopying = true;
      order({ kind: "copy" });
    }
    const iteration = run.board.iteration.get();
    const now = performance.now();
    if (iteration !== drawn || isStale) {
      pictured.draw();
      chart.draw(run, stepsPerEpoch(run.settings, digits));
    }
    drawing.draw((x) => evaluation!.predict(run!.parameters, x));
    if (now - told > 200 || isStale || (iteration !== drawn && !isRunning)) {
      told = now;
      tell(run, iteration, now);
    }
    drawn = iteration;
    isStale = false;
  });

  function tell(shown: ShownRun, iteration: number, now: number): void {
    table.draw(shown);
    if (now - pace.time > 1000) {
      const perSecond = ((iteration - pace.iteration) * 1000) / (now - pace.time);
      pace = { iteration, time: now, perSecond };
    }
    const { epoch, accuracy, testLoss } = shown.board;
    const hasTest = isTested(shown);
    figures.set("epoch", epoch.get().toFixed(1), epoch.get());
    figures.set("test accuracy", hasTest ? accuracy.get().toFixed(3) : "–", accuracy.get());
    figures.set("test loss", hasTest ? testLoss.get().toFixed(4) : "–", testLoss.get());
    figures.set("steps a second", String(Math.round(pace.perSecond)), pace.perSecond);
    const { frame, draw } = medians();
    frameText.dataset["frame"] = String(frame);
    frameText.dataset["draw"] = String(draw);
    say(
      frameText,
      `${Math.round(1000 / frame)} frames a second: the median frame takes ${frame.toFixed(1)} ms, of which this page draws for ${draw.toFixed(1)} ms. ${
        crossOriginIsolated
          ? "The worker sends nothing for a frame."
          : "This page is not cross-origin isolated, so the worker sends a copy of the flat for each frame."
      }`,
    );
    // A screen reader hears of progress, but not five times a second.
    if (isRunning && now - announced > 15_000 && hasTest) {
      announced = now;
      say(status, summary(shown));
    }
  }

  const endTheme = onTheme(() => {
    pictured.refresh();
    drawing.refresh();
    stale();
  });

  // Nothing moves when the digits come, because a run of zeros has kept the places.
  const settings = panel.read();
  arrange(shownRun(settings, new ArrayBuffer(8 * runLayouts[settings.model].size)));
  fetchDigits().then(
    (bytes) => {
      const { train, test } = unpackTest(bytes);
      digits = train;
      drawing.open(test);
      order({ kind: "digits", bytes });
      order({ kind: "open", settings: panel.read() });
    },
    (error: Error) => say(status, `The digits did not come: ${error.message}`),
  );

  return () => {
    endFrames();
    endTheme();
    chart.end();
    worker.terminate();
    element.replaceChildren();
  };
}

const isTested = ({ course }: ShownRun): boolean => course.accuracy.cells.get() > 0;

const summary = (shown: ShownRun): string => {
  const { board } = shown;
  const epoch = `Epoch ${board.epoch.get().toFixed(1)}`;
  if (!isTested(shown)) return `${epoch}.`;
  return `${epoch}, test accuracy ${board.accuracy.get().toFixed(3)}, test loss ${board.testLoss.get().toFixed(4)}.`;
};

/** Figures by name; `data-value` has all digits. */
function figureList(names: readonly string[]) {
  // A figure that is not known yet has its place.
  const values = new Map(names.map((name) => [name, h("dd", { "data-figure": name }, "–")]));
  return {
    element: h(
      "dl",
      { class: "live-figures" },
      names.map((name) => h("div", {}, h("dt", {}, name), values.get(name)!)),
    ),
    set: (name: string, text: string, value: number): void => {
      const element = values.get(name)!;
      say(element, text);
      element.dataset["value"] = String(value);
    },
  };
}

function download(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const url = URL.createObjectURL(new Blob([bytes]));
  const link = h("a", { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
