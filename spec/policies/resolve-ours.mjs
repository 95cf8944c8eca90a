export async function resolve(specifier, context, next) {
  if (specifier === "ndarray" && /\/(spec|examples)\//.test(context.parentURL ?? "")) {
    return next("ndarray-params/ndarray", context);
  }
  return next(specifier, context);
}
