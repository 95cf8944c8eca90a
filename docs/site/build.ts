/** Builds the site into build/site: `npm run docs:build`. */
import { build } from "vitepress";
import { root } from "./entries.ts";
import { makePortable } from "./portable.ts";

// VitePress links vue into the node_modules of the folder that it runs in.
process.chdir(`${root}/docs`);
await build(".");
makePortable(`${root}/build/site`);
