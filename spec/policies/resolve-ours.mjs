export async function resolve(specifier, context, next) {
  const isOwn = /\/(spec|examples)\//.test(context.parentURL ?? "");
  if (specifier === "ndarray" && isOwn) {
    return next("ndarray-params/ndarray", context);
  }
  if (specifier === "ndarray-ops" && isOwn) return next("ndarray-params/ops", context);
  return next(specifier, context);
}
