const { readdirSync } = require("node:fs");

/** The slow specs go first, so that no process is still at one of them when the others are done. */
const slow = ["examples/logistic-regression", "package", "gemm/fuzz"].map(
  (name) => `spec/${name}.spec.ts`,
);
const others = readdirSync("spec", { recursive: true, encoding: "utf8" })
  .map((file) => `spec/${file.replaceAll("\\", "/")}`)
  .filter((file) => file.endsWith(".spec.ts") && !slow.includes(file));
const isNamed = process.argv.some((argument) => argument.endsWith(".spec.ts"));

module.exports = {
  "node-option": ["import=tsx/esm"],
  require: ["./spec/support/own-coverage.cjs"],
  extension: ["ts"],
  // mocha adds these to the specs that the command line names.
  spec: isNamed ? [] : [...slow, ...others.toSorted()],
  timeout: 60_000,
  "fail-zero": true,
  "forbid-only": true,
  // A spec that lacks something of the machine may be skipped, but not where CI has to provide it.
  "forbid-pending": process.env.CI === "true",
};
