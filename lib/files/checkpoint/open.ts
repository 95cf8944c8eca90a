import type { NdArray } from "ndarray";
import type { Layout } from "../../layout.ts";
import type { Floats } from "../internal/elements.ts";
import { checkOptions } from "../../internal/options.ts";
import { loadFrom, type Loaded, type LoadOptions } from "../safetensors/load.ts";
import { parseFrom, type Parsed, type ParseOptions } from "../safetensors/parse.ts";
import type { Template } from "../../template.ts";
import type { DTypes } from "../../internal/arrays.ts";
import { fileError, pathOf } from "./disk/path.ts";
import { readFile } from "./disk/read-file.ts";

export interface OpenOptions {
  /** Whether the checksum must be there and right; `false` for files of other programs. */
  readonly verify?: boolean;
}

interface AnyOptions extends OpenOptions, LoadOptions, ParseOptions {
  readonly template?: Template | Layout;
  readonly into?: Floats | NdArray<Floats>;
}

/**
 * Opens a file that `save` has written. With a template the flat is filled by path, as `load`
 * does; without, the template is what the names spell, as `parse` does. Files of any size.
 *
 * @param options.into the flat to fill, together with `template`
 * @throws (rejects) RangeError where the file is damaged, malformed or does not fit the template;
 *   an Error with the system's `code` where it cannot be read
 * @example
 * const { flat, metadata } = await open("model.safetensors", { template });
 */
export async function open<const T extends Template | Layout, D extends Floats = Float64Array>(
  path: string | URL,
  options: OpenOptions & LoadOptions & { readonly template: T; readonly into?: D | NdArray<D> },
): Promise<Loaded<T, D>>;
export async function open<K extends keyof DTypes = keyof DTypes>(
  path: string | URL,
  options?: OpenOptions & ParseOptions<K>,
): Promise<Parsed<DTypes[K]>>;
export async function open(
  path: string | URL,
  options: AnyOptions = {},
): Promise<Loaded<Template | Layout, Floats> | Parsed<Floats>> {
  checkOptions("open", options, ["template", "into", "partial", "dtype", "verify"]);
  checkTogether(options);
  const source = pathOf("open", path);
  const call = `open: ${source}`;
  const { verify = true, template, into } = options;
  const { header, place } = await readFile(call, source, verify).catch((error: unknown) => {
    throw error instanceof RangeError ? error : fileError("open", source, error);
  });
  return template === undefined
    ? parseFrom(call, place, header, options)
    : loadFrom(call, place, header, template, into, options);
}

/** Refuses what would be ignored: some options are `load`'s, which has a template, one is `parse`'s. */
function checkTogether({ template, into, partial, dtype }: AnyOptions): void {
  if (template !== undefined && dtype !== undefined) {
    throw new RangeError("open: dtype goes without template only, got a template");
  }
  if (template !== undefined || (into === undefined && partial === undefined)) return;
  const name = into === undefined ? "partial" : "into";
  throw new RangeError(`open: ${name} goes with template only, got no template`);
}
