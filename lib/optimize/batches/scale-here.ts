import type { Floats } from "../../internal/arrays.ts";
import type { Share } from "../../internal/threads/share-rows.ts";
import { exportsOn } from "../../internal/wasm/exports-on.ts";
import type { Memory } from "../../internal/wasm/memory.ts";
import type { Fill, Samples } from "./samples.ts";
import { scaleBytes } from "./scale-bytes.generated.ts";

/** Samples that are done with one list of addresses. */
const MOST = 2 ** 16;

/** Bytes in front of the list: the kernel's own part of the scratch. */
const LIST = 64 * 2 ** 10;

/** Elements that are worth a part of their own: a thread claims it in a tenth of the time. */
const PART = 8 * 2 ** 10;

/** Elements below which one thread gathers, as it multiplies alone: what it has written stays in its cache. */
const FEW = 2 ** 18;

/** Makes floats of bytes that lie in runs in the arena that the floats lie in too. */
export function scaleHere(
  { data, offset, stride, axis }: Samples,
  size: number,
  to: Floats,
  scale: number,
  memory: Memory,
  share: Share | undefined,
): Fill {
  const { scratch } = memory;
  const kernel = scaleBytes;
  const name = `samples${8 * to.BYTES_PER_ELEMENT}`;
  const work = exportsOn(kernel, memory)![name]!;
  const addresses = new Uint32Array(memory.float64.buffer, scratch + LIST, MOST);
  const each = Math.ceil(PART / size);
  return (order, first, count) => {
    for (let done = 0; done < count; done += MOST) {
      const some = Math.min(MOST, count - done);
      for (let s = 0; s < some; s++) {
        addresses[s] = data.byteOffset + offset + order[first + done + s]! * stride[axis]!;
      }
      const start = to.byteOffset + done * size * to.BYTES_PER_ELEMENT;
      const args = [scratch + LIST, size, start, scale];
      const isShared =
        some * size >= FEW &&
        share?.({ kernel, name, memory, count: some, each, args, target: "a batch" });
      if (isShared !== true) work(0, some, scratch, ...args);
    }
  };
}
