/** The picture of examples/mixture.ts: the histogram of the durations, and the density fitted to it. */
import { shapedFromFlat, valuesOf } from "ndarray-params";
import { fit, values } from "../../examples/mixture.ts";
import { durations } from "../../examples/support/faithful.ts";
import { note, picture, text } from "../layout-algebra/cells.ts";
import { area, ink, line, panel, steps, type Frame, type Part, type Point } from "./panels.ts";

const BIN = 0.25;
const frame: Frame = { left: 1, right: 6, bottom: 0, top: 0.72 };
const [width, height] = [600, 260];

function histogram(): Part[] {
  return steps(frame.left, frame.right - BIN, (frame.right - frame.left) / BIN - 1).map((from) => {
    const to = from + BIN;
    const count = durations.filter((x) => x >= from && x < to).length;
    const top = count / durations.length / BIN;
    const corners: Point[] = [
      [from + 0.01, 0],
      [from + 0.01, top],
      [to - 0.01, top],
      [to - 0.01, 0],
    ];
    return area(corners, "#e4e8ec");
  });
}

const row = (name: string, elements: readonly number[]): string =>
  `${name} ${elements.map((own) => own.toFixed(4)).join(", ")}`;

export function drawMixture(): string {
  const { weights, means, scales } = valuesOf(shapedFromFlat(fit().flat, values), values);
  const density = (x: number, k: number): number => {
    const z = (x - means[k]!) / scales[k]!;
    return (weights[k]! / (scales[k]! * Math.sqrt(2 * Math.PI))) * Math.exp((-z * z) / 2);
  };
  const xs = steps(frame.left, frame.right, 250);
  const minutes = [1, 2, 3, 4, 5, 6];
  return picture(
    "Histogram of 272 durations of eruptions, with the fitted density and its two components",
    width + 30,
    height + 70,
    panel(
      [15, 15],
      [width, height],
      frame,
      ...histogram(),
      ...[ink.first, ink.second].map((color, k) =>
        area([[1, 0], ...xs.map((x): Point => [x, density(x, k)]), [6, 0]], color, 0.3),
      ),
      line(
        xs.map((x) => [x, density(x, 0) + density(x, 1)]),
        ink.dark,
        2,
      ),
    ),
    ...minutes.map((own) => text(15 + ((own - 1) / 5) * width, height + 34, own, "note")),
    text(15 + width / 2, height + 56, "duration of an eruption, minutes", "note"),
    note(200, 50, row("weights", weights)),
    note(200, 70, row("means\u00a0\u00a0", means)),
    note(200, 90, row("scales\u00a0", scales)),
  );
}
