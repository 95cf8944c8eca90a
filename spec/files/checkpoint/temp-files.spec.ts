/** Temporary files: those of killed processes are removed, those of living ones and of others stay. */
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, lutimesSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs"; // oxfmt-ignore
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect } from "chai";
import { open, save } from "ndarray-params/checkpoint";
import { failing, withFault, withFaultOf } from "../../support/files/faults.ts";
import { needs } from "../../support/needs.ts";
import { bundled } from "../../support/run.ts";

const template = [8];
const flat = new Float64Array(8).fill(1);

describe("beside a checkpoint", () => {
  let folder = "";
  let path = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "checkpoint-"));
    path = join(folder, "model.safetensors");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const tempFiles = (): string[] => readdirSync(folder).filter((name) => name.endsWith(".tmp"));

  /** The name of a temporary file while it is written. */
  async function nameWhileSaving(target = path): Promise<string> {
    const before = tempFiles();
    let names: string[] = [];
    const look = async (original: () => Promise<unknown>, i: number) => {
      if (i === 0) names = tempFiles().filter((name) => !before.includes(name));
      return original();
    };
    await withFault("sync", look, () => save(target, flat, template));
    expect(names).to.have.length(1);
    return names[0]!;
  }

  it("is a temporary file that tells what it is, whose, and what for", async () => {
    expect(await nameWhileSaving()).to.match(
      new RegExp(
        `^model\\.safetensors\\.[0-9a-f]{8}-${process.pid}-[0-9a-f]{8}\\.ndarray-params\\.tmp$`,
      ),
    );
    expect(tempFiles()).to.deep.equal([]);
  });

  for (const [what, name] of [
    ["255 letters", "m".repeat(255)],
    ["255 bytes of three bytes each", "模".repeat(85)],
    ["pairs of surrogates", "𝒎".repeat(63)],
  ] as const) {
    it(`is a temporary file with a short name if the file's own has ${what}`, async () => {
      const temp = await nameWhileSaving(join(folder, name));
      expect(Buffer.byteLength(temp)).to.be.at.most(143); // the limit of some encrypted folders
      expect(temp).to.match(/^[m模𝒎]{20}\./u);
      expect((await open(join(folder, name))).flat.data).to.deep.equal(flat);
    });
  }

  describe("of a killed process", () => {
    const dead = spawnSync(process.execPath, ["--version"]).pid;
    const minute = 60;
    const hour = 60 * minute;
    const day = 24 * hour;
    const foreign = "00000000";

    /** A file that a process has left, `age` seconds old; `space` is that of this process. */
    async function left(pid: number, age: number, space?: string, of = "model"): Promise<string> {
      const own = /\.([0-9a-f]{8})-/.exec(await nameWhileSaving())![1]!;
      const file = join(
        folder,
        `${of}.${space ?? own}-${pid}-${randomBytes(4).toString("hex")}.ndarray-params.tmp`,
      );
      writeFileSync(file, "half of");
      const time = Date.now() / 1000 - age;
      utimesSync(file, time, time);
      return file;
    }

    const knows = existsSync("/proc/self/ns/pid");
    const temps: [string, () => Promise<string>, stays: boolean][] = [
      ["a dead process's file", () => left(dead, 0), !knows],
      ["a dead process's file of an hour ago", () => left(dead, hour + minute), false],
      ["a dead process's file of a save to another name", () => left(dead, 0, undefined, "step-7"), !knows],
      ["a living process's file", () => left(1, 0), true],
      ["a living process's file that has slept for hours", () => left(1, 8 * hour), knows],
      ["a file of two days ago whose number lives again", () => left(1, 2 * day), false],
      ["this process's file", () => left(process.pid, 0), true],
      ["a file of an earlier process with this number", () => left(process.pid, 50 * minute), !knows],
      ["a file with a number that no process has", () => left(99_999_999_999, 0), true],
      ["the file of another machine or container", () => left(dead, 0, foreign), true],
      ["the file of another container, with this number", () => left(process.pid, 50 * minute, foreign), true],
      ["the file of another machine of an hour ago", () => left(dead, hour + minute, foreign), false],
      ["the same, with a number that lives here", () => left(1, hour + minute, foreign), false],
    ]; // oxfmt-ignore
    for (const [name, make, stays] of temps) {
      it(`${name} ${stays ? "stays" : "is removed"}`, async () => {
        const file = await make();
        await save(path, flat, template);
        expect(existsSync(file)).to.equal(stays);
      });
    }

    it("files of other programs stay, however old they are", async () => {
      const names = [
        "model.safetensors.notes.tmp",
        "model.safetensors.00000000-1-0123abcd.tmp",
        "x00000000-1-0123abcd.ndarray-params.tmp",
        "model.00000000-1-0123abcd.ndarray-params.tmp.txt",
      ];
      for (const name of names) {
        writeFileSync(join(folder, name), "");
        utimesSync(join(folder, name), 1, 1);
      }
      await save(path, flat, template);
      expect(readdirSync(folder)).to.have.members([...names, "model.safetensors"]);
    });

    it("a file stays for an hour if the system does not tell where its number counts", async () => {
      const file = await left(dead, 0);
      await withFaultOf("readFile", failing("EACCES"), async () => {
        const unknown = await left(dead, 0);
        expect(unknown).to.include(`.${foreign}-`);
        const older = await left(dead, hour + minute);
        await save(path, flat, template);
        expect([file, unknown, older].map((each) => existsSync(each))).to.deep.equal([
          true,
          true,
          false,
        ]);
      });
    });

    it("a file stays for a day if the program may not ask whether its process lives", async () => {
      const file = await left(dead, hour + minute);
      const kill = process.kill.bind(process);
      process.kill = () => {
        throw new Error("Requires run access");
      };
      try {
        await save(path, flat, template);
      } finally {
        process.kill = kill;
      }
      expect(existsSync(file)).to.equal(knows);
    });

    it("a file that cannot be removed disturbs nobody", async () => {
      const file = await left(dead, 2 * hour);
      rmSync(file);
      mkdirSync(file);
      utimesSync(file, 1, 1);
      expect(await save(path, flat, template)).to.deep.equal({ warnings: [] });
      expect(existsSync(file)).to.equal(true);
    });

    it("neither does one that is gone before it is looked at, nor a folder that may not be listed", async () => {
      await left(dead, 2 * hour);
      for (const name of ["lstat", "readdir"] as const) {
        await withFaultOf(name, failing("ENOENT"), async () => {
          expect(await save(path, flat, template)).to.deep.equal({ warnings: [] });
        });
      }
      expect(tempFiles()).to.have.length(1);
    });

    it("a link of such a name is removed, and what it leads to stays", async () => {
      const precious = join(folder, "precious");
      writeFileSync(precious, "");
      const link = join(folder, `model.00000000-1-0123abcd.ndarray-params.tmp`);
      symlinkSync(precious, link);
      lutimesSync(link, 1, 1);
      await save(path, flat, template);
      expect(readdirSync(folder)).to.have.members(["precious", "model.safetensors"]);
    });
  });

  it("the file of a save that is at work stays, however long it takes", async () => {
    const slow = join(folder, "slow");
    let isFirst = true;
    const pause = async (original: () => Promise<unknown>) => {
      if (isFirst) {
        isFirst = false;
        expect(tempFiles()).to.have.length(1);
        utimesSync(join(folder, tempFiles()[0]!), 1, 1);
        await save(path, flat, template);
      }
      return original();
    };
    await withFault("sync", pause, () => save(slow, flat, template));
    expect(readdirSync(folder)).to.have.members(["slow", "model.safetensors"]);
  });

  it("the files of living processes in other PID namespaces stay", async function () {
    const unshare = ["--pid", "--fork", "--mount-proc"];
    const has = spawnSync("unshare", [...unshare, "true"]).status === 0;
    needs(this, "PID namespaces", has, "run the suite as root on Linux");
    // Programs that run first take numbers, so that each namespace has others.
    const script = 'for i in $(seq "$1"); do /bin/true; done; shift; "$@"; exit';
    const program = [bundled("spec/support/files/save-times.ts"), path, "30"];
    const children = ["1", "60"].map((count) =>
      spawn("unshare", [...unshare, "sh", "-c", script, "sh", count, process.execPath, ...program]),
    );
    const outputs = await Promise.all(
      children.map(({ stdout, stderr }) => Promise.all([text(stdout), text(stderr)])),
    );
    for (const [output, errors] of outputs) expect(output, errors).to.equal("30 of 30 saved\n");
    expect(readdirSync(folder)).to.deep.equal(["model.safetensors"]);
  });
});
