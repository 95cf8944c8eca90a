/** The controls of the page. */
import { button, h, labelled, say, select } from "../page/dom.ts";
import type { ModelName } from "./models.ts";
import { stepRates, type RuleName, type Settings } from "./settings.ts";

export interface Actions {
  readonly toggle: () => void;
  readonly step: () => void;
  readonly epoch: () => void;
  /** Begins anew, with other settings. */
  readonly reset: () => void;
  readonly rate: (stepRate: number) => void;
  readonly save: () => void;
  readonly load: (file: File) => void;
}

export interface Controls {
  readonly buttons: HTMLElement;
  readonly settings: HTMLElement;
  readonly files: HTMLElement;
  readonly read: () => Settings;
  /** Shows the settings of a run that was loaded. */
  readonly write: (settings: Settings) => void;
  readonly running: (isRunning: boolean) => void;
}

const modelNames: Readonly<Record<ModelName, string>> = {
  softmax: "softmax regression",
  net: "two-layer net",
};

const ruleNames: Readonly<Record<RuleName, string>> = {
  gradientDescent: "gradientDescent",
  adam: "adam",
  rmsProp: "rmsProp",
  adadelta: "adadelta",
  rprop: "rprop, all digits",
};

const sizes: Readonly<Record<string, string>> = {
  10: "10",
  20: "20",
  50: "50",
  100: "100",
  200: "200",
  500: "500",
};

/** The slider goes by hundredths of a decade, from 0.0001 to 1. */
const rateAt = (position: number): number => Number((10 ** (position / 100)).toPrecision(3));
const positionOf = (rate: number): number => Math.round(100 * Math.log10(rate));

export function controls(actions: Actions): Controls {
  const model = select(modelNames, "softmax");
  const rule = select(ruleNames, "gradientDescent");
  const batchSize = select(sizes, "100");
  const seed = h("input", { type: "text", value: "42", autocomplete: "off", spellcheck: "false" });
  const rate = h("input", { type: "range", min: -400, max: 0 });
  const rateText = h("output", { class: "live-mono" });
  const file = h("input", { type: "file", accept: ".safetensors", hidden: true });

  const sayRate = (): void => {
    const usual = stepRates[rule.value as RuleName];
    batchSize.disabled = rate.disabled = usual === undefined;
    const text = usual === undefined ? "its own" : String(rateAt(Number(rate.value)));
    rate.setAttribute("aria-valuetext", text);
    say(rateText, text);
  };
  const usualRate = (): void => {
    const usual = stepRates[rule.value as RuleName];
    if (usual !== undefined) rate.value = String(positionOf(usual[model.value as ModelName]));
    sayRate();
  };
  rate.addEventListener("input", () => {
    sayRate();
    actions.rate(rateAt(Number(rate.value)));
  });
  for (const control of [model, rule, batchSize, seed]) {
    control.addEventListener("change", () => {
      if (control === rule || control === model) usualRate();
      actions.reset();
    });
  }
  file.addEventListener("change", () => {
    const [chosen] = file.files!;
    if (chosen !== undefined) actions.load(chosen);
    file.value = "";
  });
  usualRate();

  const toggle = button("Pause", actions.toggle, { class: "live-main" });
  return {
    buttons: h(
      "div",
      { class: "live-buttons", role: "group", "aria-label": "The run" },
      toggle,
      button("One step", actions.step),
      button("One epoch", actions.epoch),
      button("Reset", actions.reset),
    ),
    settings: h(
      "div",
      { class: "live-settings" },
      labelled("Model", model),
      labelled("Rule", rule),
      labelled("Batch size", batchSize),
      labelled("Seed", seed),
      labelled("Step rate", rate, rateText),
    ),
    files: h(
      "div",
      { class: "live-buttons" },
      button("Save the run", actions.save),
      button("Load a run", () => file.click()),
      file,
    ),
    read: () => ({
      model: model.value as ModelName,
      rule: rule.value as RuleName,
      batchSize: Number(batchSize.value),
      seed: seed.value,
      stepRate: rateAt(Number(rate.value)),
    }),
    write: (settings) => {
      model.value = settings.model;
      rule.value = settings.rule;
      batchSize.value = String(settings.batchSize);
      seed.value = settings.seed;
      rate.value = String(positionOf(settings.stepRate));
      sayRate();
    },
    running: (isRunning) => say(toggle, isRunning ? "Pause" : "Run"),
  };
}
