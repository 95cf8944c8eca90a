/**
 * Makes a built site work under any path, and under a policy of `script-src 'self'`.
 *
 * VitePress writes one base into every page, style and script. The build takes a placeholder for it,
 * and here each page and style gets the way to the root from its own folder. A script computes that
 * way from its own URL. Scripts inside pages move to files.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseAst } from "vite";

export const placeholder = "/-base-/";

/** The way from a file to the root of the site. */
const toRoot = (file: string): string => "../".repeat(file.split("/").length - 1) || "./";

const inStyle = (file: string, text: string): string => text.replaceAll(placeholder, toRoot(file));

interface AstNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** The strings and the parts of templates that hold the placeholder. */
function stringsIn(node: unknown, found: AstNode[] = []): AstNode[] {
  if (Array.isArray(node)) for (const child of node) stringsIn(child, found);
  else if (typeof node === "object" && node !== null) {
    const { type, value } = node as AstNode & { value?: unknown };
    const text = type === "TemplateElement" ? (value as { raw: string }).raw : value;
    if (/^(Literal|TemplateElement)$/.test(type) && typeof text === "string") {
      if (text.includes(placeholder)) found.push(node as AstNode);
    } else for (const child of Object.values(node)) stringsIn(child, found);
  }
  return found;
}

/** Puts the path of the root, `$base`, in place of the placeholder within each string. */
function inScript(file: string, text: string): string {
  if (!text.includes(placeholder)) return text;
  let result = text;
  const strings = stringsIn(parseAst(text)).toSorted((a, b) => b.start - a.start);
  for (const { type, start, end } of strings) {
    const old = text.slice(start, end);
    const quote = old[0]!;
    const own =
      type === "TemplateElement"
        ? old.replaceAll(placeholder, "${$base}")
        : `(${old.replaceAll(placeholder, `${quote}+$base+${quote}`)})`;
    result = result.slice(0, start) + own + result.slice(end);
  }
  return `const $base=new URL(${JSON.stringify(toRoot(file))},import.meta.url).pathname;${result}`;
}

/**
 * Moves the scripts inside a page to files, which it names by their contents, and drops the styles
 * that the scripts set again.
 */
function outOfPage(folder: string, text: string): string {
  const plain = text.replaceAll(/ style="(?:--vp-vh:0px;)?"/g, "");
  return plain.replaceAll(/<script(?: id="[\w-]+")?>([^]*?)<\/script>/g, (_, script: string) => {
    const hash = createHash("sha256").update(script).digest("hex").slice(0, 8);
    writeFileSync(`${folder}/assets/inline.${hash}.js`, script);
    return `<script src="${placeholder}assets/inline.${hash}.js"></script>`;
  });
}

export function makePortable(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const file = name.replaceAll("\\", "/");
    if (!/\.(html|css|js)$/.test(file)) continue;
    const text = readFileSync(`${folder}/${file}`, "utf8");
    const result = file.endsWith(".js")
      ? inScript(file, text)
      : inStyle(file, file.endsWith(".html") ? outOfPage(folder, text) : text);
    if (result.includes(placeholder)) throw new Error(`${file} still has ${placeholder}`);
    if (result !== text) writeFileSync(`${folder}/${file}`, result);
  }
}
