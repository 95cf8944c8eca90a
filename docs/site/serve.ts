/** Serves the site, and shows each change of a page at once: `npm run docs`. */
import { createServer } from "vitepress";
import { freshApi } from "./api.ts";
import { root } from "./entries.ts";

process.chdir(`${root}/docs`);
await freshApi();
const server = await createServer(".");
await server.listen();
server.printUrls();
