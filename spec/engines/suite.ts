/**
 * The whole suite on the other versions of Node: `npm run suite`, or `npm run suite -- 22 26` for
 * some of them. `npm test` runs it on the Node that is there, with the coverage.
 *
 * The versions come from the npm registry and stay in build/engines/. What a spec starts, npm
 * included, runs on the same Node.
 */
import { spawnSync } from "node:child_process";
import { isThisNode, majors, nodeOf, withNode } from "./nodes.ts";

const wanted = process.argv.slice(2);
const chosen = majors.filter((major) =>
  wanted.length === 0 ? !isThisNode(major) : wanted.includes(String(major)),
);
const mocha = ["node_modules/mocha/bin/mocha.js", "--parallel", "--jobs=2", "--reporter=dot"];
const specs = "spec/**/*.spec.ts";

for (const major of chosen) {
  const file = await nodeOf(major);
  if (file === undefined) {
    console.log(`Node ${major}: not to be had`);
    process.exitCode = 1;
    continue;
  }
  const env = withNode(file);
  console.log(`Node ${spawnSync(file, ["--version"], { encoding: "utf8" }).stdout.trim()}`);
  const { status } = spawnSync(file, [...mocha, specs], {
    env,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (status !== 0) process.exitCode = 1;
}
