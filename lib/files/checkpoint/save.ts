import type { FileHandle } from "node:fs/promises";
import { crc32 } from "node:zlib";
import type { NdArray } from "ndarray";
import { readFlat } from "../../internal/read-flat.ts";
import type { FlatData } from "../../internal/arrays.ts";
import { nameOf } from "../../internal/messages.ts";
import { layoutOf, type Layout } from "../../layout.ts";
import { checkOptions } from "../../internal/options.ts";
import { elementsOf } from "../internal/elements.ts";
import { headerBytes, readMetadata, type Metadata } from "../safetensors/format/write-header.ts";
import type { Template } from "../../template.ts";
import { writeBytes } from "./disk/chunks.ts";
import { inTurn } from "./disk/in-turn.ts";
import { fileError, pathOf, targetOf } from "./disk/path.ts";
import { replaceFile } from "./disk/replace-file.ts";
import { withSnapshot } from "./disk/snapshot.ts";
import { digitsOf, seal, SEAL, unsealed } from "./disk/seal.ts";

export interface SaveOptions {
  /** Strings by name. `crc32` is the file's checksum. */
  readonly metadata?: Metadata;
  /** How many generations there are to be, this one included; by default older ones are let be. */
  readonly keep?: number;
}

/**
 * Saves a flat as a safetensors file that is, whenever the process or the machine stops, the old
 * one or the new one, whole. What is saved is the flat at the time of the call: the loop may go
 * on. Saves to one file, by whatever links, follow each other in the order of their calls.
 *
 * @throws (rejects) TypeError, RangeError for wrong arguments; an Error with the system's `code`
 *   where the file cannot be written, and then the old file is as it was
 * @example
 * await save("model.safetensors", flat, template, { metadata: { step: "100" }, keep: 3 });
 */
export async function save(
  path: string | URL,
  flat: FlatData | NdArray<FlatData>,
  template: Template | Layout,
  options: SaveOptions = {},
): Promise<void> {
  const call = "save";
  checkOptions(call, options, ["metadata", "keep"]);
  const { metadata = {}, keep } = options;
  const named = pathOf(call, path);
  if (keep !== undefined && !(Number.isSafeInteger(keep) && keep >= 1)) {
    throw new RangeError(`${call}: keep must be a positive integer, got ${nameOf(keep)}`);
  }
  const members = readMetadata(call, metadata);
  if (Object.hasOwn(metadata, SEAL)) {
    throw new RangeError(`${call}: metadata.${SEAL} is the file's checksum`);
  }
  const layout = layoutOf(template);
  const elements = elementsOf(call, readFlat(call, "flat", flat, layout.size));
  const header = headerBytes(call, elements, layout, [unsealed, ...members]);
  // Copied before the first await: from here on the flat may change.
  return withSnapshot(elements, async (data) => {
    const replacement = {
      byteLength: header.byteLength + data.byteLength,
      keep,
      async write(file: FileHandle): Promise<void> {
        const crc = await writeBytes(file, data, header.byteLength, crc32(header));
        seal(header, digitsOf(crc));
        await writeBytes(file, header, 0);
      },
    };
    try {
      const target = targetOf(named);
      await inTurn(target, () => replaceFile(target, replacement));
    } catch (cause) {
      throw fileError(call, named, cause);
    }
  });
}
