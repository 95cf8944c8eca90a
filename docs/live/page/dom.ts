/** Elements of a page, without a framework and without styles in the text of the page. */

type Child = Node | string | readonly Child[];

/** Attributes by name; `true` is an attribute without a value, and `false` none. */
export type Attributes = Readonly<Record<string, string | number | boolean>>;

const fill = <E extends Element>(element: E, attributes: Attributes, children: Child[]): E => {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...(children.flat(9) as (Node | string)[]));
  return element;
};

export const h = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] => fill(document.createElement(name), attributes, children);

export const svg = <Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[Name] =>
  fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);

/** Sets a text, but only if it is another, so that nothing is announced or drawn twice. */
export function say(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

let labels = 0;

/** A control with its label before it. */
export function labelled(text: string, control: HTMLElement, note: Child = ""): HTMLElement {
  control.id ||= `field-${++labels}`;
  return h("div", { class: "live-field" }, h("label", { for: control.id }, text), control, note);
}

export function select(
  options: Readonly<Record<string, string>>,
  value: string,
): HTMLSelectElement {
  const made = Object.entries(options).map(([name, text]) =>
    h("option", { value: name, selected: name === value }, text),
  );
  return h("select", {}, made);
}

/** A part of a page with a head of its own. */
export const part = (head: readonly (string | Node)[], ...content: Node[]): HTMLElement =>
  h("section", {}, h("h3", {}, head), content);

export function button(text: string, press: () => void, attributes: Attributes = {}) {
  const made = h("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", press);
  return made;
}

export const prefersStill = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;
