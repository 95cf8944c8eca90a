/** The shared table of templates, each with its leaves worked by hand. */
import type { Template } from "ndarray-params";

export interface Case {
  readonly name: string;
  readonly template: Template;
  readonly leaves: readonly (readonly [path: string, shape: readonly number[], offset: number])[];
  readonly size: number;
}

export const cases: readonly Case[] = [
  {
    name: "climin's matrix and vector",
    template: [[784, 10], 10],
    leaves: [
      ["0", [784, 10], 0],
      ["1", [10], 7840],
    ],
    size: 7850,
  },
  {
    name: "two vectors",
    template: [10, 10],
    leaves: [
      ["0", [10], 0],
      ["1", [10], 10],
    ],
    size: 20,
  },
  {
    name: "a record",
    template: { w: [3, 2], b: 2 },
    leaves: [
      ["w", [3, 2], 0],
      ["b", [2], 6],
    ],
    size: 8,
  },
  {
    name: "insertion order, not alphabetical",
    template: { z: 1, a: 2, m: 3 },
    leaves: [
      ["z", [1], 0],
      ["a", [2], 1],
      ["m", [3], 3],
    ],
    size: 6,
  },
  {
    name: "records in a list in a record",
    template: {
      layers: [
        { w: [4, 3], b: 3 },
        { w: [3, 2], b: 2 },
      ],
      scale: [],
    },
    leaves: [
      ["layers.0.w", [4, 3], 0],
      ["layers.0.b", [3], 12],
      ["layers.1.w", [3, 2], 15],
      ["layers.1.b", [2], 21],
      ["scale", [], 23],
    ],
    size: 24,
  },
  {
    name: "a list of lists below the root",
    template: { a: [[10], [20]], b: [[2, 3], 4] },
    leaves: [
      ["a.0", [10], 0],
      ["a.1", [20], 10],
      ["b.0", [2, 3], 30],
      ["b.1", [4], 36],
    ],
    size: 40,
  },
  { name: "one scalar", template: [[]], leaves: [["0", [], 0]], size: 1 },
  { name: "one vector", template: { x: 5 }, leaves: [["x", [5], 0]], size: 5 },
  { name: "no leaf, a list", template: [], leaves: [], size: 0 },
  { name: "no leaf, a record", template: {}, leaves: [], size: 0 },
  { name: "empty records inside", template: [{}, { a: {} }, 2], leaves: [["2", [2], 0]], size: 2 },
  {
    name: "leaves of size 0, in the middle and at the end",
    template: { a: 2, none: [0, 3], b: 1, end: [4, 0] },
    leaves: [
      ["a", [2], 0],
      ["none", [0, 3], 2],
      ["b", [1], 2],
      ["end", [4, 0], 3],
    ],
    size: 3,
  },
  {
    name: "ranks 3 to 5",
    template: { filters: [3, 3, 2, 4], cube: [2, 2, 2], five: [1, 2, 1, 2, 1] },
    leaves: [
      ["filters", [3, 3, 2, 4], 0],
      ["cube", [2, 2, 2], 72],
      ["five", [1, 2, 1, 2, 1], 80],
    ],
    size: 84,
  },
  {
    name: "names that JavaScript also uses",
    template: { constructor: 1, toString: [2], length: 1, template: 2, slots: [1], Größe: 1 },
    leaves: [
      ["constructor", [1], 0],
      ["toString", [2], 1],
      ["length", [1], 3],
      ["template", [2], 4],
      ["slots", [1], 6],
      ["Größe", [1], 7],
    ],
    size: 8,
  },
];

/** 60 lists inside each other, of which each has 2^14 times the same entry. */
const lists = Array.from({ length: 60 }).reduce((below: unknown) => Array(2 ** 14).fill(below), {});

/**
 * Few objects that stand for more than 2^840 entries. The limit of 2^20 is soon met: 2 + 60·2^14 are counted
 * on the way down to the first of the innermost lists, and those of three more lists fit in.
 */
export const sharedOverLevels: unknown = { a: lists, b: lists };

/** The path of the list in `sharedOverLevels` at which the limit is met. */
export const firstTooMany = `a.${"0.".repeat(58)}4`;
