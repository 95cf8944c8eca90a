/** The built site, served from a subfolder and under a strict policy, as a host might do. */
import { once } from "node:events";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import { root } from "../../site/entries.ts";

const folder = `${root}/build/site`;
const below = "/some/where/";

/** docs/policies.md says what the pages of this package need. Pictures in styles are data. */
export const policy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "img-src 'self' data:",
].join("; ");

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

/** All files of the site, from its root. */
export const files = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => statSync(`${folder}/${file}`).isFile());

export const pages = (): string[] => files().filter((file) => file.endsWith(".html"));

export const textOf = (file: string): string => readFileSync(`${folder}/${file}`, "utf8");

export interface Site {
  readonly url: string;
  readonly close: () => void;
}

export async function serveSite(): Promise<Site> {
  const known = new Set(files());
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, "http://localhost");
    const path = decodeURIComponent(pathname);
    const file = path.startsWith(below)
      ? path.slice(below.length).replace(/(^|\/)$/, "$1index.html")
      : "";
    if (!known.has(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      "Content-Type": types[extname(file)] ?? "application/octet-stream",
      "Content-Security-Policy": policy,
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Embedder-Policy": "require-corp",
    });
    response.end(readFileSync(`${folder}/${file}`));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${below}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
