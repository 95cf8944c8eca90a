/**
 * Serves the site, and shows each change of a page at once: `npm run docs`. It is no TypeScript,
 * because a loader would take longer than VitePress does.
 */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { createServer } from "vitepress";

// VitePress links vue into the node_modules of the folder that it runs in.
process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
const server = await createServer(".");
await server.listen();
server.printUrls();
