import { type CivilDate, hashOf } from "#shared/kernel";
import type { Answer, Link, Party } from "#shared/model";
import { BOARD_MAJORITY } from "./bods-link.ts";
import { writeBodsShare } from "./bods-share.ts";

/** What a published file must say of itself. */
export type BodsPublication = {
  readonly publisher: string;
  readonly publishedOn: CivilDate;
  /** The party that the declaration is about. */
  readonly subject: string;
};

type Json = Readonly<Record<string, unknown>>;

const ENTITY_TYPES: Readonly<Record<Party["kind"], string>> = {
  company: "registeredEntity",
  partnership: "registeredEntity",
  fund: "legalEntity",
  "public-body": "stateBody",
  "military-unit": "stateBody",
  "social-organisation": "legalEntity",
  other: "legalEntity",
  person: "",
};

function identifiers(party: Party): Json[] {
  const uscc =
    party.uscc === undefined
      ? []
      : [{ id: party.uscc, scheme: "CN-USCC", schemeName: "统一社会信用代码" }];
  const others = (party.foreignCodes ?? []).map(({ scheme, value, country }) => {
    if (scheme === "lei") return { id: value, scheme: "XI-LEI", schemeName: "LEI" };
    const prefix = country === undefined ? {} : { scheme: `${country}-${scheme.toUpperCase()}` };
    return { id: value, ...prefix, schemeName: scheme };
  });
  return [...uscc, ...others];
}

function addresses(party: Party, person: boolean): Json[] {
  return (party.addresses ?? []).map(({ kind, zh, en, country, postalCode }) => {
    const own = kind === "registered" || kind === "business" ? kind : "alternative";
    return {
      type: person ? "service" : own,
      address: zh ?? en ?? "",
      ...(postalCode === undefined ? {} : { postCode: postalCode }),
      ...(country === undefined ? {} : { country: { name: country, code: country } }),
    };
  });
}

/** Leaves out members that are empty lists or not there. */
function filled(value: Json): Json {
  return Object.fromEntries(
    Object.entries(value).filter(
      ([, member]) => member !== undefined && !(Array.isArray(member) && member.length === 0),
    ),
  );
}

function entityDetails(party: Party): Json {
  const [name, ...rest] = [party.names.zh, party.names.en, ...(party.names.aliases ?? [])].filter(
    (each) => each !== undefined,
  );
  const { country } = party;
  return filled({
    isComponent: false,
    entityType: { type: ENTITY_TYPES[party.kind], details: party.kind },
    name,
    alternateNames: rest,
    jurisdiction: country === undefined ? undefined : { name: country, code: country },
    identifiers: identifiers(party),
    foundingDate: party.foundedOn,
    addresses: addresses(party, false),
  });
}

function personDetails(party: Party): Json {
  const { zh, en, aliases = [] } = party.names;
  const named = [zh, en].filter((name) => name !== undefined);
  return filled({
    isComponent: false,
    personType: named.length === 0 ? "anonymousPerson" : "knownPerson",
    names: [
      ...named.map((fullName) => ({ type: "legal", fullName })),
      ...aliases.map((fullName) => ({ type: "alternative", fullName })),
    ],
    identifiers: identifiers(party),
    addresses: addresses(party, true),
  });
}

function control(answer: Answer): Json {
  if (answer.value === "unknown") return {};
  return { beneficialOwnershipOrControl: answer.value === "yes" };
}

function interests(link: Link): Json[] {
  const dates = filled({ startDate: link.from, endDate: link.to });
  const nominee =
    link.nomineeFor === undefined ? {} : { details: `nominee for ${link.nomineeFor}` };
  const share = (type: string, value: Link["equity"]) => {
    if (!value) return [];
    return [
      filled({
        type,
        directOrIndirect: "direct",
        share: writeBodsShare(value),
        ...nominee,
        ...dates,
      }),
    ];
  };
  const board = link.boardMajority
    ? [
        {
          type: "appointmentOfBoard",
          directOrIndirect: "direct",
          details: BOARD_MAJORITY,
          ...control(link.boardMajority),
          ...dates,
        },
      ]
    : [];
  const agreement = link.agreement
    ? [
        {
          type: "rightsGrantedByContract",
          directOrIndirect: "direct",
          details: link.agreement.kind,
          ...control(link.agreement.controls),
          ...dates,
        },
      ]
    : [];
  return [
    ...share("shareholding", link.equity),
    ...share("votingRights", link.voting),
    ...board,
    ...agreement,
  ];
}

/**
 * Parties and links as BODS 0.4 statements, in order: parties first, as the standard asks. The same record gives the
 * same statements and ids, whatever machine writes them.
 */
export function exportBods(
  record: { readonly parties: readonly Party[]; readonly links: readonly Link[] },
  { publisher, publishedOn, subject }: BodsPublication,
): readonly Json[] {
  const statement = (recordId: string, recordType: string, date: string, recordDetails: Json) => {
    const body = {
      declarationSubject: subject,
      statementDate: date,
      publicationDetails: {
        publicationDate: publishedOn,
        bodsVersion: "0.4",
        publisher: { name: publisher },
      },
      recordId,
      recordStatus: "new",
      recordType,
      recordDetails,
    };
    return { statementId: hashOf(body), ...body };
  };
  const people = record.parties.map((party) =>
    party.kind === "person"
      ? statement(party.id, "person", publishedOn, personDetails(party))
      : statement(party.id, "entity", publishedOn, entityDetails(party)),
  );
  const relations = record.links.map((link) => {
    const details = {
      isComponent: false,
      subject: link.target,
      interestedParty: link.owner,
      interests: interests(link),
    };
    const source = link.source === undefined ? {} : { source: { description: link.source } };
    return { ...statement(link.id, "relationship", link.asOf ?? publishedOn, details), ...source };
  });
  return [...people, ...relations];
}
