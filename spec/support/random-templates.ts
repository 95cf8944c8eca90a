/** Random templates for fast-check: records and lists, scalars, size 0, up to rank 4. */
import fc from "fast-check";
import type { Subtree, Template } from "ndarray-params";

const axis = fc.integer({ min: 0, max: 4 });
const shape = fc.oneof(axis, fc.array(axis, { maxLength: 4 }));
const key = fc
  .string({ minLength: 1, maxLength: 6 })
  .filter((name) => !/[.[\]]|^(0|[1-9]\d*)$/.test(name) && !name.startsWith("__"));

const { subtree } = fc.letrec<{ subtree: Subtree; list: Subtree[]; record: Template }>((tie) => ({
  subtree: fc.oneof({ maxDepth: 4, withCrossShrink: true }, shape, tie("list"), tie("record")),
  // A list below the root is told from a shape by an entry that is not a number.
  list: fc
    .tuple(fc.array(tie("subtree"), { maxLength: 3 }), fc.array(axis, { maxLength: 3 }))
    .map(([entries, last]) => [...entries, last]),
  record: fc.dictionary(key, tie("subtree"), { maxKeys: 4, noNullPrototype: true }),
}));

export const randomTemplate: fc.Arbitrary<Template> = fc.oneof(
  fc.array(subtree, { maxLength: 4 }),
  fc.dictionary(key, subtree, { maxKeys: 4, noNullPrototype: true }),
);
