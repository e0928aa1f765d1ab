import { createFactSource, type FactSource } from "#shared/facts";
import { parseDossier } from "#shared/model";
import { evaluate, type Program, type Reading } from "#shared/rules";
import { readBases } from "../support/pack-files.ts";
import { orderWith } from "./cast.ts";
import type { Class, Role } from "./table.ts";

const base = readBases("cn-import/2026-12-01/").get("private-start-up");
const asOf = "2026-08-20";

/** Rules that speak of a party's class; what the order as a whole is told stands apart. */
const spoken = /^cn\.(military|government|sensitive|infrastructure|critical|state|tenants)/;

const made = new Map<string, FactSource>();

function factsOf(role: Role, kind: Class): FactSource {
  const name = `${role}|${kind}`;
  const before = made.get(name);
  if (before !== undefined) return before;
  const dossier = parseDossier(orderWith(base, role, kind));
  if (!dossier.ok) throw new Error(JSON.stringify(dossier.error));
  const facts = createFactSource({ dossier: dossier.value, hits: [], screened: [], asOf });
  made.set(name, facts);
  return facts;
}

/** What a pack says of one role and class under a reading, in the words of the table. */
export function saidOf(pack: Program, role: Role, kind: Class, reading: Reading) {
  const facts = factsOf(role, kind);
  const { lane, findings } = evaluate(pack, facts, { asOf, reading });
  const held = findings.filter((one) => one.value === "holds" && spoken.test(one.rule));
  const effects = new Set<string>(held.map((one) => one.effect));
  const tells = ["disclosure", "red-flag"].find((effect) => effects.has(effect)) ?? "nothing";
  return { lane, stop: held.some((one) => one.stop === true), tells };
}
