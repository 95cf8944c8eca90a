/** What is mutated, and by which specs it is judged. */
import { readdirSync } from "node:fs";

export interface Target {
  readonly name: string;
  /** The least score, in per cent of the mutants that are not equivalent. */
  readonly least: number;
  readonly has: (file: string) => boolean;
  readonly specs: (file: string) => boolean;
}

const isUnder = (file: string, folder: string): boolean => file.startsWith(`${folder}/`);

/** Specs of the top folder that do not test the core, read the text of lib/, or start programs. */
const others = /^spec\/(docs|golden|imports|links|needs|package|pictures|policy)\./;

/** Files of lib/internal that no file of the core imports, and that its specs therefore do not test. */
const ofFamilies = /^lib\/internal\/(crc-32|sides|shuffle)\.ts$/;

/** AssemblyScript, and what is made from it or by a program. */
const isOfKernel = /\.(as|generated)\.ts$/;

/** Families that their own specs judge, with their least score. */
const families = [
  ["constrain", 92],
  ["fit", 85],
  ["initialize", 85],
  ["ops", 85],
  ["softmax", 91],
] as const;

export const targets: readonly Target[] = [
  {
    name: "core",
    least: 98,
    has: (file) =>
      /^lib\/[^/]+\.ts$/.test(file) ||
      isUnder(file, "lib/algebra") ||
      isUnder(file, "lib/derivatives") ||
      isUnder(file, "lib/internal/differences") ||
      (/^lib\/internal\/[^/]+\.ts$/.test(file) && !ofFamilies.test(file)),
    specs: (file) =>
      (/^spec\/[^/]+\.spec\.ts$/.test(file) && !others.test(file)) ||
      isUnder(file, "spec/algebra") ||
      isUnder(file, "spec/derivatives") ||
      (isUnder(file, "spec/internal") && !/\/(exact-math|arena)/.test(file)),
  },
  {
    name: "optimize",
    least: 90,
    has: (file) => isUnder(file, "lib/optimize/rules") || isUnder(file, "lib/optimize/line-search"),
    specs: (file) =>
      isUnder(file, "spec/optimize") && !/\/(nist|policy|declarations|picture)\./.test(file),
  },
  ...families.map(([name, least]) => ({
    name,
    least,
    has: (file: string) => isUnder(file, `lib/${name}`) && !isOfKernel.test(file),
    specs: (file: string) => isUnder(file, `spec/${name}`),
  })),
];

/** The files below a folder of the project, with forward slashes, in order. */
export const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
    .toSorted();
