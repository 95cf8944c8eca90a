/** A worker of Cloudflare's kind: its test runs a program, and prints what that program tells. */
export const workerOf = (load: () => Promise<unknown>) => ({
  async test(): Promise<void> {
    const { log } = console;
    const told = new Promise<string>((resolve) => {
      console.log = resolve;
      globalThis.fetch = (_, init) => {
        resolve(init?.body as string);
        return Promise.resolve(new Response());
      };
    });
    await load();
    log(await told);
  },
});
