import {
  anyOf,
  asked,
  bothOf,
  holds,
  outcomeOf,
  type Spread,
  told,
  whileUnnamed,
} from "./algebra.ts";
import {
  firmOf,
  isGovernment,
  isInfrastructure,
  isMilitary,
  isMilitaryEndUser,
} from "./classes.ts";
import { goodsOf, reportedGoods } from "./goods.ts";
import { type OnDay, type Parameter, withLookups } from "./lookups.ts";
import { ownersAbove, type Standing, standingOf } from "./owners.ts";
import { principals, rolesOf, servedBy } from "./roles.ts";
import type { Answer, Lane, Outcome, Reading, Situation } from "./situation.ts";

const BARRED: Lane = "reported-barred";
const VERIFY: Lane = "verify-first";

/** The reported state and its lane, by value of the parameter. */
const importState: Parameter = {
  id: "import-state",
  careful: "hold",
  lanes: {
    weighed: VERIFY,
    planned: VERIFY,
    hold: "reported-hold",
    "in-principle": "case-by-case",
    conditional: "case-by-case",
    pause: "reported-hold",
    limited: "case-by-case",
  },
};

/** First day of each state; the four classes are reported from 2026-01-08. */
const states: readonly (readonly [string, OnDay])[] = [
  ["2026-10-10", "unverified"],
  ["2026-08-19", { value: "limited" }],
  ["2026-06-01", { value: "pause" }],
  ["2026-01-28", { value: "conditional" }],
  ["2026-01-23", { value: "in-principle" }],
  ["2026-01-13", { value: "hold" }],
  ["2026-01-08", { value: "planned" }],
  ["0000-00-00", { value: "weighed" }],
];
const classesFrom = "2026-01-08";

/** What art. 4 decides under each reading; `undefined` is at most a disclosure. */
const stateOwned: Readonly<Record<Reading, Readonly<Partial<Record<Standing, Lane>>>>> = {
  narrow: { settled: BARRED },
  working: { settled: BARRED, "case-four": BARRED, doubt: VERIFY },
  broad: { settled: BARRED, "case-four": BARRED, doubt: BARRED, participation: BARRED },
};

/** What serving a barred tenant decides under each reading; the military is barred in all of them. */
const serving: Readonly<Record<Reading, Lane>> = {
  narrow: "no-bar-found",
  working: "case-by-case",
  broad: BARRED,
};

function standingSpread(situation: Situation, firm: string, reading: Reading): Spread {
  const lane = (standing: Standing): Lane => stateOwned[reading][standing] ?? "no-bar-found";
  const best = lane(standingOf(situation, firm, "best"));
  return { D: best, L: best, P: lane(standingOf(situation, firm, "worst")) };
}

/** Each reported class is a parameter: barred, unless a confirmed entry says otherwise. Age never softens it. */
type Classes = Readonly<Record<"military" | "government" | "infrastructure" | "state", Spread>>;

function classesOn(situation: Situation): Classes {
  const of = (id: string) =>
    withLookups(
      situation,
      { id, careful: "barred", lanes: { barred: BARRED, "not-barred": "no-bar-found" } },
      { value: "barred" },
    );
  return {
    military: of("class-military"),
    government: of("class-sensitive-government"),
    infrastructure: of("class-critical-infrastructure"),
    state: of("class-state-owned"),
  };
}

/** A rule of a class counts where the class is barred, and is silent where it is not. */
function within(barred: Spread, rule: Spread): Spread {
  const at = (end: "D" | "L" | "P"): Lane => (barred[end] === BARRED ? rule[end] : "no-bar-found");
  return { ...rule, D: at("D"), L: at("L"), P: at("P") };
}

/** Row one: applicant, buyer, end user, consuming unit. */
function principalRules(situation: Situation, reading: Reading, on: Classes): readonly Spread[] {
  return principals(situation).flatMap((id) => {
    const firm = firmOf(situation, id);
    return [
      within(on.military, asked(isMilitary(firm), BARRED, true)),
      within(on.government, asked(isGovernment(firm, reading), BARRED)),
      within(on.infrastructure, asked(isInfrastructure(firm, reading), BARRED)),
      within(on.state, standingSpread(situation, id, reading)),
    ];
  });
}

/** Rows three and four: owners of the firms of row one, through all tiers. */
function ownerRules(situation: Situation, reading: Reading, on: Classes): readonly Spread[] {
  return principals(situation).flatMap((id) =>
    ownersAbove(situation, id).flatMap(({ owner, controlling, otherwise }) => {
      const military = isMilitary(owner);
      const barred = bothOf(controlling, military);
      return [
        within(on.military, asked(barred, BARRED, true)),
        within(on.government, asked(bothOf(controlling, isGovernment(owner, reading)), BARRED)),
        within(on.military, asked(told(military === "yes" && otherwise), VERIFY, true)),
        { ...holds("no-bar-found"), stop: military === "yes" },
      ];
    }),
  );
}

/** Row two: tenants, remote users and customers served. */
function servedRules(situation: Situation, reading: Reading, on: Classes): readonly Spread[] {
  const served = servedBy(situation, reading);
  return [
    within(on.military, asked(served.military, BARRED, true)),
    within(on.government, asked(served.government, serving[reading])),
    within(on.infrastructure, asked(served.infrastructure, serving[reading])),
    within(on.state, asked(served.state, serving[reading])),
  ];
}

/** Military by use or by anybody declared a military end user, and every military party of the order. */
function militaryUse(situation: Situation): Answer {
  return anyOf([
    situation.declared["militaryEndUse"] ?? "open",
    ...situation.uses.map(({ kind }) => told(kind === "military")),
    ...situation.firms.map((firm) => told(isMilitaryEndUser(firm))),
  ]);
}

/** A military use or user for any goods: declared use, row one, tenants. */
function militaryAnywhere(situation: Situation): Answer {
  return anyOf([
    militaryUse(situation),
    servedBy(situation, "working").military,
    ...principals(situation).map((id) => isMilitary(firmOf(situation, id))),
  ]);
}

const research = ["rd-laboratory", "university-research"];
const weapons = ["nuclear", "missile", "chemical-biological"];

/** Uses outside the reported commercial applications; one effect in all readings. */
function rulesOfUse({ uses, declared }: Situation): readonly Spread[] {
  const open = uses.filter(({ kind }) => !research.includes(kind) && kind !== "military");
  const whole = open.length === 0 ? "yes" : (declared["commercialUseOnly"] ?? "open");
  const uncommercial = anyOf(
    [whole, ...open.map((use) => use.commercial)].map((answer) =>
      answer === "open" ? "open" : told(answer === "no"),
    ),
  );
  const prohibited = anyOf([
    declared["prohibitedEndUse"] ?? "open",
    ...uses.map(({ kind }) => told(weapons.includes(kind))),
  ]);
  return [
    asked(uncommercial, VERIFY),
    asked(told(uses.some(({ kind }) => kind === "surveillance")), VERIFY),
    asked(prohibited, VERIFY, true),
  ];
}

/** Rows five and six: at most a stop, never a lane. */
function otherRoles(situation: Situation): readonly Spread[] {
  return rolesOf(situation)
    .filter(({ row, firm }) => row === "place" && isMilitary(firm) === "yes")
    .map(() => ({ ...holds("no-bar-found"), stop: true }));
}

/** What a line orders is asked of the buyer while any line does not say. */
function unnamedLines({ lines }: Situation): readonly Spread[] {
  const named = lines.length > 0 && lines.every((line) => goodsOf(line) !== undefined);
  return [asked(named ? "no" : "open", "needs-information")];
}

/** The Chinese track on the situation's day, under one reading. */
export function cnImport(situation: Situation, reading: Reading): Outcome {
  const { asOf } = situation;
  const military = militaryAnywhere(situation);
  const always = [asked(military, VERIFY, true), ...otherRoles(situation)];
  const reported = reportedGoods(situation);
  if (reported === "no") return outcomeOf(always);
  const day = states.find(([from]) => from <= asOf)?.[1] ?? "unverified";
  const base = withLookups(situation, importState, day);
  const on = classesOn(situation);
  const classes =
    asOf < classesFrom
      ? []
      : [
          within(on.military, asked(militaryUse(situation), BARRED, true)),
          ...principalRules(situation, reading, on),
          ...ownerRules(situation, reading, on),
          ...servedRules(situation, reading, on),
        ];
  const ofGoods = [base, ...classes, ...rulesOfUse(situation)];
  return outcomeOf([
    ...always,
    ...unnamedLines(situation),
    ...(reported === "open" ? ofGoods.map(whileUnnamed) : ofGoods),
  ]);
}
