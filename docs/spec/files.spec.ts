/** The built files work below any path: each link and each asset is there, and on this host. */
import { expect } from "chai";
import { files, pages, serveSite, textOf, type Site } from "./support/site.ts";

/** The names in a file: links and sources of a page, URLs of a style, imports of a script. */
function namesIn(file: string): string[] {
  const text = textOf(file);
  const patterns: Readonly<Record<string, RegExp>> = {
    html: /<[a-z]+\b[^>]*?\s(?:href|src)="([^"]*)"/g,
    css: /url\(["']?([^"')]+)["']?\)/g,
    js: /(?:\bfrom|\bimport|\bimport\()\s*"(\.[^"]+)"/g,
  };
  const pattern = patterns[file.split(".").at(-1)!];
  return pattern === undefined ? [] : [...text.matchAll(pattern)].map(([, name]) => name!);
}

const anchors = new Map<string, Set<string>>();

function anchorsOf(file: string): Set<string> {
  let known = anchors.get(file);
  if (known === undefined) {
    known = new Set([...textOf(file).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!));
    anchors.set(file, known);
  }
  return known;
}

describe("the files of the site", () => {
  let site: Site;
  before(async () => (site = await serveSite()));
  after(() => site.close());

  it("are all served from a subfolder", async () => {
    for (const file of files()) {
      const response = await fetch(site.url + encodeURI(file));
      await response.arrayBuffer();
      expect(response.status, file).to.equal(200);
    }
  });

  it("name nothing that is not there", () => {
    const known = new Set(files());
    const dead = files().flatMap((file) =>
      namesIn(file)
        .filter((name) => !/^(https?:|data:|mailto:)/.test(name))
        .filter((name) => {
          const { pathname, hash } = new URL(name, `http://site/${file}`);
          const target = decodeURI(pathname)
            .slice(1)
            .replace(/(^|\/)$/, "$1index.html");
          if (!known.has(target)) return true;
          return (
            hash !== "" &&
            target.endsWith(".html") &&
            !anchorsOf(target).has(decodeURIComponent(hash.slice(1)))
          );
        })
        .map((name) => `${file}: ${name}`),
    );
    expect(dead).to.deep.equal([]);
  });

  it("load nothing from another host", () => {
    const foreign = pages().flatMap((file) =>
      [
        ...textOf(file).matchAll(
          /<(?:script|link|img|iframe)\b[^>]*?\s(?:href|src)="(https?:[^"]*)"/g,
        ),
      ].map(([, url]) => `${file}: ${url}`),
    );
    expect(foreign).to.deep.equal([]);
  });

  it("have no script and no style inside a page", () => {
    const inside = pages().filter((file) =>
      /<script(?![^>]*\ssrc=)|<style|\sstyle="/.test(textOf(file)),
    );
    expect(inside).to.deep.equal([]);
  });
});
