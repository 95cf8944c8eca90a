import type { FileHandle } from "node:fs/promises";
import { crc32 } from "node:zlib";
import type { NdArray } from "ndarray";
import type { FlatData } from "../../internal/arrays.ts";
import { checkNumber, count } from "../../internal/numbers.ts";
import { checkOptions } from "../../internal/options.ts";
import { readFlat } from "../../internal/read-flat.ts";
import { resolve, type Layout } from "../../layout.ts";
import type { Template } from "../../template.ts";
import { elementsOf } from "../internal/elements.ts";
import { headerBytes, readMetadata, type Metadata } from "../safetensors/format/write-header.ts";
import { blankChecksum, CHECKSUM, digitsOf, writeChecksum } from "./disk/checksum.ts";
import { writeBytes } from "./disk/chunks.ts";
import { enqueue } from "./disk/enqueue.ts";
import { checkNameLength } from "./disk/older-generations.ts";
import { fileError, pathOf, targetOf, warningOf, type FilePath } from "./disk/path.ts";
import { isIndex } from "./disk/read-shards.ts";
import { replaceFile } from "./disk/replace-file.ts";
import { withSnapshot } from "./disk/snapshot.ts";

export interface SaveOptions {
  /** Strings by name. The name `crc32` is taken by the checksum of the file. */
  readonly metadata?: Metadata;
  /** How many generations to keep, this one included; by default older ones are left alone. */
  readonly keep?: number;
}

export interface Saved {
  /**
   * Failures that came after the new file was in place, and that therefore reject nothing: an older
   * generation could not be removed, or the directory could not be flushed to the disk.
   */
  readonly warnings: readonly Error[];
}

/**
 * Saves a flat as a safetensors file. Whenever the process or the machine stops, the old file or
 * the new one is there, whole. The flat is saved as it is at the time of the call, so a loop may go
 * on. Saves to one file, through any links, are made in the order of their calls.
 *
 * @throws (rejects) TypeError, RangeError for wrong arguments; an Error with the system's `code` if
 *   the file cannot be written, and then the old file is as it was
 * @example
 * await save("model.safetensors", flat, template, { metadata: { step: "100" }, keep: 3 });
 */
export async function save(
  path: FilePath,
  flat: FlatData | NdArray<FlatData>,
  template: Template | Layout,
  options: SaveOptions = {},
): Promise<Saved> {
  const call = "save";
  checkOptions(call, options, ["metadata", "keep"]);
  const { metadata = {}, keep } = options;
  const named = pathOf(call, path);
  if (isIndex(named)) {
    throw new RangeError(`${call}: path must not end in .index.json, as an index of files does`);
  }
  if (keep !== undefined) checkNumber(call, "keep", keep, count);
  if (keep !== undefined && keep > 1) checkNameLength(call, named);
  const members = readMetadata(call, metadata);
  if (Object.hasOwn(metadata, CHECKSUM)) {
    throw new RangeError(`${call}: metadata.${CHECKSUM} is reserved for the file's checksum`);
  }
  const layout = resolve(call, template);
  const elements = elementsOf(call, readFlat(call, "flat", flat, layout.size));
  const header = headerBytes(call, elements, layout, [blankChecksum, ...members]);
  // Copied before the first await: the flat may change from here on.
  return withSnapshot(call, elements, async (data) => {
    const replacement = {
      byteLength: header.byteLength + data.byteLength,
      keep,
      async write(file: FileHandle): Promise<void> {
        const crc = await writeBytes(file, data, header.byteLength, crc32(header));
        writeChecksum(header, digitsOf(crc));
        await writeBytes(file, header, 0);
      },
    };
    try {
      const target = targetOf(named);
      const failures = await enqueue(target, () => replaceFile(target, replacement));
      return { warnings: failures.map((failure) => warningOf(call, failure)) };
    } catch (cause) {
      throw fileError(call, named, cause);
    }
  });
}
