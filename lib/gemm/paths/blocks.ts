/** A product in blocks that fit the engine's scratch and the caches. */
import { room, type Engine } from "../kernel/engine.ts";
import { VECTOR, type Kernel } from "../kernel/kernel.ts";
import { turned, type Product } from "../product/product.ts";
import { planOf, type Plan } from "./plan.ts";
import { copyIn, copyOut, placeOf, stage, type Block, type Place } from "../kernel/stage.ts";
import { TERMS } from "../product/terms.ts";

/**
 * Vectors run along the rows of B, so these should lie side by side; transposing C exchanges the
 * operands. Where both would do, the longer axis of C gets the vectors; where neither does, the
 * smaller operand is packed.
 */
function oriented(product: Product): Product {
  const { m, n, a, b } = product;
  const straight = b.columnStride === 1;
  const crossed = a.rowStride === 1;
  const crosses = straight !== crossed ? crossed : straight ? m > n : m < n;
  return crosses ? turned(product) : product;
}

/** What all blocks of a product need. */
interface Run {
  readonly engine: Engine;
  readonly kernel: Kernel;
  readonly product: Product;
  readonly plan: Plan;
}

export function multiplyInBlocks(engine: Engine, given: Product): void {
  const product = oriented(given);
  const { m, n, c } = product;
  const kernel = c.data instanceof Float32Array ? engine.kernels.float32 : engine.kernels.float64;
  const plan = planOf(product);
  const run = { engine, kernel, product, plan };
  for (let j = 0; j < n; j += plan.n) {
    const columns = Math.min(plan.n, n - j);
    // One block of k: the same part of B for all rows of C.
    const whole = plan.k === product.k ? stageB(run, 0, product.k, j, columns) : undefined;
    for (let i = 0; i < m; i += plan.mC) {
      const part = { i, rows: Math.min(plan.mC, m - i), j, columns };
      sum(run, part, whole);
      finish(run, part);
    }
  }
}

/** The sums of a part of C, chunk by chunk: the first at `engine.c`, each other added to it. */
function sum(run: Run, part: Block, whole: Place | undefined): void {
  const { engine, kernel, product, plan } = run;
  const { size, pitch } = plan;
  for (let start = 0; start < product.k; start += TERMS) {
    const end = Math.min(product.k, start + TERMS);
    const sums = start === 0 ? engine.c : engine.c + plan.next;
    for (let p = start; p < end; p += plan.k) {
      const depth = Math.min(plan.k, end - p);
      const b = whole ?? stageB(run, p, depth, part.j, part.columns);
      addTerms(run, part, b, p, depth, sums, p === start);
    }
    if (start > 0) {
      kernel.combine(part.rows, part.columns, 1, sums, pitch, 1, engine.c, pitch, size);
    }
  }
}

/** The terms of one block of k: added to the sums, or the first of them. */
function addTerms(
  { engine, kernel, product, plan }: Run,
  part: Block,
  b: Place,
  p: number,
  depth: number,
  sums: number,
  first: boolean,
): void {
  const vectors = Math.ceil((part.columns * plan.size) / VECTOR);
  for (let i = 0; i < part.rows; i += plan.mA) {
    const rows = Math.min(plan.mA, part.rows - i);
    const block = { i: part.i + i, rows, j: p, columns: depth };
    const a = stage(engine, product.a, block, engine.a);
    kernel.multiply(
      rows,
      vectors,
      depth,
      a.address,
      a.row,
      a.step,
      b.address,
      b.row,
      sums + i * plan.pitch,
      plan.pitch,
      first,
    );
  }
}

function stageB(
  { engine, kernel, product, plan }: Run,
  p: number,
  depth: number,
  j: number,
  columns: number,
): Place {
  const block = { i: p, rows: depth, j, columns };
  const place = stage(engine, product.b, block, plan.packs ? engine.raw : engine.b);
  if (!plan.packs) return place;
  kernel.pack(depth, columns, place.address, place.row, place.step, engine.b);
  return { address: engine.b, row: 0, step: 0 };
}

/** c ← alpha·sums + beta·c, by way of the scratch where c lives elsewhere. */
function finish({ engine, kernel, product, plan }: Run, part: Block): void {
  const { c, alpha, beta } = product;
  const { j, columns } = part;
  const most = Math.floor(room.raw / (columns * plan.size));
  for (let i = 0; i < part.rows; i += most) {
    const rows = Math.min(most, part.rows - i);
    const place = placeOf(engine, c, { i: part.i + i, rows, j, columns }, engine.raw);
    if (beta !== 0) copyIn(place);
    const sums = engine.c + i * plan.pitch;
    const { address, row, step } = place;
    kernel.combine(rows, columns, alpha, sums, plan.pitch, beta, address, row, step);
    copyOut(place);
  }
}
