/**
 * Interleaved rounds: every contestant runs once in each round, in an order that rotates, so that
 * the noise of a shared machine falls on all alike. What is printed are medians and their ratios.
 */
import { availableParallelism, cpus } from "node:os";

export interface Contestant {
  readonly name: string;
  /** Runs one round and resolves to the milliseconds of one call. */
  readonly round: () => number | Promise<number>;
}

export interface Result {
  readonly name: string;
  /** Median over the rounds, in milliseconds. */
  readonly median: number;
  /** Median divided by the reference's median. */
  readonly ratio: number;
}

/** One contestant's round as `calls` calls of `f` in a row. */
export function timed(name: string, f: () => unknown, calls = 1): Contestant {
  const round = (): number => {
    const start = performance.now();
    for (let i = 0; i < calls; i++) f();
    return (performance.now() - start) / calls;
  };
  return { name, round };
}

/** Runs `rounds` interleaved rounds after `warmup` unmeasured ones; the first is the reference. */
export async function compare(
  title: string,
  contestants: readonly Contestant[],
  { rounds = 21, warmup = 3, unit = "ms" }: CompareOptions = {},
): Promise<Result[]> {
  const times = contestants.map((): number[] => []);
  for (let r = -warmup; r < rounds; r++) {
    for (let i = 0; i < contestants.length; i++) {
      const c = (i + r + warmup) % contestants.length;
      const time = await contestants[c]!.round();
      if (r >= 0) times[c]!.push(time);
    }
  }
  const medians = times.map(medianOf);
  const results = contestants.map(({ name }, i) => ({
    name,
    median: medians[i]!,
    ratio: medians[i]! / medians[0]!,
  }));
  print(title, results, unit);
  return results;
}

interface CompareOptions {
  readonly rounds?: number;
  readonly warmup?: number;
  readonly unit?: keyof typeof perMillisecond;
}

const perMillisecond = { ms: 1, us: 1e3, ns: 1e6 };

/** The line that says where figures come from. */
export function printMachine(): void {
  const [cpu] = cpus();
  const date = new Date().toISOString().slice(0, 10);
  const cores = `${availableParallelism()} of ${cpus().length} cores`;
  console.log(`Node ${process.version}, ${cpu!.model}, ${cores}, ${date}\n`);
}

function print(title: string, results: readonly Result[], unit: keyof typeof perMillisecond): void {
  console.log(title);
  const width = Math.max(...results.map(({ name }) => name.length));
  for (const { name, median, ratio } of results) {
    const time = (median * perMillisecond[unit]).toPrecision(4).padStart(10);
    console.log(`  ${name.padEnd(width)} ${time} ${unit}  ${ratio.toFixed(2).padStart(8)} x`);
  }
  console.log();
}

function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
