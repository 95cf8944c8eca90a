/** Leads links to the programs of examples/, which lie outside of docs/, to their pages on the site. */
import type { MarkdownRenderer } from "vitepress";

export function linkToExamples(md: MarkdownRenderer): void {
  md.core.ruler.before("inline", "link-to-examples", (state) => {
    for (const token of state.tokens) {
      if (token.type !== "inline") continue;
      token.content = token.content.replaceAll(
        /\]\((?:\.\.\/)+examples\/([\w-]+)\.ts\)/g,
        "](/examples/$1)",
      );
    }
  });
}
