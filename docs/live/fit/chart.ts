/** Points, the curve through them, and its band. */
import { svg } from "../page/dom.ts";
import { ticks } from "../page/ticks.ts";
import { drawnParts } from "./drawn-parts.ts";
import type { BandAt } from "./fit-formula.ts";
import type { Columns } from "./read-columns.ts";

const [LEFT, RIGHT, TOP, BOTTOM] = [56, 12, 12, 28];
const HEIGHT = 300;

/** Draws into `chart`, whose width in units of the page is given. */
export function drawChart(
  chart: SVGSVGElement,
  width: number,
  { x, y }: Columns,
  fitted: readonly BandAt[],
): void {
  const { curve, band } = drawnParts(fitted);
  const all = [...y, ...curve.map(({ value }) => value)];
  const xs = spread([...x, ...curve.map((point) => point.x)]);
  const ys = spread(all);
  const margin = (ys[1] - ys[0]) * 0.06;
  const [low, high] = [ys[0] - margin, ys[1] + margin];
  const atX = (one: number): number =>
    LEFT + ((one - xs[0]) / (xs[1] - xs[0])) * (width - LEFT - RIGHT);
  const atY = (one: number): number =>
    TOP + ((high - one) / (high - low)) * (HEIGHT - TOP - BOTTOM);
  const path = (points: readonly (readonly [number, number])[]): string =>
    `M${points.map(([a, b]) => `${atX(a).toFixed(1)} ${atY(b).toFixed(1)}`).join("L")}`;

  const lines = [
    ...ticks(low, high, 5).map((tick) => [
      svg("path", { class: "live-grid", d: `M${LEFT} ${atY(tick)}H${width - RIGHT}` }),
      svg("text", { x: LEFT - 8, y: atY(tick) + 4, class: "live-left" }, short(tick)),
    ]),
    ...ticks(xs[0], xs[1], Math.max(3, width / 110)).map((tick) =>
      svg("text", { x: atX(tick), y: HEIGHT - 8 }, short(tick)),
    ),
  ].flat();
  const clip = svg(
    "clipPath",
    { id: "inside-the-axes" },
    svg("rect", {
      x: LEFT,
      y: TOP,
      width: Math.max(0, width - LEFT - RIGHT),
      height: HEIGHT - TOP - BOTTOM,
    }),
  );
  const area = (): SVGElement =>
    svg("path", {
      class: "live-band",
      d: `${path(band.map((p) => [p.x, p.lower]))}L${path(
        band.toReversed().map((p) => [p.x, p.upper]),
      ).slice(1)}Z`,
    });
  const line = (): SVGElement =>
    svg("path", { class: "live-curve", d: path(curve.map((p) => [p.x, p.value])) });
  const paths = [...(band.length < 2 ? [] : [area()]), ...(curve.length < 2 ? [] : [line()])];
  chart.setAttribute("viewBox", `0 0 ${width} ${HEIGHT}`);
  chart.setAttribute("height", String(HEIGHT));
  chart.replaceChildren(
    clip,
    ...lines,
    svg("g", { "clip-path": "url(#inside-the-axes)" }, paths),
    ...x.map((one, i) =>
      svg("circle", { class: "live-point", cx: atX(one), cy: atY(y[i]!), r: 4 }),
    ),
  );
}

/** The smallest and the largest number, apart from each other. */
function spread(numbers: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  if (!Number.isFinite(low)) return [0, 1];
  return low === high ? [low - 1, high + 1] : [low, high];
}

const short = (tick: number): string => String(Number(tick.toPrecision(6)));
