/** Writes the text of one kernel, a loop over elements of up to three arrays. */

/** The parameters of a kernel for one, two or three arrays. */
const arrays = ["A, a, p, q", "B, b, r, s", "C, c, t, u"];
const steps = ["a = (a + p) | 0", "b = (b + r) | 0", "c = (c + t) | 0"];
/** An engine that knows the first positions for integers keeps them in registers. */
const firsts = ["a |= 0", "b |= 0", "c |= 0"];
const jumps = ["a += q", "b += s", "c += u"];

interface Parts {
  readonly before?: string;
  readonly after?: string;
  /** Whether a turn of the loop does four elements, and not one. */
  readonly inFours?: boolean;
}

/** The text of a kernel for `count` arrays that does `body` with each element, and returns x. */
export function kernelText(
  count: number,
  body: string,
  { before = "", after = "", inFours = false }: Parts = {},
): string {
  const [params, step, jump, first] = [arrays, steps, jumps, firsts].map((each) =>
    each.slice(0, count).join(", "),
  );
  const element = `${body}; ${step!.replaceAll(", ", "; ")};`;
  const more = `if (--i > 0) { ${element} `;
  return [
    `(x, m, n, ${params}) => {`,
    `  ${[...(before === "" ? [] : [before]), `${first!.replaceAll(", ", "; ")};`].join(" ")}`,
    "  for (; m > 0; m--) {",
    "    for (let i = n; i > 0; i--) {",
    `      ${element}`,
    ...(inFours ? [`      ${more}${more}${more}}}}`] : []),
    "    }",
    `    ${jump!.replaceAll(", ", "; ")};`,
    "  }",
    ...(after === "" ? [] : [`  ${after}`]),
    "  return x;",
    "}",
  ].join("\n");
}
