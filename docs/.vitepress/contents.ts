/** The order of the pages: docs/README.md lists them, and the sidebar is that list. */
import { readFileSync } from "node:fs";
import { entries, root } from "../site/entries.ts";

export interface Item {
  readonly text: string;
  readonly link: string;
}

export interface Group {
  readonly text: string;
  readonly items: Item[];
}

const pageOf = (link: string): string => `/${link.replace(/\.md$/, "")}`;

/** The headings of the list, each with its pages. */
export function listedPages(): Group[] {
  const groups: Group[] = [];
  for (const line of readFileSync(`${root}/docs/README.md`, "utf8").split("\n")) {
    const heading = /^## (.+)$/.exec(line)?.[1];
    if (heading !== undefined) groups.push({ text: heading, items: [] });
    const [, text, link] = /^(?:\d+\.|-) \[(.+?)\]\((.+?\.md)\)/.exec(line) ?? [];
    if (text !== undefined && link !== undefined) {
      groups.at(-1)!.items.push({ text, link: pageOf(link) });
    }
  }
  return groups.filter(({ items }) => items.length > 0);
}

/** The generated reference has a page for each entry. */
export const reference: Group = {
  text: "Reference",
  items: entries.map(({ name, specifier }) => ({ text: specifier, link: `/api/${name}` })),
};
