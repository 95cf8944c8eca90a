/** The errors for elements that a map cannot take, by path and label. */
import { wrongNumber } from "../../internal/messages.ts";
import { labelAt, type Layout } from "../../layout.ts";
import type { Run, RunMap } from "../maps/run-map.ts";

const pathIn = (label: string): string => label.split("[")[0]!;

/** @throws RangeError if a value is outside of its constraint or on its bound */
export function refuseFault(call: string, map: RunMap, values: Layout, x: Run): void {
  const fault = map.faultOf(x);
  if (fault === undefined) return;
  const label = labelAt(values, fault.index);
  const got = `${fault.got} at ${label}`;
  throw wrongNumber(call, pathIn(label), fault.need, got);
}

/** @throws RangeError if a unit vector has the direction of 0 */
export function refuseZeroVector(call: string, map: RunMap, free: Layout, y: Run): void {
  const index = map.zeroVectorIn!(y);
  if (index < 0) return;
  const label = labelAt(free, index);
  const place = label.includes(",") ? ` at ${label}` : "";
  throw wrongNumber(call, pathIn(label), "have a direction", `length 0${place}`);
}
