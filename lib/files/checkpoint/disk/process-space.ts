/**
 * Process numbers, and the space in which they mean something: one PID namespace of one boot. Two
 * containers that share a folder, and often a host name too, both have a process 1.
 */
import { readFile, readlink } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { codeOf } from "./path.ts";

/** Stands for a system that does not tell: any but Linux, and Deno without all permissions. */
const UNKNOWN = "00000000";

/** Eight digits for this boot and this PID namespace. */
export async function processSpace(): Promise<string> {
  try {
    const boot = await readFile("/proc/sys/kernel/random/boot_id", "latin1");
    const namespace = await readlink("/proc/self/ns/pid");
    return crc32(boot + namespace)
      .toString(16)
      .padStart(UNKNOWN.length, "0");
  } catch {
    return UNKNOWN;
  }
}

/** Whether the numbers of the processes of `space` can be looked up from `own`. */
export const isSameSpace = (space: string, own: string): boolean =>
  own !== UNKNOWN && space === own;

/** Whether there is surely no such process; without the permission to ask there may be one. */
export function isDead(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return codeOf(error) === "ESRCH"; // EPERM: it is alive and belongs to another user
  }
}
