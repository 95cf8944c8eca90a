import { checkDtype, checkFunction } from "../../internal/checks.ts";
import type { DType, DTypes, Floats } from "../../internal/arrays.ts";
import { wrongNumber } from "../../internal/messages.ts";
import { checkOptions } from "../../internal/options.ts";
import { overlaps } from "../../internal/overlap.ts";
import { columnOf, type FlatOn } from "../../internal/read-flat.ts";
import type { Layout } from "../../layout.ts";
import type { Template } from "../../template.ts";
import { bytesOf, type Bytes } from "../internal/bytes.ts";
import { readHeader } from "./format/read-header.ts";
import { checkShard, joinShards, readIndex, type Shard } from "./format/shard-index.ts";
import { loadFrom, LOAD_OPTIONS, readTarget, type Loaded, type LoadOptions } from "./load.ts";
import { parseFrom, type Parsed, type ParseOptions } from "./parse.ts";

/** Gets the bytes of a shard by the name that the index gives it, each in memory of their own. */
export type ReadShard = (name: string) => Bytes | Promise<Bytes>;

/**
 * A model in several files as one flat. With a template the flat is filled by path, as `load` does.
 * Without one the names of all files together spell the template, as for `parse`.
 *
 * The files are read one after the other and held until all of them are checked.
 *
 * @param index the text of `model.safetensors.index.json`
 * @param read gets a file by its name: from a URL, an archive, a folder
 * @throws (rejects) RangeError before anything is written if the index or a file is malformed, if a
 *   file does not hold exactly the tensors that the index says, if two files share memory, or if the
 *   tensors do not fit the template; and with the error of `read`
 * @example
 * const get = async (name) => (await fetch(`${url}/${name}`)).arrayBuffer();
 * const index = await (await fetch(`${url}/model.safetensors.index.json`)).text();
 * const { flat, views } = await loadShards(index, get, template, { dtype: "float32" });
 */
export async function loadShards<const T extends Template | Layout, D extends Floats>(
  index: string,
  read: ReadShard,
  template: T,
  options: LoadOptions<D, never> & { readonly into: FlatOn<D> },
): Promise<Loaded<T, D>>;
export async function loadShards<const T extends Template | Layout, K extends DType = "float64">(
  index: string,
  read: ReadShard,
  template: T,
  options?: LoadOptions<never, K>,
): Promise<Loaded<T, DTypes[K]>>;
export async function loadShards<K extends DType = DType>(
  index: string,
  read: ReadShard,
  template?: undefined,
  options?: ParseOptions<K>,
): Promise<Parsed<DTypes[K]>>;
export async function loadShards(
  index: string,
  read: ReadShard,
  template?: Template | Layout,
  options: LoadOptions = {},
): Promise<Loaded<Template | Layout, Floats> | Parsed<Floats>> {
  const call = "loadShards";
  checkOptions(call, options, template === undefined ? ["dtype"] : LOAD_OPTIONS);
  const { dtype } = options;
  if (dtype !== undefined) checkDtype(call, dtype);
  const target = template === undefined ? undefined : readTarget(call, template, options);
  checkFunction(call, "read", read);
  const shards: Shard[] = [];
  const held = new Map<string, Uint8Array>();
  for (const [name, tensors] of readIndex(call, index)) {
    const callOnShard = `${call}: ${name}`;
    const place = bytesOf(callOnShard, await read(name));
    checkApart(callOnShard, place, held);
    held.set(name, place);
    const header = readHeader(callOnShard, place, place.byteLength);
    checkShard(call, name, tensors, header);
    shards.push({ header, place });
  }
  const { header, placeOf } = joinShards(shards);
  return target === undefined
    ? parseFrom(call, placeOf, header, dtype)
    : loadFrom(call, placeOf, header, target);
}

/** Refuses memory that `read` has used again: the tensors of an earlier file are gone from there. */
function checkApart(call: string, bytes: Uint8Array, held: ReadonlyMap<string, Uint8Array>): void {
  for (const [name, earlier] of held) {
    if (!overlaps(columnOfAll(bytes), columnOfAll(earlier))) continue;
    throw wrongNumber(call, "bytes", "have memory of their own", `that of ${name}`);
  }
}

const columnOfAll = (data: Uint8Array) =>
  columnOf({ data, size: data.length, offset: 0, stride: 1 });
