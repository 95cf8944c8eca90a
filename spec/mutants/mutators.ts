/** The mutations: small changes of a source's text that some spec should notice. */
import ts from "typescript-6.0";

/** A change of the text from `start` up to `end`, seen at run time where `wrapped` is evaluated. */
export interface Edit {
  readonly wrapped: ts.Node;
  readonly start: number;
  readonly end: number;
  /** What replaces the text; undefined for a statement that is left out. */
  readonly text: string | undefined;
}

const { SyntaxKind: Kind } = ts;

/** Other operators for an operator: a boundary, the opposite, or the inverse. */
const operators: { readonly [operator: string]: readonly string[] } = {
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "%": ["*"],
  "**": ["*"],
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "===": ["!=="],
  "!==": ["==="],
  "&&": ["||"],
  "||": ["&&"],
  "??": ["&&"],
  "&": ["|"],
  "|": ["&"],
  "^": ["&"],
  "<<": [">>"],
  ">>": ["<<"],
  ">>>": ["<<"],
  "+=": ["-="],
  "-=": ["+="],
  "*=": ["/="],
  "/=": ["*="],
};

/** Methods that take the place of a method; "" leaves the call out and keeps its object. */
const methods: { readonly [name: string]: string } = {
  min: "max",
  max: "min",
  every: "some",
  some: "every",
  floor: "ceil",
  ceil: "floor",
  round: "floor",
  startsWith: "endsWith",
  endsWith: "startsWith",
  filter: "",
  slice: "",
  trim: "",
  toSorted: "",
  toReversed: "",
  reverse: "",
};

/** Functions of one argument that are left out: the argument stays. */
const identities = new Set(["Math.abs", "Math.fround", "Math.sign"]);

/** The edits of a file, in no particular order. */
export function editsOf(file: ts.SourceFile): Edit[] {
  const edits: Edit[] = [];
  const seen = new Set<string>();
  const source = file.text;

  function add(wrapped: ts.Node, start: number, end: number, text: string | undefined): void {
    const key = `${start} ${end} ${text}`;
    if (seen.has(key) || text === source.slice(start, end)) return;
    seen.add(key);
    edits.push({ wrapped, start, end, text });
  }

  const replace = (node: ts.Node, text: string): void =>
    add(node, node.getStart(file), node.end, text);

  /** A condition is always true, or always false. */
  function decide(condition: ts.Expression, isLoop = false): void {
    if (!isLoop) replace(bare(condition), "true");
    replace(bare(condition), "false");
  }

  function visit(node: ts.Node): void {
    if (isTypesOnly(node)) return;
    if (ts.isStatement(node)) statement(node);
    if (ts.isIfStatement(node)) decide(node.expression);
    else if (ts.isConditionalExpression(node)) decide(node.condition);
    else if (ts.isWhileStatement(node) || ts.isDoStatement(node)) decide(node.expression, true);
    else if (ts.isForStatement(node)) {
      if (node.condition !== undefined) decide(node.condition, true);
    } else if (ts.isBinaryExpression(node)) return binary(node);
    else if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
      return unary(node);
    } else if (ts.isDeleteExpression(node)) return target(node.expression);
    else if (ts.isCallExpression(node)) call(node);
    else if (ts.isPropertyAssignment(node) && !ts.isComputedPropertyName(node.name)) {
      return visit(node.initializer);
    } else if (ts.isBindingElement(node) || ts.isTaggedTemplateExpression(node)) {
      if (ts.isBindingElement(node) && node.initializer !== undefined) visit(node.initializer);
      if (ts.isBindingElement(node)) visit(node.name);
      return;
    } else literal(node);
    chain(node);
    ts.forEachChild(node, visit);
  }

  function statement(node: ts.Statement): void {
    const isLeftOut =
      ts.isExpressionStatement(node) ||
      ts.isReturnStatement(node) ||
      ts.isThrowStatement(node) ||
      ts.isBreakOrContinueStatement(node);
    if (isLeftOut) add(node, node.getStart(file), node.end, undefined);
  }

  function binary(node: ts.BinaryExpression): void {
    const { left, operatorToken: operator, right } = node;
    const isAssignment =
      operator.kind >= Kind.FirstAssignment && operator.kind <= Kind.LastAssignment;
    for (const other of operators[operator.getText(file)] ?? []) {
      add(node, operator.getStart(file), operator.end, other);
    }
    if (operator.kind === Kind.AmpersandAmpersandToken) {
      for (const side of [left, right]) replace(bare(side), "true");
    }
    if (operator.kind === Kind.BarBarToken) {
      for (const side of [left, right]) replace(bare(side), "false");
    }
    if (isAssignment) target(left);
    else visit(left);
    visit(right);
  }

  function unary(node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression): void {
    const { operator, operand } = node;
    const start = node.getStart(file);
    if (operator === Kind.PlusPlusToken || operator === Kind.MinusMinusToken) {
      const at = ts.isPrefixUnaryExpression(node) ? start : operand.end;
      add(node, at, at + 2, operator === Kind.PlusPlusToken ? "--" : "++");
      return target(operand);
    }
    if (operator !== Kind.PlusToken) add(node, start, start + 1, "");
    visit(operand);
  }

  /** The target of an assignment must stay one; the values inside it are mutated. */
  function target(node: ts.Node): void {
    if (ts.isPropertyAccessExpression(node)) visit(node.expression);
    else if (ts.isElementAccessExpression(node)) {
      visit(node.expression);
      visit(node.argumentExpression);
    } else if (!ts.isIdentifier(node)) ts.forEachChild(node, target);
  }

  function call(node: ts.CallExpression): void {
    const callee = node.expression;
    if (!ts.isPropertyAccessExpression(callee)) return;
    const other = Object.hasOwn(methods, callee.name.text) ? methods[callee.name.text] : undefined;
    if (other === "") add(node, callee.expression.end, node.end, "");
    else if (other !== undefined) add(node, callee.name.getStart(file), callee.name.end, other);
    if (identities.has(callee.getText(file))) {
      add(node, callee.getStart(file), callee.end, "");
    }
  }

  function literal(node: ts.Node): void {
    if (node.kind === Kind.TrueKeyword) replace(node, "false");
    else if (node.kind === Kind.FalseKeyword) replace(node, "true");
    else if (ts.isNumericLiteral(node)) {
      for (const step of [1, -1]) replace(node, String(Number(node.text) + step));
    } else if (ts.isBigIntLiteral(node)) {
      for (const step of [1n, -1n]) replace(node, `${BigInt(node.text.slice(0, -1)) + step}n`);
    } else if (ts.isStringLiteral(node)) replace(node, node.text === "" ? '"mutant"' : '""');
    else if (ts.isTemplateExpression(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      replace(node, '""');
    } else if (ts.isArrayLiteralExpression(node) && node.elements.length > 0) replace(node, "[]");
    else if (ts.isObjectLiteralExpression(node) && node.properties.length > 0) replace(node, "{}");
    else if (ts.isRegularExpressionLiteral(node)) regex(node);
  }

  /** An anchor or a repetition is left out; a class is turned into its complement. */
  function regex(node: ts.RegularExpressionLiteral): void {
    const changes: readonly [RegExp, string][] = [
      [/(?<=^\/)\^/g, ""],
      [/\$(?=\/\w*$)/g, ""],
      [/(?<=[\])\w])[*+](?!\?)/g, ""],
      [/(?<!\\)\[(?!\^)/g, "[^"],
      [/(?<!\\)\[\^/g, "["],
      [/\\d/g, "\\D"],
    ];
    const start = node.getStart(file);
    for (const [found, text] of changes) {
      for (const { 0: old, index } of node.text.matchAll(found)) {
        add(node, start + index, start + index + old.length, text);
      }
    }
  }

  /** `a?.b` becomes `a.b`. A chain is evaluated as one, so its outermost part is wrapped. */
  function chain(node: ts.Node): void {
    const { questionDotToken } = node as Partial<ts.PropertyAccessChain>;
    if (questionDotToken === undefined) return;
    let outermost = node;
    while (
      (ts.isOptionalChain(outermost.parent) || ts.isNonNullExpression(outermost.parent)) &&
      outermost.parent.expression === outermost
    ) {
      outermost = outermost.parent;
    }
    const isCallOrElement = !ts.isPropertyAccessExpression(node);
    add(
      outermost,
      questionDotToken.getStart(file),
      questionDotToken.end,
      isCallOrElement ? "" : ".",
    );
  }

  visit(file);
  return edits;
}

/** An expression without the parentheses around it. */
const bare = (node: ts.Expression): ts.Expression =>
  ts.isParenthesizedExpression(node) ? bare(node.expression) : node;

/** Types, imports and declarations without a body do not run. */
const isTypesOnly = (node: ts.Node): boolean =>
  ts.isTypeNode(node) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isImportDeclaration(node) ||
  ts.isExportDeclaration(node) ||
  (ts.isFunctionDeclaration(node) && node.body === undefined);
