/** Writes out all functions of lib/ops/table.ts as TypeScript: the text of lib/ops/ops.generated.ts. */
import { families, places, reductions, type Form, type Holds } from "../../../lib/ops/table.ts";
import { kernelText } from "./kernel-text.ts";

/** The kernel five times, because an engine learns the types of a loop by its text. */
const kernels = (textFor: (kind: string) => string): string =>
  `[${["64", "32", "Any", "Any", "Any"].map(textFor).join(", ")}]`;

const doc = (...lines: readonly string[]): string =>
  ["/**", ...lines.map((line) => (line === "" ? " *" : ` * ${line}`)), " */"].join("\n");

const scalars: Readonly<Record<Holds, string>> = {
  Numbers: "number",
  Integers: "Scalar",
  View: "Value",
};

/** The operands of each form, after a; x is the scalar. */
const operandsOf = (form: Form, isBinary: boolean): string[] => {
  const inPlace = form.endsWith("eq");
  if (!isBinary) return inPlace ? [] : ["b"];
  const last = /s(eq)?$/.test(form) ? "x" : inPlace ? "b" : "c";
  return inPlace ? [last] : ["b", last];
};

/** The types of functions, by their operands after the first. */
const typeOf: Readonly<Record<string, string>> = {
  "": "Of1",
  x: "Of1AndScalar",
  b: "Of2",
  bx: "Of2AndScalar",
  bc: "Of3",
};

/** One writing function: its docs, its types, its kernels. */
function writing(
  name: string,
  operands: readonly string[],
  element: string,
  holds: Holds,
  inFours = false,
): string {
  const views = ["a", ...operands.filter((operand) => operand !== "x")];
  const count = views.length;
  const chosen = /^(exp|log)\(/.exec(element)?.[1];
  const hasScalar = operands.includes("x");
  const inArrays = element
    .replace(chosen ?? "", chosen === undefined ? "" : "x")
    .replaceAll(/\b[abc]\b/g, (v) => `${v.toUpperCase()}[${v}]`);
  const fit = count === 1 ? "" : `Error if the shapes of ${views.join(", ")} differ, `;
  const maker = `writes${count}${hasScalar ? "s" : ""}`;
  const types = `${typeOf[operands.join("").replace("a", "b")]}<${holds}${hasScalar ? `, ${scalars[holds]}` : ""}>`;
  const text = kernelText(count, `A[a] = ${inArrays}`, { inFours });
  return [
    doc(
      `a = ${element} for each element. Returns a.`,
      "",
      `@throws ${fit}TypeError if a view is not an ndarray`,
      "@example",
      `${name}(${["a", ...operands].join(", ")}); // a = ${element}`,
    ),
    `export const ${name}: ${types} = /* @__PURE__ */ ${maker}("${name}", ${kernels(() => text)}${chosen === undefined ? "" : `, ${chosen}Here`});`,
  ].join("\n");
}

function* writingFunctions(): Generator<[name: string, text: string]> {
  for (const { forms, element, names, holds, inFours } of families) {
    const isBinary = /\bc\b/.test(element);
    for (const [name, operator] of Object.entries(names)) {
      for (const form of forms) {
        const operands = operandsOf(form, isBinary);
        const [b, c] = form.endsWith("eq") ? ["a", operands[0]!] : operands;
        const own = element
          .replace("#", operator)
          .replaceAll(/\b[bc]\b/g, (v) => (v === "b" ? b! : c!));
        yield [name + form, writing(name + form, operands, own, holds, inFours)];
      }
    }
  }
  yield ["random", writing("random", [], "Math.random()", "Numbers")];
  yield ["assign", writing("assign", ["b"], "b", "View", true)];
  yield ["assigns", writing("assigns", ["x"], "x", "View")];
}

function* reducingFunctions(): Generator<[name: string, text: string]> {
  for (const [name, { step, first, result, holds, says }] of Object.entries(reductions)) {
    const type = holds === "View" ? "boolean" : "number";
    const finish =
      result === undefined ? "" : `, (x: unknown) => ${result.replace("(x)", "(x as number)")}`;
    const isNumber = (kind: string): boolean => type === "number" && kind !== "Any";
    const texts = kernels((kind) =>
      kernelText(1, step.replace(/\ba\b/, "A[a]"), {
        before: isNumber(kind) ? "x = +x;" : "",
      }),
    );
    yield [
      name,
      [
        doc(
          `Returns ${says}.`,
          "",
          "@throws TypeError if a is not an ndarray",
          "@example",
          `${name}(a);`,
        ),
        `export const ${name}: (a: ${holds}) => ${type} = /* @__PURE__ */ reduces1("${name}", ${first}, ${texts}${finish});`,
      ].join("\n"),
    ];
  }
  yield [
    "equals",
    [
      doc(
        "Returns whether every element of a is `===` to that of b, so a NaN differs from itself; true",
        "for no elements.",
        "",
        "@throws Error if the shapes of a, b differ, TypeError if a view is not an ndarray",
        "@example",
        "equals(a, b);",
      ),
      `export const equals: (a: View, b: View) => boolean = /* @__PURE__ */ reduces2("equals", ${kernels(
        () => kernelText(2, "if (A[a] !== B[b]) return STOP"),
      )});`,
    ].join("\n"),
  ];
  for (const [name, [less, first, which]] of Object.entries(places)) {
    const body = `const y = A[a]; if (y ${less} best) { best = y; at = next; } next++`;
    const after = "x[0] = best; x[1] = at; x[2] = next;";
    const before = "let best = x[0], at = +x[1], next = +x[2];";
    const texts = kernels(() => kernelText(1, body, { before, after }));
    yield [
      name,
      [
        doc(
          `Returns the index of the ${which} element: the first in the order of the strides. It is the`,
          "shape, which is no index, if there are no elements or if all are NaN.",
          "",
          "@throws TypeError if a is not an ndarray",
          "@example",
          `a.get(...${name}(a));`,
        ),
        `export const ${name}: (a: View) => number[] = /* @__PURE__ */ finds1("${name}", ${first}, ${texts});`,
      ].join("\n"),
    ];
  }
}

/**
 * The names of all functions, and the text of the module. Functions of one maker stand together,
 * which makes the module smaller when it is compressed: their kernels are nearly the same text.
 */
export function writeOps(): { names: readonly string[]; text: string } {
  const all = [...writingFunctions(), ...reducingFunctions()];
  const names = all.map(([name]) => name);
  const makerOf = (text: string): string => /\*\/ \w+\(/.exec(text)![0];
  const together = all.toSorted(([, one], [, other]) =>
    makerOf(one) < makerOf(other) ? -1 : makerOf(one) > makerOf(other) ? 1 : 0,
  );
  const text = [
    "// Made from table.ts by `npm run build:kernel`.",
    'import { finds1, reduces1, reduces2, writes1, writes1s, writes2, writes2s, writes3 } from "./walk/makers.ts";',
    'import { expHere, logHere } from "./walk/engine-or-own.ts";',
    'import type { Integers, Numbers, Of1, Of1AndScalar, Of2, Of2AndScalar, Of3, Scalar, Value, View } from "./walk/operands.ts";',
    'import { STOP } from "./walk/stop-walk.ts";',
    "",
    ...together.map(([, each]) => `${each}\n`),
    `const ops = {\n${names.map((name) => `  ${name},\n`).join("")}};`,
    "export default ops;",
    "",
  ].join("\n");
  return { names, text };
}
