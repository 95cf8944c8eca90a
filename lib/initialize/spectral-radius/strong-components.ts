/**
 * The strongly connected components of the graph of a matrix, in which an entry other than 0 at
 * (i, j) is an edge from i to j. Ordered by components the matrix is block triangular, so its
 * eigenvalues are those of the diagonal blocks; the entries between components do not matter.
 *
 * The first search goes along the rows. The second goes along the columns and begins with the
 * vertex that the first one left last.  Kosaraju 1978; Sharir 1981. Indices ascend in a component.
 */
export function strongComponents(a: Float64Array, n: number): number[][] {
  const all = Array.from({ length: n }, (_, i) => i);
  const postOrder = search(n, all, (from, to) => a[from * n + to] !== 0).flat();
  const found = search(n, postOrder.toReversed(), (from, to) => a[to * n + from] !== 0);
  return found.map((component) => component.toSorted((i, j) => i - j));
}

/** Depth-first search from each start: the vertices that it newly reaches, in post-order. */
function search(
  n: number,
  starts: readonly number[],
  isEdge: (from: number, to: number) => boolean,
): number[][] {
  const isSeen = new Uint8Array(n);
  const next = new Int32Array(n); // the first neighbor of each vertex that was not yet looked at
  return starts.flatMap((start) => {
    if (isSeen[start] === 1) return [];
    isSeen[start] = 1;
    const path = [start]; // no recursion: a path may be as long as the matrix
    const left: number[] = [];
    while (path.length > 0) {
      const from = path.at(-1)!;
      let to = next[from]!;
      while (to < n && (isSeen[to] === 1 || !isEdge(from, to))) to++;
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
