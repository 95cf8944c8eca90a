/** The template that a file's names write down: `"layers.0.w"` is `w` in an entry of a list. */
import { nameOf } from "../../../internal/messages.ts";
import { joinPath, type Subtree, type Template } from "../../../template.ts";
import type { Entry } from "./entries.ts";

/** A leaf's shape, or what lies below a part of a name. */
type Node = readonly number[] | Branch;
type Branch = Map<string, Node>;

const MAX_DEPTH = 64;

/** Of a list's places, at least one in so many must be taken: a name alone makes no long list. */
const MAX_SPREAD = 16;

/**
 * Splits names at their points. Integers below one name make a list, in whatever order they come;
 * places without a tensor (PyTorch's activations have none) are empty records, which hold nothing.
 *
 * @throws RangeError with the first name that does not fit
 */
export function templateOfNames(entries: readonly Entry[]): Template {
  const root: Branch = new Map();
  for (const { name, shape } of entries) place(root, name, shape);
  return templateOf(root, "");
}

function place(root: Branch, name: string, shape: readonly number[]): void {
  const parts = name.split(".");
  if (parts.length > MAX_DEPTH) {
    throw new RangeError(`${nameOf(name)} has ${parts.length} parts, more than ${MAX_DEPTH}`);
  }
  const last = parts.pop()!;
  let branch = root;
  for (const part of parts) {
    let below = branch.get(part);
    if (below === undefined) branch.set(part, (below = new Map()));
    if (!(below instanceof Map)) throw new RangeError(`${nameOf(name)} lies below another tensor`);
    branch = below;
  }
  if (branch.has(last)) throw new RangeError(`${nameOf(name)} lies above another tensor`);
  branch.set(last, shape);
}

function templateOf(branch: Branch, path: string): Template {
  const subtree = (node: Node, key: string): Subtree =>
    node instanceof Map ? templateOf(node, joinPath(path, key)) : node;
  const integers = [...branch.keys()].filter(isInteger).map(Number);
  if (integers.length === 0) {
    // Without a prototype: a tensor may be called "__proto__".
    const record: { [key: string]: Subtree } = Object.create(null);
    for (const [key, node] of branch) record[key] = subtree(node, key);
    return record;
  }
  const where = path === "" ? "the file" : nameOf(path);
  if (integers.length < branch.size) {
    throw new RangeError(`${where} has integers and other names below it`);
  }
  const length = 1 + integers.reduce((most, i) => Math.max(most, i));
  if (length > MAX_SPREAD * integers.length) {
    throw new RangeError(`${where} has only ${integers.length} of ${length} integers below it`);
  }
  return Array.from({ length }, (_, i) => {
    const node = branch.get(String(i));
    return node === undefined ? {} : subtree(node, String(i));
  });
}

const isInteger = (key: string): boolean => /^(?:0|[1-9][0-9]*)$/.test(key);
