/** Two columns of numbers as people paste them: lines, with commas, spaces or tabs between. */
export interface Columns {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** @throws SyntaxError with the line that has no two numbers; a first line may have names */
export function readColumns(text: string): Columns {
  const [x, y]: [number[], number[]] = [[], []];
  text.split("\n").forEach((line, i) => {
    const words = line
      .trim()
      .split(/[\s,;]+/)
      .filter((word) => word !== "");
    if (words.length === 0) return;
    const numbers = words.map(Number);
    if (i === 0 && numbers.every(Number.isNaN)) return;
    if (numbers.length !== 2 || !numbers.every(Number.isFinite)) {
      throw new SyntaxError(`line ${i + 1} must be two numbers, got "${line.trim()}"`);
    }
    x.push(numbers[0]!);
    y.push(numbers[1]!);
  });
  return { x, y };
}
