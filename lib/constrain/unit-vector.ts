import { shapeText } from "../internal/messages.ts";
import { constraint, type Constraint } from "./maps/constraint.ts";
import { fault, toleranceOf } from "./maps/faults.ts";
import type { Run, RunMap } from "./maps/run-map.ts";

/**
 * Vectors of length 1 along the last axis, of at least 2 elements: x = y/|y|. Take it for
 * directions.
 *
 * The length of y is free, so there is one coordinate more than the values have freedom, and the
 * log-Jacobian -|y|²/2 is a density of that length. Without it the length stays where it began:
 * harmless for `lbfgs`, singular for a matrix of second derivatives. `inverse` writes x itself, and
 * lets its length be off by 1e-8 (1e-4 in float32). A y of length 0 has no direction and is refused.
 */
export const unitVector: Constraint<"vector"> = /* @__PURE__ */ constraint(
  "unitVector",
  "vector",
  ({ path, shape }, n) => {
    if (n >= 2) return unitVectorMap(n);
    const got = `got the shape ${shapeText(shape)}`;
    throw new RangeError(`constrain: ${path}: unitVector needs a last axis of at least 2, ${got}`);
  },
);

function unitVectorMap(n: number): RunMap {
  /** |y|∞; NaN if an element is. */
  const largestOf = ({ data, offset, stride }: Run): number => {
    let largest = 0;
    for (let i = 0; i < n; i++) largest = Math.max(largest, Math.abs(data[offset + i * stride]!));
    return largest;
  };
  /** |y| by the largest element, which keeps the squares in range. */
  const relativeLengthOf = ({ data, offset, stride }: Run, largest: number): number => {
    let squares = 0;
    for (let i = 0; i < n; i++) {
      const part = data[offset + i * stride]! / largest;
      squares += part * part;
    }
    return Math.sqrt(squares);
  };

  return {
    forward(y, x) {
      const largest = largestOf(y);
      const relative = relativeLengthOf(y, largest);
      for (let i = 0; i < n; i++) {
        x.data[x.offset + i * x.stride] = y.data[y.offset + i * y.stride]! / largest / relative;
      }
      const length = largest * relative;
      return -0.5 * length * length;
    },
    inverse(x, y) {
      for (let i = 0; i < n; i++) {
        y.data[y.offset + i * y.stride] = x.data[x.offset + i * x.stride]!;
      }
    },
    faultOf(x) {
      const largest = largestOf(x);
      const length = largest === 0 ? 0 : largest * relativeLengthOf(x, largest);
      if (Math.abs(length - 1) <= toleranceOf(x.data)) return undefined;
      return fault(0, "have length 1", `a length of ${length}`);
    },
    pullBack(y, gx, gy) {
      const largest = largestOf(y);
      const relative = relativeLengthOf(y, largest);
      let along = 0;
      for (let i = 0; i < n; i++) {
        const own = y.data[y.offset + i * y.stride]! / largest / relative;
        along += own * gx.data[gx.offset + i * gx.stride]!;
      }
      for (let i = 0; i < n; i++) {
        const own = y.data[y.offset + i * y.stride]! / largest / relative;
        const across = gx.data[gx.offset + i * gx.stride]! - own * along;
        gy.data[gy.offset + i * gy.stride] = across / largest / relative;
      }
    },
    pullBackJacobian(y, gy, scale) {
      for (let i = 0; i < n; i++) {
        gy.data[gy.offset + i * gy.stride]! -= scale * y.data[y.offset + i * y.stride]!;
      }
    },
    zeroVectorIn: (y) => (largestOf(y) === 0 ? 0 : -1),
  };
}
