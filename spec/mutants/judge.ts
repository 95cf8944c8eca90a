/** Judges mutants in processes of their own: each runs the tests that reach a mutant until one fails. */
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import type { Mutant } from "./instrument.ts";
import type { Answer, Clean, Order, Reached, Start } from "./worker.ts";

/**
 * A mutant without an answer ended its process or took too long. It counts as killed; many of them
 * are a sign that others need the machine, and that the score is too good.
 */
export type Verdict = "killed" | "no answer" | "survived" | "not reached";

/**
 * A test that takes more than this share of all tests' time is long. Long tests come last, do not
 * run again where a process starts afresh, and do not run at all with MUTANTS=short.
 */
const LONG = 1 / 150;

const isShort = process.env["MUTANTS"] === "short";

/** MUTANTS_JOBS=1 leaves the other core to others. */
const PROCESSES = Number(process.env["MUTANTS_JOBS"] ?? 2);

/** What the specs do while no mutant is on. */
interface Baseline {
  readonly start: Start;
  readonly tests: readonly Clean[];
  /** The short tests that pass if their spec is the only one, without its long tests. */
  readonly steady: ReadonlySet<number>;
  /** Mutants that are reached while the files of lib/ are loaded. */
  readonly loading: ReadonlySet<number>;
  /** The specs that reach a mutant while they are loaded. */
  readonly loadingBy: ReadonlyMap<number, readonly number[]>;
  /** The tests that reach a mutant, in the specs' order. */
  readonly reaching: ReadonlyMap<number, readonly number[]>;
}

/** The verdicts on mutants, by id. `folder` is the instrumented copy, which has `count` of them. */
export async function judgeAll(
  folder: string,
  start: Start,
  mutants: readonly Mutant[],
): Promise<ReadonlyMap<number, Verdict>> {
  const base = await baselineOf(folder, start);
  const verdicts = new Map<number, Verdict>();
  const waiting = [...mutants];
  const work = async (): Promise<void> => {
    const judge = new Judge(folder, base);
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const verdict = await judge.verdictOn(next.id);
      verdicts.set(next.id, verdict);
      if (verdict !== "killed") {
        console.error(`${next.file}:${next.line} ${verdict}\n  - ${next.from}\n  + ${next.to}`);
      }
      if (verdicts.size % 100 === 0) console.error(`${verdicts.size} of ${mutants.length}`);
    }
    await judge.stop();
  };
  await Promise.all(Array.from({ length: PROCESSES }, work));
  return verdicts;
}

async function baselineOf(folder: string, start: Start): Promise<Baseline> {
  const worker = await loadedWorker(folder, start);
  const tests = await controlled(worker);
  const faults = tests.flatMap(({ title, fault }) => (fault === undefined ? [] : [title, fault]));
  if (faults.length > 0) throw new Error(`specs fail without a mutant:\n${faults.join("\n")}`);
  const sum = tests.reduce((part, { ms }) => part + ms, 0);
  const isLong = (i: number): boolean => tests[i]!.ms > LONG * sum;
  // Some tests look at what others did before them. They say nothing if those are left out.
  const steady: number[] = [];
  for (const spec of start.specs.keys()) {
    const short = [...tests.keys()].filter((i) => tests[i]!.spec === spec && !isLong(i));
    const alone = await controlled(worker, [spec], short);
    steady.push(...short.filter((_, i) => alone[i]!.fault === undefined));
  }
  await stopWorker(worker);
  const loading = new Set(worker.reached.files);
  const loadingBy = inverse(worker.reached.specs);
  const reaching = inverse(tests.map(({ reached }) => reached));
  console.error(
    `${start.mutants} mutants; ${tests.length} tests of ${(sum / 1000).toFixed(1)} s, ${[...tests.keys()].filter(isLong).length} are long; ` +
      `${loading.size + loadingBy.size} mutants are reached while files are loaded`,
  );
  return { start, tests, steady: new Set(steady), loading, loadingBy, reaching };
}

/** The places of each id in lists of ids. */
function inverse(lists: readonly (readonly number[])[]): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  for (const [place, ids] of lists.entries()) {
    for (const id of ids) {
      const others = places.get(id);
      if (others === undefined) places.set(id, [place]);
      else others.push(place);
    }
  }
  return places;
}

async function controlled(
  worker: ChildProcess,
  specs?: readonly number[],
  tests?: readonly number[],
): Promise<readonly Clean[]> {
  const few = specs === undefined || tests === undefined ? {} : { specs, tests };
  const order: Order = { kind: "control", ...few };
  const answer = await answerOf(worker, 900_000, order);
  if (answer?.kind !== "controlled") throw new Error("the tests did not end without a mutant");
  return answer.tests;
}

/** A module graph is never freed: a process that has loaded this many of them is replaced. */
const MAX_GRAPHS = 40;

/** A process that keeps the specs loaded from one mutant to the next. */
class Judge {
  #worker: ChildProcess | undefined;
  #graphs = 0;

  constructor(
    readonly folder: string,
    readonly base: Baseline,
  ) {}

  async verdictOn(id: number): Promise<Verdict> {
    const { loading, loadingBy, reaching, tests, steady, start } = this.base;
    const those = reaching.get(id) ?? [];
    const byTime = those.toSorted((a, b) => tests[a]!.ms - tests[b]!.ms);
    const loads = new Set(loading.has(id) ? start.specs.keys() : loadingBy.get(id));
    if (those.length === 0 && loads.size === 0) return "not reached";
    if (those.length > 0) {
      const answer = await this.#judge(id, byTime);
      if (answer?.kind === "killed" && !answer.isPoisoned) return "killed";
      if (answer?.kind !== "survived") await this.stop();
    }
    // Caches may hide a mutant that is switched on late. Now it is on from the start, in the specs
    // that reach it, and their tests keep the order, because some look at what those before them did.
    const fresh = new Set([...loads, ...those.map((i) => tests[i]!.spec)]);
    const again = [...tests.keys()].filter(
      (i) => loads.has(tests[i]!.spec) || (fresh.has(tests[i]!.spec) && steady.has(i)),
    );
    const inOrder = [...fresh].toSorted((a, b) => a - b);
    const answer = await this.#judge(id, again, inOrder);
    if (answer !== undefined) return answer.kind === "survived" ? "survived" : "killed";
    await this.stop();
    return "no answer";
  }

  /** The answer of the process; undefined if it ended or was not in time. */
  async #judge(
    id: number,
    all: readonly number[],
    fresh?: readonly number[],
  ): Promise<Answer | undefined> {
    const { base } = this;
    const those = isShort ? all.filter((i) => base.steady.has(i)) : all;
    if (fresh !== undefined && this.#graphs++ === MAX_GRAPHS) await this.stop();
    this.#worker ??= await loadedWorker(this.folder, base.start);
    const limits = those.map((i) => 10 * base.tests[i]!.calls + 1_000_000);
    const order: Order = { kind: "judge", id, ...(fresh && { fresh }), tests: those, limits };
    // A loop without an end passes the limits. These times are for the rest, and long: while others
    // need the machine a test may take ten times as long, and a mutant must not survive by that.
    return answerOf(this.#worker, 300_000, order, (i) => 30_000 + 20 * base.tests[i]!.ms);
  }

  async stop(): Promise<void> {
    if (this.#worker !== undefined) await stopWorker(this.#worker);
    this.#worker = undefined;
    this.#graphs = 0;
  }
}

async function loadedWorker(
  folder: string,
  start: Start,
): Promise<ChildProcess & { readonly reached: Reached }> {
  const worker = startWorker(folder, start);
  const answer = await answerOf(worker, 300_000);
  if (answer?.kind !== "loaded" || answer.fault !== undefined) {
    throw new Error(`the specs were not loaded: ${answer?.kind === "loaded" && answer.fault}`);
  }
  return Object.assign(worker, { reached: answer.reached });
}

function startWorker(folder: string, start: Start): ChildProcess {
  const worker = fork(fileURLToPath(new URL("worker.ts", import.meta.url)), {
    cwd: folder,
    execArgv: ["--import", "tsx/esm"],
    env: { ...process.env, MUTANTS_START: JSON.stringify(start) },
    stdio: [
      "ignore",
      "ignore",
      process.env["MUTANTS_DEBUG"] === undefined ? "ignore" : "inherit",
      "ipc",
    ],
  });
  setPriority(worker.pid!, 10);
  return worker;
}

/**
 * Sends an order and waits for the answer; undefined if the process ends or takes more than `ms`.
 * `timeFor` has the milliseconds for a test, from the message that it begins.
 */
function answerOf(
  worker: ChildProcess,
  ms: number,
  order?: Order,
  timeFor?: (test: number) => number,
): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const finish = (answer?: Answer): void => {
      clearTimeout(timer);
      worker.off("message", heard);
      worker.off("exit", ended);
      resolve(answer);
    };
    const heard = (message: unknown): void => {
      const answer = message as Answer;
      if (answer.kind !== "begins") return finish(answer);
      clearTimeout(timer);
      timer = setTimeout(finish, timeFor!(answer.test));
    };
    const ended = (): void => finish();
    let timer = setTimeout(finish, ms);
    worker.on("message", heard);
    worker.on("exit", ended);
    if (worker.exitCode !== null || worker.signalCode !== null) return finish();
    if (order !== undefined) worker.send(order);
  });
}

async function stopWorker(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const ended = once(worker, "exit");
  worker.disconnect();
  const timer = setTimeout(() => worker.kill("SIGKILL"), 1000);
  await ended;
  clearTimeout(timer);
}
