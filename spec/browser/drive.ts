/** A browser that a program drives as a user would, and that tells what went wrong meanwhile. */
import { installed } from "../engines/install.ts";
import { browsers, type Browser } from "../engines/pages.ts";

/** As much of puppeteer as is used here. Expressions are texts, because they run in the page. */
export interface Page {
  goto(url: string): Promise<unknown>;
  evaluate(expression: string): Promise<unknown>;
  evaluateOnNewDocument(script: string): Promise<unknown>;
  waitForFunction(expression: string, options: { readonly timeout: number }): Promise<unknown>;
  setViewport(size: { readonly width: number; readonly height: number }): Promise<void>;
  $(selector: string): Promise<Handle | null>;
  on(event: string, listener: (what: Event) => void): void;
  readonly keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
  readonly mouse: {
    move(x: number, y: number, options?: { readonly steps: number }): Promise<void>;
    down(): Promise<void>;
    up(): Promise<void>;
  };
  close(): Promise<void>;
}

export interface Handle {
  click(options?: { readonly clickCount: number }): Promise<void>;
  focus(): Promise<void>;
  select(value: string): Promise<unknown>;
  uploadFile(path: string): Promise<void>;
  scrollIntoView(): Promise<void>;
}

/** A message, a request or an error of a page. */
interface Event {
  type?(): string;
  text?(): string;
  url?(): string;
  readonly message?: string;
}

interface Launched {
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

export interface Driver {
  /** Opens a page. What it complains about is added to `faults`, and so are requests elsewhere. */
  open(url: string, faults: string[]): Promise<Page>;
  end(): Promise<void>;
}

const version = "24.43.1";
const entry = "puppeteer-core/lib/esm/puppeteer/puppeteer-core.js";

/** docs/policies.md: what a policy forbids is tried once, which Firefox reports. */
const attempt = /Content-Security-Policy: .* blocked (a JavaScript eval|WebAssembly)/;

/** Starts a browser; undefined if npm cannot bring what drives it. */
export async function drive(browser: Browser): Promise<Driver | undefined> {
  const file = await installed("puppeteer", [`puppeteer-core@${version}`], entry);
  if (file === undefined) return undefined;
  const puppeteer = (await import(file)) as { launch(options: object): Promise<Launched> };
  const launched = await puppeteer.launch({
    browser: browser === "chromium" ? "chrome" : "firefox",
    executablePath: browsers[browser],
    headless: true,
    args: browser === "chromium" ? ["--no-sandbox", "--disable-gpu"] : [],
  });
  return {
    open: async (url, faults) => {
      const page = await launched.newPage();
      const { origin } = new URL(url);
      page.on("console", (message) => {
        if (message.type?.() === "error") faults.push(`console: ${message.text?.()}`);
      });
      page.on("pageerror", ({ message = "" }) => {
        if (!attempt.test(message)) faults.push(`error: ${message}`);
      });
      page.on("requestfailed", (request) => faults.push(`failed: ${request.url?.()}`));
      page.on("request", (request) => {
        const to = request.url?.() ?? "";
        if (!to.startsWith(origin) && !/^(data|blob):/.test(to)) faults.push(`request: ${to}`);
      });
      await page.setViewport({ width: 1000, height: 1400 });
      await page.goto(url);
      // The page's own module comes after its loading, and shows what there is to press.
      await page.waitForFunction('document.querySelector(".live label") !== null', {
        timeout: 30_000,
      });
      return page;
    },
    end: () => launched.close(),
  };
}
