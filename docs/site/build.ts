/** Builds the site into build/site: `npm run docs:build`. */
import { build } from "vitepress";
import { root } from "./entries.ts";
import { makePortable } from "./portable.ts";
import { prepare } from "./prepare.ts";

await prepare();
await build(".");
makePortable(`${root}/build/site`);
