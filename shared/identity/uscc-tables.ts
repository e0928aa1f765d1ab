/** The 31 characters of GB 32100-2015: no I, O, S, V, Z (DF-U-01). */
export const USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** What a code's first two characters say the body is (DF-U-04, DF-U-05). */
export type UsccKind =
  | "organ"
  | "public-institution"
  | "mass-organisation"
  | "foreign-mission"
  | "legal-service"
  | "cultural-centre"
  | "social-organisation"
  | "tourism-office"
  | "religious-body"
  | "trade-union"
  | "enterprise"
  | "sole-trader"
  | "farm-cooperative"
  | "military"
  | "rural-collective"
  | "other";

/** One category of a registering department: what it is and its ISO 20275 form code. */
export type UsccCategory = { readonly kind: UsccKind; readonly elf?: string };

/** Department and category together, with the form code that GLEIF lists for it (appendix of DF-U-04; ISO 20275). */
export const USCC_CATEGORIES: Readonly<Record<string, UsccCategory>> = {
  "11": { kind: "organ", elf: "I39S" },
  "12": { kind: "public-institution", elf: "B5UZ" },
  "13": { kind: "mass-organisation", elf: "BDTI" },
  "19": { kind: "other", elf: "SH05" },
  "21": { kind: "foreign-mission", elf: "1IWK" },
  "29": { kind: "other", elf: "C38B" },
  "31": { kind: "legal-service", elf: "6NSC" },
  "32": { kind: "legal-service", elf: "E88S" },
  "33": { kind: "legal-service", elf: "IBEM" },
  "34": { kind: "legal-service", elf: "S9UH" },
  "35": { kind: "legal-service", elf: "V251" },
  "39": { kind: "other", elf: "NWJX" },
  "41": { kind: "cultural-centre", elf: "8XAW" },
  "49": { kind: "other", elf: "GPHT" },
  "51": { kind: "social-organisation", elf: "GGZ5" },
  "52": { kind: "social-organisation", elf: "E4FG" },
  "53": { kind: "social-organisation", elf: "2M6Y" },
  "59": { kind: "other", elf: "WEUX" },
  "61": { kind: "tourism-office", elf: "TBG2" },
  "62": { kind: "tourism-office", elf: "E4YV" },
  "69": { kind: "other", elf: "OMUD" },
  "71": { kind: "religious-body", elf: "YXJ5" },
  "72": { kind: "religious-body", elf: "6KC0" },
  "79": { kind: "other", elf: "T0KK" },
  "81": { kind: "trade-union", elf: "OH9O" },
  "89": { kind: "other", elf: "R3O0" },
  "91": { kind: "enterprise", elf: "ECAK" },
  "92": { kind: "sole-trader", elf: "RV48" },
  "93": { kind: "farm-cooperative", elf: "UMCR" },
  "99": { kind: "other" },
  A1: { kind: "military", elf: "5A9K" },
  A9: { kind: "military", elf: "CYV6" },
  N1: { kind: "rural-collective", elf: "V816" },
  N2: { kind: "rural-collective", elf: "5GXA" },
  N3: { kind: "rural-collective", elf: "DLEK" },
  N9: { kind: "other", elf: "ESZ8" },
  Y1: { kind: "other", elf: "LURL" },
};

/** First two digits of the divisions at province level, and `10` of the national registrar 100000 (DF-U-06, DF-U-09). */
export const PROVINCES: readonly string[] = [
  ...["11", "12", "13", "14", "15", "21", "22", "23"],
  ...["31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46"],
  ...["50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82"],
];

/** The division of bodies registered with the national registrar. */
export const NATIONAL_DIVISION = "100000";
