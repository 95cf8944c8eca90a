/**
 * Runs tests against one mutant at a time. The parent starts this program in a copy of the project
 * whose lib/ is instrumented, and tells it the specs, and which mutant is on from the start.
 */
import Mocha from "mocha";
import fc from "fast-check";
import { resolve } from "node:path";

export interface Start {
  readonly specs: readonly string[];
  readonly mutants: number;
  /** The mutant that is on while the specs are loaded; 0 for none. */
  readonly active: number;
}

/** What a test does when no mutant is on. */
export interface Clean {
  readonly title: string;
  readonly file: string;
  readonly ms: number;
  readonly calls: number;
  readonly reached: readonly number[];
}

export type Order =
  | { readonly kind: "clean" }
  | {
      readonly kind: "mutant";
      readonly id: number;
      readonly tests: readonly number[];
      readonly limits: readonly number[];
    };

export type Answer =
  | { readonly kind: "loaded"; readonly reached: readonly number[]; readonly fault?: string }
  | { readonly kind: "clean"; readonly tests: readonly Clean[]; readonly faults: readonly string[] }
  | { readonly kind: "killed"; readonly by: number; readonly isPoisoned: boolean }
  | { readonly kind: "survived" };

const answer = (message: Answer): void => void process.send!(message);
const { specs, mutants, active: first } = JSON.parse(process.env["MUTANTS_START"]!) as Start;

let active = first;
let calls = 0;
let limit = Infinity;
const reached = new Uint8Array(mutants + 1);
Object.assign(globalThis, {
  $m: (id: number): boolean => {
    if (++calls > limit) throw new Error("this mutant runs without end");
    reached[id] = 1;
    return id === active;
  },
});

/** The ids that were reached since the last call. */
function takeReached(): number[] {
  const ids = [...reached.keys()].filter((id) => reached[id] === 1);
  reached.fill(0);
  return ids;
}

/** A failing property is enough: nobody reads the shrunk example. */
fc.configureGlobal({ endOnFailure: true });

const mocha = new Mocha({ timeout: 20_000, ui: "bdd" });
for (const spec of specs) mocha.addFile(resolve(spec));

const tests: Mocha.Test[] = [];
type When = "_beforeAll" | "_afterAll" | "_beforeEach" | "_afterEach";

const hooksOf = (suite: Mocha.Suite, when: When): readonly Mocha.Hook[] =>
  (suite as unknown as { readonly [key in When]: Mocha.Hook[] })[when];

const textOf = (fault: unknown): string => (fault instanceof Error ? fault.message : typeof fault);

const settle = (runnable: Mocha.Runnable): Promise<unknown> =>
  new Promise((done) => {
    (runnable as unknown as { reset(): void }).reset();
    runnable.run((fault: unknown) => done(fault));
  });

/** The first fault of some hooks; undefined if all pass. */
async function firstFault(runnables: readonly Mocha.Runnable[]): Promise<unknown> {
  for (const runnable of runnables) {
    const fault = await settle(runnable);
    if (fault !== undefined && fault !== null) return fault;
  }
  return undefined;
}

async function open(suite: Mocha.Suite): Promise<void> {
  const fault = await firstFault(hooksOf(suite, "_beforeAll"));
  if (fault !== undefined) throw fault;
  tests.push(...suite.tests.filter((test) => !test.isPending()));
  for (const inner of suite.suites) await open(inner);
}

/** Runs a test with the hooks around it; returns what went wrong. */
async function faultOf(test: Mocha.Test, most: number): Promise<unknown> {
  const suites: Mocha.Suite[] = [];
  for (let suite = test.parent; suite !== undefined; suite = suite.parent) suites.unshift(suite);
  calls = 0;
  limit = most;
  const before = suites.flatMap((suite) => hooksOf(suite, "_beforeEach"));
  const after = suites.toReversed().flatMap((suite) => hooksOf(suite, "_afterEach"));
  const fault = await firstFault([...before, test]);
  const later = await firstFault(after);
  limit = Infinity;
  return fault ?? later;
}

async function clean(): Promise<Answer> {
  const found: Clean[] = [];
  const faults: string[] = [];
  for (const test of tests) {
    takeReached();
    const start = performance.now();
    const fault = await faultOf(test, Infinity);
    const ms = performance.now() - start;
    if (fault !== undefined) faults.push(`${test.fullTitle()}: ${textOf(fault)}`);
    const { file = "" } = test;
    found.push({ title: test.fullTitle(), file, ms, calls, reached: takeReached() });
  }
  return { kind: "clean", tests: found, faults };
}

/** Runs tests until one fails, and checks that this one passes again when the mutant is off. */
async function runMutant(order: Order & { kind: "mutant" }): Promise<Answer> {
  for (const [i, index] of order.tests.entries()) {
    active = order.id;
    const fault = await faultOf(tests[index]!, order.limits[i]!);
    if (fault === undefined) continue;
    active = 0;
    const isPoisoned = first === 0 && (await faultOf(tests[index]!, Infinity)) !== undefined;
    return { kind: "killed", by: index, isPoisoned };
  }
  active = 0;
  return { kind: "survived" };
}

process.on("message", (order: Order) => {
  void (order.kind === "clean" ? clean() : runMutant(order)).then(answer);
});
process.on("disconnect", () => {
  const closed = async (suite: Mocha.Suite): Promise<void> => {
    for (const inner of suite.suites) await closed(inner);
    await firstFault(hooksOf(suite, "_afterAll"));
  };
  active = 0;
  void closed(mocha.suite).then(() => process.exit());
});

try {
  limit = first === 0 ? Infinity : 50_000_000;
  await mocha.loadFilesAsync();
  await open(mocha.suite);
  answer({ kind: "loaded", reached: takeReached() });
} catch (fault) {
  answer({ kind: "loaded", reached: takeReached(), fault: textOf(fault) });
}
