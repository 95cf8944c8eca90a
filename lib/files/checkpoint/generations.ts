import { olderGenerations } from "./disk/older-generations.ts";
import { fileError, pathOf, statsOfFile, targetOf, type FilePath } from "./disk/path.ts";

/**
 * The paths of a file and of its older generations, the newest first. Only those that are there
 * are listed: if the file itself is gone, the first one is the newest of the older ones.
 *
 * @throws (rejects) an Error with the system's `code` if the directory cannot be read
 * @example
 * const [latest, previous] = await generations("model.safetensors");
 */
export async function generations(path: FilePath): Promise<string[]> {
  const call = "generations";
  const named = pathOf(call, path);
  try {
    const target = targetOf(named);
    const isThere = (await statsOfFile(target)) !== undefined;
    return [...(isThere ? [target] : []), ...(await olderGenerations(target))];
  } catch (cause) {
    throw fileError(call, named, cause);
  }
}
