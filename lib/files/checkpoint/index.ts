export { save, type SaveOptions } from "./save.ts";
export { open, type OpenOptions } from "./open.ts";
export { generations } from "./generations.ts";
