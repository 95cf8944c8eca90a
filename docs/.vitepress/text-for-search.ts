import type { MarkdownEnv } from "vitepress";

/** The part of markdown-it that is called here. VitePress has its types twice, and they differ. */
interface Renderer {
  readonly options: { highlight?: unknown };
  render(source: string, env: MarkdownEnv): string;
}

/**
 * A page as the index of the search reads it: code without its colours, which take most of the time
 * that `npm run docs` needs to start, and which the index leaves out anyway.
 */
export function textForSearch(source: string, env: MarkdownEnv, md: Renderer): string {
  const { highlight } = md.options;
  md.options.highlight = undefined;
  try {
    const html = md.render(source, env);
    return env.frontmatter?.["search"] === false ? "" : html;
  } finally {
    md.options.highlight = highlight;
  }
}
