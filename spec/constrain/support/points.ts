/** The stored points of the eleven constraints, and the constraints themselves by name. */
import { readFileSync } from "node:fs";
import { layoutOf, type Layout } from "ndarray-params";
import {
  affine,
  choleskyCorrelation,
  choleskyCovariance,
  constrain,
  interval,
  lower,
  ordered,
  positiveOrdered,
  simplex,
  sumToZero,
  unitVector,
  upper,
  type Constrained,
  type Constraint,
} from "ndarray-params/constrain";

export const names = [
  "lower",
  "upper",
  "interval",
  "affine",
  "ordered",
  "positiveOrdered",
  "sumToZero",
  "simplex",
  "unitVector",
  "choleskyCorrelation",
  "choleskyCovariance",
] as const;

export type Name = (typeof names)[number];

/** A relation of which only run time knows the template. */
export type AnyConstrained = Constrained<Layout, Record<string, Constraint>>;

export const relationOf = (
  template: Parameters<typeof layoutOf>[0],
  constraints: Record<string, Constraint>,
): AnyConstrained => constrain(layoutOf(template) as Layout, constraints);

type PointParameters = Readonly<Record<"lower" | "upper" | "offset" | "multiplier", number>>;

interface StoredPoint {
  readonly id: string;
  readonly parameters: PointParameters;
  readonly y: readonly number[];
  readonly x: readonly string[];
  readonly logJacobian: string;
  readonly gradient: readonly number[];
  readonly pullback: readonly string[];
  readonly logJacobianGradient: readonly string[];
}

export interface Point {
  readonly id: string;
  readonly relation: AnyConstrained;
  readonly y: readonly number[];
  readonly x: readonly number[];
  readonly logJacobian: number;
  readonly gradient: readonly number[];
  readonly pullback: readonly number[];
  readonly logJacobianGradient: readonly number[];
  /** The largest magnitude of the values or of the bounds. */
  readonly reach: number;
}

const constraintOf = (name: Name, own: PointParameters | undefined): Constraint =>
  ({
    lower: () => lower(own!.lower),
    upper: () => upper(own!.upper),
    interval: () => interval(own!.lower, own!.upper),
    affine: () => affine(own!.offset, own!.multiplier),
    ordered: () => ordered,
    positiveOrdered: () => positiveOrdered,
    sumToZero: () => sumToZero,
    simplex: () => simplex,
    unitVector: () => unitVector,
    choleskyCorrelation: () => choleskyCorrelation,
    choleskyCovariance: () => choleskyCovariance,
  })[name]();

const isMatrix = (name: Name): boolean => name.startsWith("cholesky");

export function pointsOf(name: Name): Point[] {
  const text = readFileSync(`spec/fixtures/constrain/${name}.json`, "utf8");
  const { points } = JSON.parse(text) as { points: StoredPoint[] };
  return points.map((point) => {
    const size = point.x.length;
    const shape = isMatrix(name) ? [Math.sqrt(size), Math.sqrt(size)] : [size];
    const x = point.x.map(Number);
    const bounds = Object.values(point.parameters ?? {});
    return {
      id: point.id,
      relation: relationOf({ w: shape }, { w: constraintOf(name, point.parameters) }),
      y: point.y,
      x,
      logJacobian: Number(point.logJacobian),
      gradient: point.gradient,
      pullback: point.pullback.map(Number),
      logJacobianGradient: point.logJacobianGradient.map(Number),
      reach: Math.max(...[...x, ...bounds].map(Math.abs)),
    };
  });
}

export const largest = (numbers: readonly number[]): number =>
  Math.max(0, ...numbers.map(Math.abs));
