/** Expected values that spec/fixtures/initialize.py computed without this package. */
import { readFileSync } from "node:fs";

interface Fixture {
  readonly streams: readonly { seed: string | number; path: string; first: string[] }[];
  readonly golden: readonly { name: string; float64: string[]; float32: string[] }[];
  readonly many: string;
  readonly radii: readonly { name: string; rows: number[][]; radius: number }[];
  readonly randomRadii: readonly { n: number; radius: number }[];
  readonly statistics: {
    readonly distribution: readonly [x: number, probability: number][];
    readonly quantiles: readonly number[];
    readonly chiSquareBelow: Readonly<Record<string, number>>;
    readonly kolmogorovBelow: number;
  };
}

export const fixture = JSON.parse(
  readFileSync(new URL("../fixtures/initialize.json", import.meta.url), "utf8"),
) as Fixture;

/** The bits of each number as hexadecimal digits, most significant first. */
export function bitsOf(numbers: Iterable<number>, dtype: "float64" | "float32"): string[] {
  const cell = new DataView(new ArrayBuffer(8));
  return Array.from(numbers, (x) => {
    if (dtype === "float64") {
      cell.setFloat64(0, x);
      return cell.getBigUint64(0).toString(16).padStart(16, "0");
    }
    cell.setFloat32(0, x);
    return cell.getUint32(0).toString(16).padStart(8, "0");
  });
}
