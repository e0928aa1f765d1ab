import type { DeskHandlers } from "#shared/ipc";
import { appError, err, ok, type Result } from "#shared/kernel";
import { diffPacks, type Program } from "#shared/rules";
import type { DeskContext } from "./adapters.ts";
import { done } from "./books.ts";
import type { LoadedPack } from "./pack-shelf.ts";

type PackChange = {
  readonly kind: string;
  readonly id: string;
  readonly change: "added" | "removed" | "changed";
  readonly fields: readonly string[];
};

type Comparable = Pick<Program, "pack" | "sources">;

/** What differs between two versions of a pack: rules, definitions, parameters, sources, each with the fields that changed. */
export function comparePacks(before: Comparable, after: Comparable): readonly PackChange[] {
  const content = ({ pack, sources }: Comparable) => ({ pack, sources: [...sources.values()] });
  return diffPacks(content(before), content(after)).map(({ fields, ...change }) => ({
    ...change,
    fields: fields.map((field) => field.path),
  }));
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
        acceptUnsigned: acceptUnsigned && context.host.program?.managed?.onlyTheseKeys !== true,
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
