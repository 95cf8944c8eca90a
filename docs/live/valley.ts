/** Rules race through a valley from where you click. What counts is how often they evaluate it. */
import "./page/live.css";
import "./valley/valley.css";
import { button, h, labelled, part, prefersStill, say, select } from "./page/dom.ts";
import { everyFrame } from "./page/frames.ts";
import { sharpCanvas } from "./page/sharp-canvas.ts";
import { onTheme, themeOf } from "./page/theme.ts";
import { groundOf } from "./valley/ground.ts";
import { MOST, openRace, racers, type Race, type RaceOptions, type Racer } from "./valley/race.ts";
import { valleys, type ValleyName } from "./valley/valleys.ts";

/** Sliders go by hundredths of a decade. */
const rates: Readonly<Record<Exclude<keyof RaceOptions, "momentum">, readonly [string, number]>> = {
  descentRate: ["gradientDescent", 0.001],
  rmsPropRate: ["rmsProp", 0.01],
  adamRate: ["adam", 0.1],
};

/** Shows the page inside an element. Returns what ends it. */
export function mount(element: HTMLElement): () => void {
  element.classList.add("live");
  let race: Race;
  let [start, pen] = [valleys.rosenbrock.start, valleys.rosenbrock.start];
  let due = 0;
  let isStale = true;
  let ground: HTMLCanvasElement | undefined;
  let wasOver = false;
  const hidden = new Set<Racer>();

  const names = Object.entries(valleys).map(([key, { name }]) => [key, name] as const);
  const choice = select(Object.fromEntries(names), "rosenbrock");
  const pace = h("input", { type: "range", min: 10, max: 600, value: 60 });
  const paceText = h("output", { class: "live-mono" });
  const momentum = h("input", { type: "range", min: 0, max: 99, value: 90 });
  const momentumText = h("output", { class: "live-mono" });
  const sliders = Object.entries(rates).map(([key, [label, usual]]) => {
    const input = h("input", {
      type: "range",
      min: -500,
      max: 0,
      value: Math.round(100 * Math.log10(usual)),
    });
    return { key, label, input, text: h("output", { class: "live-mono" }) };
  });
  const labelledOf = (key: keyof typeof rates): HTMLElement => {
    const { label, input, text } = sliders.find((one) => one.key === key)!;
    return labelled(label, input, text);
  };
  const options = (): RaceOptions => ({
    ...(Object.fromEntries(
      sliders.map(({ key, input }) => [key, rateOf(input)]),
    ) as unknown as RaceOptions),
    momentum: Number(momentum.value) / 100,
  });
  const status = h("p", { class: "live-status", role: "status" });
  const picture = sharpCanvas(
    "The valley. Click, or move the cross with the arrow keys and press Enter, to start the race there.",
    "live-valley",
    () => (isStale = true),
  );
  const { element: canvas, context } = picture;
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "application");

  const rows = racers.map((name, i) => {
    const shown = h("input", { type: "checkbox", checked: true, "aria-label": `show ${name}` });
    shown.addEventListener("change", () => {
      if (shown.checked) hidden.delete(name);
      else hidden.add(name);
      isStale = true;
    });
    const cells = ["evaluations", "iterations", "loss", "end"].map((what) =>
      h("td", { "data-figure": what }),
    );
    const swatch = h("span", { class: `live-swatch live-leaf-${i}` });
    const label = h("label", {}, shown, swatch, name);
    return {
      cells,
      element: h("tr", { "data-rule": name }, h("th", { scope: "row" }, label), cells),
    };
  });

  const valley = () => valleys[choice.value as ValleyName];

  function begin(from: readonly [number, number]): void {
    start = pen = from;
    due = 0;
    wasOver = false;
    race = openRace(valley(), start, options());
    const [x, y] = start.map((one) => one.toFixed(2));
    say(status, `The race starts at (${x}, ${y}).`);
    element.dataset["state"] = "running";
    if (prefersStill()) due = MOST;
    isStale = true;
  }

  function sayOptions(): void {
    for (const { input, text } of sliders) {
      say(text, String(rateOf(input)));
      input.setAttribute("aria-valuetext", String(rateOf(input)));
    }
    say(momentumText, (Number(momentum.value) / 100).toFixed(2));
    say(paceText, `${pace.value} a second`);
  }

  for (const { input } of [...sliders, { input: momentum }]) {
    input.addEventListener("input", () => {
      sayOptions();
      begin(start);
    });
  }
  pace.addEventListener("input", sayOptions);
  choice.addEventListener("change", () => {
    ground = undefined;
    begin(valley().start);
  });

  const place = (event: PointerEvent): [number, number] => {
    const { x, y } = valley();
    const [u, v] = [event.offsetX / canvas.clientWidth, 1 - event.offsetY / canvas.clientHeight];
    return [x[0] + u * (x[1] - x[0]), y[0] + v * (y[1] - y[0])];
  };
  canvas.addEventListener("pointerdown", (event) => begin(place(event)));
  const arrows: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, 1],
    ArrowDown: [0, -1],
  };
  canvas.addEventListener("keydown", (event) => {
    const way = arrows[event.key];
    const { x, y } = valley();
    if (way !== undefined) {
      pen = [
        within(pen[0] + (way[0] * (x[1] - x[0])) / 40, x),
        within(pen[1] + (way[1] * (y[1] - y[0])) / 40, y),
      ];
      say(status, `The cross is at (${pen[0].toFixed(2)}, ${pen[1].toFixed(2)}). Enter starts.`);
      isStale = true;
    } else if (event.key === "Enter" || event.key === " ") begin(pen);
    else return;
    event.preventDefault();
  });

  function draw(): void {
    const theme = themeOf(element);
    const { x, y, minima } = valley();
    ground ??= groundOf(valley(), theme);
    const [width, height] = picture.clear();
    const at = (u: number, v: number): [number, number] => [
      ((u - x[0]) / (x[1] - x[0])) * width,
      (1 - (v - y[0]) / (y[1] - y[0])) * height,
    ];
    context.imageSmoothingEnabled = true;
    context.drawImage(ground, 0, 0, width, height);
    context.lineWidth = 1;
    context.strokeStyle = theme.ink;
    for (const [u, v] of minima) ring(...at(u, v), 5);
    const style = getComputedStyle(element);
    context.lineWidth = 1.75;
    context.lineJoin = "round";
    race.tracks.forEach(({ name, path }, i) => {
      if (hidden.has(name)) return;
      context.strokeStyle = context.fillStyle = style.getPropertyValue(`--live-leaf-${i}`).trim();
      context.beginPath();
      context.moveTo(...at(path[0]!, path[1]!));
      for (let k = 2; k < path.length; k += 2) context.lineTo(...at(path[k]!, path[k + 1]!));
      context.stroke();
      context.beginPath();
      context.arc(...at(path.at(-2)!, path.at(-1)!), 4, 0, 7);
      context.fill();
    });
    const [cx, cy] = at(...pen);
    context.lineWidth = 1;
    context.strokeStyle = theme.ink;
    context.beginPath();
    context.moveTo(cx - 8, cy);
    context.lineTo(cx + 8, cy);
    context.moveTo(cx, cy - 8);
    context.lineTo(cx, cy + 8);
    context.stroke();
  }

  function ring(cx: number, cy: number, radius: number): void {
    context.beginPath();
    context.arc(cx, cy, radius, 0, 7);
    context.stroke();
  }

  function tell(): void {
    race.tracks.forEach(({ evaluations, iterations, loss, end }, i) => {
      const texts = [
        evaluations,
        iterations,
        loss < 1e-3 ? loss.toExponential(1) : loss.toPrecision(3),
        end ?? "…",
      ];
      const values = [evaluations, iterations, loss, end ?? ""];
      rows[i]!.cells.forEach((cell, k) => {
        say(cell, String(texts[k]));
        cell.dataset["value"] = String(values[k]);
      });
    });
  }

  function finish(): void {
    wasOver = true;
    element.dataset["state"] = "over";
    const arrived = race.tracks.filter(({ end }) => end === "arrived");
    const [best] = arrived.toSorted((a, b) => a.evaluations - b.evaluations);
    say(
      status,
      best === undefined
        ? "The race is over, and no rule has arrived."
        : `The race is over. ${best.name} arrived first, after ${best.evaluations} evaluations; ${arrived.length} of ${racers.length} rules arrived.`,
    );
  }

  let last = performance.now();
  const frames = everyFrame(() => {
    const now = performance.now();
    if (!race.isOver()) {
      due += (Number(pace.value) * Math.min(100, now - last)) / 1000;
      race.runTo(Math.floor(due));
      isStale = true;
    }
    last = now;
    if (!isStale) return;
    isStale = false;
    draw();
    tell();
    if (race.isOver() && !wasOver) finish();
  });
  const endTheme = onTheme(() => {
    ground = undefined;
    isStale = true;
  });

  sayOptions();
  begin(start);
  const heads = ["rule", "evaluations", "iterations", "loss", "end"];
  element.replaceChildren(
    h(
      "div",
      { class: "live-settings" },
      labelled("Valley", choice),
      labelled("Pace", pace, paceText),
    ),
    h(
      "div",
      { class: "live-race" },
      h(
        "div",
        {},
        canvas,
        h(
          "div",
          { class: "live-buttons" },
          button("Race again", () => begin(start)),
        ),
      ),
      h(
        "div",
        { class: "live-inputs" },
        h("p", { class: "live-note" }, "Step rates; the other rules find their own."),
        labelledOf("descentRate"),
        labelled("its momentum", momentum, momentumText),
        labelledOf("rmsPropRate"),
        labelledOf("adamRate"),
      ),
    ),
    status,
    part(
      ["The race"],
      h(
        "div",
        { class: "live-scroll", tabindex: 0, role: "region", "aria-label": "The race" },
        h(
          "table",
          { class: "live-table live-standings" },
          h(
            "thead",
            {},
            h(
              "tr",
              {},
              heads.map((head) => h("th", { scope: "col" }, head)),
            ),
          ),
          h(
            "tbody",
            {},
            rows.map((row) => row.element),
          ),
        ),
      ),
    ),
  );

  return () => {
    frames.end();
    endTheme();
    picture.end();
    element.replaceChildren();
  };
}

const rateOf = (input: HTMLInputElement): number =>
  Number((10 ** (Number(input.value) / 100)).toPrecision(3));

const within = (at: number, [from, to]: readonly [number, number]): number =>
  Math.max(from, Math.min(to, at));
