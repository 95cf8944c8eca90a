/** The engines: where each is found, and how it runs a program. */
import { existsSync, mkdirSync } from "node:fs";
import { bundle } from "./bundle.ts";
import { installed, output } from "./install.ts";
import { majors, nodeOf } from "./nodes.ts";
import { browsers, openPage, type Browser } from "./pages.ts";
import { runners } from "./runners.ts";
import type { Candidate, Run } from "./candidate.ts";
import type { Findings } from "./tell.ts";

/** A program that prints what it finds. */
const printed = (as: string, file: string, args: readonly string[]): Run => ({
  as,
  run: async () => JSON.parse(await output(file, args)) as Findings,
});

const versionIn = (text: string): string => /\d+(\.\d+)+/.exec(text)?.[0] ?? text;

/** The programs, as files. */
export async function bundles() {
  return {
    whole: await bundle("program.ts", "program.mjs", { hasFiles: true }),
    pure: await bundle("program.ts", "program.page.mjs"),
    entries: await bundle("realms/pure.ts", "pure.mjs"),
    entriesAsScript: await bundle("realms/pure.ts", "pure.js", { format: "iife" }),
    policy: await bundle("realms/policy.ts", "policy.mjs"),
    iframe: await bundle("realms/iframe.ts", "iframe.mjs"),
    context: await bundle("realms/context.ts", "context.mjs", { hasFiles: true }),
    bare: await bundle("realms/bare.ts", "bare.mjs", { hasFiles: true }),
    disk: await bundle("realms/disk.ts", "disk.mjs", { hasFiles: true }),
  };
}

type Bundles = Awaited<ReturnType<typeof bundles>>;

/** What a policy without 'unsafe-eval' is to a page. */
const noStrings = "--disallow-code-generation-from-strings";

const node = (major: number, programs: Bundles): Candidate => ({
  name: `Node ${major}`,
  find: async () => {
    const file = await nodeOf(major);
    if (file === undefined) return undefined;
    return {
      name: `Node ${major}`,
      version: versionIn(await output(file, ["--version"])),
      hashes: [printed("", file, [programs.whole])],
      checks: [
        printed("arrays of a vm context", file, [programs.context]),
        printed("inside a bare vm context", file, [programs.bare, programs.entriesAsScript]),
        printed("without code from strings", file, [noStrings, programs.policy]),
      ],
    };
  },
});

const bun = (programs: Bundles): Candidate => ({
  name: "Bun",
  find: async () => {
    const file = await installed("bun", ["bun"], "bun/bin/bun.exe");
    if (file === undefined) return undefined;
    return {
      name: "Bun",
      version: versionIn(await output(file, ["--version"])),
      hashes: [printed("", file, [programs.whole])],
      checks: [printed("arrays of a vm context", file, [programs.context])],
    };
  },
});

const deno = (programs: Bundles): Candidate => ({
  name: "Deno",
  find: async () => {
    const file = await installed("deno", ["deno"], "deno/deno");
    if (file === undefined) return undefined;
    const disk = "build/engines/disk";
    mkdirSync(disk, { recursive: true });
    const run = ["run", "--no-prompt"];
    const oneFolder = [`--allow-read=${disk}`, `--allow-write=${disk}`];
    return {
      name: "Deno",
      version: versionIn(await output(file, ["--version"])),
      hashes: [
        printed("", file, [...run, "--allow-all", programs.whole]),
        printed("without permissions", file, [...run, programs.pure]),
      ],
      checks: [
        printed("without permissions", file, [...run, programs.entries]),
        printed("checkpoint without permissions", file, [...run, programs.disk]),
        printed("checkpoint in one folder", file, [...run, ...oneFolder, programs.disk, "save"]),
        printed("arrays of a vm context", file, [...run, "--allow-all", programs.context]),
      ],
    };
  },
});

/** It lets no WebAssembly be compiled either, so gemm is plain JavaScript there. */
const noEval = { "default-src": "'none'", "script-src": "'self'", "connect-src": "'self'" };

const browser = (name: string, which: Browser, programs: Bundles): Candidate => ({
  name,
  find: async () => {
    if (!existsSync(browsers[which])) return undefined;
    const open = (as: string, script: string, how: object): Run => ({
      as,
      run: () => openPage(which, { script, ...how }),
    });
    return {
      name,
      version: versionIn(await output(browsers[which], ["--version"])),
      hashes: [
        open("isolated page", programs.pure, { isolated: true }),
        open("module worker", programs.pure, { inWorker: true }),
      ],
      checks: [
        open("page without isolation", programs.entries, {}),
        open("isolated page", programs.entries, { isolated: true }),
        open("module worker without isolation", programs.entries, { inWorker: true }),
        open("policy without unsafe-eval", programs.policy, { policy: noEval }),
        open("arrays of an iframe", programs.iframe, {}),
        open("arrays of an iframe, isolated", programs.iframe, { isolated: true }),
      ],
    };
  },
});

/** All of them; the first is the one that the others are compared with. */
export const candidates = (programs: Bundles): readonly Candidate[] => [
  ...majors.map((major) => node(major, programs)),
  bun(programs),
  deno(programs),
  browser("Chromium", "chromium", programs),
  browser("Firefox", "firefox", programs),
  ...runners,
];
