/** Temporary files: names that say which process made them, and the removal of abandoned ones. */
import { randomBytes } from "node:crypto";
import { readdir, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import { codeOf } from "./path.ts";

/** A day in milliseconds. No save takes longer on any machine. */
const DAY = 86_400_000;

const host = crc32(hostname()).toString(16).padStart(8, "0");

/** A new name beside the target, because a rename cannot leave the file system. */
export const tempNameOf = (target: string): string =>
  `${target}.${host}-${process.pid}-${randomBytes(4).toString("hex")}.tmp`;

/** Removes the temporary files of saves to this target whose processes were killed. */
export async function removeStaleTempFiles(target: string): Promise<void> {
  const directory = dirname(target);
  const prefix = `${basename(target)}.`;
  const names = (await readdir(directory)).filter((name) => name.startsWith(prefix));
  await Promise.all(
    names.map(async (name) => {
      const maker = /^([0-9a-f]{8})-([0-9]+)-[0-9a-f]{8}\.tmp$/.exec(name.slice(prefix.length));
      if (maker === null) return;
      const file = join(directory, name);
      const found = await stat(file).catch(gone);
      if (found !== undefined && isStale(maker[1]!, Number(maker[2]), found.mtimeMs)) {
        await rm(file, { force: true });
      }
    }),
  );
}

/** Another process may have removed it, or renamed it to the target, in between. */
const gone = (): undefined => undefined;

/** Asks whether the process is alive if it is of this machine; other files are kept for a day. */
function isStale(madeOn: string, pid: number, modified: number): boolean {
  if (Date.now() - modified > DAY) return true;
  if (madeOn !== host) return false;
  // An earlier process may have had this number: in a container the first one is always 1.
  if (pid === process.pid) return modified < Date.now() - process.uptime() * 1000;
  return !isAlive(pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM"; // it is alive and belongs to another user
  }
}
