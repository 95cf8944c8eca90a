/**
 * The index of a model in several files, `model.safetensors.index.json` as Hugging Face writes it:
 *
 *     index = { "metadata": anything, "weight_map": { name of a tensor: name of a file, … }, … }
 *
 * Each file, a shard, is a safetensors file of its own and holds the tensors that the map says.
 */
import { nameOf, wrongKind } from "../../../internal/messages.ts";
import type { Place } from "../../internal/bytes.ts";
import type { Entry } from "./entries.ts";
import type { Header } from "./read-header.ts";
import { Scanner } from "./json-scanner.ts";

/** The names of the tensors of each shard, by the name of its file, in the order of the index. */
export type ShardIndex = ReadonlyMap<string, ReadonlySet<string>>;

/** A shard after its header was read. */
export interface Shard {
  readonly header: Header;
  readonly place: Place;
}

/**
 * Reads the text of an index. A shard must be a plain file name, because a path could lead anywhere.
 *
 * @throws TypeError if it is not a text; RangeError that says what is malformed, and where
 */
export function readIndex(call: string, text: unknown): ShardIndex {
  if (typeof text !== "string") throw wrongKind(call, "index", "be the text of a JSON file", text);
  try {
    JSON.parse(text); // keeps the last of two equal names, so its result is not used
  } catch (cause) {
    throw new RangeError(`${call}: index: it is not JSON`, { cause });
  }
  const scanner = new Scanner(call, text, "index");
  const shards = new Map<string, Set<string>>();
  let found = false;
  scanner.object((name) => {
    if (name !== "weight_map") return scanner.skip();
    found = true;
    scanner.object((tensor) => {
      const shard = scanner.string("a string for the file of a tensor");
      if (!/^[^/\\:]+$/.test(shard) || /^\.\.?$/.test(shard)) {
        scanner.fail(`${nameOf(shard)} is not the name of a file`);
      }
      const names = shards.get(shard);
      if (names === undefined) shards.set(shard, new Set([tensor]));
      else names.add(tensor);
    });
  });
  scanner.end();
  if (!found) throw new RangeError(`${call}: index: it has no weight_map`);
  return shards;
}

/** Refuses a shard that does not hold exactly the tensors that the index says. */
export function checkShard(
  call: string,
  shard: string,
  names: ReadonlySet<string>,
  { entries }: Header,
): void {
  const held = new Set(entries.map(({ name }) => name));
  for (const name of names) {
    if (held.has(name)) continue;
    throw new RangeError(`${call}: ${shard} lacks ${nameOf(name)}, which the index places there`);
  }
  for (const name of held) {
    if (names.has(name)) continue;
    throw new RangeError(
      `${call}: ${shard} has ${nameOf(name)}, which the index does not place there`,
    );
  }
}

/**
 * One header over checked shards, and the place of each entry's file. A name that several shards
 * have in their metadata keeps the value of the first one.
 */
export function joinShards(shards: Iterable<Shard>): {
  header: Header;
  placeOf: (entry: Entry) => Place;
} {
  const places = new Map<Entry, Place>();
  const metadata: Record<string, string> = Object.create(null);
  for (const { header, place } of shards) {
    for (const entry of header.entries) places.set(entry, place);
    for (const [key, value] of Object.entries(header.metadata)) metadata[key] ??= value;
  }
  const entries = Object.freeze([...places.keys()]);
  const header = Object.freeze({ entries, metadata: Object.freeze(metadata), byteLength: 0 });
  return { header, placeOf: (entry) => places.get(entry)! };
}
