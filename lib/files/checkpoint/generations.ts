import { realpath } from "node:fs/promises";
import { olderGenerations } from "./disk/older-generations.ts";
import { pathOf, type FilePath } from "./disk/path.ts";

/**
 * The paths of a file and of its older generations, the newest first.
 *
 * @throws (rejects) an Error with the system's `code` if there is no such file
 * @example
 * const [latest, previous] = await generations("model.safetensors");
 */
export async function generations(path: FilePath): Promise<string[]> {
  const target = await realpath(pathOf("generations", path));
  return [target, ...(await olderGenerations(target))];
}
