import type { Elements } from "../../internal/read-flat.ts";
import type { Floats } from "../../internal/arrays.ts";
import type { FillTargets } from "./read-labels.ts";
import type { Scores } from "./read-scores.ts";
import { roomIn, roomSize } from "./room.ts";
import { rowsByLoop } from "./rows-by-loop.ts";
import { kernelMemory, rowsByKernel } from "./rows-by-kernel.ts";

/** The elements that go through the room at once: they stay in the first-level cache. */
const BLOCK = 1024;

/**
 * z_ij ← (wᵢ·softmax(z + b)_ij - t_ij)·scale, block by block, in place. `fill` writes the targets t
 * and their sums w. The sums of the columns go to `sums`. Returns the sum of the rows' losses.
 */
export function walkRows(
  z: Scores,
  fill: FillTargets,
  scale: number,
  bias: Elements<Floats> | undefined,
  sums: Elements<Floats> | undefined,
): number {
  const { n, k } = z;
  if (n === 0 || k === 0) {
    // The other axis may be longer than anything that could be walked.
    if (sums !== undefined) write(sums, () => 0);
    return 0;
  }
  const rows = Math.min(n, Math.max(1, Math.floor(BLOCK / k)));
  const size = roomSize(rows, k);
  const memory = kernelMemory(z, size);
  const room =
    memory === undefined
      ? roomIn(new Float64Array(size), 0, rows, k, scale)
      : roomIn(memory.float64, memory.scratch / 8, rows, k, scale);
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
      memory === undefined
        ? rowsByLoop(z, first, count, room, loss)
        : rowsByKernel(memory, z, first, count, room, loss);
  }
  if (sums !== undefined) write(sums, (j) => floats[room.sums + j]!);
  return loss;
}

function write({ data, size, offset, stride }: Elements<Floats>, at: (j: number) => number): void {
  for (let j = 0; j < size; j++) data[offset + j * stride] = at(j);
}
