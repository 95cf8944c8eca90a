/** The losses so far, on a logarithmic scale. */
import { sharpCanvas, type SharpCanvas } from "../page/sharp-canvas.ts";
import { themeOf } from "../page/theme.ts";
import type { Course } from "./run-layout.ts";
import type { ShownRun } from "./shown-run.ts";

const [LEFT, RIGHT, TOP, BOTTOM] = [34, 58, 8, 22];
const marks = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20];

export interface Curves extends Pick<SharpCanvas, "element" | "end"> {
  readonly draw: (run: ShownRun, perEpoch: number) => void;
}

export function curves(host: Element, changed: () => void): Curves {
  const { element, context, clear, end } = sharpCanvas(
    "The loss of the batches and on held-out digits",
    "live-curves",
    changed,
  );

  function draw({ course, board }: ShownRun, perEpoch: number): void {
    const [width, height] = clear();
    const theme = themeOf(host);
    const iterations = Math.max(board.iteration.get(), 10);
    const values = [...valuesOf(course.loss), ...valuesOf(course.testLoss)];
    const low = marks.findLast((mark) => mark <= Math.min(0.2, ...values)) ?? marks[0]!;
    const high = marks.find((mark) => mark >= Math.max(2, ...values)) ?? marks.at(-1)!;
    const x = (iteration: number): number =>
      LEFT + (iteration / iterations) * (width - LEFT - RIGHT);
    const y = (loss: number): number =>
      TOP + (Math.log(high / Math.max(loss, low)) / Math.log(high / low)) * (height - TOP - BOTTOM);

    context.font = "12px system-ui, sans-serif";
    context.textBaseline = "middle";
    context.textAlign = "right";
    context.lineWidth = 1;
    context.fillStyle = theme.soft;
    context.strokeStyle = theme.line;
    for (const mark of marks.filter((one) => one >= low && one <= high)) {
      context.beginPath();
      context.moveTo(LEFT, Math.round(y(mark)) + 0.5);
      context.lineTo(width - RIGHT, Math.round(y(mark)) + 0.5);
      context.stroke();
      context.fillText(String(mark), LEFT - 6, y(mark));
    }
    context.textBaseline = "alphabetic";
    context.textAlign = "left";
    context.fillText("0", LEFT, height - 5);
    context.textAlign = "right";
    context.fillText(`${board.iteration.get()} steps`, width - RIGHT, height - 5);

    line(course.loss, 1, theme.below, "batches", x, y);
    line(course.testLoss, perEpoch, theme.above, "test", x, y);
  }

  function line(
    { means, cells, every }: Course,
    steps: number,
    color: string,
    name: string,
    x: (iteration: number) => number,
    y: (loss: number) => number,
  ): void {
    const count = cells.get();
    if (count === 0) return;
    context.strokeStyle = context.fillStyle = color;
    context.lineWidth = 1.5;
    context.lineJoin = "round";
    context.beginPath();
    let last = 0;
    for (let i = 0; i < count; i++) {
      const at = (i + 1) * every.get() * steps;
      last = y(means.get(i));
      if (i === 0) context.moveTo(x(at), last);
      context.lineTo(x(at), last);
    }
    context.stroke();
    context.beginPath();
    context.arc(x(count * every.get() * steps), last, 2.5, 0, 7);
    context.fill();
    context.textBaseline = "middle";
    context.textAlign = "left";
    context.fillText(name, x(count * every.get() * steps) + 5, last);
  }

  return { element, end, draw };
}

const valuesOf = ({ means, cells }: Course): number[] =>
  Array.from({ length: cells.get() }, (_, i) => means.get(i));
