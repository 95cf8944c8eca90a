/** Does rows by the WebAssembly kernel, which rows.as.ts describes, and by the threads of a pool. */
import type { Share } from "../../internal/threads/share-rows.ts";
import { copyLines, type Lines } from "../../internal/wasm/copy-lines.ts";
import { isShared } from "../../internal/wasm/copy-shared.ts";
import { exportsOn } from "../../internal/wasm/exports-on.ts";
import { arenaMemoryOf, commonMemory, SCRATCH, type Memory } from "../../internal/wasm/memory.ts";
import type { Scores } from "./read-scores.ts";
import { roomIn, roomSize, type Room } from "./room.ts";
import { rows as kernel } from "./rows.generated.ts";

/** The elements of a block and of a part: one takes 10 us, and it stays in the first-level cache. */
const BLOCK = 1024;

/** Elements below which one thread does all rows: in a training step two would take as long. */
const FEW = 4 * BLOCK;

/** The constants of the kernel, which it writes in front of its block. */
const TABLE = 17;

/** A room in the scratch of the calling thread. */
export interface KernelRoom {
  readonly memory: Memory;
  readonly room: Room;
  /** The rows of a block. */
  readonly block: number;
  /** The position for rows that live elsewhere. */
  readonly staged: number;
}

/**
 * Makes a room for `rows` rows of z in the memory of its arena, or else in the common one. It is
 * undefined if the kernel does not run here, or if the scratch is too small.
 */
export function kernelRoom(
  { data, k }: Scores,
  rows: number,
  scale: number,
  oneHot: boolean,
): KernelRoom | undefined {
  const block = Math.max(1, Math.floor(BLOCK / Math.max(k, 1)));
  const own = TABLE + block + block * k;
  const size = roomSize(rows, k);
  if (8 * (own + size + rows * k) > SCRATCH) return undefined;
  const memory = arenaMemoryOf(data) ?? commonMemory();
  if (memory === undefined || exportsOn(kernel, memory) === undefined) return undefined;
  const start = memory.scratch / 8 + own;
  const room = roomIn(memory.float64, start, rows, k, scale, oneHot);
  return { memory, room, block, staged: start + size };
}

/**
 * Does `count` rows of z, from row `first` on, and returns the loss with theirs added: the steps of
 * `rowsByLoop`, with the same bits. The kernel has the rows where they live, if that is its memory
 * and each of them is one run, or else in copies. Threads may do the rows in any order: each leaves
 * its loss and its error in the room, and the calling thread adds them in the order of the rows.
 */
export function rowsByKernel(
  { memory, room, block, staged: there }: KernelRoom,
  { data, k, offset, down, right }: Scores,
  first: number,
  count: number,
  loss: number,
  share: Share | undefined,
): number {
  const width = data.BYTES_PER_ELEMENT;
  const functions = exportsOn(kernel, memory)!;
  const name = width === 8 ? "rows64" : "rows32";
  const [bias, targets, weights] = [8 * room.bias, 8 * room.targets, 8 * room.weights];
  const start = offset + first * down;
  const run = (address: number, step: number): number => {
    const oneHot = Number(room.oneHot);
    // oxfmt-ignore
    const args = [block, k, address, step * width, bias, targets, weights, room.scale, oneHot];
    const isDone =
      count * k >= FEW &&
      share?.({ kernel, name, memory, count, each: block, args, target: "z" }) === true;
    if (!isDone) functions[name]!(0, count, memory.scratch, ...args);
    return functions["add"]!(count, k, targets, weights, 8 * room.sums, loss);
  };
  if (right === 1 && data.buffer === memory.float64.buffer) {
    return run(data.byteOffset + start * width, down);
  }
  const own: Lines = { data, start, stride: down, step: right, shared: isShared(data.buffer) };
  const staged: Lines = {
    data: width === 8 ? memory.float64 : memory.float32,
    start: (8 * there) / width,
    stride: k,
    step: 1,
    shared: false,
  };
  copyLines(own, staged, count, k);
  const sum = run(8 * there, k);
  copyLines(staged, own, count, k);
  return sum;
}
