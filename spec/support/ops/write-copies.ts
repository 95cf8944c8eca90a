/** Writes out the copies between blocks and arrays of each type: lib/ops/walk/copies.generated.ts. */
import { kernelText } from "./kernel-text.ts";

/** The types of numbers that float64 holds exactly. */
const types = "int8 int16 int32 uint8 uint16 uint32 uint8_clamped float32 float64".split(" ");

export function writeCopies(): string {
  const text = kernelText(2, "A[a] = B[b]", "x", { inFours: true });
  return [
    "// Made by `npm run build:kernel`.",
    'import type { Kernel } from "./operands.ts";',
    "",
    "/**",
    " * The kernel of assign for each type of numbers that float64 holds exactly. They are written out,",
    " * because an engine learns the types of a loop by its text.",
    " */",
    "export const copies: Readonly<Record<string, readonly [into: Kernel, outOf: Kernel] | undefined>> = {",
    ...types.map((type) => `${type}: [${text}, ${text}],`),
    "};",
    "",
  ].join("\n");
}
