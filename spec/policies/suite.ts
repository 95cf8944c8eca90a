/**
 * Runs specs in a process that generates no code. mocha's own command loads specs by `require`, and
 * its parallel workers generate code, so that neither can be used there.
 */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import Mocha from "mocha";
import { isLeftOut } from "./left-out.ts";

const mocha = new Mocha({ timeout: 120_000, reporter: "dot" });
for (const file of process.argv.slice(2)) {
  mocha.suite.emit("pre-require", globalThis, file, mocha);
  await import(pathToFileURL(resolve(file)).href);
}

/** Takes tests out before they run, so that none of them is counted as passed. */
function leaveOut(suite: Mocha.Suite): void {
  suite.tests = suite.tests.filter((test) => !isLeftOut(test.fullTitle()));
  suite.suites.forEach(leaveOut);
}
leaveOut(mocha.suite);
mocha.run((failures) => process.exit(failures === 0 ? 0 : 1));
