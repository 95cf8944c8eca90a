import type { Stats } from "node:fs";
import type { FileHandle } from "node:fs/promises";

/**
 * Gives a new file the owner, the group and the mode of the file that it replaces or copies, as
 * far as the system allows it: only root gives files away, and some file systems have neither.
 */
export async function keepOwnerAndMode(file: FileHandle, { uid, gid, mode }: Stats): Promise<void> {
  const own = await file.stat();
  let isKept = own.uid === uid && own.gid === gid;
  isKept ||= await succeeds(file.chown(uid, gid));
  if (!isKept) await succeeds(file.chown(own.uid, gid)); // one of the user's other groups
  // The mode comes last, because a change of the owner clears the bits that run a file as its
  // owner. They stay cleared if the owner could not be kept.
  await succeeds(file.chmod(mode & (isKept ? 0o7777 : 0o777)));
}

const succeeds = (change: Promise<void>): Promise<boolean> =>
  change.then(
    () => true,
    () => false,
  );
