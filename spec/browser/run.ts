/**
 * Runs gemm, and an objective by threads, in Chromium and Firefox under strict policies:
 * `npm run browser`. It is not a part of
 * `npm test`, because it needs Debian's browsers (apt-get install chromium firefox-esr). One that is
 * missing is named, which fails in CI.
 */
import { existsSync } from "node:fs";
import { bundle } from "../engines/bundle.ts";
import { browsers, openPage, type Browser, type Page } from "../engines/pages.ts";
import type { Findings } from "../engines/tell.ts";

const script = await bundle("../browser/gemm.page.ts", "gemm.page.mjs");
const byThreads = await bundle("../browser/threads.page.ts", "threads.page.mjs");

/** The page may talk to its server, and may compile WebAssembly but no strings. */
const policy = {
  "default-src": "'none'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "connect-src": "'self'",
};

/** What the page of gemm finds with so many threads. */
const gemmBy = (threads: number): Findings => ({
  gemm: "right",
  relaxed: "right",
  pool: "right",
  threads: String(threads),
  "code from strings": "refused",
});

/** The pages by name, each with what its program has to find there. */
const pages: Readonly<Record<string, readonly [page: Page, wanted: Findings]>> = {
  isolated: [{ script, isolated: true, policy: { ...policy, "worker-src": "blob:" } }, gemmBy(2)],
  "not isolated": [{ script, policy: { ...policy, "worker-src": "blob:" } }, gemmBy(1)],
  "no workers": [
    { script, isolated: true, policy: { ...policy, "worker-src": "'none'" } },
    gemmBy(1),
  ],
  "an objective by threads": [
    { script: byThreads, isolated: true, policy: { ...policy, "worker-src": "'self'" } },
    { threads: "right" },
  ],
};

let [passing, failing] = [0, 0];

/** Opens a page, and prints what its program found. */
async function check(browser: Browser, name: string): Promise<void> {
  const [page, wanted] = pages[name]!;
  const found = await openPage(browser, page).catch((error: unknown): Findings => ({
    error: String(error),
  }));
  const passes = Object.entries(wanted).every(([what, value]) => found[what] === value);
  if (passes) passing++;
  else failing++;
  console.log(`${passes ? "ok" : "FAILED"}  ${browser}, ${name}: ${JSON.stringify(found)}`);
}

for (const browser of Object.keys(browsers) as Browser[]) {
  if (existsSync(browsers[browser])) {
    for (const name of Object.keys(pages)) await check(browser, name);
  } else {
    console.log(`${browsers[browser]} is missing: skipped`);
    if (process.env["CI"] === "true") failing++;
  }
}
console.log(`${passing} passing`);
if (failing > 0) console.log(`${failing} failing`);
process.exitCode = failing === 0 ? 0 : 1;
