/** The memory of a rule from one iteration to the next: flats and numbers, by name. */
import { isNdArray, type Floats } from "../../internal/arrays.ts";
import { nameOf, wrongKind, wrongNumber } from "../../internal/messages.ts";
import { checkNumber, whole, type Requirement } from "../../internal/numbers.ts";
import { isRecord } from "../../internal/options.ts";
import { readFloats, type Elements, type Flat } from "../../internal/read-flat.ts";
import type { Layout } from "../../layout.ts";
import { placeOf } from "./finite.ts";
import { load, rowOf, zerosLike } from "./flats.ts";
import type { Written } from "./overflow.ts";

/**
 * The record: flats of the same kind and type as the one that is optimized. The names in `Optional`
 * are there only if an option asks for them.
 */
export type State<F, Names extends string = never, Optional extends string = never> = Shown<
  { readonly iteration: number } & { readonly [Name in Names]: F } & {
    readonly [Name in Optional]?: F;
  }
>;

/** A conditional type is resolved where it is used, so that editors print the record itself. */
type Shown<R> = R extends unknown ? { readonly [Name in keyof R]: R[Name] } : never;

/**
 * A state to continue from: that of a running rule, or the views of one that was saved. In views a
 * number is an ndarray of rank 0.
 */
export interface SavedState {
  readonly [name: string]: number | object;
}

/** The record while a rule is set up. Each call adds an entry: zeros, or the saved values. */
export interface OpenState {
  readonly record: { iteration: number; [name: string]: unknown };
  /** The flats so far, by the names that errors give them. */
  readonly rows: readonly Written[];
  flat(name: string, initial?: number | Elements<Floats>): Floats;
  /** The same for an entry that is never negative, such as a mean square. */
  sizes(name: string, initial?: number | Elements<Floats>): Floats;
  flats(name: string, length: number): Floats[];
  /** A number that is `initial` at first; read and write it on the returned record. */
  number<Name extends string>(
    name: Name,
    initial: number,
    requirement: Requirement,
  ): { [Key in Name]: number };
  /** The same for a counter. */
  count<Name extends string>(name: Name): { [Key in Name]: number };
  /** Refuses a saved state that has entries which no call asked for. */
  close(): void;
}

export function openState(
  call: string,
  flat: Flat,
  size: number,
  saved: SavedState | undefined,
  layout: Layout | undefined,
): OpenState {
  if (saved !== undefined && !isRecord(saved)) {
    throw wrongKind(call, "state", "be the state of a run", saved);
  }
  const record: OpenState["record"] = { iteration: 0 };
  const rows: Written[] = [];

  const make = (
    name: string,
    from: unknown,
    initial: number | Elements<Floats>,
    least = -Infinity,
  ): [Flat, Floats] => {
    const made = zerosLike(flat);
    const row = rowOf(readFloats(call, name, made));
    if (saved !== undefined) {
      const elements = readFloats(call, name, from, size, "flat has");
      load(row, elements);
      checkSaved(call, name, row, least, layout);
    } else if (typeof initial === "number") row.fill(initial);
    else load(row, initial);
    rows.push({ name, row });
    return [made, row];
  };

  const number = <N extends string>(
    name: N,
    initial: number,
    requirement: Requirement,
  ): { [Key in N]: number } => {
    const value = saved === undefined ? initial : scalarOf(saved[name]);
    checkNumber(call, `state.${name}`, value, requirement);
    const scalars: { [name: string]: unknown } = record;
    scalars[name] = value;
    return record as { [Key in N]: number };
  };

  const add = (name: string, initial: number | Elements<Floats> = 0, least?: number): Floats => {
    const [made, row] = make(`state.${name}`, saved?.[name], initial, least);
    record[name] = made;
    return row;
  };

  const open: OpenState = {
    record,
    rows,
    flat: (name, initial) => add(name, initial),
    sizes: (name, initial) => add(name, initial, 0),
    flats: (name, length) => {
      const list = saved?.[name] ?? [];
      if (saved !== undefined && !(Array.isArray(list) && list.length === length)) {
        const got = Array.isArray(list) ? `one of ${list.length}` : nameOf(list);
        throw new RangeError(`${call}: state.${name} must be a list of ${length}, got ${got}`);
      }
      const pairs = Array.from({ length }, (_, i) =>
        make(`state.${name}.${i}`, (list as unknown[])[i], 0),
      );
      record[name] = pairs.map(([made]) => made);
      return pairs.map(([, row]) => row);
    },
    number,
    count: (name) => number(name, 0, whole),
    close: () => {
      for (const name of Object.keys(saved ?? {})) {
        if (Object.hasOwn(record, name)) continue;
        throw new RangeError(`${call}: state.${name} is not part of this rule's state`);
      }
    },
  };
  open.count("iteration");
  return open;
}

/** Refuses numbers that no run leaves behind: they would spread over the flat, or stop it. */
function checkSaved(
  call: string,
  name: string,
  row: Floats,
  least: number,
  layout: Layout | undefined,
): void {
  const bad = row.findIndex((v) => !(Number.isFinite(v) && v >= least));
  if (bad === -1) return;
  const need = least === 0 ? "be at least 0 and finite" : "be finite";
  throw wrongNumber(call, name, need, `${row[bad]} at ${placeOf(layout, bad)}`);
}

/** A number, or the element of an ndarray of rank 0. */
const scalarOf = (value: unknown): unknown =>
  isNdArray<number[]>(value) && value.shape.length === 0 ? value.data[value.offset] : value;
