import {
  type ArrowFunction,
  type CallExpression,
  type Expression,
  type FunctionDeclaration,
  type FunctionExpression,
  type MethodDeclaration,
  type Node,
  SyntaxKind,
} from "typescript/unstable/ast";
import {
  isArrowFunction,
  isAwaitExpression,
  isBlock,
  isCallExpression,
  isExpressionStatement,
  isFunctionDeclaration,
  isFunctionExpression,
  isIdentifier,
  isMethodDeclaration,
  isParenthesizedExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isPropertyDeclaration,
  isReturnStatement,
  isSpreadElement,
  isVariableDeclaration,
} from "typescript/unstable/ast/is";
import { lineOf, pathOf, type Sources, walk } from "./program.ts";

type Written = ArrowFunction | FunctionDeclaration | FunctionExpression | MethodDeclaration;

/** A function that only calls another one with what it was given. */
export type Forward = { readonly file: string; readonly line: number; readonly name: string };

/** A function with a body of its own: declared, a method, or written where it is used. */
export function isWritten(node: Node): node is Written {
  return (
    isArrowFunction(node) ||
    isFunctionDeclaration(node) ||
    isFunctionExpression(node) ||
    isMethodDeclaration(node)
  );
}

/** The name a function is called by; none for one that is written where it is handed over. */
export function nameOf(node: Written): string | undefined {
  if (isFunctionDeclaration(node) || isMethodDeclaration(node)) return node.name?.getText();
  const { parent } = node;
  const isNamed =
    isVariableDeclaration(parent) || isPropertyAssignment(parent) || isPropertyDeclaration(parent);
  return isNamed ? parent.name.getText() : undefined;
}

/** What a body of one statement answers or does. */
function onlyExpression({ body }: Written): Expression | undefined {
  if (body === undefined) return undefined;
  if (!isBlock(body)) return body;
  const [first, ...rest] = body.statements;
  if (first === undefined || rest.length > 0) return undefined;
  return isReturnStatement(first) || isExpressionStatement(first) ? first.expression : undefined;
}

/** Without what changes nothing; `void` does, it lets a promise go. */
function bare(node: Expression): Expression {
  return isAwaitExpression(node) || isParenthesizedExpression(node) ? bare(node.expression) : node;
}

/** The name in `a.b.name(…)`, where the compiler knows what is called. */
function calledName(node: Expression): Node {
  return isPropertyAccessExpression(node) ? node.name : node;
}

function argumentName(node: Node): string | undefined {
  if (isIdentifier(node)) return node.getText();
  return isSpreadElement(node) ? `...${node.expression.getText()}` : undefined;
}

/** The one call that a body consists of, with the function's own parameters, all of them, in their order. */
function forwardedCall(node: Written): CallExpression | undefined {
  const expression = onlyExpression(node);
  const call = expression === undefined ? undefined : bare(expression);
  if (call === undefined || !isCallExpression(call)) return undefined;
  const taken = node.parameters.map(({ name, dotDotDotToken, initializer }) =>
    isIdentifier(name) && initializer === undefined
      ? `${dotDotDotToken === undefined ? "" : "..."}${name.getText()}`
      : undefined,
  );
  const given = call.arguments.map(argumentName);
  if (taken.length !== given.length || taken.some((name, at) => !name || name !== given[at]))
    return undefined;
  // What makes, finds or awaits the function first, or asks one of the parameters, does more than to pass on.
  const names = new Set(taken);
  const isPlain = [...walk(call.expression)].every(
    (part) =>
      !isCallExpression(part) &&
      !isAwaitExpression(part) &&
      part.kind !== SyntaxKind.ImportKeyword &&
      part.kind !== SyntaxKind.QuestionDotToken &&
      !(isIdentifier(part) && names.has(part.getText())),
  );
  return isPlain ? call : undefined;
}

/** True where the function called is the program's own; a name for a call of the platform or of a library says what it is for. */
function callsOurs(
  { files, checkerOf }: Sources,
  path: string,
  { expression }: CallExpression,
): boolean {
  const symbol = checkerOf(path).getSymbolAtLocation(calledName(expression));
  return (symbol?.declarations ?? []).some((declared) => files.has(pathOf(declared.path)));
}

/** Every named function of the program that only forwards. */
export function findForwards(sources: Sources): readonly Forward[] {
  return [...sources.files].flatMap(([path, file]) =>
    [...walk(file)].flatMap((node): Forward[] => {
      if (!isWritten(node)) return [];
      const name = nameOf(node);
      const call = name === undefined ? undefined : forwardedCall(node);
      if (name === undefined || call === undefined || !callsOurs(sources, path, call)) return [];
      return [{ file: path, line: lineOf(file, node), name }];
    }),
  );
}
