import { readFileSync } from "node:fs";
import { expect } from "chai";
import { drawnParts } from "../../docs/live/fit/drawn-parts.ts";
import { dataSets, formulas } from "../../docs/live/fit/examples.ts";
import { fitFormula, guessStart } from "../../docs/live/fit/fit-formula.ts";
import { parseFormula } from "../../docs/live/fit/parse-formula.ts";
import { readColumns } from "../../docs/live/fit/read-columns.ts";

describe("a formula of the fit page", () => {
  for (const [text, value] of [
    ["1 + 2 * 3", 7],
    ["(1 + 2) * 3", 9],
    ["8 / 4 / 2 - 1 - 1", -1],
    ["2 ^ 3 ^ 2", 512],
    ["-2 ** 2", -4],
    ["2 * -x", -6],
    ["a * x + b", 10 * 3 + 0.5],
    ["1.5e2 + .5 + 1e-1", 150.6],
    ["sqrt(abs(-16)) + exp(0) + log(1) + cos(0)", 6],
    ["sin(pi / 2) + tan(0) + tanh(0) + atan(0)", 1],
    ["größe_2", 7],
  ] as const) {
    it(`has its value: ${text}`, () => {
      const parameters = { a: 10, b: 0.5, größe_2: 7 };
      expect(parseFormula(text).valueAt(parameters, 3)).to.be.closeTo(value, 1e-12);
    });
  }

  it("names its parameters in the order in which they come", () => {
    expect(parseFormula("vm * x / (k + x) + vm * pi").names).to.deep.equal(["vm", "k"]);
  });

  for (const [text, message] of [
    ["", "column 1: a number, a name or ( is needed, got the end"],
    ["a +", "column 4: a number, a name or ( is needed, got the end"],
    ["a b", 'column 3: an operator is needed, got "b"'],
    ["(a + b", 'column 7: ")" is needed, got the end'],
    ["exp + 1", 'column 5: "(" is needed, got "+"'],
    ["f(x)", 'no function "f"; there are abs, atan, cos, exp, log, sin, sqrt, tan, tanh'],
    [
      "toString(x)",
      'no function "toString"; there are abs, atan, cos, exp, log, sin, sqrt, tan, tanh',
    ],
    ["a ; b", 'column 3: ";" has no meaning here'],
  ] as const) {
    it(`is refused: "${text}"`, () => {
      expect(() => parseFormula(text)).to.throw(SyntaxError, message);
    });
  }
});

describe("columns of the fit page", () => {
  it("are read with commas, tabs, spaces, names and empty lines", () => {
    const columns = readColumns("x, y\n1, 2\n3\t4\r\n\n 5   -6e1 \n7;8\n");
    expect(columns).to.deep.equal({ x: [1, 3, 5, 7], y: [2, 4, -60, 8] });
  });

  for (const [text, message] of [
    ["1 2\n3", 'line 2 must be two numbers, got "3"'],
    ["1 2\n3 four", 'line 2 must be two numbers, got "3 four"'],
    ["1 2 3", 'line 1 must be two numbers, got "1 2 3"'],
    ["1 Infinity", 'line 1 must be two numbers, got "1 Infinity"'],
  ] as const) {
    it(`are refused: ${text.replaceAll("\n", "⏎")}`, () => {
      expect(() => readColumns(text)).to.throw(SyntaxError, message);
    });
  }
});

describe("the fit page", () => {
  const fitOf = (text: string, formula: string) => {
    const [columns, parsed] = [readColumns(text), parseFormula(formula)];
    return fitFormula(parsed, columns, guessStart(parsed, columns));
  };

  it("finds NIST's certified values of Misra 1a from starts that it guesses", () => {
    const file = readFileSync("spec/fixtures/nist-strd.json", "utf8");
    const { problems } = JSON.parse(file) as {
      problems: { Misra1a: Record<"x" | "y" | "certified" | "sd", number[]> };
    };
    const { x, y, certified, sd } = problems.Misra1a;
    const { text, formula } = dataSets["Misra 1a"]!;
    expect(readColumns(text)).to.deep.equal({ x, y });
    const { values, standardErrors, reason } = fitOf(text, formula);
    expect(reason).to.equal("converged");
    ["b1", "b2"].forEach((name, i) => {
      expect(values[name]).to.be.closeTo(certified[i]!, 1e-7 * certified[i]!);
      expect(standardErrors[name]).to.be.closeTo(sd[i]!, 1e-5 * sd[i]!);
    });
  });

  // R's nls prints 212.7 ± 6.947 and 0.06412 ± 0.008281 for the treated enzyme.
  it("finds what nls finds for Puromycin, with a band around the curve", () => {
    const { text, formula } = dataSets["Puromycin"]!;
    const { values, standardErrors, band, report } = fitOf(text, formula);
    expect(values["vm"]).to.be.closeTo(212.7, 0.05);
    expect(standardErrors["vm"]).to.be.closeTo(6.947, 5e-4);
    expect(values["k"]).to.be.closeTo(0.06412, 5e-6);
    expect(standardErrors["k"]).to.be.closeTo(0.008281, 5e-7);
    expect(report).to.include("12 residuals, 2 free");
    expect(band[0]!.x).to.equal(0);
    for (const { value, lower, upper } of band.slice(1)) expect(value).to.be.within(lower, upper);
  });

  for (const formula of Object.keys(formulas)) {
    it(`finds the parameters again that made the points: ${formula}`, () => {
      const { names, valueAt } = parseFormula(formula);
      const own = Object.fromEntries(names.map((name, i) => [name, [1.3, 0.7, 2.1][i]!]));
      const points = Array.from({ length: 25 }, (_, i) => 0.2 + i / 5);
      const text = points.map((x) => `${x} ${valueAt(own, x)}`).join("\n");
      const { values } = fitOf(text, formula);
      const found = points.map((x) => valueAt(values, x));
      points.forEach((x, i) => expect(found[i]).to.be.closeTo(valueAt(own, x), 1e-6));
    });
  }

  it("draws the curve where two points leave no error for a band", () => {
    const { curve, band } = drawnParts(fitOf("1 2\n2 3", "a + b * x").band);
    expect([curve.length, band.length]).to.deep.equal([161, 0]);
    const { text, formula } = dataSets["Puromycin"]!;
    const known = drawnParts(fitOf(text, formula).band);
    expect([known.curve.length, known.band.length]).to.deep.equal([161, 161]);
  });

  it("refuses a formula without a parameter", () => {
    expect(() => fitOf("1 2\n2 3", "x + 1")).to.throw(RangeError, "no parameter to fit");
  });
});
