/** Reads many mutated files, and measures what each of them takes. */

/** Every file may take this much heap, and four times its own size. */
const ROOM = 1e6;
const MOST_MS = 1000;

interface Reader {
  readonly mutant: (seed: number) => Uint8Array;
  readonly read: (file: Uint8Array) => "read" | "refused";
}

/**
 * The time that one reading takes, and the heap. Garbage counts too, so this is more than a file
 * needs; if the engine collects in between it is less.
 */
function measured({ read }: Reader, file: Uint8Array) {
  const [before, start] = [process.memoryUsage().heapUsed, performance.now()];
  const outcome = read(file);
  const ms = performance.now() - start;
  return { outcome, ms, bytes: process.memoryUsage().heapUsed - before };
}

/** @throws Error with the seed of a file that breaks the law, takes too long or too much */
export function fuzz(reader: Reader, count: number, first: number): void {
  const outcomes = { read: 0, refused: 0 };
  const longest = { ms: 0, seed: first };
  const largest = { bytes: 0, of: 0, seed: first };
  let again = 0;
  for (let seed = first; seed < first + count; seed++) {
    const file = reader.mutant(seed);
    const isLarge = ({ ms, bytes }: { ms: number; bytes: number }): boolean =>
      ms > MOST_MS || bytes > 4 * file.length + ROOM;
    try {
      let found = measured(reader, file);
      // ndarray generates code when it meets a rank for the first time, and others use the machine.
      if (isLarge(found)) {
        found = measured(reader, file);
        again++;
      }
      const { outcome, ms, bytes } = found;
      if (isLarge(found)) throw new Error(`${file.length} bytes took ${ms} ms, ${bytes} bytes`);
      outcomes[outcome]++;
      if (ms > longest.ms) Object.assign(longest, { ms, seed });
      if (bytes > largest.bytes) Object.assign(largest, { bytes, of: file.length, seed });
    } catch (cause) {
      throw new Error(`seed ${seed}`, { cause });
    }
  }
  const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  console.log(`${count} files: ${outcomes.refused} refused, ${outcomes.read} read`);
  console.log(`the longest took ${longest.ms.toFixed(1)} ms (seed ${longest.seed})`);
  console.log(
    `the most heap was ${kB(largest.bytes)}, garbage included, for ${kB(largest.of)} (seed ${largest.seed})`,
  );
  console.log(`${again} were within the limits only when they were read a second time`);
}
