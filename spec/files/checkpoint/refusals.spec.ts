/** Only regular files are replaced or opened, and each error names the call and the path. */
import { spawnSync } from "node:child_process";
import {
  chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync,
  writeFileSync,
} from "node:fs"; // oxfmt-ignore
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { generations, open, save } from "ndarray-params/checkpoint";
import { withFault } from "../../support/files/faults.ts";
import { fileOf, tensor } from "../../support/files/safetensors.ts";
import { needs } from "../../support/needs.ts";
import { rejection } from "../../support/rejection.ts";
import { bundled } from "../../support/run.ts";

const template = [[100, 100]];
const old = new Float64Array(10_000).fill(1);
const next = new Float64Array(10_000).fill(2);
const isRoot = process.getuid?.() === 0;

describe("a checkpoint refuses", () => {
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

  it("a name without room for the numbers of older generations, at the first save", async () => {
    const need = "path must have a name of at most 245 bytes, if older generations are kept";
    for (const [name, length] of [
      ["m".repeat(246), 246],
      ["模".repeat(84), 252],
    ] as const) {
      const error = await rejection(save(join(folder, name), old, template, { keep: 2 }));
      expect(error).to.be.instanceOf(RangeError);
      expect(error.message).to.equal(`save: ${need}, got one of ${length}`);
    }
    await expectOld();
    for (let i = 0; i < 12; i++)
      await save(join(folder, "m".repeat(245)), old, template, { keep: 2 });
    await save(join(folder, "m".repeat(255)), old, template, { keep: 1 });
    expect(readdirSync(folder)).to.have.length(4);
  });

  it("a link that leads to itself", async () => {
    const round = join(folder, "round");
    symlinkSync("round", round);
    for (const [call, refused] of [
      ["save", () => save(round, next, template)],
      ["open", () => open(round)],
      ["generations", () => generations(round)],
    ] as const) {
      const error = await rejection(refused());
      expect(error.message).to.match(new RegExp(`^${call}: ${round}: ELOOP: `));
      expect(error).to.have.property("code", "ELOOP");
    }
  });

  it("a directory in its place", async () => {
    const message = "it is not a regular file";
    expect((await rejection(save(folder, next, template))).message).to.equal(
      `save: ${folder}: ${message}`,
    );
    expect((await rejection(open(folder))).message).to.equal(`open: ${folder}: ${message}`);
    expect((await rejection(generations(folder))).message).to.equal(
      `generations: ${folder}: ${message}`,
    );
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
    for (const [call, refused] of [
      ["save", () => save(missing, next, template)],
      ["open", () => open(missing)],
      ["generations", () => generations(missing)],
    ] as const) {
      const error = await rejection(refused());
      expect(error.message).to.match(new RegExp(`^${call}: ${missing}: ENOENT: `));
      expect(error).to.have.property("code", "ENOENT");
    }
  });

  it("a file where a directory is needed", async () => {
    const below = join(path, "model.safetensors");
    expect(await rejection(save(below, next, template))).to.have.property("code", "ENOTDIR");
    await expectOld();
  });

  it("an empty file", async () => {
    writeFileSync(path, "");
    const error = await rejection(open(path));
    expect(error).to.be.instanceOf(RangeError);
    expect(error.message).to.match(new RegExp(`^open: ${path}: .*got 0$`));
  });

  it("a path with a zero byte", async () => {
    for (const [call, refused] of [
      ["save", () => save(`${path}\0`, next, template)],
      ["open", () => open(`${path}\0`)],
      ["generations", () => generations(`${path}\0`)],
    ] as const) {
      expect((await rejection(refused())).message).to.match(
        new RegExp(`^${call}: ${path}\0: The argument 'path' must be .* without null bytes`),
      );
    }
    await expectOld();
  });

  it("a file URL that is no path of this machine", async () => {
    const url = new URL("file:///model%2F1");
    for (const [call, refused] of [
      ["save", () => save(url, next, template)],
      ["open", () => open(url)],
      ["generations", () => generations(url)],
    ] as const) {
      const error = await rejection(refused());
      expect(error).to.be.instanceOf(TypeError);
      expect(error.message).to.equal(
        `${call}: path file:///model%2F1: File URL path must not include encoded / characters`,
      );
    }
  });

  it("a file that is larger than the memory", async () => {
    const size = 2 ** 52;
    const header = `{${tensor("0", "F64", `${(size - 1024) / 8}`, 0, size - 1024)}}`.padEnd(1016);
    writeFileSync(path, fileOf(header));
    await withFault(
      "stat",
      async () => ({ size }),
      async () => {
        const error = await rejection(open(path, { verify: false }));
        expect(error).to.be.instanceOf(RangeError);
        expect(error.message).to.equal(
          `open: ${path}: its data takes ${size - 1024} bytes of memory, more than can be had`,
        );
      },
    );
  });

  it("a flat of which no copy fits into the memory", async () => {
    const { ArrayBuffer: Original } = globalThis;
    // An engine that has to refuse memory itself collects all garbage first, more than once.
    class Full extends Original {
      constructor() {
        super(0);
        throw new RangeError("Array buffer allocation failed");
      }
    }
    globalThis.ArrayBuffer = Full;
    const refused = rejection(save(path, new Float64Array(9), [9]));
    globalThis.ArrayBuffer = Original;
    const error = await refused;
    expect(error).to.be.instanceOf(RangeError);
    expect(error.message).to.equal(
      "save: a copy of the flat takes 72 bytes of memory, more than can be had",
    );
    await expectOld();
  });

  const texts: [string, string, string][] = [
    ["a git-lfs pointer", "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 9\n", "as a git-lfs pointer: fetch the file it points to"],
    ["an HTML error page", "<!DOCTYPE html><title>404</title>", '"<!DOCTYPE html><title>404</title>"'],
  ]; // oxfmt-ignore
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
      for (const path of process.argv.slice(2)) {
        await save(path, [1], [1]).catch((error) => console.log(error.code));
      }
    `;
    const shared = join(folder, "shared");
    mkdirSync(shared);
    chmodSync(folder, 0o755);
    chmodSync(shared, 0o777);
    writeFileSync(join(shared, "protected"), "precious");
    const args = [bundled({ code })];
    const paths = [path, join(shared, "protected")];
    const { stdout, stderr } = spawnSync(process.execPath, [...args, ...paths], {
      encoding: "utf8",
    });
    expect(stdout, stderr).to.equal("EACCES\nEACCES\n");
    expect(readFileSync(join(shared, "protected"), "utf8")).to.equal("precious");
  });
});
