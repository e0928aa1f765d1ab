import { z } from "zod";
import { decodeText, parseStrictJson } from "#node/input";
import { canonicalJson, hashOf, ok, type Result, sha256Hex } from "#shared/kernel";
import type { Dossier } from "#shared/model";
import type { Change } from "#shared/packet";
import { type Lane, lanes, type Track } from "#shared/rules";
import type { DeskContext } from "../session/adapters.ts";

/** Parts of a dossier that decide an answer or a list hit; prose, prices and quantities do not. */
const orderParts = [
  "buyer",
  "declarations",
  "exporterFacts",
  "endUses",
  "tenantMix",
  "remoteUsers",
  "route",
  "screening",
  "lookups",
] as const;
const bookParts = ["parties", "links", "sites"] as const;

/** Enough for a dossier of some thousand parties; what is beyond is not compared. */
const MOST_VALUES = 20_000;
/** The first states of an order that came out adverse; later ones add nothing that these do not show. */
const MOST_KEPT = 200;
const LONGEST = 400;

const keptSchema = z.strictObject({
  schema: z.literal("h200-desk/adverse@1"),
  order: z.string().max(80),
  date: z.string().max(20),
  dossierSha256: z.string().max(64),
  values: z.array(z.tuple([z.string().max(400), z.string().max(LONGEST)])).max(MOST_VALUES),
});
type Kept = z.infer<typeof keptSchema>;

function* leaves(value: unknown, path: string): Generator<readonly [string, string]> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const id = (item as { id?: unknown } | null)?.id;
      yield* leaves(item, `${path}.${typeof id === "string" ? id : index}`);
    }
  } else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value))
      if (key !== "id") yield* leaves(item, `${path}.${key}`);
  } else if (value !== undefined && value !== null) {
    yield [path.slice(0, 400), String(value).slice(0, LONGEST)];
  }
}

/** What decides, by place; the same place in two states can be compared. */
function decisiveValues(dossier: Dossier): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  for (const part of orderParts) found.push(...leaves(dossier.order[part], `order.${part}`));
  for (const part of bookParts) found.push(...leaves(dossier[part], part));
  return found.slice(0, MOST_VALUES);
}

const prefixOf = (order: string) => `adverse-${sha256Hex(order).slice(0, 16)}-`;

const mildest = lanes.indexOf("reported-barred");

/** Whether a check found a bar in what the order says: a hold on all, or what is missing or not verified, decides nothing here. */
export function isAdverse(tracks: Readonly<Record<Track, { readonly lane: Lane }>>): boolean {
  return Object.values(tracks).some(({ lane }) => lanes.indexOf(lane) <= mildest);
}

/** Keeps what decided an adverse answer or a list hit, so that a reviewer is told what was changed after it. */
export async function keepAdverse(
  { workspace, clockAndIds }: Pick<DeskContext, "workspace" | "clockAndIds">,
  dossier: Dossier,
): Promise<Result<void>> {
  const { files } = workspace;
  const { id } = dossier.order;
  const names = await files.list("packets");
  if (!names.ok) return names;
  const values = decisiveValues(dossier).map(([path, value]): [string, string] => [path, value]);
  const name = `${prefixOf(id)}${hashOf(values).slice(0, 16)}.json`;
  const kept = names.value.filter((one) => one.startsWith(prefixOf(id)));
  if (kept.includes(name) || kept.length >= MOST_KEPT) return ok(undefined);
  const note: Kept = {
    schema: "h200-desk/adverse@1",
    order: id,
    date: clockAndIds.today(),
    dossierSha256: hashOf(values),
    values,
  };
  return await files.write("packets", name, Buffer.from(`${canonicalJson(note)}\n`, "utf8"));
}

async function readKept({ workspace }: DeskContext, name: string): Promise<Kept | undefined> {
  const bytes = await workspace.files.read("packets", name);
  const text = bytes.ok ? decodeText(bytes.value, name, { mark: "refuse" }) : bytes;
  const json = text.ok ? parseStrictJson(text.value, name) : text;
  if (!json.ok) workspace.files.report("packets", name, json.error);
  const parsed = json.ok ? keptSchema.safeParse(json.value) : undefined;
  return parsed?.success ? parsed.data : undefined;
}

function nameAt(path: string, dossier: Dossier): string | undefined {
  const [book, id] = path.split(".");
  if (book !== "parties") return undefined;
  const names = dossier.parties.find((party) => party.id === id)?.names;
  return names?.zh ?? names?.en;
}

/** Decisive answers and names that are otherwise now than when a check came out adverse or a list hit was shown. */
export async function changesSinceAdverse(
  context: DeskContext,
  dossier: Dossier,
): Promise<Result<{ readonly date: string; readonly changes: readonly Change[] }>> {
  const names = await context.workspace.files.list("packets");
  if (!names.ok) return names;
  const now = new Map(decisiveValues(dossier));
  const changes = new Map<string, Change>();
  let date = "";
  const mine = names.value.filter((name) => name.startsWith(prefixOf(dossier.order.id)));
  for (const name of mine) {
    const kept = await readKept(context, name);
    if (kept === undefined || kept.order !== dossier.order.id) continue;
    const then = new Map(kept.values);
    for (const path of new Set([...then.keys(), ...now.keys()])) {
      const [before, after] = [then.get(path), now.get(path)];
      // What was filled in later is an answer, not a changed one; a decision that clears a hit or a bar is.
      const added = before === undefined && !/^order\.(screening|lookups)\./.test(path);
      if (before === after || added || changes.has(path)) continue;
      const of = nameAt(path, dossier);
      changes.set(path, {
        path,
        ...(of === undefined ? {} : { of }),
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
      });
      if (date === "" || kept.date < date) date = kept.date;
    }
  }
  return ok({ date, changes: [...changes.values()].slice(0, 2_000) });
}
