import type { Stop } from "./stops.ts";

/**
 * When the process got a signal, SIGINT (Ctrl-C) by default, once. Node delivers signals between
 * turns of its event loop: a loop that is to notice one has to await something now and then.
 * `release` takes the listener away for a loop that ended otherwise; a signal does so itself.
 *
 * @example
 * const stop = onSignal();
 * for (const info of lbfgs(flat, objective)) {
 *   await setImmediate(); // from node:timers/promises
 *   if (stop(info)) break;
 * }
 * stop.release();
 */
export function onSignal(signal: `SIG${string}` = "SIGINT"): Stop & { release: () => void } {
  let got = false;
  const listener = (): void => {
    got = true;
  };
  process.once(signal, listener);
  return Object.assign(() => got, { release: () => void process.off(signal, listener) });
}
