import { z } from "zod";
import { parseStrictJson } from "#node/input";
import { appError, DECIMAL_SHAPE, err, type Result } from "#shared/kernel";
import type { Link, Party } from "#shared/model";
import { checked, type ReadParties } from "./read-parties.ts";

const number = z.number().min(0).max(100);

const shareSchema = z.looseObject({
  exact: number.optional(),
  minimum: number.optional(),
  maximum: number.optional(),
  exclusiveMinimum: number.optional(),
  exclusiveMaximum: number.optional(),
});

const interestSchema = z.looseObject({
  type: z.string().optional(),
  directOrIndirect: z.enum(["direct", "indirect", "unknown"]).optional(),
  share: shareSchema.optional(),
  startDate: z.string().optional(),
  endDate: z.string().optional(),
});

const party = z.union([z.string(), z.looseObject({ reason: z.string().optional() })]);

/** As much of BODS 0.4 as says who holds what; members of a statement that say other things are passed over. */
const statementSchema = z.looseObject({
  statementId: z.string(),
  recordId: z.string(),
  recordStatus: z.enum(["new", "updated", "closed"]),
  recordType: z.enum(["entity", "person", "relationship"]),
  statementDate: z.string().optional(),
  recordDetails: z.looseObject({
    name: z.string().optional(),
    names: z.array(z.looseObject({ fullName: z.string().optional() })).optional(),
    entityType: z.looseObject({ type: z.string() }).optional(),
    jurisdiction: z.looseObject({ code: z.string().optional() }).optional(),
    identifiers: z
      .array(z.looseObject({ scheme: z.string().optional(), id: z.string().optional() }))
      .optional(),
    subject: party.optional(),
    interestedParty: party.optional(),
    interests: z.array(interestSchema).optional(),
  }),
});
type Statement = z.infer<typeof statementSchema>;

const kinds: Readonly<Record<string, Party["kind"]>> = {
  registeredEntity: "company",
  legalEntity: "company",
  arrangement: "fund",
  state: "public-body",
  stateBody: "public-body",
};

const HAN = /\p{Script=Han}/u;

/** Whether a parsed JSON value looks like BODS statements at all. */
export function looksLikeBods(value: unknown): boolean {
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  return typeof first === "object" && first !== null && "recordType" in first;
}

function partyOf(statement: Statement, id: string): unknown {
  const details = statement.recordDetails;
  const name = (details.name ?? details.names?.[0]?.fullName ?? statement.recordId).slice(0, 400);
  const code = details.jurisdiction?.code?.slice(0, 2);
  const uscc = details.identifiers?.find((item) => item.scheme?.startsWith("CN-") === true)?.id;
  const kind = statement.recordType === "person" ? "person" : kinds[details.entityType?.type ?? ""];
  return {
    id,
    kind: kind ?? "other",
    names: HAN.test(name) ? { zh: name } : { en: name },
    ...(code !== undefined && /^[A-Z]{2}$/.test(code) ? { country: code } : {}),
    ...(uscc === undefined ? {} : { uscc }),
  };
}

const decimal = (value: number) => {
  const text = String(value);
  return DECIMAL_SHAPE.test(text) ? text : value.toFixed(12).replace(/\.?0+$/, "");
};

function shareOf(share: z.infer<typeof shareSchema> | undefined): Link["equity"] {
  if (share?.exact !== undefined) return { kind: "exact", percent: decimal(share.exact) };
  const min = share?.minimum ?? share?.exclusiveMinimum;
  const max = share?.maximum ?? share?.exclusiveMaximum;
  if (min === undefined && max === undefined) return { kind: "unknown" };
  return {
    kind: "range",
    min: decimal(min ?? 0),
    max: decimal(max ?? 100),
    ...(share?.exclusiveMinimum === undefined ? {} : { minExclusive: true }),
    ...(share?.exclusiveMaximum === undefined ? {} : { maxExclusive: true }),
  };
}

const CAPITAL = new Set(["shareholding", "rightsToSurplusAssetsOnDissolution"]);
const BOARD = new Set(["appointmentOfBoard", "boardMember", "boardChair"]);

/** The direct interests of one relationship; an indirect one is the sum of others and would be counted twice. */
function linkOf(
  statement: Statement,
  ids: ReadonlyMap<string, string>,
  linkId: string,
  source: string,
): { readonly link?: unknown; readonly problem?: string } {
  const { subject, interestedParty, interests } = statement.recordDetails;
  const target = typeof subject === "string" ? ids.get(subject) : undefined;
  const owner = typeof interestedParty === "string" ? ids.get(interestedParty) : undefined;
  if (target === undefined) return { problem: "subject" };
  if (owner === undefined) return { problem: "interested-party-unspecified" };
  const direct = (interests ?? []).filter((item) => item.directOrIndirect !== "indirect");
  if (direct.length === 0) return {};
  const capital = direct.find((item) => CAPITAL.has(item.type ?? ""));
  const votes = direct.find((item) => item.type === "votingRights");
  const board = direct.some((item) => BOARD.has(item.type ?? ""));
  const from = direct[0]?.startDate;
  const day = /^\d{4}-\d{2}-\d{2}/.exec(from ?? "")?.[0];
  const dated = day === undefined ? {} : { from: day };
  const nothing = capital === undefined && votes === undefined;
  return {
    link: {
      id: linkId,
      owner,
      target,
      ...(capital === undefined && !nothing ? {} : { equity: shareOf(capital?.share) }),
      ...(votes === undefined ? {} : { voting: shareOf(votes.share) }),
      ...(board ? { boardMajority: { value: "unknown" } } : {}),
      ...dated,
      source,
    },
  };
}

function latest(statements: readonly Statement[]): readonly Statement[] {
  const byRecord = new Map<string, Statement>();
  for (const statement of statements) {
    const held = byRecord.get(statement.recordId);
    if (held === undefined || (held.statementDate ?? "") <= (statement.statementDate ?? ""))
      byRecord.set(statement.recordId, statement);
  }
  return [...byRecord.values()].filter((statement) => statement.recordStatus !== "closed");
}

/** Turns parsed BODS 0.4 statements into parties and links, keeping the newest statement of each record. */
export function bodsToParties(
  value: unknown,
  file: string,
  newId: (prefix: string) => string,
): Result<ReadParties> {
  const parsed = z.array(statementSchema).max(200_000).safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return err(
      appError("bods-shape", {
        file,
        at: issue?.path.map(String).join(".") || "(top)",
        problem: issue?.message ?? "",
      }),
    );
  }
  const current = latest(parsed.data);
  const subjects = current.filter((statement) => statement.recordType !== "relationship");
  const ids = new Map(subjects.map((statement) => [statement.recordId, newId("pty")]));
  const problems: { at: string; problem: string }[] = [];
  const links: unknown[] = [];
  for (const statement of current.filter((item) => item.recordType === "relationship")) {
    const { link, problem } = linkOf(statement, ids, newId("lnk"), file);
    if (link !== undefined) links.push(link);
    if (problem !== undefined) problems.push({ at: statement.statementId, problem });
  }
  const parties = subjects.map((statement) =>
    partyOf(statement, ids.get(statement.recordId) ?? ""),
  );
  return checked(parties, links, problems);
}

/** Reads a BODS 0.4 file. */
export function readBods(
  text: string,
  file: string,
  newId: (prefix: string) => string,
): Result<ReadParties> {
  const json = parseStrictJson(text, file);
  if (!json.ok) return json;
  return looksLikeBods(json.value)
    ? bodsToParties(json.value, file, newId)
    : err(appError("bods-shape", { file, at: "(top)", problem: "no BODS statements" }));
}
