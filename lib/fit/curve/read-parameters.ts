/** Reads the parameters of a curve: where they start, and what keeps them there or within limits. */
import { slotsUnder } from "../../algebra/internal/find-slots.ts";
import { eachValue } from "../../algebra/internal/leaf-values.ts";
import { checkSides } from "../../internal/sides.ts";
import { sameShape } from "../../internal/checks.ts";
import { nameOf, wrongKind, wrongNumber } from "../../internal/messages.ts";
import { labelAt, resolve, type Layout, type Slot } from "../../layout.ts";
import type { Limits } from "../../optimize/run/read-bounds.ts";
import { isPlainObject, joinPath, type Template } from "../../template.ts";
import { leavesIn } from "../../tree.ts";
import type { CurveConstraints } from "./curve-options.ts";

export interface Parameters {
  /** The parameters as the model gets them. */
  readonly values: Layout;
  /** The parameters as the fit changes them: the same without constraints. */
  readonly free: Layout;
  /** The start, on the free side. */
  readonly start: Float64Array;
  /** Bounds on the free side. Equal ones hold what is fixed. */
  readonly bounds: Limits;
  readonly constraints: CurveConstraints | undefined;
}

interface Given {
  readonly template: Template | Layout;
  readonly start: unknown;
  readonly bounds?: unknown;
  readonly fixed?: unknown;
  readonly constraints?: unknown;
}

/** @throws TypeError, RangeError naming the parameter */
export function readParameters(call: string, given: Given): Parameters {
  const { bounds: limits = {}, fixed = [] } = given;
  const values = resolve(call, given.template);
  const constraints = readConstraints(call, given.constraints, values);
  const constrained = new Set(constraints?.constrained);
  const start = readStart(call, given.start, values);
  const { lower, upper } = readLimits(call, limits, values, constrained);
  const bad = start.findIndex((v, i) => v < lower[i]! || v > upper[i]!);
  if (bad !== -1) {
    const need = `lie within its bounds, from ${lower[bad]} to ${upper[bad]} at ${labelAt(values, bad)}`;
    throw wrongNumber(call, "start", need, start[bad]!);
  }
  for (const { path, offset, size } of readFixed(call, fixed, values)) {
    if (constrained.has(path)) {
      throw new RangeError(`${call}: ${path} is fixed and has a constraint; take one of them`);
    }
    const own = start.subarray(offset, offset + size);
    lower.set(own, offset);
    upper.set(own, offset);
  }
  if (constraints === undefined) {
    return { values, free: values, start, bounds: { lower, upper }, constraints };
  }
  const { free } = constraints;
  const y = new Float64Array(free.size);
  try {
    constraints.inverse(start, y);
  } catch (cause) {
    throw new RangeError(`${call}: start: ${(cause as Error).message}`, { cause });
  }
  const bounds = {
    lower: new Float64Array(free.size).fill(-Infinity),
    upper: new Float64Array(free.size).fill(Infinity),
  };
  free.slots.forEach(({ path, offset }, i) => {
    if (constrained.has(path)) return;
    const { offset: from, size } = values.slots[i]!;
    bounds.lower.set(lower.subarray(from, from + size), offset);
    bounds.upper.set(upper.subarray(from, from + size), offset);
  });
  return { values, free, start: y, bounds, constraints };
}

function readConstraints(
  call: string,
  given: unknown,
  { slots }: Layout,
): CurveConstraints | undefined {
  if (given === undefined) return undefined;
  const found = (given ?? {}) as Partial<CurveConstraints>;
  if (!Array.isArray(found.constrained) || typeof found.residuals !== "function") {
    throw wrongKind(call, "constraints", "be what constrain returned", given);
  }
  const relation = found as CurveConstraints;
  const others = relation.values.slots;
  const isSame = ({ path, shape }: Slot, i: number): boolean =>
    path === others[i]!.path && sameShape(shape, others[i]!.shape);
  if (slots.length === others.length && slots.every(isSame)) return relation;
  throw new RangeError(`${call}: constraints must be for the template, and are for another`);
}

function readStart(call: string, start: unknown, layout: Layout): Float64Array {
  const row = new Float64Array(layout.size);
  const leaves = leavesIn(`${call}: start`, layout, start);
  layout.slots.forEach(({ path, shape, offset }, i) => {
    fill(`${call}: start`, path, shape, leaves[i], row.subarray(offset));
  });
  const bad = row.findIndex((v) => !Number.isFinite(v));
  if (bad === -1) return row;
  throw wrongNumber(call, "start", "be finite", `${row[bad]} at ${labelAt(layout, bad)}`);
}

function readFixed(call: string, fixed: unknown, layout: Layout): readonly Slot[] {
  if (!Array.isArray(fixed)) throw wrongKind(call, "fixed", "be a list of paths", fixed);
  return fixed.flatMap((path: string) => slotsUnder(`${call}: fixed`, layout, path));
}

function readLimits(
  call: string,
  given: unknown,
  layout: Layout,
  constrained: ReadonlySet<string>,
): Limits {
  if (!isPlainObject(given)) throw wrongKind(call, "bounds", "be a record by path", given);
  const lower = new Float64Array(layout.size).fill(-Infinity);
  const upper = new Float64Array(layout.size).fill(Infinity);
  const sources = new Map<string, string>();
  for (const [path, limits] of Object.entries(given)) {
    const slots = slotsUnder(`${call}: bounds`, layout, path);
    refuseTree(call, path, limits, layout);
    checkSides(call, `bounds.${path}`, limits);
    for (const slot of slots) {
      const other = sources.get(slot.path);
      if (other !== undefined) {
        throw new RangeError(`${call}: ${slot.path} has two bounds, by "${other}" and "${path}"`);
      }
      if (constrained.has(slot.path)) {
        throw new RangeError(`${call}: ${slot.path} has bounds and a constraint; take one of them`);
      }
      sources.set(slot.path, path);
      readSide(call, `${path}.lower`, slot, limits.lower, lower);
      readSide(call, `${path}.upper`, slot, limits.upper, upper);
    }
  }
  return { lower, upper };
}

/** Refuses bounds that are nested as the template is, and names the path that they mean. */
function refuseTree(call: string, path: string, limits: unknown, { slots }: Layout): void {
  if (!isPlainObject(limits)) return;
  for (const key of Object.keys(limits)) {
    const inner = joinPath(path, key);
    if (key === "lower" || key === "upper") continue;
    if (!slots.some((slot) => slot.path === inner || slot.path.startsWith(`${inner}.`))) continue;
    throw new RangeError(
      `${call}: bounds must be a record by path, and ${nameOf(inner)} is a path: give it bounds of its own`,
    );
  }
}

function readSide(
  call: string,
  name: string,
  { shape, offset, size }: Slot,
  side: unknown,
  row: Float64Array,
): void {
  if (side === undefined) return;
  const own = row.subarray(offset, offset + size);
  if (typeof side === "number") own.fill(side);
  else fill(call, `bounds.${name}`, shape, side, own);
  if (own.some(Number.isNaN)) throw wrongNumber(call, `bounds.${name}`, "be a number", NaN);
}

function fill(
  call: string,
  name: string,
  shape: readonly number[],
  value: unknown,
  row: Float64Array,
): void {
  let next = 0;
  eachValue(call, name, shape, value, (own) => {
    row[next++] = own;
  });
}
