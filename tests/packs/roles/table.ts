import type { Lane, Reading } from "#shared/rules";

/**
 * Who counts, in which role (lanes.md), as a lawyer reads it off the page: for each role and class the lane under each reading
 * on a day of limited releases, whether the order stops, and whether the part is disclosed or only flagged. Typed by hand; the
 * pack is held against it.
 */
export type Cell = {
  readonly lanes: Readonly<Record<Reading, Lane>>;
  readonly stop: boolean;
  /** By reading too: whom a narrow reading leaves out of the class, it neither discloses nor flags. */
  readonly tells: Readonly<Record<Reading, Telling>>;
};
type Telling = "nothing" | "disclosure" | "red-flag";

export const roles = [
  "buyer",
  "end user of the order",
  "end user of a line",
  "end user of a use",
  "consuming unit",
  "tenant",
  "remote user",
  "owner above half",
  "owner above half at two tiers",
  "owner below control",
  "site owner",
  "site operator",
  "site lessor",
  "lessor of the goods",
  "importer of record",
  "consignee",
  "agent",
  "intermediary",
  "manufacturer",
  "integrator",
  "forwarder",
  "distributor",
] as const;
export type Role = (typeof roles)[number];

export const classes = [
  "military by answer",
  "military by kind",
  "government by answer",
  "government by code 11",
  "institution with administrative functions",
  "infrastructure by notice",
  "infrastructure by business",
  "serving infrastructure",
  "state-owned by certificate",
  "private",
] as const;
export type Class = (typeof classes)[number];

const all = (lane: Lane): Cell["lanes"] => ({ narrow: lane, working: lane, broad: lane });
const by = (narrow: Lane, working: Lane, broad: Lane): Cell["lanes"] => ({
  narrow,
  working,
  broad,
});

const tell = (one: Telling): Cell["tells"] => ({ narrow: one, working: one, broad: one });
/** The same cell for a class that begins with the working reading, or with the broad one. */
const fromWorking = (cell: Cell): Cell => ({
  ...cell,
  tells: { ...cell.tells, narrow: "nothing" },
});
const fromBroad = (cell: Cell): Cell => ({
  ...cell,
  tells: { ...cell.tells, narrow: "nothing", working: "nothing" },
});

const BARRED = "reported-barred";
const OPEN = "case-by-case";

const nothing: Cell = { lanes: all(OPEN), stop: false, tells: tell("nothing") };
const barred: Cell = { lanes: all(BARRED), stop: false, tells: tell("nothing") };
const barredStop: Cell = { ...barred, stop: true };
const disclosed: Cell = { lanes: all(OPEN), stop: false, tells: tell("disclosure") };
const stopped: Cell = { ...disclosed, stop: true };
const flagged: Cell = { lanes: all(OPEN), stop: false, tells: tell("red-flag") };

/** Row one: applicant, buyer, end user of order, line or use, consuming unit. */
const using: Readonly<Record<Class, Cell>> = {
  "military by answer": barredStop,
  "military by kind": barredStop,
  "government by answer": barred,
  "government by code 11": { ...barred, lanes: by(OPEN, BARRED, BARRED) },
  "institution with administrative functions": { ...barred, lanes: by(OPEN, OPEN, BARRED) },
  "infrastructure by notice": barred,
  "infrastructure by business": { ...disclosed, lanes: by(OPEN, OPEN, BARRED) },
  "serving infrastructure": { ...disclosed, lanes: by(OPEN, OPEN, BARRED) },
  "state-owned by certificate": barred,
  private: nothing,
};

/** Row two: tenants, remote users, customers served; the military in every reading, the others by reading. */
const served: Cell = { lanes: by(OPEN, OPEN, BARRED), stop: false, tells: tell("disclosure") };
const serving: Readonly<Record<Class, Cell>> = {
  "military by answer": { ...barredStop, tells: tell("disclosure") },
  "military by kind": { ...barredStop, tells: tell("disclosure") },
  "government by answer": served,
  "government by code 11": fromWorking(served),
  "institution with administrative functions": fromBroad(served),
  "infrastructure by notice": served,
  "infrastructure by business": fromBroad(served),
  "serving infrastructure": fromBroad(served),
  "state-owned by certificate": served,
  private: nothing,
};

/** Row three: an owner above half at every tier. A state owner makes the firm state-owned; infrastructure counts for nothing. */
const controlling: Readonly<Record<Class, Cell>> = {
  "military by answer": barredStop,
  "military by kind": barredStop,
  "government by answer": barred,
  "government by code 11": barred,
  "institution with administrative functions": barred,
  "infrastructure by notice": nothing,
  "infrastructure by business": nothing,
  "serving infrastructure": nothing,
  "state-owned by certificate": barred,
  private: nothing,
};

/** Row four: an owner below control. State capital is participation: disclosed, and barred when read broadly. */
const taking: Cell = { lanes: by(OPEN, OPEN, BARRED), stop: false, tells: tell("disclosure") };
const holding: Readonly<Record<Class, Cell>> = {
  "military by answer": stopped,
  "military by kind": stopped,
  "government by answer": disclosed,
  "government by code 11": taking,
  "institution with administrative functions": taking,
  "infrastructure by notice": nothing,
  "infrastructure by business": nothing,
  "serving infrastructure": nothing,
  "state-owned by certificate": taking,
  private: nothing,
};

/** Row five: site owner or operator, lessor, importer of record, consignee, agent. */
const placing: Readonly<Record<Class, Cell>> = {
  "military by answer": stopped,
  "military by kind": stopped,
  "government by answer": disclosed,
  "government by code 11": fromWorking(disclosed),
  "institution with administrative functions": fromBroad(disclosed),
  "infrastructure by notice": disclosed,
  "infrastructure by business": nothing,
  "serving infrastructure": nothing,
  "state-owned by certificate": disclosed,
  private: nothing,
};

/** Row six: manufacturer, integrator, forwarder, distributor. */
const trading: Readonly<Record<Class, Cell>> = {
  "military by answer": flagged,
  "military by kind": flagged,
  "government by answer": flagged,
  "government by code 11": fromWorking(flagged),
  "institution with administrative functions": fromBroad(flagged),
  "infrastructure by notice": nothing,
  "infrastructure by business": nothing,
  "serving infrastructure": nothing,
  "state-owned by certificate": nothing,
  private: nothing,
};

/** The table: every role with its row. */
export const table: Readonly<Record<Role, Readonly<Record<Class, Cell>>>> = {
  buyer: using,
  "end user of the order": using,
  "end user of a line": using,
  "end user of a use": using,
  "consuming unit": using,
  tenant: serving,
  "remote user": serving,
  "owner above half": controlling,
  "owner above half at two tiers": controlling,
  "owner below control": holding,
  "site owner": placing,
  "site operator": placing,
  "site lessor": placing,
  "lessor of the goods": placing,
  "importer of record": placing,
  consignee: placing,
  agent: placing,
  intermediary: placing,
  manufacturer: trading,
  integrator: trading,
  forwarder: trading,
  distributor: trading,
};
