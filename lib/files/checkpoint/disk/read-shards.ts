/** Reads a model in several files, by an index that lies beside them. */
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { decodeUtf8 } from "../../internal/utf8.ts";
import type { FilePlace } from "../../safetensors/format/copy-tensors.ts";
import type { Header } from "../../safetensors/format/read-header.ts";
import {
  checkShard,
  joinShards,
  readIndex,
  type Shard,
} from "../../safetensors/format/shard-index.ts";
import { fileError, statsOfFile } from "./path.ts";
import { openFile } from "./read-file.ts";

/** Whether a path has the ending that Hugging Face gives to every index. */
export const isIndex = (path: string): boolean => path.endsWith(".index.json");

export async function readShards(
  call: string,
  path: string,
  verify: boolean,
): Promise<{ header: Header; place: FilePlace }> {
  const callOnIndex = `${call}: ${path}`;
  const text = decodeUtf8(await bytesOfIndex(call, path));
  if (text === undefined) throw new RangeError(`${callOnIndex}: index: it is not UTF-8`);
  const shards: Shard[] = [];
  for (const [name, tensors] of readIndex(callOnIndex, text)) {
    const shard = await openFile(call, join(dirname(path), name), verify);
    checkShard(callOnIndex, name, tensors, shard.header);
    shards.push(shard);
  }
  const { header, placeOf } = joinShards(shards);
  return { header, place: placeOf };
}

async function bytesOfIndex(call: string, path: string): Promise<Uint8Array> {
  try {
    await statsOfFile(path); // refuses a device or a pipe, which could block
    return await readFile(path);
  } catch (error) {
    throw fileError(call, path, error);
  }
}
