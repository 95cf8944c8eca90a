/** Older files that are kept beside the file: their number, their order, and what may be in the way. */
import { mkdirSync, mkdtempSync, linkSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs"; // oxfmt-ignore
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { generations, open, save, type Saved } from "ndarray-params/checkpoint";
import { failing, systemError, withFaultOf } from "../../support/files/faults.ts";
import { rejection } from "../../support/rejection.ts";

describe("the generations of a checkpoint", () => {
  let folder = "";
  let path = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "checkpoint-"));
    path = join(folder, "model.safetensors");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const saveStep = (step: number, keep?: number): Promise<Saved> =>
    save(path, Float64Array.of(step), [1], keep === undefined ? {} : { keep });

  /** The step that each generation holds, the newest first. */
  async function steps(): Promise<number[]> {
    const opened = (await generations(path)).map((each) => open(each));
    return (await Promise.all(opened)).map(({ flat }) => flat.get(0));
  }

  it("are as many as were asked for, and are listed from the newest on", async () => {
    await saveStep(1, 3);
    expect(await steps()).to.deep.equal([1]);
    for (let step = 2; step <= 12; step++) await saveStep(step, 3);
    expect(await steps()).to.deep.equal([12, 11, 10]);
    expect(readdirSync(folder)).to.have.members([
      "model.safetensors",
      "model.safetensors.~10~",
      "model.safetensors.~11~", // oxfmt-ignore
    ]);
    await saveStep(13);
    expect(await steps()).to.deep.equal([13, 11, 10]);
    await saveStep(14, 2);
    expect(await steps()).to.deep.equal([14, 13]);
    await saveStep(15, 1);
    expect(await steps()).to.deep.equal([15]);
  });

  it("are listed when the file itself is gone, and when nothing is there", async () => {
    expect(await generations(path)).to.deep.equal([]);
    for (let step = 1; step <= 3; step++) await saveStep(step, 3);
    rmSync(path);
    expect(await generations(path)).to.deep.equal([`${path}.~2~`, `${path}.~1~`]);
    expect(await steps()).to.deep.equal([2, 1]);
    await saveStep(4, 3);
    expect(await steps()).to.deep.equal([4, 2, 1]);
  });

  it("are listed through links, and through one that leads to a file that is gone", async () => {
    const link = join(folder, "latest");
    symlinkSync("model.safetensors", link);
    for (let step = 1; step <= 2; step++) await saveStep(step, 2);
    expect(await generations(link)).to.deep.equal([path, `${path}.~1~`]);
    rmSync(path);
    expect(await generations(link)).to.deep.equal([`${path}.~1~`]);
  });

  it("take numbers of any length", async () => {
    await saveStep(1);
    const largest = "9".repeat(40);
    for (const name of [`~${largest}~`, "~9~", "~09~", "~x~", "~~", "~1~~"]) {
      writeFileSync(`${path}.${name}`, "");
    }
    await saveStep(2, 3);
    const [, newest, second] = await generations(path);
    expect(newest).to.equal(`${path}.~1${"0".repeat(40)}~`);
    expect(second).to.equal(`${path}.~${largest}~`);
    expect((await open(newest!)).flat.get(0)).to.equal(1);
    expect(readdirSync(folder)).to.have.length(7);
  });

  it("are refused a number that no name can hold, and the file stays as it was", async () => {
    await saveStep(1);
    writeFileSync(`${path}.~${"9".repeat(255 - "model.safetensors.~~".length)}~`, "");
    const error = await rejection(saveStep(2, 2));
    expect(error.message).to.match(new RegExp(`^save: ${path}: ENAMETOOLONG: `));
    expect((await open(path)).flat.get(0)).to.equal(1);
    expect(readdirSync(folder)).to.have.length(2);
  });

  it("take the next number if another process has taken one, listed or not", async () => {
    await saveStep(1);
    const codes = ["EEXIST", "EIO"];
    const fault = async (original: typeof linkSync, ...args: never[]): Promise<unknown> => {
      const code = codes.shift();
      if (code !== undefined) throw systemError(code);
      return original(...(args as unknown as Parameters<typeof linkSync>));
    };
    await withFaultOf("link", fault as never, async () => {
      expect(await rejection(saveStep(2, 2))).to.have.property("code", "EIO");
      codes.push("EEXIST", "EEXIST");
      await saveStep(2, 2);
    });
    expect(codes).to.deep.equal([]);
    expect(readdirSync(folder)).to.have.members(["model.safetensors", "model.safetensors.~3~"]);
    expect(await steps()).to.deep.equal([2, 1]);
  });

  it("are no more than before if the last step fails", async () => {
    await saveStep(1);
    await withFaultOf("rename", failing("EIO"), async () => {
      expect((await rejection(saveStep(2, 3))).message).to.equal(`save: ${path}: EIO: injected`);
    });
    expect(readdirSync(folder)).to.deep.equal(["model.safetensors"]);
    expect(await steps()).to.deep.equal([1]);
  });

  it("are not crowded out by a second name of the same file, as a kill before the rename leaves it", async () => {
    for (let step = 1; step <= 3; step++) await saveStep(step, 3);
    linkSync(path, `${path}.~3~`);
    await saveStep(4, 4);
    expect(await steps()).to.deep.equal([4, 3, 2, 1]);
  });

  it("are kept beside a link of such a name that leads to the file", async () => {
    await saveStep(1);
    symlinkSync("model.safetensors", `${path}.~1~`);
    await saveStep(2, 3);
    expect(await steps()).to.deep.equal([2, 1, 2]);
  });

  it("are kept if the newest one vanishes while it is looked at", async () => {
    await saveStep(1);
    await saveStep(2, 2);
    const fault = async (original: (...args: never[]) => Promise<unknown>, ...args: never[]) => {
      if (String(args[0]).endsWith("~")) throw systemError("ENOENT");
      return original(...args);
    };
    await withFaultOf("lstat", fault as never, () => saveStep(3, 3));
    expect(await steps()).to.deep.equal([3, 2, 1]);
  });

  it("are none if another process removes the file before it is kept", async () => {
    await saveStep(1);
    await withFaultOf("link", failing("ENOENT"), () => saveStep(2, 2));
    expect(await steps()).to.deep.equal([2]);
  });

  it("may be removed by another process first", async () => {
    for (let step = 1; step <= 3; step++) await saveStep(step, 3);
    await withFaultOf("unlink", failing("ENOENT"), async () => {
      expect(await saveStep(4, 1)).to.deep.equal({ warnings: [] });
    });
  });

  describe("on a file system without hard links", () => {
    for (const code of ["EPERM", "ENOTSUP", "EMLINK"]) {
      it(`are copies if it answers ${code}`, async () => {
        await withFaultOf("link", failing(code), async () => {
          for (let step = 1; step <= 5; step++) await saveStep(step, 3);
        });
        expect(await steps()).to.deep.equal([5, 4, 3]);
        expect(statSync(`${path}.~4~`).nlink).to.equal(1);
        expect(statSync(`${path}.~4~`).mode).to.equal(statSync(path).mode);
        expect(readdirSync(folder)).to.have.length(3);
      });
    }

    it("are as before if the copy or the last step fails", async () => {
      await saveStep(1);
      await withFaultOf("link", failing("EPERM"), async () => {
        for (const name of ["copyFile", "rename"] as const) {
          await withFaultOf(name, failing("ENOSPC"), async () => {
            const error = await rejection(saveStep(2, 3));
            expect(error.message).to.equal(`save: ${path}: ENOSPC: injected`);
          });
          expect(readdirSync(folder)).to.deep.equal(["model.safetensors"]);
        }
        let count = 0;
        const last = async (original: (...args: never[]) => Promise<unknown>, ...args: never[]) => {
          if (count++ === 1) throw systemError("EIO");
          return original(...args);
        };
        await withFaultOf("rename", last as never, () => rejection(saveStep(2, 3)));
      });
      expect(readdirSync(folder)).to.deep.equal(["model.safetensors"]);
      expect(await steps()).to.deep.equal([1]);
    });
  });

  it("are looked for beside the file, and a directory of such a name stays", async () => {
    mkdirSync(`${path}.~1~`);
    await saveStep(1);
    await saveStep(2, 3);
    expect(await generations(path)).to.deep.equal([path, `${path}.~2~`, `${path}.~1~`]);
    expect(statSync(`${path}.~1~`).isDirectory()).to.equal(true);
  });
});
