/** Nothing may be lost: through kills, full disks, faults, files left behind, files in the way. */
import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync,
  statSync, symlinkSync, utimesSync, writeFileSync,
} from "node:fs"; // prettier-ignore
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { expect } from "chai";
import { open, save } from "ndarray-params/checkpoint";
import { systemError, withFault } from "../../support/files/faults.ts";
import { killWhileSaving } from "../../support/files/kill.ts";
import { needs } from "../../support/needs.ts";
import { rejection } from "../../support/rejection.ts";

const template = [[100, 100]];
const old = new Float64Array(10_000).fill(1);
const next = new Float64Array(10_000).fill(2);
const isRoot = process.getuid?.() === 0;

describe("a checkpoint that is being replaced", () => {
  let folder = "";
  let path = "";
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "checkpoint-"));
    path = join(folder, "model.safetensors");
    await save(path, old, template);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

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
    }); // prettier-ignore
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
      async () => expect((await open(path)).flat.data).to.deep.equal(old) as never,
    );
  });

  const faults: [string, "write" | "sync" | "stat" | "read", () => Promise<unknown>, string][] = [
    ["a write writes nothing", "write", async () => ({ bytesWritten: 0 }), "no byte could be written at 112"],
    ["fewer bytes arrive than were written", "stat", async () => ({ size: 1 }), "80112 bytes were written, 1 arrived"],
    ["the disk fails to sync", "sync", async () => { throw systemError("EIO"); }, "EIO: injected"],
  ]; // prettier-ignore
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

  it("is there, with an error, if its directory fails to sync", async () => {
    const failing = (code: string) => async (original: () => Promise<unknown>, i: number) => {
      if (i > 0) throw systemError(code);
      return original();
    };
    await withFault("sync", failing("EIO"), async () => {
      expect((await rejection(save(path, next, template))).message).to.match(/EIO: injected$/);
    });
    expect((await open(path)).flat.data).to.deep.equal(next);
    await withFault("sync", failing("EINVAL"), () => save(path, old, template));
    await expectOld();
  });

  describe("has beside it", () => {
    const host = (name: string): string => crc32(name).toString(16).padStart(8, "0");
    const dead = spawnSync(process.execPath, ["--version"]).pid;
    const hour = Date.now() / 1000 - 3600;
    const left = (owner: string, pid: number, modified: number): string => {
      const file = `${path}.${owner}-${pid}-0123abcd.tmp`;
      writeFileSync(file, "half of");
      utimesSync(file, modified, modified);
      return file;
    };
    const now = (): number => Date.now() / 1000;

    const temps: [string, () => string, boolean][] = [
      ["a dead process's file", () => left(host(hostname()), dead, now()), false],
      ["a living process's file", () => left(host(hostname()), 1, now()), true],
      ["this process's file", () => left(host(hostname()), process.pid, now()), true],
      ["a file of an earlier process with this number", () => left(host(hostname()), process.pid, hour), false],
      ["another machine's file", () => left("00000000", dead, hour), true],
      ["another machine's file of two days ago", () => left("00000000", dead, hour - 2 * 86_400), false],
      ["a file with another kind of name", () => { writeFileSync(`${path}.notes.tmp`, ""); return `${path}.notes.tmp`; }, true],
    ]; // prettier-ignore
    for (const [name, make, stays] of temps) {
      it(`${name}, which ${stays ? "stays" : "is removed"}`, async () => {
        const file = make();
        await save(path, next, template);
        expect(existsSync(file)).to.equal(stays);
      });
    }
  });

  it("is saved while another process removes temporary files and takes numbers", async () => {
    // A link that leads nowhere stands for a file that is gone before it is looked at.
    symlinkSync("nowhere", `${path}.00000000-1-0123abcd.tmp`);
    const { link } = promises;
    const codes = ["EEXIST", "EIO"];
    promises.link = async (...args) => {
      const code = codes.shift();
      if (code !== undefined) throw systemError(code);
      return link(...args);
    };
    syncBuiltinESMExports();
    try {
      const error = await rejection(save(path, next, template, { keep: 2 }));
      expect(error).to.have.property("code", "EIO");
      codes.push("EEXIST");
      await save(path, next, template, { keep: 2 });
    } finally {
      promises.link = link;
      syncBuiltinESMExports();
    }
    expect(codes).to.deep.equal([]);
    expect((await open(`${path}.~1~`)).flat.data).to.deep.equal(old);
  });

  it("has no more generations than before if the last step fails", async () => {
    const { rename } = promises;
    promises.rename = async () => {
      throw systemError("EIO");
    };
    syncBuiltinESMExports();
    try {
      const error = await rejection(save(path, next, template, { keep: 3 }));
      expect(error.message).to.equal(`save: ${path}: EIO: injected`);
    } finally {
      promises.rename = rename;
      syncBuiltinESMExports();
    }
    await expectOld();
  });

  it("keeps its mode", async () => {
    chmodSync(path, 0o600);
    await save(path, next, template);
    expect(statSync(path).mode & 0o777).to.equal(0o600);
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
      "model.safetensors.~1~", // prettier-ignore
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

  describe("refuses", () => {
    it("a link that leads to itself", async () => {
      const round = join(folder, "round");
      symlinkSync("round", round);
      const error = await rejection(save(round, next, template));
      expect(error.message).to.match(new RegExp(`^save: ${round}: ELOOP: `));
      expect(error).to.have.property("code", "ELOOP");
    });

    it("a directory in its place", async () => {
      const message = "it is not a regular file";
      expect((await rejection(save(folder, next, template))).message).to.equal(
        `save: ${folder}: ${message}`,
      );
      expect((await rejection(open(folder))).message).to.equal(`open: ${folder}: ${message}`);
      await expectOld();
    });

    it("a device in its place", async () => {
      expect((await rejection(save("/dev/null", next, template))).message).to.equal(
        "save: /dev/null: it is not a regular file",
      );
      expect(statSync("/dev/null").isCharacterDevice()).to.equal(true);
    });

    it("a missing directory, and a missing file", async () => {
      const missing = join(folder, "none", "model.safetensors");
      const saved = await rejection(save(missing, next, template));
      expect(saved.message).to.match(new RegExp(`^save: ${missing}: ENOENT: `));
      expect(saved).to.have.property("code", "ENOENT");
      const opened = await rejection(open(missing));
      expect(opened.message).to.match(new RegExp(`^open: ${missing}: ENOENT: `));
      expect(opened).to.have.property("code", "ENOENT");
    });

    it("a file where a directory is needed", async () => {
      const below = join(path, "model.safetensors");
      expect(await rejection(save(below, next, template))).to.have.property("code", "ENOTDIR");
      await expectOld();
    });

    const texts: [string, string, string][] = [
      ["a git-lfs pointer", "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 9\n", "as a git-lfs pointer: fetch the file it points to"],
      ["an HTML error page", "<!DOCTYPE html><title>404</title>", '"<!DOCTYPE html><title>404</title>"'],
    ]; // prettier-ignore
    for (const [name, text, beginning] of texts) {
      it(name, async () => {
        writeFileSync(path, text);
        const { message } = await rejection(open(path));
        expect(message).to.match(
          new RegExp(`^open: ${path}: a header has at most 100000000 bytes, `),
        );
        expect(message.endsWith(`; the file begins ${beginning}`)).to.equal(true);
      });
    }

    it("a directory and a file that it may not write", function () {
      needs(this, "a user to change from", isRoot, "run the suite as root");
      const code = `
        process.setgid(65534); process.setuid(65534);
        import { save } from "ndarray-params/checkpoint";
        for (const path of process.argv.slice(1)) {
          await save(path, [1], [1]).catch((error) => console.log(error.code));
        }
      `;
      const shared = join(folder, "shared");
      mkdirSync(shared);
      chmodSync(folder, 0o755);
      chmodSync(shared, 0o777);
      writeFileSync(join(shared, "protected"), "precious");
      const args = ["--import", "tsx/esm", "--input-type=module", "--eval", code];
      const paths = [path, join(shared, "protected")];
      const { stdout, stderr } = spawnSync(process.execPath, [...args, ...paths], {
        encoding: "utf8",
      });
      expect(stdout, stderr).to.equal("EACCES\nEACCES\n");
      expect(readFileSync(join(shared, "protected"), "utf8")).to.equal("precious");
    });
  });
});
