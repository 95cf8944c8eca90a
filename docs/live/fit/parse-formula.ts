/**
 * A formula as a function, by a grammar of its own: no code is made from its text.
 *
 *     sum     = product { ("+" | "-") product }
 *     product = factor { ("*" | "/") factor }
 *     factor  = "-" factor | atom [ ("^" | "**") factor ]
 *     atom    = number | name | name "(" sum ")" | "(" sum ")"
 */
export interface Formula {
  /** The names other than x and pi, in the order in which they come. */
  readonly names: readonly string[];
  readonly valueAt: (parameters: Readonly<Record<string, number>>, x: number) => number;
}

type Evaluate = Formula["valueAt"];

const functions: Readonly<Record<string, (x: number) => number>> = {
  abs: Math.abs,
  atan: Math.atan,
  cos: Math.cos,
  exp: Math.exp,
  log: Math.log,
  sin: Math.sin,
  sqrt: Math.sqrt,
  tan: Math.tan,
  tanh: Math.tanh,
};

export const functionNames: readonly string[] = Object.keys(functions);

const TOKEN =
  /\s*(?:(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)|(\p{L}[\p{L}\p{N}_]*)|(\*\*|[-+*/^()]))/uy;

interface Token {
  readonly kind: "number" | "name" | "sign" | "end";
  readonly text: string;
  readonly column: number;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  const end = text.trimEnd().length;
  while (TOKEN.lastIndex < end) {
    const from = TOKEN.lastIndex;
    const found = TOKEN.exec(text);
    if (found === null) {
      const column = from + /^\s*/.exec(text.slice(from))![0].length;
      throw new SyntaxError(`column ${column + 1}: "${text[column]}" has no meaning here`);
    }
    const [all, number, name] = found;
    const own = all.trimStart();
    const kind = number !== undefined ? "number" : name !== undefined ? "name" : "sign";
    tokens.push({
      kind,
      text: own === "**" ? "^" : own,
      column: from + all.length - own.length + 1,
    });
  }
  tokens.push({ kind: "end", text: "the end", column: end + 1 });
  return tokens;
}

/** @throws SyntaxError with the column at which the text is no formula */
export function parseFormula(text: string): Formula {
  const tokens = tokensOf(text);
  const names = new Set<string>();
  let at = 0;

  const take = (...signs: string[]): string | undefined => {
    const { kind, text: own } = tokens[at]!;
    if (kind !== "sign" || !signs.includes(own)) return undefined;
    at++;
    return own;
  };
  const fault = (need: string): SyntaxError => {
    const { kind, text: own, column } = tokens[at]!;
    return new SyntaxError(
      `column ${column}: ${need} is needed, got ${kind === "end" ? own : `"${own}"`}`,
    );
  };
  const closed = (inside: Evaluate): Evaluate => {
    if (take(")") === undefined) throw fault('")"');
    return inside;
  };

  const atom = (): Evaluate => {
    const { kind, text: own } = tokens[at]!;
    if (take("(") !== undefined) return closed(sum());
    if (kind === "number") {
      at++;
      const value = Number(own);
      return () => value;
    }
    if (kind !== "name") throw fault("a number, a name or (");
    at++;
    if (take("(") !== undefined) {
      const f = Object.hasOwn(functions, own) ? functions[own]! : undefined;
      if (f === undefined) {
        throw new SyntaxError(`no function "${own}"; there are ${functionNames.join(", ")}`);
      }
      const inside = closed(sum());
      return (p, x) => f(inside(p, x));
    }
    if (Object.hasOwn(functions, own)) throw fault('"("');
    if (own === "x") return (_, x) => x;
    if (own === "pi") return () => Math.PI;
    names.add(own);
    return (p) => p[own]!;
  };

  const factor = (): Evaluate => {
    if (take("-") !== undefined) {
      const inside = factor();
      return (p, x) => -inside(p, x);
    }
    const base = atom();
    if (take("^") === undefined) return base;
    const exponent = factor();
    return (p, x) => power(base(p, x), exponent(p, x));
  };

  const product = (): Evaluate => {
    let left = factor();
    for (let sign = take("*", "/"); sign !== undefined; sign = take("*", "/")) {
      const [a, b] = [left, factor()];
      left = sign === "*" ? (p, x) => a(p, x) * b(p, x) : (p, x) => a(p, x) / b(p, x);
    }
    return left;
  };

  const sum = (): Evaluate => {
    let left = product();
    for (let sign = take("+", "-"); sign !== undefined; sign = take("+", "-")) {
      const [a, b] = [left, product()];
      left = sign === "+" ? (p, x) => a(p, x) + b(p, x) : (p, x) => a(p, x) - b(p, x);
    }
    return left;
  };

  const valueAt = sum();
  if (tokens[at]!.kind !== "end") throw fault("an operator");
  return { names: [...names], valueAt };
}

/** Squares are exact products on every engine. */
const power = (base: number, exponent: number): number =>
  exponent === 2 ? base * base : base ** exponent;
