import { appendFileSync, readdirSync } from "node:fs";
import { defineConfig } from "vitepress";
import { asAHost } from "./as-a-host.ts";
import { listedPages, reference } from "./contents.ts";
import { linkToExamples } from "./link-to-examples.ts";
import { slug } from "./slug.ts";
import { classRules, styleToClass } from "./style-to-class.ts";
import { textForSearch } from "./text-for-search.ts";
import { entries, root } from "../site/entries.ts";
import { placeholder } from "../site/portable.ts";

const guides = listedPages();
const isBuilt = process.env["NODE_ENV"] === "production";
const base = isBuilt ? placeholder : "/";
const icon = `${base}icon.svg`;

// oxlint-disable-next-line import/no-default-export -- VitePress asks for it
export default defineConfig({
  title: "ndarray-params",
  description: "Parameters of any structure as ndarray views that share one buffer",
  lang: "en",
  base,
  outDir: "../build/site",
  srcExclude: ["README.md", "spec/**", "site/**"],
  metaChunk: true,
  head: [["link", { rel: "icon", type: "image/svg+xml", href: icon }]],
  // Its change of colours without a transition would need a style inside the page.
  appearance: { disableTransition: false },
  // Its default would be a style inside the page, too.
  contentProps: { class: "content" },
  // It gives this class to the bar only when Vue takes the page over, and the bar would jump.
  transformHtml: (html) =>
    html.includes('class="VPSidebar"')
      ? html.replace('class="VPNavBar"', 'class="VPNavBar has-sidebar top"')
      : html,
  buildEnd: ({ outDir }) => {
    const assets = `${outDir}/assets`;
    const style = readdirSync(assets).find((file) => /^style\..*\.css$/.test(file));
    appendFileSync(`${assets}/${style!}`, classRules());
  },
  themeConfig: {
    nav: [
      { text: "Start here", link: "/core" },
      { text: "Live", link: "/live/train", activeMatch: "/live/" },
      { text: "Recipes", link: "/recipes/solvers", activeMatch: "/recipes/" },
      { text: "Reference", link: "/api/" },
    ],
    sidebar: { "/api/": [reference], "/": guides },
    outline: { level: [2, 3] },
    search: { provider: "local", options: { _render: textForSearch } },
    notFound: {
      title: "THIS PAGE IS NOT HERE",
      quote: "The menu lists all pages, and the search finds what is in them.",
      linkText: "Front page",
    },
    docFooter: { prev: "Before", next: "Next" },
  },
  markdown: {
    anchor: { slugify: slug },
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
    codeTransformers: isBuilt ? [styleToClass] : [],
    config: (md) => void md.use(linkToExamples),
  },
  vite: {
    resolve: {
      alias: [
        // The pages run under a policy that forbids ndarray's generated code.
        { find: /^ndarray$/, replacement: `${root}/docs/.vitepress/own-ndarray.ts` },
        ...entries.map(({ specifier, source }) => ({
          find: new RegExp(`^${specifier}$`),
          replacement: source,
        })),
      ],
    },
    plugins: [asAHost(icon)],
    worker: { format: "es" },
    server: {
      fs: { allow: [root] },
    },
  },
});
