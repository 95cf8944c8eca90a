/** The last task of each key, until it ends. */
const last = new Map<string, Promise<void>>();

/** Runs the tasks of one key one after another, in the order of the calls; a failure stops none. */
export function enqueue<T>(key: string, task: () => Promise<T>): Promise<T> {
  const before = last.get(key) ?? Promise.resolve();
  const running = before.then(task);
  const ended = running.then(forget, forget);
  function forget(): void {
    if (last.get(key) === ended) last.delete(key);
  }
  last.set(key, ended);
  return running;
}
