/**
 * Runs gemm in Chromium under strict policies: `npm run browser`. It is not a part of `npm test`,
 * because it needs Debian's chromium (apt-get install chromium). If that is missing it says so, and
 * fails in CI.
 */
import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { build } from "esbuild";
import { chromium } from "playwright-core";

const executablePath = "/usr/bin/chromium";
const flags =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

interface Report {
  readonly error?: string;
  readonly results: Readonly<Record<string, boolean>>;
  readonly threads: number;
  readonly generatesCode: boolean;
  readonly gigaflops: string;
}

/** The policies: name, directives, whether the page is isolated, and the threads that a pool gets. */
const pages = [
  ["isolated", { "worker-src": "blob:" }, true, 2],
  ["not isolated", { "worker-src": "blob:" }, false, 1],
  ["no workers", { "worker-src": "'none'" }, true, 1],
] as const;

function serve(script: string, policy: object, isolated: boolean): Server {
  const directives = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    ...policy,
  };
  return createServer(({ url }, response) => {
    response.setHeader(
      "Content-Security-Policy",
      Object.entries(directives)
        .map(([name, value]) => `${name} ${value}`)
        .join("; "),
    );
    if (isolated) {
      response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
      response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
    }
    const isPage = url === "/";
    response.setHeader("Content-Type", isPage ? "text/html" : "text/javascript");
    response.end(isPage ? '<!doctype html><script type="module" src="/page.js"></script>' : script);
  });
}

if (!existsSync(executablePath)) {
  console.log(`${executablePath} is missing: skipped. Debian: apt-get install chromium`);
  process.exit(process.env["CI"] === "true" ? 1 : 0);
}
const bundle = await build({
  entryPoints: ["spec/browser/gemm.page.ts"],
  bundle: true,
  format: "esm",
  minify: true,
  write: false,
});
const browser = await chromium.launch({ executablePath, args: flags.split(" ") });
let failures = 0;
for (const [name, policy, isolated, threads] of pages) {
  const server = serve(bundle.outputFiles[0]!.text, policy, isolated).listen(0, "127.0.0.1");
  const page = await browser.newPage(); // oxlint-disable-line no-await-in-loop
  const { port } = server.address() as AddressInfo;
  // oxlint-disable-next-line no-await-in-loop
  const [message] = await Promise.all([
    page.waitForEvent("console", (line) => line.text().startsWith("{")),
    page.goto(`http://127.0.0.1:${port}/`),
  ]);
  const report = JSON.parse(message.text()) as Report;
  const passes =
    report.error === undefined &&
    Object.values(report.results).every(Boolean) &&
    report.threads === threads &&
    !report.generatesCode;
  if (!passes) failures++;
  console.log(`${passes ? "ok" : "FAILED"}  ${name}: ${JSON.stringify(report)}`);
  server.close();
}
console.log(`Chromium ${browser.version()}`);
console.log(`${pages.length - failures} passing`);
if (failures > 0) console.log(`${failures} failing`);
await browser.close();
process.exitCode = failures === 0 ? 0 : 1;
