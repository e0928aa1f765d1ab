import type { Completeness, MissingItem } from "#shared/check";
import type { Asked, Reason } from "#ui";

type Words = { readonly zh: string; readonly en: string };
type Source = { readonly id: string; readonly authority: string; readonly date: string | null };

/** What the glance tells of one question, as far as it is needed here. */
export type AskedQuestion = {
  readonly path: string;
  /** Its answer helps to settle the lane. */
  readonly settles: boolean;
  readonly rules: readonly { readonly title: Words; readonly sources: readonly Source[] }[];
};

/** Everything from which a field learns what waits for it. */
export type AskedGround = {
  readonly completeness: Readonly<Record<"cn-filing" | "us-exporter", Completeness>> | undefined;
  readonly questions: readonly AskedQuestion[];
  readonly words: {
    readonly why: (item: MissingItem) => string;
    readonly set: (set: "cn-filing" | "us-exporter") => string;
    readonly title: (words: Words) => string;
    readonly source: (source: Source) => string;
  };
};

/** Items that name a group of fields, and the one field of the group that they wait for. */
const NARROWER: Readonly<Record<string, string>> = {
  "party-address-zh": ".zh",
  "party-address-en": ".en",
  signatory: ".name",
  "signatory-en": ".nameEn",
  "kyc-described": ".note",
  "remote-described": ".note",
};

/** The address of the field that a missing item waits for. */
export function fieldOf({ path, why }: Pick<MissingItem, "path" | "why">): string {
  return path + (NARROWER[why] ?? "");
}

/** What papers and rules want of each field, by its address; the same reason stands once. */
export function askedOf({
  completeness,
  questions,
  words,
}: AskedGround): ReadonlyMap<string, Asked> {
  const asked = new Map<string, { needed: boolean; reasons: Reason[] }>();
  const add = (path: string, needed: boolean, reason: Reason) => {
    const before = asked.get(path) ?? { needed: false, reasons: [] };
    const isNew = !before.reasons.some(
      ({ text, from }) => text === reason.text && from === reason.from,
    );
    asked.set(path, {
      needed: before.needed || needed,
      reasons: isNew ? [...before.reasons, reason] : before.reasons,
    });
  };
  for (const set of ["cn-filing", "us-exporter"] as const)
    for (const item of completeness?.[set].missing ?? [])
      add(fieldOf(item), item.need !== "optional", {
        text: words.why(item),
        from: words.set(set),
      });
  for (const { path, rules, settles } of questions)
    for (const { title, sources } of rules) {
      const from = sources.slice(0, 2).map(words.source).join("、");
      add(path, settles, { text: words.title(title), from });
    }
  return asked;
}
