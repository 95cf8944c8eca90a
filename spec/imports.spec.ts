/** The plan of the house: which rooms of lib/ may import from which. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect } from "chai";

const files = readdirSync("lib", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !/\.(as|d)\.ts$/.test(file))
  .map((file) => file.replaceAll("\\", "/"));

/** The files of lib/ that a file imports or re-exports, types included. */
function importsOf(file: string): string[] {
  const text = readFileSync(join("lib", file), "utf8").replaceAll(/^\s*(\*|\/\/).*$/gm, "");
  return [...text.matchAll(/\bfrom "(\.[^"]+)"|\bimport\("(\.[^"]+)"\)/g)].map((found) =>
    normalize(join(dirname(file), found[1] ?? found[2]!)).replaceAll("\\", "/"),
  );
}

const graph = new Map(files.map((file) => [file, importsOf(file)]));

/** The core, from the bottom up. Each file may import those before it, and internal/. */
const core = ["template.ts", "layout.ts", "tree.ts", "kept-views.ts", "views.ts"];

const roomOf = (file: string): string => (file.includes("/") ? file.split("/")[0]! : "core");
const isIndex = (file: string): boolean => /(^|\/)index\.ts$/.test(file);

/** Whether a file may import another one. */
function mayImport(file: string, other: string): boolean {
  const [room, otherRoom] = [roomOf(file), roomOf(other)];
  if (isIndex(other))
    return file === "index.ts" && /^(algebra|derivatives)\/index\.ts$/.test(other);
  if (isIndex(file) && room === otherRoom) return true;
  if (file === "index.ts") return otherRoom === "core" || other.startsWith("internal/");
  if (room === "internal") return otherRoom === "internal";
  if (room === "core") {
    if (otherRoom === "core") return core.indexOf(other) < core.indexOf(file);
    return otherRoom === "internal";
  }
  if (otherRoom === "core" || otherRoom === "internal") return true;
  // A relation by path takes the algebra's paths, as types and at run time.
  if (room === "constrain" && /^algebra\/internal\/(path-types|find-slots)\.ts$/.test(other))
    return true;
  // A fit takes starts and gives values as the algebra does.
  if (
    room === "fit" &&
    /^algebra\/(values-of|internal\/(path-types|find-slots|find-element|leaf-values))\.ts$/.test(
      other,
    )
  )
    return true;
  // One contract for all loops, where the types of objectives and residuals live.
  if (room === "fit" && other.startsWith("optimize/run/")) return true;
  if (room === "constrain" && other === "optimize/run/contract.ts") return true;
  // A flat of any stride as a row, as all loops have it.
  if (room === "distribute" && other === "optimize/run/flats.ts") return true;
  if (room !== otherRoom) return false;
  if (room !== "files") return true;
  const [family, otherFamily] = [file.split("/")[1], other.split("/")[1]];
  if (family === otherFamily || otherFamily === "internal") return true;
  if (family === "npz") return otherFamily === "npy" || otherFamily === "safetensors";
  return family === "checkpoint" && otherFamily === "safetensors";
}

describe("the imports of lib", () => {
  it("are found, and lead to files that are there", () => {
    expect(graph.get("layout.ts")).to.deep.equal(["template.ts"]);
    const all = new Set([...files, ...files.map((file) => file.replace(".ts", ".d.ts"))]);
    expect([...graph.values()].flat().filter((file) => !all.has(file))).to.deep.equal([]);
  });

  it("go one way: from an index or a family to the core and to internal", () => {
    const wrong = [...graph].flatMap(([file, imports]) =>
      imports.filter((other) => !mayImport(file, other)).map((other) => `${file} -> ${other}`),
    );
    expect(wrong).to.deep.equal([]);
  });

  it("have no circle, types included", () => {
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(" -> "));
      else if (!done.has(file)) {
        for (const other of graph.get(file) ?? []) visit(other, [...path, file]);
        done.add(file);
      }
    };
    for (const file of files) visit(file, []);
    expect(circles).to.deep.equal([]);
  });

  it("bring no package that generates code into the core", () => {
    const text = files
      .filter((file) => !file.startsWith("gemm/"))
      .map((file) => readFileSync(join("lib", file), "utf8"))
      .join("\n");
    expect(text).not.to.match(/from "(ndarray-ops|ndarray-gemm|seedrandom)"/);
  });
});

describe("the rooms of lib and spec", () => {
  /** Each folder below `root`, with the names of its .ts files; generated ones are left out. */
  function roomsOf(root: string): Map<string, string[]> {
    const rooms = new Map<string, string[]>();
    for (const file of readdirSync(root, { recursive: true, encoding: "utf8" })) {
      if (!file.endsWith(".ts") || file.endsWith(".generated.ts")) continue;
      const folder = dirname(join(root, file)).replaceAll("\\", "/");
      rooms.set(folder, [...(rooms.get(folder) ?? []), file.replaceAll("\\", "/")]);
    }
    return rooms;
  }

  it("are small enough to be looked over", () => {
    const crowded = [...roomsOf("lib"), ...roomsOf("spec")].filter(
      ([folder, inside]) => inside.length > (folder === "lib" ? 9 : 18),
    );
    expect(crowded.map(([folder, inside]) => `${folder}: ${inside.length}`)).to.deep.equal([]);
  });

  it("hold files that are short enough to be read", () => {
    const linesOf = (file: string): number => readFileSync(file, "utf8").split("\n").length - 1;
    const long = (["lib", "spec"] as const).flatMap((root) =>
      [...roomsOf(root).values()]
        .flat()
        .map((file) => join(root, file))
        .filter((file) => !file.endsWith(".as.ts"))
        .filter((file) => linesOf(file) > (root === "lib" ? 200 : 400)),
    );
    expect(long).to.deep.equal([]);
  });

  it("have no two files of one name", () => {
    const names = files.filter((file) => !isIndex(file)).map((file) => file.split("/").at(-1)!);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).to.deep.equal([]);
  });

  for (const index of files.filter(isIndex)) {
    it(`say in three lines what they are for: lib/${index}`, () => {
      const lines = readFileSync(join("lib", index), "utf8").split("\n");
      expect(lines[0]).to.match(/^\/\/ [A-Z`]/);
      expect(lines[1]).to.match(/^\/\/ .*\b[Rr]ead .*\bfirst\b/);
      expect(lines[2]).to.match(/^\/\/ .*\b[Mm]ay import\b/);
      expect(lines[3]).to.match(/^(export|import)/);
    });
  }
});
