/** Does blocks of rows by the WebAssembly kernel, which rows.as.ts describes. */
import { dtypeOf } from "../../internal/arrays.ts";
import { copyLines, type Lines } from "../../internal/wasm/copy-lines.ts";
import { isShared } from "../../internal/wasm/copy-shared.ts";
import { exportsOn } from "../../internal/wasm/exports-on.ts";
import { arenaMemoryOf, commonMemory, SCRATCH, type Memory } from "../../internal/wasm/memory.ts";
import type { Scores } from "./read-scores.ts";
import type { Room } from "./room.ts";
import { rows } from "./rows.generated.ts";

/** Does `count` rows of z, from row `first` on: the steps of rows-by-loop.ts, with the same bits. */
export type DoRows = (z: Scores, first: number, count: number, room: Room) => void;

/**
 * The kernel on the memory of z's arena, or else on the common memory, and that memory. It is
 * undefined if there is none, or if the scratch is too small for a room of `size` elements.
 */
export function findKernel(
  { data }: Scores,
  size: number,
): { memory: Memory; doRows: DoRows } | undefined {
  if (8 * size > SCRATCH) return undefined;
  const memory = arenaMemoryOf(data) ?? commonMemory();
  if (memory === undefined) return undefined;
  const kernel = exportsOn(rows, memory)?.[`rows${8 * data.BYTES_PER_ELEMENT}`];
  if (kernel === undefined) return undefined;
  return { memory, doRows: (...args) => stageRows(kernel, memory, ...args) };
}

/** Hands rows to the kernel where they live, if that is its memory and each of them is one run. */
function stageRows(
  kernel: (...args: number[]) => void,
  memory: Memory,
  { data, k, offset, down, right }: Scores,
  first: number,
  count: number,
  room: Room,
): void {
  const width = data.BYTES_PER_ELEMENT;
  const start = offset + first * down;
  const run = (address: number, step: number): void => {
    kernel(
      count,
      k,
      address,
      step * width,
      8 * room.bias,
      8 * room.sums,
      room.scale,
      8 * room.block,
      8 * room.targets,
      8 * room.weights,
      8 * room.products,
      8 * room.totals,
    );
  };
  if (right === 1 && data.buffer === memory.float64.buffer) {
    run(data.byteOffset + start * width, down);
    return;
  }
  const shared = isShared(data.buffer);
  const own: Lines = { data, start, stride: down, step: right, shared };
  const staged: Lines = {
    data: memory[dtypeOf(data)],
    start: (8 * room.staged) / width,
    stride: k,
    step: 1,
    shared: false,
  };
  copyLines(own, staged, count, k);
  run(8 * room.staged, k);
  copyLines(staged, own, count, k);
}
