import type { AppError } from "./result.ts";

/** What a schema library says of one place; only the parts that are read here. */
type Issue = {
  readonly code?: string | undefined;
  readonly message?: string;
  readonly expected?: unknown;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
  readonly maximum?: unknown;
  readonly minimum?: unknown;
};

function shown(list: readonly unknown[]): readonly string[] {
  const words = list.slice(0, 12).map((item) => String(item).slice(0, 60));
  return list.length > 12 ? [...words, "…"] : words;
}

/**
 * What is wrong with a place of bad input, as the name of a sentence (`shape.…` of the catalogue) and its parameters: the
 * schema library's own words are English and made for programmers.
 */
export function shapeProblem(issue: Issue | undefined): AppError["params"] {
  switch (issue?.code) {
    case "invalid_type":
      return issue.message?.endsWith("received undefined") === true
        ? { problem: "missing" }
        : { problem: `type-${String(issue.expected)}` };
    case "unrecognized_keys":
      return { problem: "unknown-key", keys: shown(issue.keys ?? []) };
    case "invalid_value":
      return { problem: "choice", choices: shown(issue.values ?? []) };
    case "too_big":
      return { problem: "too-big", most: String(issue.maximum) };
    case "too_small":
      return { problem: "too-small", least: String(issue.minimum) };
    case "custom":
      return { problem: issue.message === undefined ? "writing" : remark(issue.message) };
    default:
      return { problem: "writing" };
  }
}

/** The short remarks that our own schemas make; anything else is only known to be written otherwise than it should be. */
function remark(message: string): string {
  return /^[a-z][a-z ]{0,40}$/.test(message) ? message.replaceAll(" ", "-") : "writing";
}
