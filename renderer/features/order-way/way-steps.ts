/** What leads from a draft to a filed packet, in the order in which it is done. */
export const waySteps = [
  "complete",
  "check",
  "compliance",
  "legal",
  "seal",
  "sign",
  "file",
] as const;
export type WayStep = (typeof waySteps)[number];

/** What is known of an order where its steps are concerned. */
export type WayGround = {
  /** Required items that either outgoing set lacks. */
  readonly missing: number;
  /** Facts of the buyer that either lane still waits for. */
  readonly open: number;
  /** Items of sealing that are not met yet. */
  readonly unmet: readonly string[];
  /** A seal stands for the order as it is now. */
  readonly sealed: boolean;
  /** Papers to be signed by hand of which no copy is there. */
  readonly unsigned: number;
  readonly filed: boolean;
};

/** Which steps are done. Seal, signatures and filing stand on each other; what comes before them is told as it is. */
export function doneOf(ground: WayGround): ReadonlySet<WayStep> {
  const { missing, open, unmet, sealed, unsigned, filed } = ground;
  const done = new Set<WayStep>();
  if (missing === 0) done.add("complete");
  if (open === 0) done.add("check");
  for (const kind of ["compliance", "legal"] as const)
    if (sealed || !unmet.includes(kind)) done.add(kind);
  if (sealed) done.add("seal");
  if (sealed && unsigned === 0) done.add("sign");
  if (sealed && filed) done.add("file");
  return done;
}

/** The one thing to do next; undefined when nothing is left. */
export function nextOf(ground: WayGround): WayStep | undefined {
  const done = doneOf(ground);
  return waySteps.find((step) => !done.has(step));
}
