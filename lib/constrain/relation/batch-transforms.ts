/** The four transforms of a relation, for batches and for calls with options. */
import type { Floats } from "../../internal/arrays.ts";
import { checkNumber, finite } from "../../internal/numbers.ts";
import { checkOptions } from "../../internal/options.ts";
import { readFloats, type Elements, type Flat } from "../../internal/read-flat.ts";
import { readChains, type Chains } from "./chains.ts";
import type { ChainOptions, Constrained, ForwardOptions } from "./constrained.ts";
import { overlapError } from "./place.ts";
import { placesOf, type Plan } from "./bind-leaves.ts";
import { refuseFault, refuseZeroVector } from "./refuse-values.ts";

export type Transforms = Pick<
  Constrained<unknown, unknown>,
  "forward" | "inverse" | "pullBack" | "pullBackJacobian"
>;

const NONE: ForwardOptions = {};

function axisIn(call: string, options: ChainOptions): number | undefined {
  checkOptions(call, options, ["axis"]);
  return options.axis;
}

/** All chains are checked before the first one is written. */
export function batchTransformsOf(plan: Plan): Transforms {
  const { free, values, map } = plan;
  const { y, x, gx, gy } = placesOf(plan);
  const total = new Float64Array(1);

  return {
    forward(yFlat, xFlat, options = NONE) {
      const call = "constrain: forward";
      checkOptions(call, options, ["axis", "logJacobians"]);
      const chains = readChains(call, [yFlat, xFlat], [y, x], options.axis);
      const { count, moveTo } = chains;
      const own = readLogJacobians(call, options.logJacobians, chains);
      for (let i = 0; i < count; i++) {
        moveTo(i);
        refuseZeroVector(call, map, free, y);
      }
      let sum = 0;
      for (let i = 0; i < count; i++) {
        moveTo(i);
        total[0] = 0;
        map.forward(y, x, total);
        if (own !== undefined) own.data[own.offset + i * own.stride] = total[0];
        sum += total[0];
      }
      return sum;
    },
    inverse(xFlat, yFlat, options = NONE) {
      const call = "constrain: inverse";
      const axis = axisIn(call, options);
      const { count, moveTo } = readChains(call, [xFlat, yFlat], [x, y], axis);
      for (let i = 0; i < count; i++) {
        moveTo(i);
        refuseFault(call, map, values, x);
      }
      for (let i = 0; i < count; i++) {
        moveTo(i);
        map.inverse(x, y);
      }
    },
    pullBack(yFlat, gxFlat, gyFlat, options = NONE) {
      const call = "constrain: pullBack";
      const axis = axisIn(call, options);
      const { count, moveTo } = readChains(call, [yFlat, gxFlat, gyFlat], [y, gx, gy], axis);
      for (let i = 0; i < count; i++) {
        moveTo(i);
        refuseZeroVector(call, map, free, y);
      }
      for (let i = 0; i < count; i++) {
        moveTo(i);
        map.pullBack(y, gx, gy);
      }
    },
    pullBackJacobian(yFlat, gyFlat, scale, options = NONE) {
      const call = "constrain: pullBackJacobian";
      checkNumber(call, "scale", scale, finite);
      const axis = axisIn(call, options);
      const { count, moveTo } = readChains(call, [yFlat, gyFlat], [y, gy], axis);
      for (let i = 0; i < count; i++) {
        moveTo(i);
        map.pullBackJacobian(y, gy, scale);
      }
    },
  };
}

function readLogJacobians(
  call: string,
  flat: Flat | undefined,
  { count, overlaps }: Chains,
): Elements<Floats> | undefined {
  if (flat === undefined) return undefined;
  const own = readFloats(call, "logJacobians", flat);
  if (own.size !== count) {
    const need = `the batch has ${count} flats`;
    throw new RangeError(`${call}: ${need}, logJacobians has ${own.size} elements`);
  }
  const other = overlaps(own);
  if (other !== undefined) throw overlapError(call, other, { name: "logJacobians" });
  return own;
}
