import { register } from "node:module";

register("./resolve-ours.mjs", import.meta.url);
