/**
 * Strict JSON, read token by token by a caller that knows which token must come next. JSON.parse
 * keeps the last of two equal names and recurses as deep as the text says. Here a name that comes
 * twice is refused, and nothing can be nested deeper than the caller reads.
 */
import { nameOf } from "../../../internal/messages.ts";

const INTEGER = /(?:0|[1-9][0-9]{0,15})(?![0-9.eE])/y;

/** The rest of a number or a word, up to the next string, bracket or comma. */
const REST = /[^"{}[\],]*/y;

/** Strings without escapes are returned as they are: JSON.parse would take most of the time. */
const PLAIN = /^[ !#-[\]-~]*$/;

export class Scanner {
  readonly #call: string;
  readonly #text: string;
  readonly #name: string;
  #at = 0;

  /** `name` is what errors call the text. */
  constructor(call: string, text: string, name: string) {
    this.#call = call;
    this.#text = text;
    this.#name = name;
  }

  /** Reads an object. `member` is called after each name, and reads the value. */
  object(member: (name: string) => void): void {
    const names = new Set<string>();
    this.#need("{");
    if (this.#accept("}")) return;
    do {
      this.#skipSpace();
      const start = this.#at;
      const name = this.string("a name");
      if (names.has(name)) this.fail(`the name ${nameOf(name)} comes a second time`, start);
      names.add(name);
      this.#need(":");
      member(name);
    } while (this.#accept(","));
    this.#need("}", "',' or '}'");
  }

  /** Reads a list of non-negative integers, written without a fraction or an exponent. */
  integers(what: string): number[] {
    const integers: number[] = [];
    this.#need("[", what);
    if (this.#accept("]")) return integers;
    do integers.push(this.#integer(what));
    while (this.#accept(","));
    this.#need("]", what);
    return integers;
  }

  /** Reads a string. Its end is found here, and JSON.parse reads any escapes, just as strictly. */
  string(what: string): string {
    this.#need('"', what);
    const start = this.#at - 1;
    let end = this.#text.indexOf('"', this.#at);
    while (end !== -1 && this.#isEscaped(end)) end = this.#text.indexOf('"', end + 1);
    if (end === -1) this.fail("a string without an end", start);
    this.#at = end + 1;
    const inside = this.#text.slice(start + 1, end);
    if (PLAIN.test(inside)) return inside;
    const value = unquote(`"${inside}"`);
    if (value === undefined) this.fail("a malformed string", start);
    return value;
  }

  /** Passes over a value of any kind, in a text that is known to be JSON. */
  skip(): void {
    let depth = 0;
    do {
      this.#skipSpace();
      const character = this.#text[this.#at]!;
      if (character === '"') this.string("a value");
      else {
        if ("{[".includes(character)) depth++;
        else if ("]}".includes(character)) depth--;
        REST.lastIndex = this.#at + 1;
        REST.test(this.#text);
        this.#at = REST.lastIndex;
      }
    } while (depth > 0);
  }

  /** Checks that only white space is left. */
  end(): void {
    this.#skipSpace();
    if (this.#at < this.#text.length) this.#failNeed(`the end of the ${this.#name}`);
  }

  fail(fault: string, at = this.#at): never {
    throw new RangeError(`${this.#call}: ${this.#name}: ${fault}, at character ${at}`);
  }

  #integer(what: string): number {
    this.#skipSpace();
    INTEGER.lastIndex = this.#at;
    if (!INTEGER.test(this.#text)) this.#failNeed(what);
    const integer = Number(this.#text.slice(this.#at, INTEGER.lastIndex));
    if (!Number.isSafeInteger(integer)) this.#failNeed(what);
    this.#at = INTEGER.lastIndex;
    return integer;
  }

  /** Whether an odd number of backslashes stands in front of a character. */
  #isEscaped(at: number): boolean {
    let first = at;
    while (this.#text[first - 1] === "\\") first--;
    return (at - first) % 2 === 1;
  }

  #need(character: string, what = `'${character}'`): void {
    if (!this.#accept(character)) this.#failNeed(what);
  }

  #accept(character: string): boolean {
    this.#skipSpace();
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }

  #skipSpace(): void {
    while (isSpace(this.#text.charCodeAt(this.#at))) this.#at++;
  }

  #failNeed(what: string): never {
    const rest = this.#text.slice(this.#at, this.#at + 12);
    this.fail(`needed ${what}, got ${rest === "" ? "its end" : JSON.stringify(rest)}`);
  }
}

const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/** The value of a JSON string; undefined if it is malformed or contains half of a character. */
function unquote(quoted: string): string | undefined {
  try {
    const value = JSON.parse(quoted) as string;
    return isWellFormed(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether UTF-8 can hold a string: it has no surrogate without its partner. */
export const isWellFormed = (value: string): boolean =>
  (value as string & { isWellFormed(): boolean }).isWellFormed(); // ES2024
