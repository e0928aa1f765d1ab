import type { Draft } from "#ui";

type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/** Which way through the changes a chord asks for: Ctrl+Z back, Ctrl+Y or Ctrl+Shift+Z forth. */
export function wayOf({
  key,
  ctrlKey,
  metaKey,
  shiftKey,
  altKey,
}: Key): "back" | "forth" | undefined {
  if (!(ctrlKey || metaKey) || altKey) return undefined;
  const letter = key.toLowerCase();
  if (letter === "z") return shiftKey ? "forth" : "back";
  return letter === "y" && !shiftKey ? "forth" : undefined;
}

/** Goes the way that a chord asks for and answers the path that changed; undefined where the chord asks nothing or nothing is there. */
export function goWay<T>(draft: Draft<T>, way: "back" | "forth" | undefined): string | undefined {
  if (way === undefined) return undefined;
  return way === "back" ? draft.undo() : draft.redo();
}
