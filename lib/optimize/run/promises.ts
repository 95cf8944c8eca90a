/** Promises of the caller's functions, and of the iterations of a `for await`. */
import { letGo } from "../../internal/is-thenable.ts";
import { wrongKind } from "../../internal/messages.ts";

/** Does each work when the one before is done, as asynchronous generators do. */
export function oneAfterAnother(): <T>(work: () => T | Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => {}); // the caller has it
    return done;
  };
}

/** The error for a promise in a `for...of`. Nobody waits for that promise any more. */
export function notAtOnce(call: string, name: string, given: PromiseLike<unknown>): TypeError {
  letGo(given);
  return wrongKind(call, name, 'return at once, or be waited for by "for await"', given);
}
