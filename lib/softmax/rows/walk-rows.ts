import type { Elements } from "../../internal/read-flat.ts";
import type { Floats } from "../../internal/arrays.ts";
import type { Share } from "../../internal/threads/share-rows.ts";
import type { Targets } from "./read-labels.ts";
import type { Scores } from "./read-scores.ts";
import { roomIn, roomSize } from "./room.ts";
import { rowsByLoop } from "./rows-by-loop.ts";
import { kernelRoom, rowsByKernel } from "./rows-by-kernel.ts";

/**
 * The elements that go through the room at once. Threads wait for each other at the end of a lot, so
 * it is large; but its targets and errors stay in the third-level cache.
 */
const LOT = 2 ** 17;

/**
 * z_ij ← (wᵢ·softmax(z + b)_ij - t_ij)·scale, lot by lot, in place. `fill` writes the targets t
 * and their sums w. The sums of the columns go to `sums`. Returns the sum of the rows' losses. With
 * `share` the threads of a pool do the rows of a lot.
 */
export function walkRows(
  z: Scores,
  { oneHot, fill }: Targets,
  scale: number,
  bias: Elements<Floats> | undefined,
  sums: Elements<Floats> | undefined,
  share?: Share,
): number {
  const { n, k } = z;
  if (n === 0 || k === 0) {
    // The other axis may be longer than anything that could be walked.
    if (sums !== undefined) write(sums, () => 0);
    return 0;
  }
  const rows = Math.min(n, Math.max(1, Math.floor(LOT / k)));
  const inKernel = kernelRoom(z, rows, scale, oneHot);
  const room =
    inKernel?.room ?? roomIn(new Float64Array(roomSize(rows, k)), 0, rows, k, scale, oneHot);
  const { floats } = room;
  if (bias !== undefined) {
    const { data, offset, stride } = bias;
    for (let j = 0; j < k; j++) floats[room.bias + j] = data[offset + j * stride]!;
  }
  let loss = 0;
  for (let first = 0; first < n; first += rows) {
    const count = Math.min(rows, n - first);
    fill(floats, room.targets, room.weights, first, count);
    loss =
      inKernel === undefined
        ? rowsByLoop(z, first, count, room, loss)
        : rowsByKernel(inKernel, z, first, count, loss, share);
  }
  if (sums !== undefined) write(sums, (j) => floats[room.sums + j]!);
  return loss;
}

function write({ data, size, offset, stride }: Elements<Floats>, at: (j: number) => number): void {
  for (let j = 0; j < size; j++) data[offset + j * stride] = at(j);
}
