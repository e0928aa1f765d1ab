/** Kleene's three values: what is not known is never read as false. */
export type Tri = "holds" | "fails" | "unknown";

/** Negation; unknown stays unknown. */
export function triNot(value: Tri): Tri {
  if (value === "unknown") return "unknown";
  return value === "holds" ? "fails" : "holds";
}

/** Conjunction: one failure decides, otherwise one unknown leaves it open. */
export function triAll(values: readonly Tri[]): Tri {
  if (values.includes("fails")) return "fails";
  return values.includes("unknown") ? "unknown" : "holds";
}

/** Disjunction: one that holds decides, otherwise one unknown leaves it open. */
export function triAny(values: readonly Tri[]): Tri {
  if (values.includes("holds")) return "holds";
  return values.includes("unknown") ? "unknown" : "fails";
}
