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
  const rows = Math.min(n, Math.max(1, Math.floor(BLOCK / Math.max(k, 1))));
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
  if (sums !== undefined) {
    const { data, offset, stride } = sums;
    for (let j = 0; j < k; j++) data[offset + j * stride] = floats[room.sums + j]!;
  }
  return loss;
}
