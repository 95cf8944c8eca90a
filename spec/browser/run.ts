/**
 * Runs gemm, and an objective by threads, in Chromium and Firefox under strict policies, and drives
 * the live pages there: `npm run browser`. It is not a part of `npm test`, because it needs Debian's
 * browsers (apt-get install chromium firefox-esr), and puppeteer-core, which npm brings. What is
 * missing is named, which fails in CI.
 */
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { bundle } from "../engines/bundle.ts";
import { browsers, openPage, type Browser, type Page } from "../engines/pages.ts";
import type { Findings } from "../engines/tell.ts";
import { pageHandler, type ServeOptions } from "../live/serve-pages.ts";
import { drive, type Driver } from "./drive.ts";
import { epoch, fit, layout, train, valley, type Compared, type Visit } from "./live-pages.ts";

const script = await bundle("../browser/gemm.page.ts", "gemm.page.mjs");
const byThreads = await bundle("../browser/threads.page.ts", "threads.page.mjs");

/** The page may talk to its server, and may compile WebAssembly but no strings. */
const policy = {
  "default-src": "'none'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "connect-src": "'self'",
};

/** The findings of the page of gemm with so many threads. */
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

/** `npm run browser -- layout` runs the pages whose names have this word. */
const isWanted = (name: string): boolean => name.includes(process.argv[2] ?? "");

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

/** The live pages, each with what a user does there and how it is served. */
const visits: readonly LivePage[] = [
  { name: "train", path: "train", act: train },
  { name: "train, not isolated", path: "train", isolated: false, act: epoch },
  { name: "train, without WebAssembly", path: "train", wasm: false, act: epoch },
  { name: "layout", path: "layout", wasm: false, act: layout },
  { name: "valley", path: "valley", wasm: false, act: valley },
  { name: "fit", path: "fit", wasm: false, act: fit },
];

interface LivePage extends ServeOptions {
  readonly name: string;
  readonly path: string;
  readonly act: (visit: Visit) => Promise<Compared>;
}

/** Visits a live page, and prints what is not as it is in Node. */
async function visit(driver: Driver, browser: Browser, live: LivePage): Promise<void> {
  const { name, path, act } = live;
  const faults: string[] = [];
  const notes: Record<string, string> = {};
  const server = createServer(await pageHandler(live)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  try {
    const page = await driver.open(`http://127.0.0.1:${port}/${path}`, faults);
    const compared = await act({ page, notes });
    for (const [what, [found, wanted]] of Object.entries(compared)) {
      if (found !== wanted) faults.push(`${what}: ${String(found)}, in Node ${String(wanted)}`);
    }
    await page.close();
  } catch (error) {
    faults.push(String(error));
  }
  server.closeAllConnections();
  server.close();
  if (faults.length === 0) passing++;
  else failing++;
  const text = faults.map((fault) => fault.slice(0, 400)).join("; ");
  console.log(
    `${faults.length === 0 ? "ok" : "FAILED"}  ${browser}, live page ${name}: ${text || JSON.stringify(notes)}`,
  );
}

/** Visits all live pages in one browser. */
async function visitAll(browser: Browser): Promise<void> {
  const driver = await drive(browser);
  if (driver === undefined) {
    if (process.env["CI"] === "true") failing++;
    return;
  }
  for (const live of visits) if (isWanted(live.name)) await visit(driver, browser, live);
  await driver.end();
}

for (const browser of Object.keys(browsers) as Browser[]) {
  if (existsSync(browsers[browser])) {
    for (const name of Object.keys(pages)) if (isWanted(name)) await check(browser, name);
    await visitAll(browser);
  } else {
    console.log(`${browsers[browser]} is missing: skipped`);
    if (process.env["CI"] === "true") failing++;
  }
}
console.log(`${passing} passing`);
if (failing > 0) console.log(`${failing} failing`);
process.exitCode = failing === 0 ? 0 : 1;
