/** Rows of a kernel's function by the threads of a pool: both sides by hand, in one thread. */
import { expect } from "chai";
import { arena } from "ndarray-params/gemm";
import { makeEngine } from "../../../lib/gemm/kernel/engine.ts";
import { moduleOf } from "../../../lib/gemm/kernel/find-engine.ts";
import { plainKernel } from "../../../lib/gemm/kernel/plain-kernel.ts";
import { numberBuffers } from "../../../lib/gemm/pool/threads/buffer-numbers.ts";
import { numberFunctions } from "../../../lib/gemm/pool/threads/function-numbers.ts";
import { knowBuffers } from "../../../lib/gemm/pool/threads/known-buffers.ts";
import { helpWithParts } from "../../../lib/gemm/pool/threads/multiply-in-parts.ts";
import {
  makePoolMemory,
  messageCount,
  nextCount,
  openParts,
  State,
  waitForPart,
} from "../../../lib/gemm/pool/threads/protocol.ts";
import { doRowsInParts } from "../../../lib/gemm/pool/threads/rows-in-parts.ts";
import { writeRows } from "../../../lib/gemm/pool/threads/rows-numbers.ts";
import type { Message } from "../../../lib/gemm/pool/threads/worker.ts";
import type { Rows } from "../../../lib/internal/threads/share-rows.ts";
import { arenaMemoryOf, joinMemory } from "../../../lib/internal/wasm/memory.ts";
import { scaleBytes as kernel } from "../../../lib/optimize/batches/scale-bytes.generated.ts";

const [count, size] = [40, 32];

/** Samples of bytes in a shared arena, and the rows that make them floats in reversed order. */
function makeRows() {
  const near = arena(2 ** 20, { shared: true });
  const bytes = near.uint8(count * size);
  for (let i = 0; i < bytes.length; i++) bytes[i] = (i * 7) % 251;
  const floats = near.float64(count * size);
  const own = near.float64(count / 2); // room for addresses of 32 bits
  const addresses = new Uint32Array(own.buffer, own.byteOffset, count);
  for (let s = 0; s < count; s++) addresses[s] = bytes.byteOffset + (count - 1 - s) * size;
  const memory = arenaMemoryOf(floats)!;
  const args = [addresses.byteOffset, size, floats.byteOffset, 0.5];
  const rows: Rows = { kernel, name: "samples64", memory, count, each: 7, args, target: "" };
  const want = Float64Array.from(floats, (_, i) => {
    return bytes[(count - 1 - Math.floor(i / size)) * size + (i % size)]! / 2;
  });
  return { rows, floats, want };
}

/** The memory of a pool, and a worker that is driven by hand. */
function makeBothSides() {
  const memory = makePoolMemory();
  const mail: Message[] = [];
  const send = (message: Message): void => void mail.push(message);
  const functions = numberFunctions(memory, numberBuffers(memory, plainKernel, send), send);
  const known = knowBuffers(makeEngine(moduleOf(plainKernel)!), (engine) => engine);
  let received = 0;
  return {
    memory,
    functions,
    helps: (): void => helpWithParts(known, memory, received),
    receives: (): void => {
      for (const message of mail.splice(0)) {
        if ("memory" in message) throw new Error("that is the first message of a thread");
        known.receive(message);
        received = nextCount(received);
      }
    },
  };
}

describe("rows by the threads of a pool", () => {
  const { kernel: text, name } = makeRows().rows;

  it("are done by a worker, with the scratch of its own", () => {
    const { rows, floats, want } = makeRows();
    const { memory, functions, helps, receives } = makeBothSides();
    writeRows(memory, { ...rows, ...functions(text, name, rows.memory) });
    receives();
    openParts(memory, 6);
    helps();
    for (let part = 0; part < 6; part++) expect(waitForPart(memory, part)).to.equal(State.done);
    expect(floats).to.deep.equal(want);
  });

  it("are repeated by the calling thread if a worker cannot begin them", () => {
    const { rows, floats, want } = makeRows();
    const { memory, functions, helps, receives } = makeBothSides();
    for (let i = 0; i < 32; i++) joinMemory(rows.memory.memory); // no thread can join it any more
    const numbers = functions(text, name, rows.memory);
    receives();
    writeRows(memory, { ...rows, ...numbers });
    openParts(memory, 6);
    helps();
    for (let part = 0; part < 6; part++) expect(waitForPart(memory, part)).to.equal(State.failed);
    expect(doRowsInParts(memory, rows, () => numbers)).to.equal(true);
    expect(floats).to.deep.equal(want);
  });

  it("have at most as many parts as the word of the memory counts", () => {
    const { rows, floats, want } = makeRows();
    const { memory, functions } = makeBothSides();
    const each = 1 / 16; // 640 parts, if it were taken at its word
    expect(doRowsInParts(memory, { ...rows, each }, functions)).to.equal(true);
    expect(floats).to.deep.equal(want);
  });

  it("have a number for each function in each arena, and are told of it once", () => {
    const [one, other] = [makeRows().rows.memory, makeRows().rows.memory];
    const { functions, memory } = makeBothSides();
    const given = [one, one, other].map((own) => functions(text, "samples64", own));
    expect(given).to.deep.equal([
      { arena: 0, of: 0 },
      { arena: 0, of: 0 },
      { arena: 1, of: 0 },
    ]);
    expect(functions(text, "samples32", one)).to.deep.equal({ arena: 0, of: 1 });
    expect(messageCount(memory)).to.equal(5); // two arenas, and three functions in them
  });
});
