/** The record that a constraint is before it meets a leaf, and the axes that each kind acts on. */
import { sizeOf } from "../../layout.ts";
import { shapeText } from "../../internal/messages.ts";
import type { RunMap } from "./run-map.ts";

/**
 * The effect of a constraint on the shape of a leaf. A constraint on elements keeps any shape; a
 * vector is the last axis; a hyperplane is a last axis that loses one free element; a triangle is
 * two equal last axes whose lower triangle is free, with or without the diagonal.
 */
export type ConstraintKind = "elements" | "vector" | "hyperplane" | "strictTriangle" | "triangle";

/** The leaf that a constraint is bound to. */
export interface ConstrainedLeaf {
  readonly path: string;
  readonly shape: readonly number[];
  readonly size: number;
  /** The label of an element by its index in the leaf. */
  readonly labelAt: (index: number) => string;
}

/** The mark of a constraint; registered, as that of layouts is, for two copies of this package. */
const CONSTRAINT = Symbol.for("ndarray-params.constraint");

/**
 * A constraint on a leaf, as `constrain` takes it. It is a frozen record, which can be used for any
 * number of leaves.
 */
export interface Constraint<Kind extends ConstraintKind = ConstraintKind> {
  readonly name: string;
  readonly kind: Kind;
  /** The map of one run of a leaf: its elements, its last axis of n, or its last two of n·n. */
  readonly bind: (leaf: ConstrainedLeaf, n: number) => RunMap;
}

export const constraint = <Kind extends ConstraintKind>(
  name: string,
  kind: Kind,
  bind: Constraint["bind"],
): Constraint<Kind> =>
  Object.freeze(Object.defineProperty({ name, kind, bind }, CONSTRAINT, { value: true }));

export const isConstraint = (value: unknown): value is Constraint =>
  (value as { [CONSTRAINT]?: true } | null | undefined)?.[CONSTRAINT] === true;

/** A leaf seen as `runs` runs of one map, and the shape of its free leaf. */
export interface Runs {
  readonly n: number;
  readonly runs: number;
  readonly freeShape: readonly number[];
}

/** @throws RangeError if the leaf does not have the axes that the constraint acts on */
export function runsOf({ name, kind }: Constraint, { path, shape, size }: ConstrainedLeaf): Runs {
  if (kind === "elements") return { n: size, runs: 1, freeShape: shape };
  const refuse = (need: string): RangeError =>
    new RangeError(`constrain: ${path}: ${name} needs ${need}, got the shape ${shapeText(shape)}`);
  if (kind === "vector" || kind === "hyperplane") {
    const n = shape.at(-1);
    if (n === undefined) throw refuse("an axis");
    const front = shape.slice(0, -1);
    if (kind === "vector") return { n, runs: sizeOf(front), freeShape: shape };
    if (n === 0) throw refuse("a last axis of at least 1");
    return { n, runs: sizeOf(front), freeShape: [...front, n - 1] };
  }
  const n = shape.at(-1);
  if (n === undefined || n !== shape.at(-2)) throw refuse("two last axes of one length");
  const front = shape.slice(0, -2);
  const freeSize = (n * (kind === "triangle" ? n + 1 : n - 1)) / 2;
  return { n, runs: sizeOf(front), freeShape: [...front, freeSize] };
}
