/** Debian's Chromium and Firefox, driven. */
import { existsSync } from "node:fs";
import { launch, type Browser, type Page } from "puppeteer-core";
import {
  chromiumFlags,
  browsers,
  firefoxPreferences,
  type Browser as Name,
} from "../../../spec/engines/pages.ts";

/** Starts a browser, or skips the test where it is missing; in CI that fails. */
export async function startBrowser(test: Mocha.Context, name: Name = "chromium"): Promise<Browser> {
  const executablePath = browsers[name];
  if (!existsSync(executablePath)) {
    if (process.env["CI"] === "true") throw new Error(`needs ${executablePath}`);
    test.skip();
  }
  return launch({
    executablePath,
    browser: name === "chromium" ? "chrome" : "firefox",
    headless: true,
    ...(name === "chromium"
      ? { args: chromiumFlags.split(" ") }
      : { extraPrefsFirefox: { ...firefoxPreferences } }),
  });
}

export interface Form {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}
export const wide: Form = { name: "wide", width: 1366, height: 768 };
export const narrow: Form = { name: "narrow", width: 390, height: 844 };

export type Scheme = "light" | "dark";

export interface Watched {
  readonly page: Page;
  /** Errors of the console, refusals of the policy, requests that failed or went to another host. */
  readonly faults: string[];
}

/** A page that collects what goes wrong in it. */
export async function watchedPage(
  browser: Browser,
  origin: string,
  { width, height }: Form,
  scheme: Scheme,
): Promise<Watched> {
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on("console", (message) => {
    if (/^(error|warn)$/.test(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`error: ${String(error)}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(origin) && !/^(data|blob):/.test(request.url()))
      faults.push(`request: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  await page.setViewport({ width, height });
  await page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: scheme },
    { name: "prefers-reduced-motion", value: "reduce" },
  ]);
  await page.evaluateOnNewDocument(() => {
    const shifts: { total: number } = { total: 0 };
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.total += (entry as { value?: number }).value ?? 0;
    }).observe({ type: "layout-shift", buffered: true });
  });
  return { page, faults };
}

export interface Painted {
  /** Milliseconds from the request of the page. */
  readonly firstPaint: number;
  /** The sum of all shifts of the layout, as Chromium counts them. */
  readonly shifts: number;
  /** By how many pixels the page is wider than the window. */
  readonly overflow: number;
}

/** The facts that a page tells of itself once it has come to rest. */
export const painted = (page: Page): Promise<Painted> =>
  page.evaluate(() => ({
    firstPaint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN,
    shifts: (globalThis as unknown as { shifts: { total: number } }).shifts.total,
    overflow: document.documentElement.scrollWidth - innerWidth,
  }));
