import { type UsccProblem, usccProblems } from "./uscc-check.ts";
import { type UsccRepair, usccRepairs } from "./uscc-repair.ts";
import { NATIONAL_DIVISION, USCC_CATEGORIES, type UsccKind } from "./uscc-tables.ts";

/** What somebody may want to know of a party and ask its code. */
type UsccClaim =
  | "government-organ"
  | "public-institution"
  | "mass-organisation"
  | "military-unit"
  | "social-organisation"
  | "enterprise"
  | "state-owned"
  | "privately-owned"
  | "military-owned"
  | "existence"
  | "present-address";

/** What a code tells: claims that it shows, claims that it excludes, and claims on which it says nothing (DF-U-06). */
type UsccMeaning = {
  readonly proves: readonly UsccClaim[];
  readonly excludes: readonly UsccClaim[];
  readonly silent: readonly UsccClaim[];
};

/** The division of the registrar at the time of registration: neither today's name of the place nor an address. */
type UsccDivision = {
  readonly code: string;
  readonly level: "national" | "province" | "prefecture" | "county";
  /** First two digits, the key of the province's name; `10` for the national registrar. */
  readonly province: string;
};

/** The parts of a valid code. */
type UsccParts = {
  readonly department: string;
  readonly category: string;
  readonly kind: UsccKind;
  readonly elf?: string;
  readonly division: UsccDivision;
  /** GB 11714 body code, nine characters. */
  readonly body: string;
};

/** A code read: spelling, faults, parts and meaning when valid, hints when not. */
export type UsccReading = {
  readonly input: string;
  /** Upper case, half width, without spaces, hyphens and dots; nothing else is ever changed. */
  readonly code: string;
  readonly valid: boolean;
  readonly problems: readonly UsccProblem[];
  readonly parts?: UsccParts;
  readonly meaning?: UsccMeaning;
  readonly repairs: readonly UsccRepair[];
};

/** The spelling that checks are made on: width, case and separators do not matter, characters do. */
export function normaliseCode(input: string): string {
  return input
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\-‐-―.·]/gu, "");
}

const FORMS: readonly UsccClaim[] = [
  "government-organ",
  "public-institution",
  "mass-organisation",
  "military-unit",
  "social-organisation",
  "enterprise",
];
const SHOWN: Partial<Record<UsccKind, UsccClaim>> = {
  organ: "government-organ",
  "public-institution": "public-institution",
  "mass-organisation": "mass-organisation",
  military: "military-unit",
  "social-organisation": "social-organisation",
  enterprise: "enterprise",
};
const NEVER_SHOWN: readonly UsccClaim[] = ["existence", "present-address"];
const OWNERSHIP: readonly UsccClaim[] = ["state-owned", "privately-owned", "military-owned"];

/**
 * What the prefix of a valid code shows. 91 stands for private firms, state-owned firms and firms of the military alike;
 * a check character shows that the code is well formed, not that it was ever issued (DF-U-05, DF-U-06).
 */
function usccMeaning(kind: UsccKind): UsccMeaning {
  const shown = SHOWN[kind];
  if (!shown) return { proves: [], excludes: [], silent: [...FORMS, ...OWNERSHIP, ...NEVER_SHOWN] };
  return {
    proves: [shown],
    excludes: FORMS.filter((claim) => claim !== shown),
    silent: [...OWNERSHIP, ...NEVER_SHOWN],
  };
}

function levelOf(code: string): UsccDivision["level"] {
  if (code === NATIONAL_DIVISION) return "national";
  if (code.endsWith("0000")) return "province";
  return code.endsWith("00") ? "prefecture" : "county";
}

function partsOf(code: string): UsccParts {
  const prefix = code.slice(0, 2);
  const division = code.slice(2, 8);
  const { kind, elf } = USCC_CATEGORIES[prefix] ?? { kind: "other" };
  return {
    department: code.charAt(0),
    category: prefix,
    kind,
    ...(elf === undefined ? {} : { elf }),
    division: { code: division, level: levelOf(division), province: division.slice(0, 2) },
    body: code.slice(8, 17),
  };
}

/** Whether a code is well formed: both check characters and all tables fit. Cheaper than reading it. */
export function isUscc(input: string): boolean {
  return usccProblems(normaliseCode(input)).length === 0;
}

/** Reads a unified social credit code as somebody wrote it. Hints are offered, the code itself is never changed. */
export function readUscc(input: string): UsccReading {
  const code = normaliseCode(input);
  const problems = usccProblems(code);
  if (problems.length > 0)
    return { input, code, valid: false, problems, repairs: usccRepairs(code) };
  const parts = partsOf(code);
  return {
    input,
    code,
    valid: true,
    problems,
    parts,
    meaning: usccMeaning(parts.kind),
    repairs: [],
  };
}
