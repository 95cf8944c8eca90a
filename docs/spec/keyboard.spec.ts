/** The things that a visitor does without a mouse: skip, search, change the colours, write into a cell. */
import { expect } from "chai";
import type { Browser, Page } from "puppeteer-core";
import { startBrowser, watchedPage, wide } from "./support/browser.ts";
import { serveSite, type Site } from "./support/site.ts";

describe("by keyboard", function () {
  this.timeout(120_000);
  let site: Site;
  let browser: Browser;
  let page: Page;
  let faults: string[];

  before(async function () {
    site = await serveSite();
    browser = await startBrowser(this);
    ({ page, faults } = await watchedPage(browser, site.url, wide, "light"));
  });
  after(async () => {
    await browser?.close();
    site.close();
  });

  async function open(file: string): Promise<void> {
    faults.length = 0;
    await page.goto(site.url + file, { waitUntil: "load" });
    await page.waitForFunction("document.querySelector('#app').__vue_app__");
  }
  const focused = (): Promise<string> =>
    page.evaluate("document.activeElement.textContent.trim()") as Promise<string>;

  it("the first stop leads past the navigation", async () => {
    await open("core.html");
    await page.keyboard.press("Tab");
    expect(await focused()).to.equal("Skip to content");
    await page.keyboard.press("Enter");
    await page.waitForFunction("document.activeElement.id === 'VPContent'");
    expect(faults).to.deep.equal([]);
  });

  it("a search finds a function in the reference and opens its page", async () => {
    await open("recipes/stdlib.html");
    await page.keyboard.press("/");
    await page.waitForSelector("#localsearch-input");
    await page.keyboard.type("checkJacobian");
    await page.waitForSelector("#localsearch-list a");
    await page.keyboard.press("Enter");
    await page.waitForFunction("location.pathname.endsWith('/some/where/api/fit.html')");
    await page.waitForFunction(
      "document.querySelector('h1')?.textContent.includes('ndarray-params/fit')",
    );
    expect(faults).to.deep.equal([]);
  });

  it("the colours change and stay", async () => {
    await open("api/gemm/pool.html");
    const isDark = (): Promise<boolean> =>
      page.evaluate("document.documentElement.classList.contains('dark')") as Promise<boolean>;
    expect(await isDark()).to.equal(false);
    await page.setViewport({ width: 1400, height: 900 }); // narrower windows have it in a menu
    await page.focus(".VPNavBarAppearance button");
    await page.keyboard.press("Enter");
    expect(await isDark()).to.equal(true);
    await open("core.html");
    expect(await isDark()).to.equal(true);
    await page.setViewport(wide);
    expect(faults).to.deep.equal([]);
  });

  it("a write through a view is seen in the flat", async () => {
    await open("index.html");
    await page.focus('[aria-label="w[2, 1], 5: add 1"]');
    await page.keyboard.press("Enter");
    await page.waitForSelector('[aria-label="flat[5], 6: add 1"]');
    expect(await page.$eval(".eight-cells pre", (pre) => pre.textContent)).to.equal(
      "w.set(2, 1, 6)",
    );
    expect(faults).to.deep.equal([]);
  });
});
