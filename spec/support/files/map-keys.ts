/**
 * Runs `body` and tells of all maps how many of the keys that start with `prefix` they had at the
 * most, and in the end.
 */
export async function mapKeys(
  prefix: string,
  body: () => Promise<unknown>,
): Promise<{ most: number; left: number }> {
  const keys = new Set<unknown>();
  const prototype = Map.prototype as { set: unknown; delete: unknown };
  const originals = { set: prototype.set, delete: prototype.delete };
  const [set, remove] = [originals.set, originals.delete] as ((...args: unknown[]) => unknown)[];
  let most = 0;
  Object.assign(prototype, {
    set(this: unknown, key: unknown, value: unknown) {
      if (typeof key === "string" && key.startsWith(prefix)) keys.add(key);
      most = Math.max(most, keys.size);
      return set!.call(this, key, value);
    },
    delete(this: unknown, key: unknown) {
      keys.delete(key);
      return remove!.call(this, key);
    },
  });
  try {
    await body();
  } finally {
    Object.assign(prototype, originals);
  }
  return { most, left: keys.size };
}
