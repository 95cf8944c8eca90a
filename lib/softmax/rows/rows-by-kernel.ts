/** Does blocks of rows by the WebAssembly kernel, which rows.as.ts describes. */
import { copyLines, type Lines } from "../../internal/wasm/copy-lines.ts";
import { isShared } from "../../internal/wasm/copy-shared.ts";
import { exportsOn } from "../../internal/wasm/exports-on.ts";
import { arenaMemoryOf, commonMemory, SCRATCH, type Memory } from "../../internal/wasm/memory.ts";
import type { Scores } from "./read-scores.ts";
import type { Room } from "./room.ts";
import { rows } from "./rows.generated.ts";

/**
 * The memory that the kernel works in: that of z's arena, or else the common one. It is undefined if
 * the kernel does not run here, or if the scratch is too small for a room of `size` elements.
 */
export function kernelMemory({ data }: Scores, size: number): Memory | undefined {
  if (8 * size > SCRATCH) return undefined;
  const memory = arenaMemoryOf(data) ?? commonMemory();
  return memory !== undefined && exportsOn(rows, memory) !== undefined ? memory : undefined;
}

/**
 * Does `count` rows of z, from row `first` on, and returns the loss with theirs added: the steps of
 * `rowsByLoop`, with the same bits. The kernel has the rows where they live, if that is its memory
 * and each of them is one run, or else in copies.
 */
export function rowsByKernel(
  memory: Memory,
  { data, k, offset, down, right }: Scores,
  first: number,
  count: number,
  room: Room,
  loss: number,
): number {
  const width = data.BYTES_PER_ELEMENT;
  const kernels = exportsOn(rows, memory)!;
  const kernel = (width === 8 ? kernels["rows64"] : kernels["rows32"])!;
  const start = offset + first * down;
  const run = (address: number, step: number): number =>
    // oxfmt-ignore
    kernel(
      count, k, address, step * width, 8 * room.bias, 8 * room.sums, room.scale, loss,
      8 * room.block, 8 * room.targets, 8 * room.weights, 8 * room.products, 8 * room.table,
    );
  if (right === 1 && data.buffer === memory.float64.buffer) {
    return run(data.byteOffset + start * width, down);
  }
  const own: Lines = { data, start, stride: down, step: right, shared: isShared(data.buffer) };
  const staged: Lines = {
    data: width === 8 ? memory.float64 : memory.float32,
    start: (8 * room.staged) / width,
    stride: k,
    step: 1,
    shared: false,
  };
  copyLines(own, staged, count, k);
  const sum = run(8 * room.staged, k);
  copyLines(staged, own, count, k);
  return sum;
}
