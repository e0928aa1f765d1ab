import type { DeskHandlers } from "#shared/ipc";
import { canonicalJson, hashOf, ok, type Result } from "#shared/kernel";
import { diffPacks, type Program } from "#shared/rules";
import { openSigners } from "../acts/open-signers.ts";
import { laneMoves } from "../check/lane-moves.ts";
import type { DeskContext } from "../session/adapters.ts";
import { done } from "../workspace/books.ts";
import { wireError } from "../workspace/file-issues.ts";
import { packTrust } from "./trusted-keys.ts";

type PackChange = {
  readonly kind: "pack" | "rule" | "parameter" | "definition" | "source";
  readonly id: string;
  readonly change: "added" | "removed" | "changed";
  readonly fields: readonly {
    readonly path: string;
    readonly before: string;
    readonly after: string;
  }[];
};

type Comparable = Pick<Program, "pack" | "sources">;

/** Longest value that is shown of a field; what was cut off is marked. */
const LONGEST = 400;

function valueText(value: unknown): string {
  if (value === undefined) return "";
  const text = typeof value === "string" ? value : canonicalJson(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** What differs between two versions of a pack: rules, definitions, parameters, sources, each field with both values. */
export function comparePacks(before: Comparable, after: Comparable): readonly PackChange[] {
  const content = ({ pack, sources }: Comparable) => ({ pack, sources: [...sources.values()] });
  return diffPacks(content(before), content(after)).map(({ fields, ...change }) => ({
    ...change,
    fields: fields.map((field) => ({
      path: field.path,
      before: valueText(field.before),
      after: valueText(field.after),
    })),
  }));
}

/** All drafts again under the packs of before and of now: what an import changed for them. */
async function recheck(context: DeskContext, before: readonly Program[]): Promise<Result<string>> {
  const now = await context.packs.active();
  if (!now.ok) return now;
  const asOf = context.clockAndIds.today();
  return ok(
    context.jobs.start((job) =>
      laneMoves(context, { packs: before, asOf }, { packs: now.value, asOf }, job),
    ),
  );
}

/** The law as data: what is loaded, what changed, whom to trust. */
export function packHandlers(context: DeskContext): DeskHandlers["packs"] {
  const { packs, grants } = context;
  return {
    list: async () => {
      const all = await packs.all();
      if (!all.ok) return all;
      const trust = await packTrust(context);
      if (!trust.ok) return trust;
      const { trusted } = trust.value;
      const nameOf = (key: string) => trusted.find((one) => one.publicKey === key)?.name;
      return ok(
        all.value.map(
          ({ program: { pack, sha256 }, builtIn, active, setAside, signedBy, refused }) => ({
            id: pack.id,
            track: pack.track,
            version: pack.version,
            issued: pack.issued,
            sha256,
            builtIn,
            active,
            setAside,
            ...(signedBy === undefined
              ? {}
              : { signedBy: { publicKey: signedBy, name: nameOf(signedBy) ?? "" } }),
            ...(refused === undefined ? {} : { refused: wireError(refused) }),
            rules: pack.rules.length,
          }),
        ),
      );
    },
    get: async ({ id, version }) => {
      const found = await packs.find(id, version);
      return found.ok
        ? ok({ pack: found.value.program.pack, sources: [...found.value.program.sources.values()] })
        : found;
    },
    import: async ({ fileName, grant, acceptUnsigned }) => {
      const file = grants.take(grant);
      if (!file.ok) return file;
      const before = await packs.active();
      // A pack that got lost is brought back by taking it in again; there is nothing to compare with then.
      if (!before.ok && before.error.code !== "pack-lost") return before;
      const taken = await packs.import(fileName, file.value.bytes, { acceptUnsigned });
      if (!taken.ok || taken.value.state !== "imported") return taken;
      if (!before.ok) return taken;
      const job = await recheck(context, before.value);
      return job.ok ? ok({ ...taken.value, job: job.value }) : job;
    },
    setAside: async ({ id, version, aside }) => {
      const before = await packs.active();
      if (!before.ok && before.error.code !== "pack-lost") return before;
      const moved = await packs.setAside(id, version, aside);
      if (!moved.ok) return moved;
      const job = await recheck(context, before.ok ? before.value : []);
      return job.ok ? ok({ job: job.value }) : job;
    },
    compare: async ({ id, from, to }) => {
      const before = await packs.find(id, from);
      if (!before.ok) return before;
      const after = await packs.find(id, to);
      return after.ok ? ok(comparePacks(before.value.program, after.value.program)) : after;
    },
    trust: async ({ name, publicKey, trusted, ...hand }) => {
      const signers = await openSigners(context, [hand]);
      if (!signers.ok) return signers;
      const subject = {
        kind: "pack-key" as const,
        id: publicKey.slice(0, 16),
        sha256: hashOf({ name, publicKey, trusted }),
      };
      const payload = { name, publicKey, trusted };
      const place = { collection: "persons", id: hand.person };
      return done(
        await context.acts.sign({ kind: "pack-trust", subject, payload }, signers.value, place),
      );
    },
  };
}
