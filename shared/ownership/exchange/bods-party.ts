import { isCivilDate } from "#shared/kernel";
import { type Address, lineSchema, type Party, partyKinds } from "#shared/model";
import { isRecord } from "./bods-check.ts";
import type { BodsStatement } from "./bods-read.ts";

type Details = Readonly<Record<string, unknown>>;
type Kind = Party["kind"];

const records = (value: unknown): readonly Details[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];

/** A line of the model, cut and cleaned; nothing when nothing is left. */
export function lineOf(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const line = value
    .replace(/\p{Cc}|[\u2028\u2029]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  const cut = line.slice(0, 400);
  return lineSchema.safeParse(cut).success ? cut : undefined;
}

function codeOf(value: unknown): string | undefined {
  if (!isRecord(value)) return undefined;
  const code = String(value["code"] ?? "")
    .slice(0, 2)
    .toUpperCase();
  return /^[A-Z]{2}$/.test(code) ? code : undefined;
}

const KINDS: ReadonlyMap<unknown, Kind> = new Map<unknown, Kind>([
  ["registeredEntity", "company"],
  ["legalEntity", "company"],
  ["arrangement", "other"],
  ["anonymousEntity", "other"],
  ["unknownEntity", "other"],
  ["state", "public-body"],
  ["stateBody", "public-body"],
]);

function kindOf(details: Details): Kind {
  const type = isRecord(details["entityType"]) ? details["entityType"] : {};
  // Our own files carry the kind in words, which the standard keeps free.
  const own = partyKinds.find((kind) => kind === type["details"]);
  if (own) return own;
  if (type["subtype"] === "trust") return "fund";
  return KINDS.get(type["type"]) ?? "other";
}

const HAN = /\p{Script=Han}/u;

function namesOf(all: readonly (string | undefined)[]): Party["names"] {
  const names = [...new Set(all.filter((name) => name !== undefined))];
  const zh = names.find((name) => HAN.test(name));
  const en = names.find((name) => !HAN.test(name));
  const aliases = names.filter((name) => name !== zh && name !== en).slice(0, 50);
  return {
    ...(zh === undefined ? {} : { zh }),
    ...(en === undefined ? {} : { en }),
    ...(aliases.length === 0 ? {} : { aliases }),
  };
}

type Codes = Pick<Party, "uscc" | "foreignCodes">;

function codesOf(details: Details): Codes {
  const found: { uscc?: string; foreignCodes: NonNullable<Party["foreignCodes"]> } = {
    foreignCodes: [],
  };
  for (const identifier of records(details["identifiers"])) {
    const value = lineOf(identifier["id"]);
    if (value === undefined) continue;
    const scheme = String(identifier["scheme"] ?? "");
    const name = String(identifier["schemeName"] ?? "");
    const isUscc = /^CN-(USCC|SAIC|SAMR)$/.test(scheme) || /统一社会信用|social credit/i.test(name);
    if (isUscc && value.length <= 40) {
      found.uscc = value;
      continue;
    }
    const country = /^([A-Z]{2})-/.exec(scheme)?.[1];
    const known = scheme === "XI-LEI" || /\bLEI\b/.test(name);
    found.foreignCodes.push({
      scheme: known ? "lei" : "company-number",
      value,
      ...(known || country === undefined || country.startsWith("X") ? {} : { country }),
    });
  }
  const { uscc, foreignCodes } = found;
  return {
    ...(uscc === undefined ? {} : { uscc }),
    ...(foreignCodes.length === 0 ? {} : { foreignCodes: foreignCodes.slice(0, 20) }),
  };
}

const ADDRESS_KINDS: ReadonlyMap<unknown, Address["kind"]> = new Map<unknown, Address["kind"]>([
  ["registered", "registered"],
  ["business", "business"],
]);

function addressesOf(details: Details): Pick<Party, "addresses"> {
  const addresses = records(details["addresses"]).flatMap((address): Address[] => {
    const line = lineOf(address["address"]);
    if (line === undefined) return [];
    const country = codeOf(address["country"]);
    const postalCode = lineOf(address["postCode"]);
    return [
      {
        kind: ADDRESS_KINDS.get(address["type"]) ?? "mailing",
        ...(HAN.test(line) ? { zh: line } : { en: line }),
        ...(country === undefined ? {} : { country }),
        ...(postalCode === undefined ? {} : { postalCode }),
      },
    ];
  });
  return addresses.length === 0 ? {} : { addresses: addresses.slice(0, 20) };
}

function entityOf(details: Details, id: string): Party {
  const country = codeOf(details["jurisdiction"]);
  const founded = details["foundingDate"];
  const alternates = Array.isArray(details["alternateNames"]) ? details["alternateNames"] : [];
  return {
    id,
    kind: kindOf(details),
    names: namesOf([lineOf(details["name"]), ...alternates.map(lineOf)]),
    ...codesOf(details),
    ...(country === undefined ? {} : { country }),
    ...addressesOf(details),
    ...(typeof founded === "string" && isCivilDate(founded) ? { foundedOn: founded } : {}),
  };
}

/** A statement about an entity or a person as a party of the model. */
export function partyOf({ recordType, recordDetails }: BodsStatement, id: string): Party {
  if (recordType === "entity") return entityOf(recordDetails, id);
  const names = records(recordDetails["names"]);
  const legal = names.filter((name) => name["type"] === "legal");
  const ordered = [...legal, ...names.filter((name) => !legal.includes(name))];
  return {
    id,
    kind: "person",
    names: namesOf(ordered.map((name) => lineOf(name["fullName"]))),
    ...addressesOf(recordDetails),
  };
}
