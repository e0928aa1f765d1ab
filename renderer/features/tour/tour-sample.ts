import text from "#examples/private-start-up-complete.json?raw";

/** The invented order that the tour walks through. */
export const tourSample = {
  order: "ord_private-start-up-complete",
  fileName: "private-start-up-complete.json",
  text,
} as const;
