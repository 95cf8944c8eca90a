/** Finds the word that a misspelt word most likely meant, for error messages. */

/** Longer words are cut: a distance takes time by the product of both lengths. */
const MAX_LENGTH = 100;

/** The comparisons of letters after which the search ends: an error must not take seconds. */
const MAX_WORK = 4_194_304;

/** The end of a message about an unknown `name`, with the nearest of the known names if any. */
export function suggest(name: string, known: Iterable<string>): string {
  const word = name.slice(0, MAX_LENGTH);
  let best: string | undefined;
  let least = Infinity;
  let work = 0;
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= least) continue; // no nearer than the best
    const [a, b] = differing(word, candidate.slice(0, MAX_LENGTH));
    const distance = distanceOf(a, b);
    if (distance < least) [best, least] = [candidate, distance];
    work += a.length * b.length;
    if (work > MAX_WORK) break;
  }
  return best === undefined ? "" : `, the nearest is "${best}"`;
}

/** Two words without the letters that both begin and end with: names of one template share many. */
function differing(a: string, b: string): [a: string, b: string] {
  const most = Math.min(a.length, b.length);
  let first = 0;
  while (first < most && a[first] === b[first]) first++;
  let last = 0;
  while (last < most - first && a.at(-1 - last) === b.at(-1 - last)) last++;
  return [a.slice(first, a.length - last), b.slice(first, b.length - last)];
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
