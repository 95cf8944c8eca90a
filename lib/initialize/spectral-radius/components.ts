/**
 * The strongly connected components of a matrix: i and j are in one where entries other than 0 lead
 * from i to j and back. In their order the matrix is block triangular, so that its eigenvalues are
 * those of the components' own blocks, to which the entries between them give nothing.
 *
 * Depth first along the rows, then along the columns from the last that was left (Kosaraju 1978;
 * Sharir 1981). Each component comes in rising order.
 */
export function components(a: Float64Array, n: number): number[][] {
  const all = Array.from({ length: n }, (_, i) => i);
  const left = searched(n, all, (from, to) => a[from * n + to] !== 0).flat();
  const found = searched(n, left.toReversed(), (from, to) => a[to * n + from] !== 0);
  return found.map((component) => component.toSorted((i, j) => i - j));
}

/** What is reached from each start and from none before it, in the order in which it is left. */
function searched(
  n: number,
  starts: readonly number[],
  leads: (from: number, to: number) => boolean,
): number[][] {
  const isSeen = new Uint8Array(n);
  const next = new Int32Array(n); // where the search among a place's neighbours goes on
  return starts.flatMap((start) => {
    if (isSeen[start] === 1) return [];
    isSeen[start] = 1;
    const path = [start]; // not a recursion: it may be as long as the matrix
    const left: number[] = [];
    while (path.length > 0) {
      const from = path.at(-1)!;
      let to = next[from]!;
      while (to < n && (isSeen[to] === 1 || !leads(from, to))) to++;
      next[from] = to + 1;
      if (to === n) {
        left.push(path.pop()!);
      } else {
        isSeen[to] = 1;
        path.push(to);
      }
    }
    return [left];
  });
}
