const isNamed = process.argv.some((argument) => argument.endsWith(".spec.ts"));

module.exports = {
  "node-option": ["import=tsx/esm"],
  extension: ["ts"],
  // mocha adds these to the specs that the command line names.
  spec: isNamed ? [] : ["spec/**/*.spec.ts"],
  timeout: 120_000,
  parallel: true,
  jobs: 2,
  "fail-zero": true,
  "forbid-only": true,
};
