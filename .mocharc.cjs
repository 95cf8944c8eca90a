{
  "node-option": ["import=tsx/esm"],
  "extension": ["ts"],
  "spec": ["spec/**/*.spec.ts"],
  "timeout": 60000,
  "fail-zero": true,
  "forbid-only": true
}
