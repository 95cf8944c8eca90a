/** `npm run docs` serves pages that have shared memory and no error. Other specs look at the built site. */
import { spawn } from "node:child_process";
import { stripVTControlCharacters } from "node:util";
import { expect } from "chai";
import type { Browser } from "puppeteer-core";
import { root } from "../site/entries.ts";
import { startBrowser, watchedPage, wide } from "./support/browser.ts";

/** Starts the server, and waits until it says where it is. */
async function serve(): Promise<{ readonly url: string; readonly end: () => void }> {
  const child = spawn(process.execPath, ["docs/site/serve.mjs"], { cwd: root });
  let text = "";
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (data: Buffer) => {
      text += stripVTControlCharacters(data.toString());
      const [found] = /http:\/\/localhost:\d+\//.exec(text) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.on("close", () => reject(new Error(`the server has ended: ${text}`)));
  });
  return { url, end: () => void child.kill() };
}

describe("npm run docs", function () {
  this.timeout(120_000);
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serve>>;
  before(async function () {
    browser = await startBrowser(this);
    server = await serve();
  });
  after(async () => {
    server?.end();
    await browser?.close();
  });

  it("leads from the front page to a model that learns in shared memory", async () => {
    const { page, faults } = await watchedPage(browser, server.url, wide, "light");
    await page.goto(server.url, { waitUntil: "load" });
    await (await page.waitForSelector("a::-p-text(See it learn)"))!.click();
    await page.waitForSelector("#live-train[data-state=ready]", { timeout: 60_000 });
    expect(await page.evaluate("crossOriginIsolated")).to.equal(true);
    expect(faults).to.deep.equal([]);
  });
});
