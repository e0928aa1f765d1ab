import type { Party } from "#shared/model";
import { readForeignCode } from "./foreign-code.ts";
import { legalFormOf } from "./legal-form.ts";
import type { FormFamily } from "./legal-form-table.ts";
import { readUscc } from "./uscc.ts";
import type { UsccKind } from "./uscc-tables.ts";

/** Two entries of one party that cannot both be right, and the fields to look at. */
export type Contradiction = {
  readonly kind:
    | "code-not-valid"
    | "code-and-kind"
    | "code-and-form"
    | "code-and-country"
    | "kind-and-form"
    | "names-and-forms"
    | "foreign-code-not-valid"
    | "person-with-code"
    | "military-answer-and-code"
    | "capital-and-kind";
  readonly fields: readonly string[];
  readonly params: Readonly<Record<string, string>>;
};

type Kind = Party["kind"];

/** Kinds of party that a code category fits; a category that is not listed fits any. */
const KINDS_OF: Partial<Record<UsccKind, readonly Kind[]>> = {
  organ: ["public-body"],
  "public-institution": ["public-body"],
  "mass-organisation": ["public-body", "social-organisation"],
  military: ["military-unit"],
  "social-organisation": ["social-organisation", "fund"],
  enterprise: ["company", "partnership", "fund", "other"],
  "sole-trader": ["company", "person", "other"],
  "trade-union": ["social-organisation", "other"],
};

const FAMILIES_OF: Partial<Record<UsccKind, readonly FormFamily[]>> = {
  organ: ["other"],
  "public-institution": ["other"],
  "mass-organisation": ["social-organisation", "other"],
  military: ["other"],
  "social-organisation": ["social-organisation", "other"],
  enterprise: ["company", "partnership", "fund", "other"],
};

const KINDS_OF_FAMILY: Partial<Record<FormFamily, readonly Kind[]>> = {
  company: ["company", "fund", "other"],
  partnership: ["partnership", "fund", "other"],
  "social-organisation": ["social-organisation", "fund", "public-body", "other"],
};

function codeAgainst(party: Party): Contradiction[] {
  if (party.uscc === undefined) return [];
  const { valid, parts, code } = readUscc(party.uscc);
  if (!valid || !parts)
    return [{ kind: "code-not-valid", fields: ["uscc"], params: { code: party.uscc } }];
  const found: Contradiction[] = [];
  const add = (kind: Contradiction["kind"], field: string, said: string) =>
    found.push({ kind, fields: ["uscc", field], params: { code, category: parts.category, said } });
  if (party.kind === "person" && parts.kind !== "sole-trader")
    add("person-with-code", "kind", party.kind);
  else if (KINDS_OF[parts.kind]?.includes(party.kind) === false)
    add("code-and-kind", "kind", party.kind);
  if (party.country !== undefined && party.country !== "CN")
    add("code-and-country", "country", party.country);
  if (parts.kind === "military" && party.military?.value === "no")
    add("military-answer-and-code", "military", "no");
  for (const field of ["zh", "en"] as const) {
    const form = legalFormOf(party.names[field] ?? "");
    if (form && FAMILIES_OF[parts.kind]?.includes(form.family) === false)
      add("code-and-form", `names.${field}`, form.form);
  }
  return found;
}

function formsAgainst(party: Party): Contradiction[] {
  const found: Contradiction[] = [];
  const zh = legalFormOf(party.names.zh ?? "");
  const en = legalFormOf(party.names.en ?? "");
  for (const [field, form] of [
    ["names.zh", zh],
    ["names.en", en],
  ] as const) {
    if (!form || KINDS_OF_FAMILY[form.family]?.includes(party.kind) !== false) continue;
    const params = { said: party.kind, form: form.form };
    found.push({ kind: "kind-and-form", fields: ["kind", field], params });
  }
  if (zh && en && zh.family !== en.family)
    found.push({
      kind: "names-and-forms",
      fields: ["names.zh", "names.en"],
      params: { zh: zh.form, en: en.form },
    });
  return found;
}

function foreignAgainst(party: Party): Contradiction[] {
  return (party.foreignCodes ?? []).flatMap(({ scheme, value }, at) => {
    if (readForeignCode(scheme, value).state !== "invalid") return [];
    const fields = [`foreignCodes.${at}.value`];
    return [{ kind: "foreign-code-not-valid", fields, params: { scheme, code: value } } as const];
  });
}

function capitalAgainst(party: Party): Contradiction[] {
  if (party.stateCapital === undefined || party.kind !== "person") return [];
  const params = { said: party.stateCapital, kind: party.kind };
  return [{ kind: "capital-and-kind", fields: ["kind", "stateCapital"], params }];
}

/** What a party's name, form, kind, country and codes say against each other; nothing is decided, both sides are named. */
export function contradictionsOf(party: Party): Contradiction[] {
  return [
    ...codeAgainst(party),
    ...formsAgainst(party),
    ...foreignAgainst(party),
    ...capitalAgainst(party),
  ];
}
