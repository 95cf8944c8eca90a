/** Reads the options of a fit that are neither numbers nor the caller's arrays for residuals. */
import type { Floats } from "../../internal/arrays.ts";
import { wrongKind, wrongNumber } from "../../internal/messages.ts";
import { aboveZero } from "../../internal/numbers.ts";
import { readFloats, type Flat } from "../../internal/read-flat.ts";
import type { Layout } from "../../layout.ts";
import { placeOf } from "../../optimize/run/finite.ts";
import { leastSquares, type ResidualLoss } from "../losses.ts";

const parts = ["value", "drop", "weight", "curvature"] as const;

/**
 * The loss of a fit. Refuses anything that is not a loss, such as the name of one, or `huber`
 * without its scale. If a function of a caller's own loss returns a promise instead of a number, it
 * is refused when it is called.
 */
export function readLoss(call: string, loss: unknown = leastSquares): ResidualLoss {
  const given = (loss ?? {}) as ResidualLoss;
  if (!parts.every((part) => typeof given[part] === "function")) {
    const need = "be leastSquares, or what huber, softL1 or cauchy return";
    throw wrongKind(call, "loss", need, loss);
  }
  if (given === leastSquares) return given;
  const checked =
    (part: (typeof parts)[number]) =>
    (r: number, to = NaN): number => {
      const number: unknown = given[part](r, to);
      if (typeof number === "number") return number;
      throw wrongKind(call, `loss.${part}`, "return a number", number);
    };
  return {
    name: given.name,
    value: checked("value"),
    drop: checked("drop"),
    weight: checked("weight"),
    curvature: checked("curvature"),
  };
}

/** scale ← 1/size for the typical sizes of the elements. */
export function readScale(
  call: string,
  sizes: Flat,
  scale: Floats,
  layout: Layout | undefined,
): void {
  const { data, offset, stride } = readFloats(call, "scale", sizes, scale.length, "flat has");
  for (let i = 0, at = offset; i < scale.length; i++, at += stride) {
    scale[i] = 1 / data[at]!;
    if (aboveZero.holds(data[at]!) && aboveZero.holds(scale[i]!)) continue;
    throw wrongNumber(
      call,
      "scale",
      `be ${aboveZero.words}`,
      `${data[at]} at ${placeOf(layout, i)}`,
    );
  }
}
