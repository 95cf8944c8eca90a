export { stream, type Random } from "./random.ts";
export { randomizeNormal } from "./randomize-normal.ts";
export type { FloatData } from "./check-view.ts";
