import type { DType, DTypes, Floats } from "../../internal/arrays.ts";
import { checkBoolean, checkDtype } from "../../internal/checks.ts";
import { checkOptions } from "../../internal/options.ts";
import type { FlatOn } from "../../internal/read-flat.ts";
import type { Layout } from "../../layout.ts";
import type { Template } from "../../template.ts";
import {
  loadFrom,
  LOAD_OPTIONS,
  readTarget,
  type Loaded,
  type LoadOptions,
} from "../safetensors/load.ts";
import { parseFrom, type Parsed, type ParseOptions } from "../safetensors/parse.ts";
import { pathOf, type FilePath } from "./disk/path.ts";
import { openFile } from "./disk/read-file.ts";
import { isIndex, readShards } from "./disk/read-shards.ts";

export interface OpenOptions {
  /** Whether the checksum must be there and right; `false` is for files of other programs. */
  readonly verify?: boolean;
}

interface AnyOptions extends OpenOptions, LoadOptions {
  readonly template?: Template | Layout;
}

/**
 * Opens a file that `save` has written, of any size. With a template the flat is filled by path, as
 * `load` does. Without one the names spell the template, as for `parse`. The path may be that of a
 * `.index.json`: then all files that it names are opened as one.
 *
 * @param options.into the flat to fill, together with `template`
 * @throws (rejects) RangeError if the file is damaged, malformed or does not fit the template; an
 *   Error with the system's `code` if it cannot be read
 * @example
 * const { flat, metadata } = await open("model.safetensors", { template });
 */
export async function open<const T extends Template | Layout, D extends Floats>(
  path: FilePath,
  options: OpenOptions & LoadOptions<D, never> & { readonly template: T; readonly into: FlatOn<D> },
): Promise<Loaded<T, D>>;
export async function open<const T extends Template | Layout, K extends DType = "float64">(
  path: FilePath,
  options: OpenOptions & LoadOptions<never, K> & { readonly template: T },
): Promise<Loaded<T, DTypes[K]>>;
export async function open<K extends DType = DType>(
  path: FilePath,
  options?: OpenOptions & ParseOptions<K>,
): Promise<Parsed<DTypes[K]>>;
export async function open(
  path: FilePath,
  options: AnyOptions = {},
): Promise<Loaded<Template | Layout, Floats> | Parsed<Floats>> {
  const call = "open";
  checkOptions(call, options, ["template", ...LOAD_OPTIONS, "verify"]);
  const { template, dtype, verify = true } = options;
  checkBoolean(call, "verify", verify);
  if (dtype !== undefined) checkDtype(call, dtype);
  const target = template === undefined ? undefined : readTarget(call, template, options);
  if (target === undefined) checkWithoutTemplate(call, options);
  const source = pathOf(call, path);
  const read = isIndex(source) ? readShards : openFile;
  const { header, place } = await read(call, source, verify);
  const callOnFile = `${call}: ${source}`;
  return target === undefined
    ? parseFrom(callOnFile, place, header, dtype)
    : loadFrom(callOnFile, place, header, target);
}

/** Refuses the options of `load` if there is no template: `parse` would ignore them. */
function checkWithoutTemplate(call: string, options: AnyOptions): void {
  for (const name of ["into", "partial", "rename"] as const) {
    if (options[name] === undefined) continue;
    throw new RangeError(`${call}: ${name} needs a template, got none`);
  }
}
