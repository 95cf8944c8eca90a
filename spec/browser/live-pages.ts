/**
 * The steps of a user on the live pages, in a browser: controls work, and the numbers on the pages are
 * those of Node for the same seed.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { shapedFromFlat } from "ndarray-params";
import { dataSets } from "../../docs/live/fit/examples.ts";
import { fitFormula, guessStart } from "../../docs/live/fit/fit-formula.ts";
import { parseFormula } from "../../docs/live/fit/parse-formula.ts";
import { readColumns } from "../../docs/live/fit/read-columns.ts";
import { openTemplate } from "../../docs/live/layout/opened.ts";
import { packedDigits } from "../../docs/live/pack-digits.ts";
import { unpack } from "../../docs/live/train/digits.ts";
import { openTraining, readRun, type Training } from "../../docs/live/train/open-training.ts";
import { readFile } from "../../docs/live/train/run-file.ts";
import { runLayouts } from "../../docs/live/train/run-layout.ts";
import { stepRates, type Settings } from "../../docs/live/train/settings.ts";
import { MOST, openRace } from "../../docs/live/valley/race.ts";
import { valleys, type ValleyName } from "../../docs/live/valley/valleys.ts";
import type { Page } from "./drive.ts";

/** The findings by name, beside what was wanted. */
export type Compared = Record<string, readonly [found: unknown, wanted: unknown]>;

export interface Visit {
  readonly page: Page;
  /** Figures for the log, such as times, which no one promises. */
  readonly notes: Record<string, string>;
}

const deadline = 60_000;

const waitFor = (page: Page, expression: string): Promise<unknown> =>
  page.waitForFunction(expression, { timeout: deadline });

async function press(page: Page, text: string): Promise<void> {
  const found = await page.evaluate(
    `[...document.querySelectorAll(".live button")].findIndex((one) => one.textContent === ${JSON.stringify(text)})`,
  );
  await page.evaluate(`document.querySelectorAll(".live button")[${Number(found)}].click()`);
}

/** The control with this label. */
const control = (label: string): string =>
  `document.getElementById([...document.querySelectorAll(".live label")].find((one) => one.textContent === ${JSON.stringify(label)}).htmlFor)`;

async function choose(page: Page, label: string, value: string): Promise<void> {
  await page.evaluate(
    `{ const one = ${control(label)}; one.value = ${JSON.stringify(value)}; one.dispatchEvent(new Event("input")); one.dispatchEvent(new Event("change")); }`,
  );
}

/** Types a text into the control with this label, key by key, in place of what is there. */
async function retype(page: Page, label: string, text: string): Promise<void> {
  await page.evaluate(`{ const one = ${control(label)}; one.focus(); one.select(); }`);
  await page.keyboard.press("Delete");
  await page.keyboard.type(text);
}

const textOf = (page: Page, selector: string): Promise<unknown> =>
  page.evaluate(`document.querySelector(${JSON.stringify(selector)}).textContent`);

const figure = (page: Page, name: string): Promise<unknown> =>
  page.evaluate(`document.querySelector('[data-figure="${name}"]').dataset.value`);

const digits = unpack(packedDigits(5000));

const boardOf = ({ flat, settings }: Training) =>
  shapedFromFlat(flat, runLayouts[settings.model] as typeof runLayouts.softmax).board;

const settingsOf = (model: Settings["model"], seed: string): Settings => ({
  model,
  rule: "gradientDescent",
  batchSize: 100,
  seed,
  stepRate: stepRates.gradientDescent[model],
});

function epochs(training: Training, count: number): void {
  for (let i = 0; i < count * training.perEpoch; i++) training.step();
}

const state = (name: string): string =>
  `document.querySelector(".live").dataset.state === "${name}"`;

/** Pauses, begins anew with a seed, and trains one epoch. */
async function oneEpoch(page: Page, seed: string): Promise<void> {
  await press(page, "Pause");
  await choose(page, "Seed", seed);
  await waitFor(page, `document.querySelector(".live").dataset.seed === "${seed}"`);
  await press(page, "One epoch");
  await waitFor(page, `document.querySelector('[data-figure="epoch"]').dataset.value === "1"`);
}

/** The loss after one epoch, where memory is shared and where it is not. */
export async function epoch({ page }: Visit): Promise<Compared> {
  await waitFor(page, state("ready"));
  await oneEpoch(page, "7");
  const training = openTraining(settingsOf("softmax", "7"), digits);
  epochs(training, 1);
  const { testLoss, accuracy } = boardOf(training);
  return {
    "loss after an epoch": [await figure(page, "test loss"), String(testLoss.get())],
    "accuracy after an epoch": [await figure(page, "test accuracy"), String(accuracy.get())],
  };
}

export async function train(visit: Visit): Promise<Compared> {
  const { page, notes } = visit;
  await page.evaluate(
    "{ const own = URL.createObjectURL; URL.createObjectURL = (blob) => { globalThis.saved = blob; return own.call(URL, blob); }; }",
  );
  const compared = await epoch(visit);

  await press(page, "Save the run");
  await waitFor(page, "globalThis.saved !== undefined");
  const bytes = (await page.evaluate(
    "saved.arrayBuffer().then((all) => [...new Uint8Array(all)])",
  )) as number[];
  const training = openTraining(settingsOf("softmax", "7"), digits);
  epochs(training, 1);
  const saved = Uint8Array.from(bytes);
  compared["parameters in the file"] = [
    readRun(readFile(saved)).flat.join(),
    training.flat.data.join(),
  ];
  await press(page, "One step");
  await waitFor(page, `document.querySelector('[data-figure="epoch"]').dataset.value === "1.02"`);
  const folder = mkdtempSync(join(tmpdir(), "live-"));
  const file = join(folder, "run.safetensors");
  writeFileSync(file, saved);
  await (await page.$('.live input[type="file"]'))!.uploadFile(file);
  await waitFor(page, `document.querySelector('[data-figure="epoch"]').dataset.value === "1"`);
  rmSync(folder, { recursive: true });
  await press(page, "One epoch");
  await waitFor(page, `document.querySelector('[data-figure="epoch"]').dataset.value === "2"`);
  epochs(training, 1);
  compared["loss of the run that was loaded"] = [
    await figure(page, "test loss"),
    String(boardOf(training).testLoss.get()),
  ];

  for (const [model, least] of [
    ["softmax", 0.86],
    ["net", 0.91],
  ] as const) {
    await choose(page, "Model", model);
    await press(page, "Reset");
    await waitFor(page, state("ready"));
    const start = performance.now();
    await press(page, "Run");
    await waitFor(
      page,
      `Number(document.querySelector('[data-figure="epoch"]').dataset.value) >= 15`,
    );
    notes[`${model}: seconds for 15 epochs`] = ((performance.now() - start) / 1000).toFixed(1);
    const [frame, draw] = (await page.evaluate(
      `["frame", "draw"].map((name) => Number(document.querySelector(".live-note").dataset[name]).toFixed(1))`,
    )) as string[];
    notes[`${model}: median frame`] = `${frame} ms, drawing ${draw} ms`;
    await press(page, "Pause");
    const accuracy = Number(await figure(page, "test accuracy"));
    notes[`${model}: accuracy`] = String(accuracy);
    compared[`${model} has an accuracy of ${least}`] = [accuracy >= least, true];
  }

  // A stroke from top to bottom is a one.
  const pad = (await page.$(".live-pad"))!;
  await pad.scrollIntoView();
  const [x, y, width] = (await page.evaluate(
    `{ const box = document.querySelector(".live-pad").getBoundingClientRect(); [box.x, box.y, box.width]; }`,
  )) as number[] as [number, number, number];
  await press(page, "Clear");
  await page.mouse.move(x + 0.5 * width, y + 0.2 * width);
  await page.mouse.down();
  await page.mouse.move(x + 0.5 * width, y + 0.8 * width, { steps: 12 });
  await page.mouse.up();
  await waitFor(page, `/looks like 1/.test(document.querySelector(".live-said").textContent)`);

  // The same by keys: the pen goes to the top, is put down, and moves to the bottom.
  await press(page, "Clear");
  await pad.focus();
  for (let i = 0; i < 16; i++) await page.keyboard.press("ArrowUp");
  await page.keyboard.press(" ");
  for (let i = 0; i < 16; i++) await page.keyboard.press("ArrowDown");
  await waitFor(page, `/looks like 1/.test(document.querySelector(".live-hidden").textContent)`);
  return compared;
}

export async function layout({ page }: Visit): Promise<Compared> {
  const compared: Compared = {};
  await retype(page, "Template", "{ w: [2, 3], b: [] }");
  compared["cells"] = [await page.evaluate(`document.querySelectorAll(".live-cell").length`), 14];
  await page.evaluate(
    `{ const one = document.querySelector('[aria-label="w[1,2]"]'); one.focus(); one.select(); }`,
  );
  await page.keyboard.type("-8.5");
  compared["the flat after a change of w[1,2]"] = [
    await page.evaluate(
      `[...document.querySelectorAll(".live-line input")].map((one) => one.value).join()`,
    ),
    "0,1,2,3,4,-8.5,6",
  ];
  await page.evaluate(`document.querySelector('[aria-label="flat[6]"]').focus()`);
  await page.keyboard.press("ArrowUp");
  compared["b after a key in the flat"] = [
    await page.evaluate(`document.querySelector('[aria-label="b"]').value`),
    "7",
  ];
  compared["the note"] = [
    await textOf(page, ".live-element-note"),
    "b is flat[6]: shape [], strides [], offset 6",
  ];
  const cells = (): Promise<unknown> =>
    page.evaluate(
      `[...document.querySelectorAll(".live-table td")].map((one) => one.textContent).join(" ")`,
    );
  compared["a batch in rows"] = [await cells(), "[4, 2, 3] [7, 3, 1] 0 [4] [7] 6"];
  await choose(page, "The parameters run along", "first");
  compared["a batch in columns"] = [await cells(), "[4, 2, 3] [1, 12, 4] 0 [4] [1] 24"];
  await page.evaluate(`document.querySelector(".live-hessian canvas").focus()`);
  await page.keyboard.press("ArrowUp");
  compared["a block"] = [
    await page.evaluate(`[...document.querySelectorAll(".live-element-note")].at(-1).textContent`),
    "∂²f/∂w[1,2]∂w[1,2] is blocks.w.w[1,2,1,2]; the block has shape [2, 3, 2, 3] and offset 0 in H",
  ];
  await retype(page, "Template", "{ w: [3, -2] }");
  let own = "";
  try {
    openTemplate({ w: [3, -2] }, 200);
  } catch (error) {
    own = (error as Error).message;
  }
  compared["the library's error"] = [await textOf(page, ".live-fault"), own];
  return compared;
}

export async function valley({ page }: Visit): Promise<Compared> {
  const compared: Compared = {};
  const options = { descentRate: 1e-3, momentum: 0.9, adamRate: 0.1, rmsPropRate: 0.01 };
  await choose(page, "Pace", "600");
  for (const name of Object.keys(valleys) as ValleyName[]) {
    await choose(page, "Valley", name);
    await waitFor(page, state("over"));
    const race = openRace(valleys[name], valleys[name].start, options);
    race.runTo(MOST);
    compared[name] = [
      await page.evaluate(
        `[...document.querySelectorAll("td[data-figure]")].map((one) => one.dataset.value).join()`,
      ),
      race.tracks
        .map((track) => [track.evaluations, track.iterations, track.loss, track.end].join())
        .join(),
    ];
  }
  // The cross moves by keys, a fortieth of the picture, and starts the race.
  await page.evaluate(`document.querySelector(".live-valley").focus()`);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  compared["the start by keys"] = [
    await textOf(page, ".live-status"),
    "The race starts at (1.13, 1.00).",
  ];
  return compared;
}

export async function fit({ page }: Visit): Promise<Compared> {
  const compared: Compared = {};
  const fitOf = (text: string, formula: string) => {
    const [columns, parsed] = [readColumns(text), parseFormula(formula)];
    return fitFormula(parsed, columns, guessStart(parsed, columns));
  };
  const shown = (): Promise<unknown> =>
    page.evaluate(
      `[...document.querySelectorAll("tbody td[data-value]")].map((one) => one.dataset.value).join()`,
    );
  const own = ({ values, standardErrors }: ReturnType<typeof fitOf>): string =>
    Object.keys(values)
      .map((name) => `${values[name]},${standardErrors[name]}`)
      .join();

  const { text, formula } = dataSets["Puromycin"]!;
  await waitFor(page, state("fitted"));
  compared["Puromycin"] = [await shown(), own(fitOf(text, formula))];
  compared["its report"] = [await textOf(page, ".live-report"), fitOf(text, formula).report];
  await retype(page, "y =", "a + b * x");
  await waitFor(page, `document.querySelector("tbody th")?.textContent === "a"`);
  compared["a line"] = [await shown(), own(fitOf(text, "a + b * x"))];
  await retype(page, "y =", "a + * x");
  await waitFor(page, state("refused"));
  compared["a mistake"] = [
    await textOf(page, ".live-fault"),
    'column 5: a number, a name or ( is needed, got "*"',
  ];
  return compared;
}
