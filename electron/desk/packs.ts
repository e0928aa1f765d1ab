import type { DeskHandlers } from "#shared/ipc";
import { appError, canonicalJson, err, ok, type Result } from "#shared/kernel";
import type { Program } from "#shared/rules";
import type { DeskContext } from "./adapters.ts";
import { done } from "./books.ts";
import type { LoadedPack } from "./pack-shelf.ts";

type PackChange = {
  readonly kind: string;
  readonly id: string;
  readonly change: "added" | "removed" | "changed";
  readonly fields: readonly string[];
};

type Named = { readonly id: string };

function changedFields(before: object, after: object): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const a = before as Readonly<Record<string, unknown>>;
  const b = after as Readonly<Record<string, unknown>>;
  return [...names]
    .filter((name) => canonicalJson(a[name] ?? null) !== canonicalJson(b[name] ?? null))
    .toSorted();
}

function compareNamed(
  kind: string,
  before: readonly Named[],
  after: readonly Named[],
): PackChange[] {
  const old = new Map(before.map((item) => [item.id, item]));
  const fresh = new Map(after.map((item) => [item.id, item]));
  const changes: PackChange[] = [];
  for (const [id, item] of fresh) {
    const was = old.get(id);
    if (was === undefined) changes.push({ kind, id, change: "added", fields: [] });
    else {
      const fields = changedFields(was, item);
      if (fields.length > 0) changes.push({ kind, id, change: "changed", fields });
    }
  }
  for (const id of old.keys())
    if (!fresh.has(id)) changes.push({ kind, id, change: "removed", fields: [] });
  return changes.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

type Comparable = Pick<Program, "pack" | "sources">;

/** What differs between two versions of a pack: rules, definitions, parameters, sources, each with the fields that changed. */
export function comparePacks(before: Comparable, after: Comparable): readonly PackChange[] {
  const head = (side: Comparable) => ({
    id: side.pack.id,
    version: side.pack.version,
    issued: side.pack.issued,
    title: side.pack.title,
    covers: side.pack.covers,
  });
  const headFields = changedFields(head(before), head(after));
  return [
    ...(headFields.length > 0
      ? [{ kind: "pack", id: after.pack.id, change: "changed" as const, fields: headFields }]
      : []),
    ...compareNamed("rule", before.pack.rules, after.pack.rules),
    ...compareNamed("definition", before.pack.definitions, after.pack.definitions),
    ...compareNamed("parameter", before.pack.parameters, after.pack.parameters),
    ...compareNamed("source", [...before.sources.values()], [...after.sources.values()]),
  ];
}

async function findPack(
  context: DeskContext,
  id: string,
  version: string,
): Promise<Result<LoadedPack>> {
  const all = await context.packs.all();
  if (!all.ok) return all;
  const found = all.value.find(
    ({ program }) => program.pack.id === id && program.pack.version === version,
  );
  return found === undefined ? err(appError("pack-unknown", { id, version })) : ok(found);
}

/** The law as data: what is loaded, what changed, whom to trust. */
export function packHandlers(context: DeskContext): DeskHandlers["packs"] {
  const { packs, grants, workspace } = context;
  return {
    list: async () => {
      const all = await packs.all();
      if (!all.ok) return all;
      return ok(
        all.value.map(({ program: { pack, sha256 }, builtIn, active, signer }) => ({
          id: pack.id,
          track: pack.track,
          version: pack.version,
          issued: pack.issued,
          sha256,
          builtIn,
          active,
          ...(signer === undefined ? {} : { signer }),
          rules: pack.rules.length,
        })),
      );
    },
    get: async ({ id, version }) => {
      const found = await findPack(context, id, version);
      return found.ok
        ? ok({ pack: found.value.program.pack, sources: [...found.value.program.sources.values()] })
        : found;
    },
    import: async ({ fileName, grant, acceptUnsigned }) => {
      const file = grants.take(grant);
      if (!file.ok) return file;
      const settings = await workspace.settings.get();
      if (!settings.ok) return settings;
      const taken = await packs.import(fileName, file.value.bytes, {
        acceptUnsigned,
        trusted: settings.value.trustedPackKeys,
      });
      if (!taken.ok || !taken.value.imported) return taken;
      const { id, version } = taken.value;
      const recorded = await workspace.journal.record(
        "pack.import",
        { collection: "packs", id },
        { version },
      );
      return recorded.ok ? taken : recorded;
    },
    compare: async ({ id, from, to }) => {
      const before = await findPack(context, id, from);
      if (!before.ok) return before;
      const after = await findPack(context, id, to);
      return after.ok ? ok(comparePacks(before.value.program, after.value.program)) : after;
    },
    trust: async ({ name, publicKey }) => {
      const settings = await workspace.settings.get();
      if (!settings.ok) return settings;
      const others = settings.value.trustedPackKeys.filter((key) => key.publicKey !== publicKey);
      const trustedPackKeys = [...others, { name, publicKey }];
      return done(await workspace.settings.save({ ...settings.value, trustedPackKeys }));
    },
  };
}
