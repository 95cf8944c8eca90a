/**
 * Reads a template as JavaScript writes it: numbers, lists, records with or without quotes around
 * their names. Whether it is a template that the library takes, the library says.
 */
export function parseTemplate(text: string): unknown {
  let at = 0;

  const fault = (need: string): SyntaxError => {
    const before = text.slice(0, at).split("\n");
    const got = at < text.length ? `"${text[at]}"` : "the end";
    const place = `line ${before.length}, column ${before.at(-1)!.length + 1}`;
    return new SyntaxError(`${place}: ${need} must stand here, got ${got}`);
  };

  const space = (): void => {
    while (/\s/.test(text[at] ?? "")) at++;
  };

  /** Takes a token if it is there. */
  const take = (pattern: RegExp): string | undefined => {
    space();
    const own = new RegExp(pattern.source, `y${pattern.flags}`);
    own.lastIndex = at;
    const found = own.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  };

  const entries = (end: RegExp, need: string, entry: () => void): void => {
    while (take(end) === undefined) {
      entry();
      if (take(end) !== undefined) return;
      if (take(/,/) === undefined) throw fault(need);
    }
  };

  const value = (): unknown => {
    if (take(/\[/) !== undefined) {
      const list: unknown[] = [];
      entries(/\]/, '"," or "]"', () => list.push(value()));
      return list;
    }
    if (take(/\{/) !== undefined) {
      const record = {};
      entries(/\}/, '"," or "}"', () => {
        const name = take(/[\p{L}_$][\p{L}\p{N}_$]*|"[^"\n]*"|'[^'\n]*'|\d+/u);
        if (name === undefined) throw fault("a name");
        if (take(/:/) === undefined) throw fault('":"');
        const own = { value: value(), enumerable: true, configurable: true, writable: true };
        Object.defineProperty(record, name.replaceAll(/^["']|["']$/g, ""), own);
      });
      return record;
    }
    const number = take(/-?(\d+\.?\d*(e[+-]?\d+)?|Infinity|NaN)/);
    if (number === undefined) throw fault('a number, "[" or "{"');
    return Number(number);
  };

  const template = value();
  space();
  if (at < text.length) throw fault("the end");
  return template;
}
