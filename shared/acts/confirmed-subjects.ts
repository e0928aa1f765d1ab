import { type ActsState, actsOf } from "./read-acts.ts";

/**
 * Which look-ups or list decisions of an order somebody confirmed with a key: by id, the hash of what was confirmed. An entry
 * counts only while its own hash is still that one; the newest act about it decides.
 */
export function confirmedSubjects(
  state: Pick<ActsState, "acts">,
  kind: "lookup-confirmation" | "list-decision-confirmation",
  order: string,
): ReadonlyMap<string, string> {
  const confirmed = new Map<string, string>();
  for (const { statement } of actsOf(state, kind)) {
    if (statement.payload.order !== order) continue;
    if (statement.payload.holds) confirmed.set(statement.subject.id, statement.subject.sha256);
    else confirmed.delete(statement.subject.id);
  }
  return confirmed;
}
