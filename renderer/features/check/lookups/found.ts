import type { DeskClient } from "#shared/ipc";
import type { Track } from "#shared/rules";

/** What a person found, as the desk takes it. */
export type Found = Parameters<DeskClient["check"]["lookUp"]>[0]["found"];

/** The states that an entry can state; what is unknown is no finding. */
export const foundStates = ["in-force", "suspended", "repealed", "not-enforced"] as const;

/** The form of an entry: every field as text, empty where nothing was said. */
export type FoundForm = {
  readonly state: string;
  readonly value: string;
  readonly instead: string;
  readonly from: string;
  readonly to: string;
  readonly recheckOn: string;
  readonly citation: string;
  readonly person: string;
};

/** The entry that a form says, or nothing while something that every entry needs is missing. */
export function foundOf(track: Track, parameter: string, form: FoundForm): Found | undefined {
  const state = foundStates.find((name) => name === form.state);
  const citation = form.citation.trim();
  if (state === undefined || form.from === "" || citation === "" || form.person === "")
    return undefined;
  const wanted = (text: string) => text.trim() !== "";
  return {
    track,
    parameter,
    state,
    from: form.from,
    citation,
    person: form.person,
    ...(state === "in-force" && wanted(form.value) ? { value: form.value.trim() } : {}),
    ...(state !== "in-force" && wanted(form.instead) ? { instead: form.instead.trim() } : {}),
    ...(wanted(form.to) ? { to: form.to } : {}),
    ...(wanted(form.recheckOn) ? { recheckOn: form.recheckOn } : {}),
  };
}
