/**
 * `join(first, second)`, but the same tree for the same frozen trees from the second time on, as
 * views are found again: a step puts nothing together, and what is met once is not kept.
 */
export function joined(
  join: (first: object, second: object) => object,
): (first: object, second: object) => object {
  const met = new WeakMap<object, { second: object; tree: object } | undefined>();
  return (first, second) => {
    const kept = met.get(first);
    if (kept !== undefined && kept.second === second) return kept.tree;
    const tree = join(first, second);
    if (Object.isFrozen(first) && Object.isFrozen(second)) {
      met.set(first, met.has(first) ? { second, tree } : undefined);
    }
    return tree;
  };
}
