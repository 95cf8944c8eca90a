/** Serves the site, and shows each change of a page at once: `npm run docs`. */
import { createServer } from "vitepress";
import { prepare } from "./prepare.ts";

await prepare();
const server = await createServer(".");
await server.listen();
server.printUrls();
