/** Reads many mutated files, and measures what each of them takes. */

/** Every file may take this much heap, and four times its own size. */
const ROOM = 1e6;
const MOST_MS = 1000;

interface Reader {
  readonly mutant: (seed: number) => Uint8Array;
  readonly read: (file: Uint8Array) => "read" | "refused";
}

/** What an engine allocates to compile is not the file's: the first files are read twice. */
const WARM_UP = 20_000;

/** @throws Error with the seed of a file that breaks the law, takes too long or too much */
export function fuzz({ mutant, read }: Reader, count: number, first: number): void {
  for (let seed = first; seed < first + Math.min(count, WARM_UP); seed++) read(mutant(seed));
  const outcomes = { read: 0, refused: 0 };
  const longest = { ms: 0, seed: first };
  const largest = { bytes: 0, of: 0, seed: first };
  for (let seed = first; seed < first + count; seed++) {
    const file = mutant(seed);
    const [before, start] = [process.memoryUsage().heapUsed, performance.now()];
    try {
      outcomes[read(file)]++;
    } catch (cause) {
      throw new Error(`seed ${seed}`, { cause });
    }
    let ms = performance.now() - start;
    // Garbage is counted too, so this is more than a file needs; a collection in between gives less.
    const bytes = process.memoryUsage().heapUsed - before;
    if (ms > MOST_MS)
      ms = Math.min(
        ms,
        timeOf(() => read(file)),
      ); // others may have had the machine
    if (ms > longest.ms) Object.assign(longest, { ms, seed });
    if (bytes > largest.bytes) Object.assign(largest, { bytes, of: file.length, seed });
    if (ms > MOST_MS || bytes > 4 * file.length + ROOM) {
      throw new Error(`seed ${seed}: ${file.length} bytes took ${ms} ms and ${bytes} bytes`);
    }
  }
  console.log(`${count} files: ${outcomes.refused} refused, ${outcomes.read} read`);
  console.log(`the longest took ${longest.ms.toFixed(1)} ms (seed ${longest.seed})`);
  const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  const file = `a file of ${kB(largest.of)} (seed ${largest.seed})`;
  console.log(`the most heap, garbage included, was ${kB(largest.bytes)}, for ${file}`);
}

function timeOf(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
