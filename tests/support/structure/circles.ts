import type { Node } from "typescript/unstable/ast";
import { SyntaxKind } from "typescript/unstable/ast";
import {
  isCallExpression,
  isExportDeclaration,
  isImportDeclaration,
  isImportTypeNode,
  isLiteralTypeNode,
} from "typescript/unstable/ast/is";
import { pathOf, type Sources, walk } from "./program.ts";

/** What each file names: imports, exports from elsewhere, types, and what is loaded late. */
export type Imports = ReadonlyMap<string, ReadonlySet<string>>;

function specifierOf(node: Node): Node | undefined {
  if (isImportDeclaration(node) || isExportDeclaration(node)) return node.moduleSpecifier;
  if (isImportTypeNode(node) && isLiteralTypeNode(node.argument)) return node.argument.literal;
  return isCallExpression(node) && node.expression.kind === SyntaxKind.ImportKeyword
    ? node.arguments[0]
    : undefined;
}

/** The files of the program that each of its files imports, types and late loading included. */
export function importsOf({ files, checkerOf }: Sources): Imports {
  const found = new Map<string, Set<string>>();
  for (const [path, file] of files) {
    const named = [...walk(file)].flatMap((node) => specifierOf(node) ?? []);
    const modules = named.length === 0 ? [] : checkerOf(path).getSymbolAtLocation(named);
    const targets = modules.flatMap((symbol) => symbol?.declarations ?? []);
    const inside = targets.map((target) => pathOf(target.path)).filter((to) => files.has(to));
    found.set(path, new Set(inside));
  }
  return found;
}

/** Files that reach themselves by what they import, each circle once (Tarjan's strongly connected components). */
export function findCircles(imports: Imports): readonly (readonly string[])[] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string): void => {
    order.set(file, order.size);
    low.set(file, order.size - 1);
    stack.push(file);
    for (const next of imports.get(file) ?? []) {
      if (!order.has(next)) visit(next);
      if (stack.includes(next))
        low.set(file, Math.min(low.get(file) ?? 0, low.get(next) ?? Number.POSITIVE_INFINITY));
    }
    if (low.get(file) !== order.get(file)) return;
    const circle = stack.splice(stack.indexOf(file));
    if (circle.length > 1 || imports.get(file)?.has(file)) circles.push(circle);
  };
  for (const file of imports.keys()) if (!order.has(file)) visit(file);
  return circles;
}
