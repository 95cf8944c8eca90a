/**
 * A hook for modules: what a module with the query `?m=7` imports gets this query too. So the specs
 * and lib/ are loaded again, without a new process, when a mutant has to be on from the start.
 */
import type { ResolveHook } from "node:module";

export const resolve: ResolveHook = async (specifier, context, next) => {
  const found = await next(specifier, context);
  const query = /\?m=\d+$/.exec(context.parentURL ?? "")?.[0];
  const isOwn = found.url.startsWith("file:") && !/node_modules|\?/.test(found.url);
  return query !== undefined && isOwn ? { ...found, url: found.url + query } : found;
};
