/** An epoch's parts: the table of what each contestant needs for a batch. */

/** Microseconds that a batch takes. */
export interface Parts {
  gather: number;
  /** The product of digits and weights. */
  forward: number;
  /** Bias, softmax, loss, error, and the sums of its columns. */
  softmax: number;
  /** The product of digits and error. */
  backward: number;
  /** The rule: its update, its checks and its loop. */
  step: number;
}

export const partNames = ["gather", "forward", "softmax", "backward", "step"] as const;

/** The task of all contestants of a table. */
export interface Task {
  readonly rule: string;
  readonly dtype: "float64" | "float32";
  /** Digits in a batch. */
  readonly size: number;
}

export interface Trainer {
  readonly name: string;
  /** Trains on some batches of shuffled digits. */
  readonly round: () => Parts | Promise<Parts>;
  /** The loss of the last of some batches in the order of the files, from weights of 0 on. */
  readonly check: (batches: number) => number | Promise<number>;
  readonly close?: () => void;
}

export const totalOf = (parts: Parts): number =>
  partNames.reduce((sum, name) => sum + parts[name], 0);

export function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

const ratios = (figures: readonly number[]): string[] =>
  figures.map((figure) => (figure / figures[0]!).toFixed(2));

/**
 * Trains interleaved, in an order that rotates, as `compare` does; prints medians of the parts. The
 * ratio of the fastest rounds is the one to read if the machine has other things to do.
 */
export async function compareParts(
  title: string,
  trainers: readonly Trainer[],
  rounds: number,
): Promise<number[]> {
  const warmup = 2;
  const seen = trainers.map((): Parts[] => []);
  for (let r = -warmup; r < rounds; r++) {
    for (let i = 0; i < trainers.length; i++) {
      const t = (i + r + warmup) % trainers.length;
      const parts = await trainers[t]!.round();
      if (r >= 0) seen[t]!.push(parts);
    }
  }
  const totals = seen.map((all) => medianOf(all.map(totalOf)));
  const fastest = seen.map((all) => Math.min(...all.map(totalOf)));
  const worst = seen.map((all, t) => Math.max(...all.map(totalOf)) / totals[t]!);
  const line = (name: string, cells: readonly string[]): void => {
    const columns = cells.map((cell, t) => cell.padStart(Math.max(9, trainers[t]!.name.length)));
    console.log(`  ${name.padEnd(18)}${columns.join("  ")}`);
  };
  console.log(title);
  line(
    "",
    trainers.map(({ name }) => name),
  );
  for (const name of partNames) {
    line(
      name,
      seen.map((all) => medianOf(all.map((parts) => parts[name])).toFixed(1)),
    );
  }
  line(
    "a batch, us",
    totals.map((total) => total.toFixed(1)),
  );
  line(`to ${trainers[0]!.name}`, ratios(totals));
  line("fastest rounds", ratios(fastest));
  line(
    "slowest / median",
    worst.map((ratio) => ratio.toFixed(2)),
  );
  console.log();
  return totals;
}
