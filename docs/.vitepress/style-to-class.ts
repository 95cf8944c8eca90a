/**
 * Colours code by classes, because a policy without 'unsafe-inline' ignores `style` attributes. A
 * class is named for the style that it has; `classesOf` writes their rules.
 */
import type { ShikiTransformer } from "shiki";

const rules = new Map<string, string>();

function classOf(style: string): string {
  const name = `s-${style.replaceAll(/[^\w]+/g, "-").replaceAll(/shiki|^-+|-+$/g, "")}`;
  rules.set(name, style);
  return name;
}

export const styleToClass: ShikiTransformer = {
  name: "style-to-class",
  span(node) {
    const { style } = node.properties;
    if (typeof style !== "string") return;
    delete node.properties["style"];
    this.addClassToHast(node, classOf(style));
  },
  pre(node) {
    const { style } = node.properties;
    if (typeof style !== "string") return;
    delete node.properties["style"];
    this.addClassToHast(node, classOf(style));
  },
};

/** The rules of all classes that were given so far. */
export const classRules = (): string =>
  [...rules].map(([name, style]) => `.${name}{${style}}`).join("\n");
