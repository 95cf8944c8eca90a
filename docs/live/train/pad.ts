/** A pad to draw a digit on, with mouse, finger or keys, and what the model takes it for. */
import ndarray from "ndarray-params/ndarray";
import { button, h, say } from "../page/dom.ts";
import { mixed, rgbOf, themeOf } from "../page/theme.ts";
import { center } from "./centered.ts";
import type { Digits } from "./digits.ts";
import type { Matrix } from "./models.ts";

const SIDE = 28;
const RADIUS = 1.6; // of the pen, in pixels

export interface Pad {
  readonly element: HTMLElement;
  /** The digits to take examples from. */
  readonly open: (digits: Digits) => void;
  /** Shows the probabilities that a model gives the drawing. */
  readonly draw: (predict: (x: Matrix) => Matrix) => void;
  readonly refresh: () => void;
}

export function pad(host: Element): Pad {
  const drawing = new Float64Array(SIDE * SIDE);
  const pixels = new Float64Array(SIDE * SIDE); // what the model sees
  const x = ndarray(pixels, [1, SIDE * SIDE]);
  const canvas = h("canvas", {
    width: SIDE,
    height: SIDE,
    class: "live-pad",
    tabindex: 0,
    role: "application",
    "aria-label":
      "Drawing pad. Arrow keys move the pen, Space puts it down or lifts it, Delete clears.",
  });
  const pen = h("div", { class: "live-mark" });
  const context = canvas.getContext("2d")!;
  const image = context.createImageData(SIDE, SIDE);
  const seen = h("p", { class: "live-said" });
  const heard = h("p", { class: "live-hidden", "aria-live": "polite" });
  const bars = Array.from({ length: 10 }, (_, digit) => {
    const [bar, part] = [h("span", { class: "live-bar" }), h("span", { class: "live-part" })];
    const element = h("li", {}, h("span", { class: "live-digit" }, String(digit)), bar, part);
    return { element, bar, part };
  });

  let examples: Digits | undefined;
  let example = -1;
  let isExample = false;
  let isDown = false;
  let [penX, penY] = [SIDE / 2, SIDE / 2];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let best = { digit: 0, part: 0 };
  let told = 0;

  function show(): void {
    const { ground, ink } = themeOf(host);
    const [from, to] = [rgbOf(ground), rgbOf(ink)];
    drawing.forEach((own, i) => image.data.set([...mixed(from, to, own), 255], 4 * i));
    context.putImageData(image, 0, 0);
  }

  const guess = (): string => {
    if (drawing.every((own) => own === 0)) return "Draw a digit.";
    const label = isExample ? `A test digit, labelled ${examples!.labels.get(example)}. ` : "";
    return `${label}It looks like ${best.digit}, ${percent(best.part)}.`;
  };

  /** Tells a screen reader what the drawing looks like when it has rested for a moment. */
  function announce(): void {
    clearTimeout(timer);
    timer = setTimeout(() => say(heard, guess()), 500);
  }

  /** Puts ink around a point: full at the point, none at the radius of the pen. */
  function stamp(atX: number, atY: number): void {
    for (let i = 0; i < drawing.length; i++) {
      const away = Math.hypot((i % SIDE) + 0.5 - atX, Math.floor(i / SIDE) + 0.5 - atY);
      drawing[i] = Math.max(drawing[i]!, Math.min(1, 1.6 * (1 - away / RADIUS)));
    }
  }

  function changed(): void {
    center(drawing, pixels);
    show();
    announce();
  }

  /** Draws a line from where the pen was, so that quick strokes have no gaps. */
  function moveTo(toX: number, toY: number, draws: boolean): void {
    const steps = Math.max(1, Math.ceil(2 * Math.hypot(toX - penX, toY - penY)));
    if (draws) {
      for (let i = 1; i <= steps; i++) {
        stamp(penX + ((toX - penX) * i) / steps, penY + ((toY - penY) * i) / steps);
      }
    }
    [penX, penY] = [toX, toY];
    pen.style.left = `${(penX / SIDE) * 100}%`;
    pen.style.top = `${(penY / SIDE) * 100}%`;
    if (draws) changed();
  }

  function clear(): void {
    drawing.fill(0);
    changed();
  }

  const place = ({ offsetX, offsetY }: PointerEvent): [number, number] => [
    (offsetX / canvas.clientWidth) * SIDE,
    (offsetY / canvas.clientHeight) * SIDE,
  ];
  canvas.addEventListener("pointerdown", (event) => {
    if (isExample) drawing.fill(0);
    isExample = false;
    canvas.setPointerCapture(event.pointerId);
    [penX, penY] = place(event);
    moveTo(penX, penY, true);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (event.buttons > 0) moveTo(...place(event), true);
  });
  const arrows: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
  };
  canvas.addEventListener("keydown", (event) => {
    const way = arrows[event.key];
    if (way !== undefined) {
      const within = (at: number): number => Math.max(0.5, Math.min(SIDE - 0.5, at));
      moveTo(within(penX + way[0]), within(penY + way[1]), isDown);
    } else if (event.key === " ") {
      isDown = !isDown;
      if (isDown && isExample) drawing.fill(0);
      isExample = false;
      pen.classList.toggle("live-down", isDown);
      if (isDown) moveTo(penX, penY, true);
    } else if (event.key === "Delete" || event.key === "Backspace") clear();
    else return;
    event.preventDefault();
  });

  function takeExample(): void {
    if (examples === undefined) return;
    example = (example + 1) % examples.labels.size;
    isExample = true;
    for (let i = 0; i < drawing.length; i++)
      drawing[i] = pixels[i] = examples.images.get(example, i);
    show();
    announce();
  }

  return {
    element: h(
      "div",
      { class: "live-draw" },
      h(
        "div",
        {},
        h("div", { class: "live-cells" }, canvas, pen),
        h(
          "div",
          { class: "live-buttons" },
          button("Clear", clear),
          button("A test digit", takeExample),
        ),
      ),
      h(
        "div",
        {},
        h(
          "ol",
          { class: "live-bars", "aria-label": "Probabilities" },
          bars.map((bar) => bar.element),
        ),
        seen,
        heard,
      ),
    ),
    open: (digits) => {
      examples = digits;
      takeExample();
    },
    draw: (predict) => {
      const p = predict(x);
      best = { digit: 0, part: 0 };
      for (let digit = 0; digit < 10; digit++) {
        const part = p.get(0, digit);
        if (part > best.part) best = { digit, part };
        bars[digit]!.bar.style.transform = `scaleX(${part})`;
        say(bars[digit]!.part, percent(part));
      }
      if (performance.now() - told > 200) {
        told = performance.now();
        say(seen, guess());
      }
      bars.forEach(({ element }, digit) =>
        element.classList.toggle("live-best", digit === best.digit),
      );
    },
    refresh: show,
  };
}

const percent = (part: number): string => `${Math.round(100 * part)} %`;
