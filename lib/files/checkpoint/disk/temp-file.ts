/** Names of temporary files, which say who made them, and the removal of those left behind. */
import { randomBytes } from "node:crypto";
import { readdir, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import { codeOf } from "./path.ts";

/** A day in milliseconds: no save takes longer, on whatever machine it runs. */
const DAY = 86_400_000;

const host = crc32(hostname()).toString(16).padStart(8, "0");

/** A new name beside the target: a rename must not leave the file system. */
export const tempNameOf = (target: string): string =>
  `${target}.${host}-${process.pid}-${randomBytes(4).toString("hex")}.tmp`;

/** Removes the temporary files that saves to this target have left when their process was killed. */
export async function sweepTempFiles(target: string): Promise<void> {
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

/** Another process may have swept it, or given it its name, in between. */
const gone = (): undefined => undefined;

/** A process of this machine is asked for; files of another machine are left for a day. */
function isStale(madeOn: string, pid: number, modified: number): boolean {
  if (Date.now() - modified > DAY) return true;
  if (madeOn !== host) return false;
  // The number may have been another's before: in a container the first process is always 1.
  if (pid === process.pid) return modified < Date.now() - process.uptime() * 1000;
  return !isAlive(pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM"; // it is another user's
  }
}
