module.exports = {
  "node-option": ["import=tsx/esm"],
  extension: ["ts"],
  spec: ["spec/**/*.spec.ts"],
  timeout: 120_000,
  "fail-zero": true,
  "forbid-only": true,
};
