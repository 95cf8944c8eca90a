/** Every page of the built site in Chromium: no error, nothing from elsewhere, accessible. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect } from "chai";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "puppeteer-core";
import { painted, startBrowser, watchedPage, type Form, type Scheme } from "./browser.ts";
import { pages, serveSite, type Site } from "./site.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The faults that axe-core finds: names, roles, contrast, landmarks, order. */
async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  // VitePress's button for the search shows its key beside its name, which axe would have in the name.
  const { violations } = (await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], rules: { 'label-content-name-mismatch': { enabled: false } } })",
  )) as AxeResults;
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ html }) => html.slice(0, 120))
        .slice(0, 3)
        .join(" | ")}`,
  );
}

/** The longest pages of the reference have the parts of its other pages, a hundred times over. */
const isLong = (file: string): boolean =>
  /^api\/(constrain|core|fit|initialize|ops|optimize|safetensors)/.test(file);

/** Vue has taken the page over, and what is live on it has something to show. */
const isAtRest = `document.querySelector('#app').__vue_app__ !== undefined &&
  [...document.querySelectorAll('[id^="live-"]')].every(({ dataset }) => dataset.state)`;

/** Two frames later all that was changed is painted, and its shifts are counted. */
const twoFrames = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";

/** Screenshots go to this folder if it is named. */
const { SCREENSHOTS } = process.env;

/** The specs of all pages in one form. Each form has a file, so that two of them run at a time. */
export function openPages(form: Form, scheme: Scheme): void {
  describe(`in Chromium, ${form.name} and ${scheme}`, function () {
    this.timeout(120_000);
    let site: Site;
    let browser: Browser;
    let page: Page;
    let faults: string[];
    const paints: number[] = [];

    before(async function () {
      site = await serveSite();
      browser = await startBrowser(this);
      ({ page, faults } = await watchedPage(browser, site.url, form, scheme));
    });
    after(async () => {
      await browser?.close();
      site.close();
      const sorted = paints.toSorted((a, b) => a - b);
      const [median, last] = [sorted[sorted.length >> 1], sorted.at(-1)];
      console.log(`first paint: median ${median?.toFixed(0)} ms, longest ${last?.toFixed(0)} ms`);
    });

    for (const file of pages()) {
      it(file, async () => {
        faults.length = 0;
        await page.goto(site.url + file, { waitUntil: "load" });
        await page.waitForFunction(isAtRest);
        await page.evaluate(twoFrames);
        const { firstPaint, shifts, overflow } = await painted(page);
        paints.push(firstPaint);
        if (SCREENSHOTS !== undefined) {
          const name = file.replaceAll("/", "-").replace(/\.html$/, "");
          await page.screenshot({ path: `${SCREENSHOTS}/${name}-${form.name}-${scheme}.png` });
        }
        expect(faults).to.deep.equal([]);
        if (!isLong(file)) expect(await violationsOf(page)).to.deep.equal([]);
        expect(overflow, "pixels beside the window").to.equal(0);
        expect(shifts, "layout shift").to.be.below(0.01);
      });
    }
  });
}
