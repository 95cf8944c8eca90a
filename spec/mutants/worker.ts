/**
 * Runs tests against one mutant at a time. The parent starts this program in a copy of the project
 * whose lib/ is instrumented, tells it the specs, and then sends orders.
 */
import { register } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import Mocha from "mocha";

export interface Start {
  readonly specs: readonly string[];
  /** The files that are mutated, which are loaded before the specs. */
  readonly files: readonly string[];
  readonly mutants: number;
}

/** What a test does when no mutant is on. */
export interface Clean {
  readonly title: string;
  /** The number of its spec. */
  readonly spec: number;
  readonly fault?: string;
  readonly ms: number;
  readonly calls: number;
  readonly reached: readonly number[];
}

/** `fresh` are specs that are loaded again, with lib/, and the mutant is on meanwhile. */
interface Judge {
  readonly kind: "judge";
  readonly id: number;
  readonly fresh?: readonly number[];
  readonly tests: readonly number[];
  /** How often each test may pass a switch; one that passes more of them does not end. */
  readonly limits: readonly number[];
}

/** Runs the tests of some specs in order, or all of them, when no mutant is on. */
interface Control {
  readonly kind: "control";
  readonly specs?: readonly number[];
  /** Leaves out the others. */
  readonly tests?: readonly number[];
}

export type Order = Control | Judge;

/** The mutants that are reached while the mutated files are loaded, and while each spec is. */
export interface Reached {
  readonly files: readonly number[];
  readonly specs: readonly (readonly number[])[];
}

export type Answer =
  | { readonly kind: "loaded"; readonly reached: Reached; readonly fault?: string }
  | { readonly kind: "begins"; readonly test: number }
  | { readonly kind: "controlled"; readonly tests: readonly Clean[] }
  | { readonly kind: "killed"; readonly isPoisoned: boolean }
  | { readonly kind: "survived" };

const answer = (message: Answer): void => void process.send!(message);
const { specs, files, mutants } = JSON.parse(process.env["MUTANTS_START"]!) as Start;

/** The most switches that are passed while the specs are loaded. */
const LOADING = 50_000_000;

let active = 0;
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

// Programs that specs start run the code as it is.
process.env["NODE_OPTIONS"] = "--import=data:text/javascript,globalThis.$m=()=>false";

/** A failing property is enough: nobody reads the shrunk example. */
fc.configureGlobal({ endOnFailure: true });
register("./fresh-graph.ts", import.meta.url);

type When = "_beforeAll" | "_afterAll" | "_beforeEach" | "_afterEach";

const hooksOf = (suite: Mocha.Suite, when: When): readonly Mocha.Hook[] =>
  (suite as unknown as { readonly [key in When]: Mocha.Hook[] })[when];

const textOf = (fault: unknown): string => (fault instanceof Error ? fault.message : typeof fault);

const settle = (runnable: Mocha.Runnable): Promise<unknown> =>
  new Promise((done) => {
    (runnable as unknown as { reset(): void }).reset();
    runnable.run((fault: unknown) => done(fault));
  });

/** The first fault of some hooks or tests; undefined if all pass. */
async function firstFault(runnables: readonly Mocha.Runnable[]): Promise<unknown> {
  for (const runnable of runnables) {
    const fault = await settle(runnable);
    if (fault !== undefined && fault !== null) return fault;
  }
  return undefined;
}

interface Loaded {
  readonly suite: Mocha.Suite;
  /** The tests by number; those of specs that are not loaded are missing. */
  readonly tests: readonly (Mocha.Test | undefined)[];
  readonly reached: Reached;
}

let graphs = 0;

/** The specs, and how many tests come before those of each. */
const allSpecs = [...specs.keys()];
const firsts: number[] = [];
const specAt = (test: number): number => firsts.findLastIndex((first) => first <= test);

/** Loads specs in a module graph of their own, and runs the hooks that come before all tests. */
async function load(chosen: readonly number[] = allSpecs): Promise<Loaded> {
  const mocha = new Mocha({ timeout: 20_000, ui: "bdd" });
  const query = `?m=${++graphs}`;
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  const include = (file: string): Promise<unknown> =>
    import(pathToFileURL(resolve(file)).href + query);
  takeReached();
  for (const file of files) await include(file);
  const reachedByFiles = takeReached();
  const tests: Mocha.Test[] = [];
  const open = async (suite: Mocha.Suite, at: number): Promise<number> => {
    const fault = await firstFault(hooksOf(suite, "_beforeAll"));
    if (fault !== undefined) throw fault;
    let next = at;
    for (const test of suite.tests) if (!test.isPending()) tests[next++] = test;
    for (const inner of suite.suites) next = await open(inner, next);
    return next;
  };
  const reachedBySpecs: (readonly number[])[] = [];
  for (const spec of chosen) {
    const known = mocha.suite.suites.length;
    await include(specs[spec]!);
    firsts[spec] ??= tests.length;
    let next = firsts[spec];
    for (const suite of mocha.suite.suites.slice(known)) next = await open(suite, next);
    reachedBySpecs.push(takeReached());
  }
  const reachedOnes = { files: reachedByFiles, specs: reachedBySpecs };
  return { suite: mocha.suite, tests, reached: reachedOnes };
}

async function close(suite: Mocha.Suite): Promise<void> {
  for (const inner of suite.suites) await close(inner);
  await firstFault(hooksOf(suite, "_afterAll"));
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

async function control({ specs: few, tests: chosen }: Control): Promise<Answer> {
  const { suite, tests } = await load(few);
  const found: Clean[] = [];
  for (const [i, test] of tests.entries()) {
    if (test === undefined || (chosen !== undefined && !chosen.includes(i))) continue;
    takeReached();
    const start = performance.now();
    const fault = await faultOf(test, Infinity);
    const ms = performance.now() - start;
    const clean = { title: test.fullTitle(), spec: specAt(i), ms, calls, reached: takeReached() };
    found.push(fault === undefined ? clean : { ...clean, fault: textOf(fault) });
  }
  await close(suite);
  return { kind: "controlled", tests: found };
}

/** Runs tests until one fails, and sees whether this one passes again when the mutant is off. */
async function judge(order: Judge, { tests }: Loaded): Promise<Answer> {
  for (const [i, index] of order.tests.entries()) {
    answer({ kind: "begins", test: index });
    active = order.id;
    const fault = await faultOf(tests[index]!, order.limits[i]!);
    active = 0;
    if (fault === undefined) continue;
    const isPoisoned =
      order.fresh === undefined && (await faultOf(tests[index]!, Infinity)) !== undefined;
    return { kind: "killed", isPoisoned };
  }
  return { kind: "survived" };
}

async function judgeAfresh(order: Judge): Promise<Answer> {
  let loaded: Loaded;
  active = order.id;
  [calls, limit] = [0, LOADING];
  try {
    loaded = await load(order.fresh);
  } catch {
    return { kind: "killed", isPoisoned: false };
  } finally {
    active = 0;
    limit = Infinity;
  }
  const verdict = await judge(order, loaded);
  await close(loaded.suite);
  return verdict;
}

function answerTo(order: Order, loaded: Loaded): Promise<Answer> {
  if (order.kind === "control") return control(order);
  return order.fresh === undefined ? judge(order, loaded) : judgeAfresh(order);
}

try {
  const loaded = await load();
  answer({ kind: "loaded", reached: loaded.reached });
  process.on("message", (order: Order) => {
    void answerTo(order, loaded).then(answer);
  });
  process.on("disconnect", () => void close(loaded.suite).then(() => process.exit()));
} catch (fault) {
  answer({ kind: "loaded", reached: { files: [], specs: [] }, fault: textOf(fault) });
}
