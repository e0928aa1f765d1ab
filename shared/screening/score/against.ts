import type { TokenClass } from "../tokens/token.ts";

/** What speaks against two names being one. */
export type Against = {
  readonly reason: "left-over" | "conflict" | "number" | "form" | "brand" | "other-firm";
  readonly cls: TokenClass;
  readonly text: string;
  readonly bits: number;
};
