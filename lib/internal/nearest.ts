/** Finds the word that a misspelt word most likely meant, for error messages. */

const MAX_LENGTH = 100; // the distance costs the product of both lengths

/** The end of a message about an unknown `name`, with the nearest of the known names if any. */
export function suggest(name: string, known: Iterable<string>): string {
  let best: string | undefined;
  let least = Infinity;
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= least) continue; // no nearer than the best
    const distance = distanceOf(name.slice(0, MAX_LENGTH), candidate.slice(0, MAX_LENGTH));
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best === undefined ? "" : `, the nearest is "${best}"`;
}

/** The fewest insertions, deletions and replacements that turn a into b.  Levenshtein 1966. */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
