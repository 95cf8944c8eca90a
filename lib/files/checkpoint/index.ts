// Flats in files that survive a crash: on the disk is the old file or the new one, always whole.
// Read save.ts first, then disk/replace-file.ts, which says why nothing can be lost.
// May import the core, internal/, files/internal/, and format/, load.ts and parse.ts of safetensors.
export { save, type Saved, type SaveOptions } from "./save.ts";
export { open, type OpenOptions } from "./open.ts";
export { generations } from "./generations.ts";
export type { FilePath, FileUrl } from "./disk/path.ts";
