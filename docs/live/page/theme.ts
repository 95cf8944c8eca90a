/** The colors of the site at this moment, for canvases, and word of their change. */

export interface Theme {
  readonly ground: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly below: string;
  readonly above: string;
}

const names = ["ground", "ink", "soft", "line", "below", "above"] as const;

/** Reads what live.css has chosen for this element. */
export function themeOf(element: Element): Theme {
  const style = getComputedStyle(element);
  const colors = names.map((name) => [name, style.getPropertyValue(`--live-${name}`).trim()]);
  return Object.fromEntries(colors) as Record<(typeof names)[number], string>;
}

/** Calls back when the site or the system turns light or dark. Returns what ends this. */
export function onTheme(call: () => void): () => void {
  const site = new MutationObserver(call);
  site.observe(document.documentElement, { attributes: true, attributeFilter: ["class"] });
  const system = matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", call);
  return () => {
    site.disconnect();
    system.removeEventListener("change", call);
  };
}

/** Red, green and blue from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** A color that is written as #rrggbb. */
export const rgbOf = (color: string): Rgb => {
  const value = Number.parseInt(color.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

export const mixed = (from: Rgb, to: Rgb, part: number): Rgb =>
  from.map((x, i) => Math.round(x + (to[i]! - x) * part)) as unknown as Rgb;
