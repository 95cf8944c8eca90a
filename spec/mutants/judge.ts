/** Judges mutants in processes of their own: each runs the tests that reach a mutant until one fails. */
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import type { Mutant } from "./instrument.ts";
import type { Answer, Clean, Order, Start } from "./worker.ts";

export type Verdict = "killed" | "survived" | "not reached";

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
  readonly specs: readonly string[];
  readonly tests: readonly Clean[];
  /** The short tests that pass without the long ones. */
  readonly steady: ReadonlySet<number>;
  /** Mutants that are reached while the specs are loaded. */
  readonly loading: ReadonlySet<number>;
  /** The tests that reach a mutant, in the specs' order. */
  readonly reaching: ReadonlyMap<number, readonly number[]>;
}

/** The verdicts on mutants, by id. `folder` is the instrumented copy, which has `count` of them. */
export async function judgeAll(
  folder: string,
  specs: readonly string[],
  count: number,
  mutants: readonly Mutant[],
): Promise<ReadonlyMap<number, Verdict>> {
  const base = await baselineOf(folder, specs, count);
  const verdicts = new Map<number, Verdict>();
  const waiting = [...mutants];
  const work = async (): Promise<void> => {
    const judge = new Judge(folder, base, count);
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

async function baselineOf(
  folder: string,
  specs: readonly string[],
  mutants: number,
): Promise<Baseline> {
  const worker = await loadedWorker(folder, specs, mutants);
  const tests = await controlled(worker);
  const faults = tests.flatMap(({ title, fault }) => (fault === undefined ? [] : [title, fault]));
  if (faults.length > 0) throw new Error(`specs fail without a mutant:\n${faults.join("\n")}`);
  const sum = tests.reduce((part, { ms }) => part + ms, 0);
  const isLong = (i: number): boolean => tests[i]!.ms > LONG * sum;
  // Some tests look at what others did before them. They say nothing if those are left out.
  const short = [...tests.keys()].filter((i) => !isLong(i));
  const shortAlone = await controlled(worker, short);
  const steady = short.filter((_, i) => shortAlone[i]!.fault === undefined);
  await stopWorker(worker);
  const loading = new Set(worker.reached);
  const reaching = new Map<number, number[]>();
  for (const [i, { reached }] of tests.entries()) {
    for (const id of reached) {
      const others = reaching.get(id);
      if (others === undefined) reaching.set(id, [i]);
      else others.push(i);
    }
  }
  console.error(
    `${mutants} mutants; ${tests.length} tests of ${(sum / 1000).toFixed(1)} s, ${tests.length - short.length} are long; ` +
      `${loading.size} mutants are reached while they are loaded`,
  );
  return { specs, tests, steady: new Set(steady), loading, reaching };
}

async function controlled(
  worker: ChildProcess,
  tests?: readonly number[],
): Promise<readonly Clean[]> {
  const order: Order = { kind: "control", ...(tests === undefined ? {} : { tests }) };
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
    readonly mutants: number,
  ) {}

  async verdictOn(id: number): Promise<Verdict> {
    const { loading, reaching, tests, steady } = this.base;
    const those = reaching.get(id) ?? [];
    const byTime = those.toSorted((a, b) => tests[a]!.ms - tests[b]!.ms);
    if (those.length === 0 && !loading.has(id)) return "not reached";
    if (those.length > 0) {
      const answer = await this.#judge(id, byTime, false);
      if (answer?.kind === "killed" && !answer.isPoisoned) return "killed";
      if (answer?.kind !== "survived") await this.stop();
    }
    // Caches may hide a mutant that is switched on late. Now it is on from the start, and the tests
    // keep the specs' order, because some look at what those before them did.
    const again = loading.has(id) ? [...tests.keys()] : [...steady];
    const answer = await this.#judge(id, again, true);
    if (answer === undefined) await this.stop();
    return answer?.kind === "survived" ? "survived" : "killed";
  }

  /** The answer of the process; undefined if it ended or was not in time. */
  async #judge(id: number, all: readonly number[], isFresh: boolean): Promise<Answer | undefined> {
    const { base } = this;
    const those = isShort ? all.filter((i) => base.steady.has(i)) : all;
    if (isFresh && this.#graphs++ === MAX_GRAPHS) await this.stop();
    this.#worker ??= await loadedWorker(this.folder, base.specs, this.mutants);
    const limits = those.map((i) => 10 * base.tests[i]!.calls + 1_000_000);
    const order: Order = { kind: "judge", id, isFresh, tests: those, limits };
    return answerOf(this.#worker, 30_000, order, (i) => 3000 + 10 * base.tests[i]!.ms);
  }

  async stop(): Promise<void> {
    if (this.#worker !== undefined) await stopWorker(this.#worker);
    this.#worker = undefined;
    this.#graphs = 0;
  }
}

async function loadedWorker(
  folder: string,
  specs: readonly string[],
  mutants: number,
): Promise<ChildProcess & { readonly reached?: readonly number[] }> {
  const worker = startWorker(folder, { specs, mutants });
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
