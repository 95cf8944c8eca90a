/** Promises of the caller's functions, and of the iterations of a `for await`. */

/** Does each work when the one before is done, as asynchronous generators do. */
export function oneAfterAnother(): <T>(work: () => T | Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => {}); // the caller has it
    return done;
  };
}
