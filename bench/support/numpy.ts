/** NumPy as a contestant: a Python process that runs one round whenever it is asked. */
import { spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import type { Contestant } from "./compare.ts";

/** One thread, and the kernel OpenBLAS chooses for this processor itself. */
function environment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    OPENBLAS_NUM_THREADS: "1",
    OMP_NUM_THREADS: "1",
  };
  delete env["OPENBLAS_CORETYPE"];
  delete env["OPENBLAS_L2_SIZE"];
  return env;
}

/** NumPy's version, or undefined where python3 has none. */
export function numpyVersion(): string | undefined {
  const { status, stdout } = spawnSync(
    "python3",
    ["-c", "import numpy; print(numpy.__version__)"],
    {
      encoding: "utf8",
    },
  );
  return status === 0 ? stdout.trim() : undefined;
}

export interface Python {
  /** Runs a statement and resolves to the line that it prints. */
  readonly ask: (statement: string) => Promise<string>;
  /** Ends the process. */
  readonly close: () => void;
}

/** A Python process with NumPy as np, after `setup`. */
export function startPython(setup: string): Python {
  const loop = [
    "import sys, time",
    "import numpy as np",
    setup,
    "asked = {}", // not a name that a setup uses: it would be lost here
    "for line in sys.stdin:",
    "    if line not in asked: asked[line] = compile(line, 'asked', 'exec')",
    "    exec(asked[line])",
    "    sys.stdout.flush()",
  ].join("\n");
  const python = spawn("python3", ["-c", loop], {
    env: environment(),
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: python.stdout })[Symbol.asyncIterator]();
  const ask = async (statement: string): Promise<string> => {
    python.stdin.write(`${statement}\n`);
    const { value, done } = await lines.next();
    if (done === true) throw new Error(`numpy: the process ended during "${statement}"`);
    return value;
  };
  return { ask, close: () => void python.stdin.end() };
}

/**
 * Contestants that run in one Python process. `setup` is Python that prepares; each entry of
 * `statements` is what one call executes. `close` ends the process.
 */
export function numpyContestants(
  setup: string,
  statements: Readonly<Record<string, { statement: string; calls: number }>>,
): { contestants: Contestant[]; close: () => void } {
  const run = `
calls = ${JSON.stringify(statements)}
code = {k: compile(f"for _ in range({v['calls']}):\\n    {v['statement']}", k, 'exec') for k, v in calls.items()}
def run(key):
    start = time.perf_counter()
    exec(code[key], globals())
    print((time.perf_counter() - start) / calls[key]['calls'] * 1e3)`;
  const { ask, close } = startPython(`${setup}${run}`);
  const contestants = Object.keys(statements).map((name) => ({
    name,
    round: async (): Promise<number> => Number(await ask(`run(${JSON.stringify(name)})`)),
  }));
  return { contestants, close };
}
