/** Builds the site into build/site: `npm run docs:build`. */
import { build } from "vitepress";
import { freshApi } from "./api.ts";
import { root } from "./entries.ts";
import { makePortable } from "./portable.ts";

// VitePress links vue into the node_modules of the folder that it runs in.
process.chdir(`${root}/docs`);
await freshApi();
await build(".");
makePortable(`${root}/build/site`);
