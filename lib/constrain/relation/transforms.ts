/** The four transforms of a relation. Single flats take a short way that allocates nothing. */
import { checkNumber, finite } from "../../internal/numbers.ts";
import { batchTransformsOf, type Transforms } from "./batch-transforms.ts";
import { isBatch, readInto, refuseOverlap } from "./place.ts";
import { placesOf, type Plan } from "./bind-leaves.ts";
import { refuseFault, refuseZeroVector } from "./refuse-values.ts";

export function transformsOf(plan: Plan): Transforms {
  const { free, values, map } = plan;
  const { y, x, gx, gy } = placesOf(plan);
  const inBatches = batchTransformsOf(plan);
  const total = new Float64Array(1);

  return {
    forward(yFlat, xFlat, options) {
      if (options !== undefined || isBatch(yFlat)) return inBatches.forward(yFlat, xFlat, options);
      const call = "constrain: forward";
      readInto(call, yFlat, y);
      readInto(call, xFlat, x);
      refuseOverlap(call, y, x);
      refuseZeroVector(call, map, free, y);
      total[0] = 0;
      map.forward(y, x, total);
      return total[0];
    },
    inverse(xFlat, yFlat, options) {
      if (options !== undefined || isBatch(xFlat)) return inBatches.inverse(xFlat, yFlat, options);
      const call = "constrain: inverse";
      readInto(call, xFlat, x);
      readInto(call, yFlat, y);
      refuseOverlap(call, x, y);
      refuseFault(call, map, values, x);
      return map.inverse(x, y);
    },
    pullBack(yFlat, gxFlat, gyFlat, options) {
      if (options !== undefined || isBatch(yFlat)) {
        return inBatches.pullBack(yFlat, gxFlat, gyFlat, options);
      }
      const call = "constrain: pullBack";
      readInto(call, yFlat, y);
      readInto(call, gxFlat, gx);
      readInto(call, gyFlat, gy);
      refuseOverlap(call, y, gy);
      refuseOverlap(call, gx, gy);
      refuseZeroVector(call, map, free, y);
      return map.pullBack(y, gx, gy);
    },
    pullBackJacobian(yFlat, gyFlat, scale, options) {
      if (options !== undefined || isBatch(yFlat)) {
        return inBatches.pullBackJacobian(yFlat, gyFlat, scale, options);
      }
      const call = "constrain: pullBackJacobian";
      checkNumber(call, "scale", scale, finite);
      readInto(call, yFlat, y);
      readInto(call, gyFlat, gy);
      refuseOverlap(call, y, gy);
      return map.pullBackJacobian(y, gy, scale);
    },
  };
}
