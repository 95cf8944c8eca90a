/** Nothing may be lost: through kills, full disks, faults, files left behind, files in the way. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, symlinkSync } from "node:fs"; // oxfmt-ignore
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { open, save } from "ndarray-params/checkpoint";
import { failing, systemError, withFault, withFaultOf } from "../../support/files/faults.ts";
import { killWhileSaving } from "../../support/files/kill.ts";
import { needs } from "../../support/needs.ts";
import { rejection } from "../../support/rejection.ts";

const template = [[100, 100]];
const old = new Float64Array(10_000).fill(1);
const next = new Float64Array(10_000).fill(2);

function readlinkIfThere(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return "";
  }
}

describe("a checkpoint that is being replaced", () => {
  let folder = "";
  let path = "";
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "checkpoint-"));
    path = join(folder, "model.safetensors");
    await save(path, old, template);
  });
  afterEach(() => {
    expect(openFiles()).to.deep.equal([]);
    rmSync(folder, { recursive: true });
  });

  /** The files in the folder that this process has open. */
  function openFiles(): string[] {
    const handles = "/proc/self/fd";
    if (!existsSync(handles)) return [];
    return readdirSync(handles)
      .map((number) => readlinkIfThere(join(handles, number)))
      .filter((file) => file.startsWith(folder));
  }

  /** The old file must be as it was, and alone in its folder. */
  async function expectOld(): Promise<void> {
    expect(readdirSync(folder)).to.deep.equal(["model.safetensors"]);
    expect((await open(path)).flat.data).to.deep.equal(old);
  }

  it("is the old one or the new one, whole, if the process is killed", async function () {
    this.timeout(60_000);
    // 200 more: npm run fuzz -- checkpoint-kill
    for (let i = 0; i < 3; i++) {
      rmSync(path, { force: true });
      await killWhileSaving(path, 20 * i);
    }
    await save(path, old, template, { keep: 1 });
    await expectOld();
  });

  it("is the old one if the disk is full", async function () {
    const disk = join(folder, "disk");
    mkdirSync(disk);
    const mount = spawnSync("mount", ["-t", "tmpfs", "-o", "size=128k", "tmpfs", disk]);
    needs(this, "a small disk to mount", mount.status === 0, "run the suite as root");
    try {
      const small = join(disk, "model.safetensors");
      await save(small, old, template);
      const error = await rejection(save(small, next, template));
      expect(error).to.have.property("code", "ENOSPC");
      expect(error.message).to.match(new RegExp(`^save: ${small}: ENOSPC: `));
      expect(readdirSync(disk)).to.deep.equal(["model.safetensors"]);
      expect((await open(small)).flat.data).to.deep.equal(old);
    } finally {
      execFileSync("umount", [disk]);
      rmSync(disk, { recursive: true });
    }
  });

  it("is the old one if the disk fills up during a write", async () => {
    const fault = (
      original: (...args: never[]) => Promise<unknown>,
      i: number,
      ...args: never[]
    ) => {
      if (i > 0) throw systemError("ENOSPC");
      args[2] = 1000 as never;
      return original(...args);
    };
    await withFault("write", async (...args) => fault(...args), async () => {
      const error = await rejection(save(path, next, template));
      expect(error.message).to.equal(`save: ${path}: ENOSPC: injected`);
      expect(error).to.have.property("code", "ENOSPC");
    }); // oxfmt-ignore
    await expectOld();
  });

  it("is the new one if every write is short", async () => {
    await withFault(
      "write",
      (original, _, ...args) => {
        args[2] = Math.min(args[2]!, 1001) as never;
        return original(...args);
      },
      () => save(path, next, template),
    );
    expect((await open(path)).flat.data).to.deep.equal(next);
  });

  it("is read whole if every read is short", async () => {
    await withFault(
      "read",
      (original, _, ...args) => {
        args[2] = Math.min(args[2]!, 1001) as never;
        return original(...args);
      },
      async () => expect((await open(path)).flat.data).to.deep.equal(old),
    );
  });

  const faults: [string, "write" | "sync" | "stat" | "read", () => Promise<unknown>, string][] = [
    ["a write writes nothing", "write", async () => ({ bytesWritten: 0 }), "no byte could be written at 128"],
    ["fewer bytes arrive than were written", "stat", async () => ({ size: 1 }), "80128 bytes were written, 1 arrived"],
    ["the disk fails to sync", "sync", async () => { throw systemError("EIO"); }, "EIO: injected"],
  ]; // oxfmt-ignore
  for (const [name, method, fault, message] of faults) {
    it(`is the old one if ${name}`, async () => {
      await withFault(method, fault, async () => {
        const error = await rejection(save(path, next, template));
        expect(error.message).to.equal(`save: ${path}: ${message}`);
      });
      await expectOld();
    });
  }

  it("is the old one if the disk fails to sync the first half of a large file", async () => {
    const large = new Float64Array(5e6);
    await withFault(
      "datasync",
      async () => {
        throw systemError("EIO");
      },
      async () => {
        const error = await rejection(save(path, large, [5e6]));
        expect(error.message).to.equal(`save: ${path}: EIO: injected`);
      },
    );
    await expectOld();
  });

  it("is reported to have ended if it is cut off while it is read", async () => {
    await withFault(
      "read",
      async () => ({ bytesRead: 0 }),
      async () => {
        expect((await rejection(open(path))).message).to.equal(
          `open: ${path}: the file ended at byte 0 while it was read`,
        );
      },
    );
  });

  describe("is the new one, with a warning,", () => {
    /** The first sync of a save is that of its file, the second one that of its directory. */
    const ofDirectory = (code: string) => async (original: () => Promise<unknown>, i: number) => {
      if (i % 2 === 1) throw systemError(code);
      return original();
    };

    it("if its directory cannot be brought to the disk; then no generation is removed", async () => {
      await save(path, old, template, { keep: 2 });
      await withFault("sync", ofDirectory("EIO"), async () => {
        const { warnings } = await save(path, next, template, { keep: 1 });
        expect(warnings.map(({ message }) => message)).to.deep.equal([
          `save: ${path}: it is saved, but a power failure may undo this: EIO: injected`,
        ]);
        expect(warnings[0]).to.have.property("code", "EIO");
        expect(warnings[0]!.cause).to.have.property("message", "EIO: injected");
      });
      expect((await open(path)).flat.data).to.deep.equal(next);
      expect(readdirSync(folder)).to.have.length(2);
      expect(await save(path, old, template, { keep: 1 })).to.deep.equal({ warnings: [] });
      await expectOld();
    });

    it("if an older generation cannot be removed", async () => {
      // A directory cannot be unlinked, not even by root.
      mkdirSync(`${path}.~1~`);
      const { warnings } = await save(path, next, template, { keep: 2 });
      expect(warnings).to.have.length(1);
      expect(warnings[0]!.message).to.match(
        /~1~: this older generation is left: E[A-Z]+: .*unlink/,
      );
      expect(warnings[0])
        .to.have.property("code")
        .that.matches(/^E(ISDIR|PERM)$/);
      expect((await open(path)).flat.data).to.deep.equal(next);
      expect((await open(`${path}.~2~`)).flat.data).to.deep.equal(old);
    });

    it("if its directory cannot be listed", async () => {
      await withFaultOf("readdir", failing("EACCES"), async () => {
        const { warnings } = await save(path, next, template, { keep: 1 });
        expect(warnings.map(({ message }) => message)).to.deep.equal([
          `save: ${path}: it is saved, and its older generations are left: EACCES: injected`,
        ]);
      });
      expect((await open(path)).flat.data).to.deep.equal(next);
    });
  });

  it("is the new one, without a warning, on systems that sync no directory", async () => {
    const fault = async (original: () => Promise<unknown>, i: number) => {
      if (i === 1) throw systemError("EINVAL");
      return original();
    };
    await withFault("sync", fault, async () => {
      expect(await save(path, next, template)).to.deep.equal({ warnings: [] });
    });
    expect((await open(path)).flat.data).to.deep.equal(next);
  });

  it("is the old one if the file's own removal fails too, and the first error is told", async () => {
    await withFaultOf("rename", failing("EIO"), async () => {
      await withFaultOf("unlink", failing("EROFS"), async () => {
        const error = await rejection(save(path, next, template, { keep: 2 }));
        expect(error.message).to.equal(`save: ${path}: EIO: injected`);
      });
    });
    expect((await open(path)).flat.data).to.deep.equal(old);
    expect(readdirSync(folder)).to.have.length(3);
  });

  it("may be reached through a link, which stays one", async () => {
    const link = join(folder, "latest");
    symlinkSync(path, link);
    await save(link, next, template, { keep: 2 });
    expect(lstatSync(link).isSymbolicLink()).to.equal(true);
    expect((await open(path)).flat.data).to.deep.equal(next);
    expect(readdirSync(folder)).to.have.members([
      "latest",
      "model.safetensors",
      "model.safetensors.~1~", // oxfmt-ignore
    ]);
  });

  it("holds what the last call saved, through any links", async () => {
    const [link, directory] = [join(folder, "latest"), join(folder, "again")];
    symlinkSync("model.safetensors", link);
    symlinkSync(".", directory);
    const names = [path, link, join(directory, "latest"), join(directory, "model.safetensors")];
    for (const exists of [true, false]) {
      if (!exists) rmSync(path);
      const saves = [1e6, 10, 1e5, 3].map((size, i) =>
        save(names[(i + 1) % 4]!, new Float64Array(size).fill(i), [size]),
      );
      await Promise.all(saves); // oxlint-disable-line no-await-in-loop
      expect([...(await open(link)).flat.data]).to.deep.equal([3, 3, 3]); // oxlint-disable-line no-await-in-loop
      expect(lstatSync(link).isSymbolicLink()).to.equal(true);
      expect(lstatSync(path).isFile()).to.equal(true);
    }
  });
});
