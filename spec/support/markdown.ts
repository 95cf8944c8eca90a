/**
 * Turns the code blocks of a page into one module, which exports the claims of its `//=>` comments.
 *
 *     expression; //=> literal                compared deeply, ndarrays as nested arrays
 *     expression; //=> throws the message     an error with exactly this message
 *     console.log(...); //=> the text printed
 *     console.log(...);                       several lines: each follows with a `//=>` of its own
 *     //=> the first line printed
 */
import type { NdArray } from "ndarray";

export interface Check {
  readonly line: number;
  readonly actual: unknown;
  readonly expected: unknown;
}

export function moduleOf(markdown: string): string {
  const lines = markdown.split("\n");
  let inside = false;
  const code = lines.map((text, i) => {
    if (text.startsWith("```")) {
      inside = !inside && /^```(ts|js)\b/.test(text);
      return "";
    }
    return inside ? checked(withLines(text, lines.slice(i + 1)), i + 1) : "";
  });
  return [
    'import { check, checkThrows, printed } from "../../spec/support/markdown.ts";',
    'export const checks: import("../../spec/support/markdown.ts").Check[] = [];',
    ...code,
  ].join("\n");
}

const CLAIM_ALONE = /^\s*\/\/=> ?(.*)$/;

/** A `console.log` with the claims of the lines below it, in one line. */
function withLines(text: string, below: readonly string[]): string {
  const end = below.findIndex((line) => !CLAIM_ALONE.test(line));
  if (end < 1 || !/^\s*console\.log\(/.test(text)) return CLAIM_ALONE.test(text) ? "" : text;
  const claims = below.slice(0, end).map((line) => CLAIM_ALONE.exec(line)![1]!);
  return `${text} //=> ${claims.join("\n")}`;
}

function checked(text: string, line: number): string {
  const [, indent, statement, claim] = /^(\s*)(.+?);?\s*\/\/=> ?(.*)$/s.exec(text) ?? [];
  if (statement === undefined || claim === undefined) return text;
  const print = /^console\.log\((.*)\)$/.exec(statement);
  if (print) {
    return `${indent}checks.push(check(${line}, printed(${print[1]}), ${JSON.stringify(claim)}));`;
  }
  const message = /^throws (.*)$/.exec(claim)?.[1];
  return message === undefined
    ? `${indent}checks.push(check(${line}, ${statement}, (${claim})));`
    : `${indent}checks.push(checkThrows(${line}, () => ${statement}, ${JSON.stringify(message)}));`;
}

export const check = (line: number, actual: unknown, expected: unknown): Check => ({
  line,
  actual: plain(actual),
  expected,
});

export function checkThrows(line: number, f: () => unknown, expected: string): Check {
  try {
    f();
    return { line, actual: "no error", expected };
  } catch (error) {
    return { line, actual: (error as Error).message, expected };
  }
}

export const printed = (...values: unknown[]): string => values.map(String).join(" ");

/** Turns ndarrays into nested arrays and typed arrays into arrays, in lists and records too. */
export function plain(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  if ("stride" in value && "data" in value) return nested(value as NdArray, []);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)]));
}

function nested(view: NdArray, index: number[]): unknown {
  if (index.length === view.shape.length) return view.get(...index);
  const axis = view.shape[index.length]!;
  return Array.from({ length: axis }, (_, i) => nested(view, [...index, i]));
}
