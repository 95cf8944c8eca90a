import { wrongKind } from "../internal/messages.ts";
import { suggest } from "../internal/nearest.ts";
import { stopWhen, type Stop } from "./run/stop.ts";

/** Node's names of the signals that a process can catch. */
// oxfmt-ignore
const signals = [
  "SIGABRT", "SIGALRM", "SIGBREAK", "SIGBUS", "SIGCHLD", "SIGCONT", "SIGFPE", "SIGHUP", "SIGILL",
  "SIGINFO", "SIGINT", "SIGIO", "SIGIOT", "SIGPIPE", "SIGPOLL", "SIGPROF", "SIGPWR", "SIGQUIT",
  "SIGSEGV", "SIGSTKFLT", "SIGSYS", "SIGTERM", "SIGTRAP", "SIGTSTP", "SIGTTIN", "SIGTTOU", "SIGURG",
  "SIGUSR1", "SIGUSR2", "SIGVTALRM", "SIGWINCH", "SIGXCPU", "SIGXFSZ",
] as const;

export type Signal = (typeof signals)[number];

/**
 * Stops when the process has received a signal, by default SIGINT (Ctrl-C). It works in Node only.
 * Node delivers signals between turns of its event loop, so the loop has to await something now and
 * then. The first signal removes the listener; call `release` if the loop ends without one.
 *
 * @throws TypeError, RangeError if `signal` is not one that a process can catch; Error outside Node
 * @example
 * const stop = onSignal();
 * for (const info of lbfgs(flat, objective)) {
 *   await setImmediate(); // from node:timers/promises
 *   if (stop(info)) break;
 * }
 * stop.release();
 */
export function onSignal(signal: Signal = "SIGINT"): Stop & { release: () => void } {
  checkSignal(signal);
  if (!isNode()) throw new Error("onSignal: only Node has signals, and this is not Node");
  let got = false;
  const listener = (): void => {
    got = true;
  };
  process.once(signal, listener);
  const stop = stopWhen(() => (got ? `${signal} has come` : undefined));
  return Object.assign(stop, { release: () => void process.off(signal, listener) });
}

function checkSignal(signal: string): void {
  if (typeof signal !== "string") throw wrongKind("onSignal", "signal", "be a name", signal);
  if (signal === "SIGKILL" || signal === "SIGSTOP") {
    throw new RangeError(`onSignal: no process can catch ${signal}`);
  }
  if (signals.some((name) => name === signal)) return;
  throw new RangeError(`onSignal: no signal "${signal}"${suggest(signal, signals)}`);
}

function isNode(): boolean {
  const { process } = globalThis as { process?: { versions?: { node?: string } } };
  return process?.versions?.node !== undefined;
}
