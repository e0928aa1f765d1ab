import { isCivilDate } from "#shared/kernel";
import type { Link } from "#shared/model";
import { isRecord } from "./bods-check.ts";
import type { BodsNote } from "./bods-note.ts";
import { lineOf } from "./bods-party.ts";
import type { BodsStatement } from "./bods-read.ts";
import { readBodsShare } from "./bods-share.ts";

type Interest = Readonly<Record<string, unknown>>;
type Agreement = NonNullable<Link["agreement"]>;
type Content = Pick<Link, "equity" | "voting" | "boardMajority" | "agreement" | "nomineeFor">;

/** Interests that are control by other means than shares, and the kind of agreement they come nearest to. */
const AGREEMENTS: Readonly<Record<string, Agreement["kind"]>> = {
  rightsGrantedByContract: "other",
  conditionalRightsGrantedByContract: "other",
  controlViaCompanyRulesOrArticles: "articles",
  controlByLegalFramework: "other",
  otherInfluenceOrControl: "other",
  settlor: "other",
  trustee: "other",
  protector: "other",
  beneficiaryOfLegalArrangement: "other",
  nominee: "other",
  nominator: "other",
};
const OWN_KINDS = [
  "vie-contracts",
  "acting-in-concert",
  "articles",
  "board-resolution",
  "shareholder-agreement",
  "other",
] as const;

/** What our own files write into the free text of a board majority. */
export const BOARD_MAJORITY = "board-majority";

/**
 * Control is `yes` where the file says so. A file that says of a holder "no beneficial owner" does not say "no control":
 * that is `no` only in our own files, which are known by their details.
 */
function answerOf(interest: Interest): Agreement["controls"] {
  const said = interest["beneficialOwnershipOrControl"];
  const { type, details } = interest;
  if (said === true || type === "controlViaCompanyRulesOrArticles") return { value: "yes" };
  const own = details === BOARD_MAJORITY || OWN_KINDS.some((kind) => kind === details);
  return { value: said === false && own ? "no" : "unknown" };
}

/** What one interest says in the words of a link; nothing where it is no matter of ownership or control. */
function contentOf(interest: Interest): Content | undefined {
  const type = String(interest["type"] ?? "");
  const details = String(interest["details"] ?? "");
  if (type === "shareholding") return { equity: readBodsShare(interest["share"]) };
  if (type === "votingRights") return { voting: readBodsShare(interest["share"]) };
  if (type === "appointmentOfBoard") return { boardMajority: answerOf(interest) };
  // An interest of an unnamed kind may be anything from nothing to everything.
  if (type === "" || type === "unknownInterest" || type === "unpublishedInterest")
    return { equity: { kind: "range", min: "0", max: "100" } };
  const kind = AGREEMENTS[type];
  if (kind === undefined) return undefined;
  const own = OWN_KINDS.find((each) => details === each);
  return { agreement: { kind: own ?? kind, controls: answerOf(interest) } };
}

function dateOf(interest: Interest, name: "startDate" | "endDate"): string {
  const value = interest[name];
  return typeof value === "string" && isCivilDate(value) ? value : "";
}

function conflicts(into: Content, more: Content): boolean {
  return (Object.keys(more) as (keyof Content)[]).some((key) => into[key] !== undefined);
}

/** Interests of one relationship with the same dates make one link; a second of the same sort starts another. */
function gather(interests: readonly Interest[], note: (interest: Interest) => void) {
  const groups: { from: string; to: string; content: Content }[] = [];
  for (const interest of interests) {
    const content = contentOf(interest);
    if (!content) {
      note(interest);
      continue;
    }
    const from = dateOf(interest, "startDate");
    const to = dateOf(interest, "endDate");
    const group = groups.find(
      (each) => each.from === from && each.to === to && !conflicts(each.content, content),
    );
    if (group) Object.assign(group.content, content);
    else groups.push({ from, to, content: { ...content } });
  }
  return groups;
}

function sourceOf(statement: BodsStatement): string | undefined {
  const source = statement.source ?? {};
  const types = Array.isArray(source["type"]) ? source["type"].join(", ") : undefined;
  return lineOf(source["description"]) ?? lineOf(source["url"]) ?? lineOf(types);
}

/** A statement about a relationship as links; what it says beside ownership is noted, not taken. */
export function linksOf(
  statement: BodsStatement,
  idFor: (prefix: "pty" | "lnk", recordId: string) => string,
  notes: BodsNote[],
): Link[] {
  const { recordDetails: details, recordId, statementId, statementDate } = statement;
  const { subject, interestedParty } = details;
  if (typeof subject !== "string" || typeof interestedParty !== "string") return [];
  const note = (kind: BodsNote["kind"], interest: Interest) =>
    notes.push({ kind, statementId, recordId, detail: String(interest["type"] ?? "") });
  const all = Array.isArray(details["interests"]) ? details["interests"].filter(isRecord) : [];
  const direct = all.filter((interest) => interest["directOrIndirect"] !== "indirect");
  for (const interest of all) {
    if (interest["directOrIndirect"] === "indirect") note("indirect-interest", interest);
    else if (interest["type"] === undefined) note("type-not-stated", interest);
  }
  // A relationship without a single interest is a link about which nothing is known.
  const stated = all.length === 0 ? [{}] : direct;
  if (all.length === 0) note("type-not-stated", {});
  const groups = gather(stated, (interest) => note("no-ownership", interest));
  const closed = statement.recordStatus === "closed" ? statementDate.slice(0, 10) : "";
  const source = sourceOf(statement);
  return groups.map(({ from, to, content }, at) => ({
    id: idFor("lnk", at === 0 ? recordId : `${recordId}-${at + 1}`),
    owner: idFor("pty", interestedParty),
    target: idFor("pty", subject),
    ...content,
    ...nomineeOf(all),
    ...(from === "" ? {} : { from }),
    ...(to === "" && closed === "" ? {} : { to: to === "" ? closed : to }),
    asOf: statementDate.slice(0, 10),
    ...(source === undefined ? {} : { source }),
  }));
}

const NOMINEE = /^nominee for (pty_[A-Za-z0-9-]{1,60})$/;

/** The mark that our own files carry for a nominee. */
function nomineeOf(interests: readonly Interest[]): Pick<Link, "nomineeFor"> {
  for (const interest of interests) {
    const principal = NOMINEE.exec(String(interest["details"] ?? ""))?.[1];
    if (principal !== undefined) return { nomineeFor: principal };
  }
  return {};
}
