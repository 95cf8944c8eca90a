/** The worker and the page share one flat, with everything about a run by name. */
import { layoutOf, type Views } from "ndarray-params";
import { templates, type ModelName } from "./models.ts";

/** The course of a number: means over `every` values each, and the values of no whole mean yet. */
const course = { means: 512, cells: [], every: [], sum: [], pending: [] } as const;

const around = {
  course: { loss: course, testLoss: course, accuracy: course },
  board: { iteration: [], epoch: [], loss: [], testLoss: [], accuracy: [] },
} as const;

const runTemplate = <const T>(own: T) => ({ parameters: own, gradient: own, ...around }) as const;

export const runLayouts = {
  softmax: layoutOf(runTemplate(templates.softmax)),
  net: layoutOf(runTemplate(templates.net)),
};

export type Course = Views<typeof course>;

/** The parts of a run that do not depend on its model. */
export interface RunViews {
  readonly course: Views<typeof around.course>;
  readonly board: Views<typeof around.board>;
}

export type RunLayout = (typeof runLayouts)[ModelName];

/** Adds a value. When the means are full, each two become one, of twice as many values. */
export function append({ means, cells, every, sum, pending }: Course, value: number): void {
  if (every.get() === 0) every.set(1);
  if (cells.get() === means.size) {
    for (let i = 0; i < means.size / 2; i++) {
      means.set(i, (means.get(2 * i) + means.get(2 * i + 1)) / 2);
    }
    cells.set(means.size / 2);
    every.set(2 * every.get());
  }
  sum.set(sum.get() + value);
  pending.set(pending.get() + 1);
  if (pending.get() < every.get()) return;
  means.set(cells.get(), sum.get() / every.get());
  cells.set(cells.get() + 1);
  sum.set(0);
  pending.set(0);
}
