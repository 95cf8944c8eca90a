import type { Plugin } from "vite";

/**
 * Serves pages as a host should: isolated, so that they have shared memory, and with their icon.
 * Vite's own option for headers leaves out the pages, because VitePress answers for them.
 */
export const asAHost = (icon: string): Plugin => ({
  name: "as-a-host",
  configureServer(server) {
    server.middlewares.use((_request, response, next) => {
      response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
      response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
      next();
    });
  },
  transformIndexHtml: () => [
    { tag: "link", attrs: { rel: "icon", type: "image/svg+xml", href: icon } },
  ],
});
