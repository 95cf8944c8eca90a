/** The owner, the group and the mode of a file, which stay when a new file takes its place. */
import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { open, save } from "ndarray-params/checkpoint";
import { failing, withFault, withFaultOf } from "../../support/files/faults.ts";
import { needs } from "../../support/needs.ts";
import { bundled } from "../../support/run.ts";

const template = [2];
const old = Float64Array.of(1, 2);
const next = Float64Array.of(3, 4);
const isRoot = process.getuid?.() === 0;

describe("a checkpoint keeps", () => {
  let folder = "";
  let path = "";
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "checkpoint-"));
    path = join(folder, "model.safetensors");
    await save(path, old, template);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const owner = (file = path): [uid: number, gid: number, mode: number] => {
    const { uid, gid, mode } = statSync(file);
    return [uid, gid, mode & 0o7777];
  };

  for (const mode of [0o600, 0o664, 0o666]) {
    it(`its mode of ${mode.toString(8)}, whatever the umask is`, async () => {
      chmodSync(path, mode);
      const umask = process.umask(0o077);
      try {
        await save(path, next, template);
      } finally {
        process.umask(umask);
      }
      expect(owner()[2]).to.equal(mode);
    });
  }

  it("its mode from the first byte on: nobody may open a temporary file that may not open it", async () => {
    chmodSync(path, 0o600);
    const modes: number[] = [];
    const look = async (
      original: (...args: never[]) => Promise<unknown>,
      _: number,
      ...args: never[]
    ) => {
      const temp = readdirSync(folder).find((name) => name.endsWith(".tmp"));
      modes.push(statSync(join(folder, temp!)).mode & 0o777);
      return original(...args);
    };
    await withFault("write", look, () => save(path, next, template));
    expect(new Set(modes)).to.deep.equal(new Set([0o600]));
  });

  it("its owner, its group and its mode if root saves, and so do copies of it", async function () {
    needs(this, "a user who gives files away", isRoot, "run the suite as root");
    chownSync(path, 1234, 2345);
    chmodSync(path, 0o640);
    await save(path, next, template, { keep: 2 });
    expect(owner()).to.deep.equal([1234, 2345, 0o640]);
    await withFaultOf("link", failing("EPERM"), () => save(path, old, template, { keep: 3 }));
    expect(owner()).to.deep.equal([1234, 2345, 0o640]);
    expect(owner(`${path}.~2~`)).to.deep.equal([1234, 2345, 0o640]);
  });

  it("its group if another user of the group saves, but not the bit that runs a file as its owner", async function () {
    needs(this, "a user to change from", isRoot, "run the suite as root");
    chownSync(path, 1234, 2345);
    chmodSync(path, 0o4660);
    chmodSync(folder, 0o777);
    const code = `
      process.setgroups([2345]); process.setgid(65534); process.setuid(65534);
      import { save } from "ndarray-params/checkpoint";
      console.log(JSON.stringify(await save(process.argv[2], [3, 4], [2])));
    `;
    const args = [bundled({ code }), path];
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect(stdout, stderr).to.equal('{"warnings":[]}\n');
    expect(owner()).to.deep.equal([65534, 2345, 0o660]);
  });

  for (const method of ["chown", "chmod"] as const) {
    it(`what the system allows, and is saved if there is no ${method}`, async function () {
      if (method === "chown") {
        needs(this, "a user who gives files away", isRoot, "run the suite as root");
        chownSync(path, 1234, 2345);
      }
      await withFault(method, failing("EPERM"), async () => {
        expect(await save(path, next, template)).to.deep.equal({ warnings: [] });
      });
      expect((await open(path)).flat.data).to.deep.equal(next);
    });
  }
});
