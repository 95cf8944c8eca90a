/** The error a promise rejects with. */
export const rejection = (promise: Promise<unknown>): Promise<Error> =>
  promise.then(
    () => {
      throw new Error("it was expected to reject");
    },
    (error: Error) => error,
  );
