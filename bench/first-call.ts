/**
 * Times the first calls of a program, in fresh processes: views of a template, three element-wise
 * functions and a small product, each called once. One program takes ndarray, ndarray-ops and
 * ndarray-gemm, the other /ndarray, /ops and /gemm. Each is one bundled file, as it is shipped, and
 * measures its own CPU time from the first import to the last result.
 *
 *     npm run bench -- first-call
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { compare, printMachine, type Contestant } from "./support/compare.ts";

const callsWith = (last: string): string => `
  const x = ndarray(new Float64Array(6).fill(1), [2, 3]);
  const z = ndarray(new Float64Array(4), [2, 2]);
  ops.assigns(w, 0.5);
  ops.addeq(b, w.pick(0));
  gemm(z, x, w);
  ${last};
  if (z.get(1, 1) === 0) throw new Error("wrong");
`;

const folder = "build/bench";
mkdirSync(folder, { recursive: true });

async function contestant(
  name: string,
  program: string,
  flags: readonly string[] = [],
): Promise<Contestant> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: "bench" },
    bundle: true,
    format: "iife",
    platform: "node",
    minify: true,
    write: false,
  });
  const file = `${folder}/${name.replaceAll(/\W+/g, "-")}.cjs`;
  writeFileSync(
    file,
    `const start = process.cpuUsage();
${outputFiles[0]!.text}
const { user, system } = process.cpuUsage(start);
console.log((user + system) / 1000);`,
  );
  return {
    name,
    round: () => Number(execFileSync(process.execPath, [...flags, file], { encoding: "utf8" })),
  };
}

const originals = `
  import ndarray from "ndarray";
  import ops from "ndarray-ops";
  import gemm from "ndarray-gemm";
  const flat = new Float64Array(8);
  const [w, b] = [ndarray(flat, [3, 2]), ndarray(flat, [2], [1], 6)];`;
const ours = `
  import { emptyWithViews } from "ndarray-params";
  import ndarray from "ndarray-params/ndarray";
  import * as ops from "ndarray-params/ops";
  import { gemm } from "ndarray-params/gemm";
  const [, { w, b }] = emptyWithViews({ w: [3, 2], b: 2 });`;

printMachine();
for (const last of ["ops.mul(z, z, z)", "ops.exp(z, z)"]) {
  const calls = callsWith(last);
  await compare(
    `CPU time of the first calls, the last one ${last}`,
    [
      await contestant("ndarray, ndarray-ops and ndarray-gemm", originals + calls),
      await contestant("/ndarray, /ops and /gemm", ours + calls),
      await contestant("the same under a policy", ours + calls, [
        "--disallow-code-generation-from-strings",
      ]),
    ],
    { rounds: 21 },
  );
}
