/** The file of a run. The page reads and writes it, so that the worker needs no safetensors. */
import { parse, serialize } from "ndarray-params/safetensors";
import type { RunContents } from "./open-training.ts";

export const writeRun = ({ flat, template, metadata }: RunContents): Uint8Array<ArrayBuffer> =>
  serialize(flat, template, { metadata });

export function readFile(bytes: Uint8Array): RunContents {
  const { flat, template, metadata } = parse(bytes, { dtype: "float64" });
  return { flat: flat.data.slice(), template, metadata };
}
