/**
 * The command line of a program. `--help` prints the usage; a mistake ends the program with one
 * line on stderr and the exit code 2, before any data is read.
 */
import { parse } from "node:path";
import { parseArgs } from "node:util";

interface Text {
  readonly help: string;
  readonly default?: string;
  /** The values that are allowed, if not all are. */
  readonly oneOf?: readonly string[];
}

interface Count {
  readonly help: string;
  readonly default: number;
  /** The largest number that is allowed. */
  readonly most?: number;
}

export type Options = Readonly<Record<string, Text | Count>>;

/** For programs that multiply with support/gemm.ts, which reads this option too. */
export const gemmOption = {
  help: "which gemm multiplies",
  default: "ndarray-params",
  oneOf: ["ndarray-params", "ndarray-gemm"],
} as const;

/** For programs that write a page about their run by support/report.ts. */
export const reportOption = { help: "writes a page about the run to this file" } as const;

/** A number for a `Count`; a string for a `Text`, or undefined if it has no default. */
export type Values<O extends Options> = {
  readonly [Name in keyof O]: O[Name]["default"] extends number
    ? number
    : O[Name] extends { readonly default: string }
      ? string
      : string | undefined;
};

/** Runs a program. An error ends it with one line on stderr and the exit code 1. */
export async function runProgram(main: () => void | Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.error(`${parse(process.argv[1]!).name}: ${error.message}`);
    process.exitCode = 1;
  }
}

/** Reads the options that the program was called with. */
export function readOptions<const O extends Options>(about: string, options: O): Values<O> {
  const program = parse(process.argv[1]!).name;
  const end = (mistake: string): never => {
    console.error(`${program}: ${mistake}; --help lists the options`);
    return process.exit(2);
  };
  const types = Object.keys(options).map((name) => [name, { type: "string" }] as const);
  const { tokens } = parseArgs({
    options: Object.fromEntries([...types, ["help", { type: "boolean" }]]),
    strict: false,
    tokens: true,
  });
  const values: Record<string, string | number | undefined> = {};
  for (const [name, { default: value }] of Object.entries<Text | Count>(options)) {
    values[name] = value;
  }
  for (const token of tokens) {
    if (token.kind !== "option") return end(`unexpected argument "${argumentOf(token.index)}"`);
    const { name, rawName, value } = token;
    if (rawName === "--help") {
      console.log(usage(program, about, options));
      process.exit(0);
    }
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    if (option === undefined) return end(`unknown option ${rawName}`);
    if (value === undefined) return end(`${rawName} needs a value`);
    values[name] = typeof option.default === "number" ? Number(value) : value;
    const need = needOf(option as Text & Count, value);
    if (need !== undefined) return end(`${rawName} must be ${need}, got "${value}"`);
  }
  return values as Values<O>;
}

const argumentOf = (index: number): string => process.argv[index + 2]!;

/** Says what a value must be; undefined if it is that. */
function needOf({ default: usual, most = Infinity, oneOf }: Text & Count, value: string) {
  if (typeof usual !== "number") {
    return oneOf === undefined || oneOf.includes(value) ? undefined : `one of ${oneOf.join(", ")}`;
  }
  if (/^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= most) return undefined;
  return most < Infinity ? `a whole number from 1 to ${most}` : "a whole number of at least 1";
}

function usage(program: string, about: string, options: Options): string {
  const lines = Object.entries<Text | Count>(options).map(([name, option]) => {
    const { help, default: value } = option;
    const allowed = "oneOf" in option ? `: ${option.oneOf.join(", ")}` : "";
    const usual = value === undefined ? "" : ` (default ${value})`;
    return `  ${`--${name} <value>`.padEnd(20)} ${help}${allowed}${usual}`;
  });
  return [
    about,
    "",
    `Usage: ${program} [options]`,
    "",
    ...lines,
    `  ${"--help".padEnd(20)} print this`,
  ].join("\n");
}
