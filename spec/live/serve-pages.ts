/**
 * The live pages without a site: each is bundled, and served in a shell of its own under the policy
 * that the docs state.
 *
 *     node --import tsx/esm spec/live/serve-pages.ts
 */
import { existsSync, readdirSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { packedDigits } from "../../docs/live/pack-digits.ts";

export const pageNames: readonly string[] = readdirSync("docs/live").flatMap((file) =>
  /^[a-z]+\.ts$/.test(file) ? [file.slice(0, -3)] : [],
);

export interface Bundled {
  readonly [path: string]: Uint8Array;
}

/** Scripts and styles by the paths at which the pages ask for them. */
export async function bundlePages(): Promise<Bundled> {
  const { outputFiles } = await build({
    entryPoints: [
      ...pageNames.map((name) => ({ in: `docs/live/${name}.ts`, out: name })),
      { in: "docs/live/train/worker.ts", out: "train/worker" },
    ],
    outdir: "/",
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    tsconfig: "docs/live/tsconfig.json",
    // As the site does, whose policy forbids ndarray's generated code.
    alias: { ndarray: "./docs/.vitepress/own-ndarray.ts" },
    logLevel: "error",
    write: false,
  });
  // Pages name their worker as Vite finds it, by the path of its source.
  return Object.fromEntries(
    outputFiles.map(({ path, contents }) => [path.replace("/worker.js", "/worker.ts"), contents]),
  );
}

const shell = (name: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/shell.css">
<link rel="stylesheet" href="/${name}.css">
<main><h1>${name}</h1><div id="live-${name}"></div></main>
<script type="module" src="/start-${name}.js"></script>
</html>`;

const start = (name: string): string => `
document.documentElement.classList.toggle("dark", matchMedia("(prefers-color-scheme: dark)").matches);
const { mount } = await import("/${name}.js");
mount(document.getElementById("live-${name}"));`;

const style = `
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: #24292f; background: #ffffff; }
.dark body { color: #e6edf3; background: #16181d; }
main { max-width: 720px; margin: 0 auto; padding: 24px 16px 64px; box-sizing: border-box; }
* { box-sizing: border-box; }`;

const types: Readonly<Record<string, string>> = {
  css: "text/css",
  bin: "application/octet-stream",
};

export interface ServeOptions {
  /** Whether pages share memory with their workers. */
  readonly isolated?: boolean;
  readonly wasm?: boolean;
}

/** Answers requests for the pages. */
export async function pageHandler({ isolated = true, wasm = true }: ServeOptions = {}) {
  const files = new Map<string, string | Uint8Array>(Object.entries(await bundlePages()));
  files.set("/digits.bin", gzipSync(packedDigits(5000)));
  files.set("/shell.css", style);
  for (const name of pageNames) {
    files.set(`/${name}`, shell(name));
    files.set(`/start-${name}.js`, start(name));
    if (!files.has(`/${name}.css`)) files.set(`/${name}.css`, "");
  }
  const policy = [
    "default-src 'none'",
    `script-src 'self'${wasm ? " 'wasm-unsafe-eval'" : ""}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
  ].join("; ");
  return ({ url }: IncomingMessage, response: ServerResponse): void => {
    const file = files.get(url!.replace(/[?#].*/, ""));
    const extension = /\.(\w+)$/.exec(url!)?.[1] ?? "html";
    const script = extension === "js" || extension === "ts" ? "text/javascript" : "text/html";
    response.setHeader("Content-Type", types[extension] ?? script);
    response.setHeader("Content-Security-Policy", policy);
    if (isolated) {
      response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
      response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
    }
    response.statusCode = file === undefined ? 404 : 200;
    response.end(file ?? "");
  };
}

/** The bytes of each page's script after gzip. */
export async function sizes(): Promise<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(await bundlePages()).map(([path, bytes]) => [path, gzipSync(bytes).length]),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!existsSync("docs/live")) throw new Error("run this at the root of the project");
  console.table(await sizes());
  const port = Number(process.env["PORT"] ?? 8123);
  createServer(await pageHandler()).listen(port, "127.0.0.1");
  console.log(pageNames.map((name) => `http://127.0.0.1:${port}/${name}`).join("\n"));
}
