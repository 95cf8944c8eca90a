import { Presets, SingleBar } from "cli-progress";

/** The entries of an array, one by one, with a bar that shows how far the loop is. */
export function* progress<T>(name: string, entries: readonly T[]): Generator<T> {
  const bar = new SingleBar(
    { format: `${name} {bar} {value}/{total}, {eta} s left`, clearOnComplete: true },
    Presets.shades_classic,
  );
  bar.start(entries.length, 0);
  try {
    for (const entry of entries) {
      yield entry;
      bar.increment();
    }
  } finally {
    bar.stop();
  }
}
