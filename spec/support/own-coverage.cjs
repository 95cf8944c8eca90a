/**
 * Keeps the coverage to the specs' own processes: programs that they start would run slower, and
 * c8 does not know their bundles. mocha loads this in each of its workers, which have begun to
 * collect by then; its first process has to hand the variable on to them.
 */
const { MOCHA_WORKER_ID, NODE_V8_COVERAGE } = process.env;
if (MOCHA_WORKER_ID !== undefined && NODE_V8_COVERAGE !== undefined) {
  delete process.env.NODE_V8_COVERAGE;
  // mocha kills a worker that needs more than a second to end. It may need longer to write what it
  // has collected; a handler keeps it alive until then.
  process.on("SIGTERM", () => process.exit());
}
