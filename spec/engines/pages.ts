/** Programs in a browser: a server of one page, and the browser that opens it. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Findings } from "./tell.ts";

export type Browser = "chromium" | "firefox";

export const browsers: Readonly<Record<Browser, string>> = {
  chromium: "/usr/bin/chromium",
  firefox: "/usr/bin/firefox-esr",
};

export interface Page {
  /** The program's file. */
  readonly script: string;
  /** Whether the program runs in a module worker, which the page starts. */
  readonly inWorker?: boolean;
  /** Whether the page is isolated from other origins, so that it has SharedArrayBuffer. */
  readonly isolated?: boolean;
  /** Whether the page belongs to an extension of Chromium, which forbids code from strings. */
  readonly inExtension?: boolean;
  /** Directives of a Content-Security-Policy, by name; without them the page has no policy. */
  readonly policy?: Readonly<Record<string, string>>;
}

const deadline = 120_000;

export const chromiumFlags =
  "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

/** Firefox asks nothing and looks for nothing at its start. */
export const firefoxPreferences = {
  "app.normandy.enabled": false,
  "app.update.disabledForTesting": true,
  "browser.aboutwelcome.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,",
  "toolkit.telemetry.enabled": false,
};

/** Opens the page in a browser of its own, and waits for what its program tells. */
export async function openPage(browser: Browser, page: Page): Promise<Findings> {
  let tell!: (text: string) => void;
  let fail!: (error: Error) => void;
  const told = new Promise<string>((resolve, reject) => {
    tell = resolve;
    fail = reject;
  });
  const server = serve(page, tell).listen(0, "127.0.0.1");
  await once(server, "listening");
  const profile = mkdtempSync(join(tmpdir(), "engines-"));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const flags = page.inExtension === true ? extensionFlags(page, join(profile, "own"), url) : [];
  const child = launch(browser, profile, flags.length > 0 ? "about:blank" : `${url}/`, flags);
  const late = setTimeout(() => fail(new Error(`${browser} told nothing`)), deadline);
  child.once("error", fail);
  child.once("exit", (code) => fail(new Error(`${browser} ended with ${code}`)));
  try {
    return JSON.parse(await told) as Findings;
  } finally {
    clearTimeout(late);
    await end(child);
    server.closeAllConnections();
    server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function launch(
  browser: Browser,
  profile: string,
  url: string,
  flags: readonly string[],
): ChildProcess {
  const args =
    browser === "chromium"
      ? [...chromiumFlags.split(" "), ...flags, `--user-data-dir=${profile}`, url]
      : ["--headless", "--no-remote", "--profile", profile, url];
  if (browser === "firefox") {
    const lines = Object.entries(firefoxPreferences).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
    );
    writeFileSync(join(profile, "user.js"), lines.join("\n"));
  }
  // A group of its own, so that all of its processes can be ended with it.
  return spawn(browsers[browser], args, { detached: true, stdio: "ignore" });
}

async function end(child: ChildProcess): Promise<void> {
  child.removeAllListeners("exit");
  if (child.pid === undefined || child.exitCode !== null) return;
  const exit = once(child, "exit");
  process.kill(-child.pid, "SIGKILL");
  await exit;
}

/** Writes an extension whose only page runs the program, and says how Chromium loads it. */
function extensionFlags({ script, policy }: Page, folder: string, url: string): string[] {
  const manifest = {
    manifest_version: 3,
    name: "a program",
    version: "1",
    background: { service_worker: "background.js" },
    host_permissions: ["http://127.0.0.1/*"],
    ...(policy && { content_security_policy: { extension_pages: policyText(policy) } }),
  };
  // The program tells its findings to a path, which is the server's in other pages.
  const toServer = `const own = fetch; globalThis.fetch = (path, ...rest) => own("${url}" + path, ...rest);`;
  const files: Readonly<Record<string, string>> = {
    "manifest.json": JSON.stringify(manifest),
    "background.js": 'chrome.tabs.create({ url: chrome.runtime.getURL("page.html") });',
    "page.html": html,
    "start.js": `${toServer} ${inPage}`,
    "program.js": readFileSync(script, "utf8"),
  };
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return [
    `--disable-extensions-except=${folder}`,
    `--load-extension=${folder}`,
    "--disable-features=DisableLoadExtensionCommandLineSwitch",
  ];
}

// A policy may forbid scripts inside the page, so this one has a file of its own.
const html =
  '<!doctype html><meta charset="utf-8" /><script type="module" src="/start.js"></script>';

const start = (script: string): string => `
  const tell = (error) =>
    fetch("/findings", { method: "POST", body: JSON.stringify({ page: String(error) }) });
  try { ${script} } catch (error) { tell(error); }`;

const inPage = start('await import("/program.js");');
const inWorker = start(
  'new Worker("/program.js", { type: "module" }).onerror = ({ message }) => tell(message);',
);

const policyText = (policy: Readonly<Record<string, string>>): string =>
  Object.entries(policy)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");

function serve(page: Page, told: (text: string) => void): Server {
  const scripts: Readonly<Record<string, () => string>> = {
    "/start.js": () => (page.inWorker === true ? inWorker : inPage),
    "/program.js": () => readFileSync(page.script, "utf8"),
  };
  return createServer((request, response) => {
    if (page.isolated === true) {
      response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
      response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
    }
    if (page.policy !== undefined) {
      response.setHeader("Content-Security-Policy", policyText(page.policy));
    }
    const script = scripts[request.url!];
    if (request.url === "/findings") {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        response.end();
        told(Buffer.concat(chunks).toString());
      });
    } else {
      response.setHeader("Content-Type", script === undefined ? "text/html" : "text/javascript");
      response.end(script === undefined ? html : script());
    }
  });
}
