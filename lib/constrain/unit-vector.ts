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
  const largestOf = new Float64Array(1);
  const relativeLengthOf = new Float64Array(1);

  /** Writes |y|∞, which is NaN if an element is. */
  function measureLargest({ data, offset, stride }: Run): void {
    let largest = 0;
    for (let i = 0; i < n; i++) largest = Math.max(largest, Math.abs(data[offset + i * stride]!));
    largestOf[0] = largest;
  }

  /** Writes |y|∞ and |y| by it, which keeps the squares in range. */
  function measure(y: Run): void {
    measureLargest(y);
    const { data, offset, stride } = y;
    const largest = largestOf[0]!;
    let squares = 0;
    for (let i = 0; i < n; i++) {
      const part = data[offset + i * stride]! / largest;
      squares += part * part;
    }
    relativeLengthOf[0] = Math.sqrt(squares);
  }

  return {
    forward(y, x, total) {
      measure(y);
      const largest = largestOf[0]!;
      const relative = relativeLengthOf[0]!;
      for (let i = 0; i < n; i++) {
        x.data[x.offset + i * x.stride] = y.data[y.offset + i * y.stride]! / largest / relative;
      }
      const length = largest * relative;
      total[0]! -= 0.5 * length * length;
    },
    inverse(x, y) {
      for (let i = 0; i < n; i++) {
        y.data[y.offset + i * y.stride] = x.data[x.offset + i * x.stride]!;
      }
    },
    faultOf(x) {
      measure(x);
      const largest = largestOf[0]!;
      const length = largest === 0 ? 0 : largest * relativeLengthOf[0]!;
      if (Math.abs(length - 1) <= toleranceOf(x.data)) return undefined;
      return fault(0, "have length 1", `a length of ${length}`);
    },
    pullBack(y, gx, gy) {
      measure(y);
      const largest = largestOf[0]!;
      const relative = relativeLengthOf[0]!;
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
    zeroVectorIn(y) {
      measureLargest(y);
      return largestOf[0] === 0 ? 0 : -1;
    },
  };
}
