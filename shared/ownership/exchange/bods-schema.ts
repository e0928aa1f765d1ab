import { isCivilDate } from "#shared/kernel";
import {
  type BodsFault,
  type Check,
  type Further,
  flag,
  isMoment,
  isRecord,
  list,
  mustBe,
  needs,
  number,
  object,
  someOf,
  text,
  textOr,
  when,
} from "./bods-check.ts";

/** The rules of the Beneficial Ownership Data Standard 0.4, written as checks. */
const uri = text({ format: "uri" });
const day = text({ format: "date" });
const moment = text({ anyOf: [isCivilDate, isMoment] });
const roughDay = text({
  anyOf: [(value) => /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(value), isCivilDate],
});
const plain = text();

const country = object({ name: plain, code: text({ min: 2, max: 2 }) }, ["name"]);
const jurisdiction = object({ name: plain, code: text({ min: 2, max: 6 }) }, ["name"]);
const address = (types: readonly string[]) =>
  object({ type: text({ oneOf: types }), address: plain, postCode: plain, country });
const identifier = object(
  { id: plain, scheme: plain, schemeName: plain, uri },
  [],
  someOf(["scheme", "schemeName"], "scheme"),
);

/** Reasons for which a record or a party is not named. */
const UNSPECIFIED_REASONS = [
  "noBeneficialOwners",
  "subjectUnableToConfirmOrIdentifyBeneficialOwner",
  "interestedPartyHasNotProvidedInformation",
  "subjectExemptFromDisclosure",
  "interestedPartyExemptFromDisclosure",
  "unknown",
  "informationUnknownToPublisher",
] as const;
const unspecified = object({ reason: text({ oneOf: UNSPECIFIED_REASONS }), description: plain }, [
  "reason",
]);

const source = object({
  type: list(
    text({
      oneOf: ["selfDeclaration", "officialRegister", "thirdParty", "primaryResearch", "verified"],
    }),
  ),
  description: plain,
  url: uri,
  retrievedAt: moment,
  assertedBy: list(object({ name: plain, uri })),
});

const is =
  (name: string, ...values: readonly unknown[]) =>
  (value: Readonly<Record<string, unknown>>) =>
    values.includes(value[name]);

function subtypes(types: readonly string[], allowed: readonly string[]): Further {
  const check = text({ oneOf: allowed });
  return when(is("type", ...types), (value, path, report) => {
    if ("subtype" in value) check(value["subtype"], `${path}.subtype`, report);
  });
}

const entityType = object(
  {
    type: text({
      oneOf: [
        "registeredEntity",
        "legalEntity",
        "arrangement",
        "anonymousEntity",
        "unknownEntity",
        "state",
        "stateBody",
      ],
    }),
    subtype: text({
      oneOf: ["governmentDepartment", "stateAgency", "other", "trust", "nomination"],
    }),
    details: plain,
  },
  ["type"],
  subtypes(["arrangement"], ["trust", "nomination", "other"]),
  subtypes(["legalEntity"], ["trust", "other"]),
  subtypes(["stateBody"], ["governmentDepartment", "stateAgency", "other"]),
  subtypes(["registeredEntity", "state", "anonymousEntity", "unknownEntity"], ["other"]),
);

const listing = object(
  {
    marketIdentifierCode: plain,
    operatingMarketIdentifierCode: plain,
    stockExchangeJurisdiction: text({ min: 2, max: 6 }),
    stockExchangeName: plain,
    security: object(
      { idScheme: text({ oneOf: ["isin", "figi", "cusip", "cins"] }), id: plain, ticker: plain },
      ["ticker"],
    ),
  },
  ["stockExchangeJurisdiction", "security", "stockExchangeName"],
);

const entity = object(
  {
    isComponent: flag,
    entityType,
    unspecifiedEntityDetails: unspecified,
    name: plain,
    alternateNames: list(plain),
    jurisdiction,
    identifiers: list(identifier),
    foundingDate: day,
    dissolutionDate: day,
    addresses: list(address(["registered", "business", "alternative"])),
    uri,
    publicListing: object(
      { hasPublicListing: flag, companyFilingsURLs: list(uri), securitiesListings: list(listing) },
      ["hasPublicListing"],
    ),
    formedByStatute: object({ name: plain, date: day }),
  },
  ["isComponent", "entityType"],
);

const personName = object(
  {
    type: text({
      oneOf: ["legal", "translation", "transliteration", "former", "alternative", "birth"],
    }),
    fullName: plain,
    familyName: plain,
    givenName: plain,
    patronymicName: plain,
  },
  ["fullName"],
);

const exposure = object(
  {
    status: text({ oneOf: ["isPep", "isNotPep", "unknown"] }),
    details: list(
      object({
        reason: plain,
        missingInfoReason: plain,
        jurisdiction,
        startDate: day,
        endDate: day,
        source,
      }),
    ),
  },
  ["status"],
);

const person = object(
  {
    isComponent: flag,
    personType: text({ oneOf: ["anonymousPerson", "unknownPerson", "knownPerson"] }),
    unspecifiedPersonDetails: unspecified,
    names: list(personName),
    identifiers: list(identifier),
    nationalities: list(country),
    placeOfBirth: address(["placeOfBirth"]),
    birthDate: roughDay,
    deathDate: roughDay,
    taxResidencies: list(country),
    addresses: list(address(["residence", "service", "alternative"])),
    politicalExposure: exposure,
  },
  ["personType", "isComponent"],
);

/** Kinds of interest of the standard. */
const INTEREST_TYPES = [
  "shareholding",
  "votingRights",
  "appointmentOfBoard",
  "otherInfluenceOrControl",
  "seniorManagingOfficial",
  "settlor",
  "trustee",
  "protector",
  "beneficiaryOfLegalArrangement",
  "rightsToSurplusAssetsOnDissolution",
  "rightsToProfitOrIncome",
  "rightsGrantedByContract",
  "conditionalRightsGrantedByContract",
  "controlViaCompanyRulesOrArticles",
  "controlByLegalFramework",
  "boardMember",
  "boardChair",
  "unknownInterest",
  "unpublishedInterest",
  "enjoymentAndUseOfAssets",
  "rightToProfitOrIncomeFromAssets",
  "nominee",
  "nominator",
] as const;

const percent = number(0, 100);
const interest = object({
  type: text({ oneOf: INTEREST_TYPES }),
  directOrIndirect: text({ oneOf: ["direct", "indirect", "unknown"] }),
  beneficialOwnershipOrControl: flag,
  details: plain,
  share: object({
    exact: percent,
    maximum: percent,
    minimum: percent,
    exclusiveMinimum: percent,
    exclusiveMaximum: percent,
  }),
  startDate: day,
  endDate: day,
});

const relationship = object(
  {
    isComponent: flag,
    componentRecords: list(plain),
    subject: textOr(unspecified),
    interestedParty: textOr(unspecified),
    interests: list(interest),
  },
  ["isComponent", "subject", "interestedParty"],
  // A component is the innermost step: it has no components of its own.
  when(
    is("isComponent", true),
    mustBe("componentRecords", (value) => !Array.isArray(value) || value.length === 0),
  ),
);

const annotation = object(
  {
    statementPointerTarget: plain,
    creationDate: moment,
    createdBy: object({ name: plain, uri }),
    motivation: text({
      oneOf: ["commenting", "correcting", "identifying", "linking", "transformation"],
    }),
    description: plain,
    transformedContent: plain,
    url: uri,
  },
  ["motivation", "statementPointerTarget"],
  when(is("motivation", "linking"), needs("url")),
  when(
    (value) => "motivation" in value && value["motivation"] !== "transformation",
    mustBe("transformedContent", (value) => value === "" || typeof value !== "string"),
  ),
);

const publication = object(
  {
    publicationDate: moment,
    bodsVersion: text({ pattern: /^\d+\.\d+$/ }),
    license: uri,
    publisher: object({ name: plain, url: uri }, [], someOf(["name", "url"])),
  },
  ["publicationDate", "bodsVersion", "publisher"],
);

const records = new Map<unknown, Check>(Object.entries({ entity, person, relationship }));

const statement = object(
  {
    statementId: text({ min: 32, max: 64 }),
    statementDate: moment,
    annotations: list(annotation),
    publicationDetails: publication,
    source,
    declaration: plain,
    declarationSubject: plain,
    recordId: plain,
    recordType: text({ oneOf: ["entity", "person", "relationship"] }),
    recordStatus: text({ oneOf: ["new", "updated", "closed"] }),
    recordDetails: object({}),
  },
  ["statementId", "declarationSubject", "recordId", "recordType", "recordDetails", "statementDate"],
  (value, path, report) => {
    const check = records.get(value["recordType"]);
    if (check && isRecord(value["recordDetails"]))
      check(value["recordDetails"], `${path}.recordDetails`, report);
  },
);

/** At most this many faults are listed; a file that is wrong all over is not listed all over. */
const MOST_FAULTS = 200;

/** Every fault of a list of statements, by statement and place; empty when the standard is met. */
export function bodsFaults(value: unknown): BodsFault[] {
  const found: BodsFault[] = [];
  list(statement)(value, "$", (fault) => {
    if (found.length < MOST_FAULTS && !found.some((other) => sameFault(other, fault)))
      found.push(fault);
  });
  return found;
}

function sameFault(a: BodsFault, b: BodsFault): boolean {
  return a.path === b.path && a.keyword === b.keyword && a.property === b.property;
}
