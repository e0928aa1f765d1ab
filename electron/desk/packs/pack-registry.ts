import {
  builtInPacks,
  comparePackAge,
  earlierPacks,
  type PackFiles,
  type PackRefusal,
  type PackWarning,
  packBundleBytes,
  packSignatureHolds,
  readPackBundle,
  reviewPack,
} from "#node/packs";
import { factCatalogue } from "#shared/facts";
import { type AppError, appError, err, ok, type Result, sha256Hex } from "#shared/kernel";
import { compile, type PackError, type PackInput, type Program, tracks } from "#shared/rules";
import type { DeskFiles, DeskJournal } from "../workspace/desk-workspace.ts";
import type { PackTrust } from "./trusted-keys.ts";

/** A pack of the desk with where it comes from. */
type LoadedPack = {
  readonly program: Program;
  readonly builtIn: boolean;
  readonly active: boolean;
  /** A person set it aside: it stays for re-running old reports and speaks for no track. */
  readonly setAside: boolean;
  /** The public key whose signature holds; absent when nobody signed it. */
  readonly signedBy?: string;
  /** Why it is no law here although its file lies in the folder. */
  readonly refused?: AppError;
};

/**
 * What an attempt to take in a pack came to. Problems refuse it, warnings only tell; `ask` when nothing is wrong with the pack but
 * no trusted key signed it, so that a person must say that its source is known.
 */
type PackImport = {
  readonly state: "imported" | "refused" | "ask";
  readonly id: string;
  readonly version: string;
  readonly warnings: readonly PackWarning[];
  readonly problems: readonly PackRefusal[];
};

/** What an imported pack is held against each time it is loaded. */
export type PackGround = {
  readonly files: DeskFiles;
  readonly journal: Pick<DeskJournal, "told" | "record">;
  /** The keys that count, asked each time: trust may be given and taken while the desk is open. */
  readonly trust: () => Promise<Result<PackTrust>>;
};

/** The delivered and the imported packs of a workspace. */
export type PackRegistry = {
  /** Every pack, with those that are refused; a file that is no pack is skipped and told to the person. */
  all(): Promise<Result<readonly LoadedPack[]>>;
  /**
   * The program that speaks for each track: the newest issue, and of two the higher version. Refused where a pack that the
   * journal recorded is gone or torn: an older one must not speak in its place unseen.
   */
  active(): Promise<Result<readonly Program[]>>;
  find(id: string, version: string): Promise<Result<LoadedPack>>;
  /** Sets an imported pack aside, or lets it speak again; a delivered one stays, so that a track never falls silent. */
  setAside(id: string, version: string, aside: boolean): Promise<Result<void>>;
  /** Takes a pack in and has the journal record its hash; only that makes it law. */
  import(
    fileName: string,
    bytes: Uint8Array,
    options: { readonly acceptUnsigned: boolean },
  ): Promise<Result<PackImport>>;
};

/** One refusal as a line a person can act on: file, place, what, and the numbers that belong to it. */
export function packErrorLine({ file, place, code, params }: PackError): string {
  const details = Object.entries(params).map(([name, value]) => `${name}=${String(value)}`);
  return `${file}: ${place}: ${[code, ...details].join(" ")}`;
}

/** Compiles a pack; a refusal carries every reason. */
export function compilePack(files: PackFiles): Result<Program> {
  const compiled = compile(files.input, factCatalogue);
  if (compiled.ok) return ok(compiled.program);
  return err(
    appError("pack-refused", {
      count: compiled.errors.length,
      problems: compiled.errors.map(packErrorLine),
    }),
  );
}

type Held = {
  readonly program: Program;
  readonly builtIn: boolean;
  readonly signedBy?: string;
  /** The file it was imported into. */
  readonly file?: string;
  readonly refused?: AppError;
};

function markActive(held: readonly Held[], aside: ReadonlySet<string>): readonly LoadedPack[] {
  const isAside = ({ program: { pack }, builtIn }: Held) =>
    !builtIn && aside.has(`${pack.id} ${pack.version}`);
  const newest = tracks.map((track) =>
    held
      .filter((item) => item.program.pack.track === track && item.refused === undefined)
      .filter((item) => !isAside(item))
      .toSorted((a, b) => comparePackAge(a.program, b.program))
      .at(-1),
  );
  return held.map((item) => ({
    ...item,
    active: newest.includes(item),
    setAside: isAside(item),
  }));
}

function compileOnce(inputs: readonly PackInput[]): () => Result<readonly Held[]> {
  let compiled: Result<readonly Held[]> | undefined;
  return () => {
    if (compiled !== undefined) return compiled;
    const held: Held[] = [];
    for (const input of inputs) {
      const program = compilePack({ input });
      if (!program.ok) return program;
      held.push({ program: program.value, builtIn: true });
    }
    compiled = ok(held);
    return compiled;
  };
}

/** The delivered packs, compiled once in the life of a process. */
export const builtInPrograms: () => Result<readonly Held[]> = compileOnce(builtInPacks);

/** Earlier issues of the delivered packs, compiled when an old report asks for them. */
export const earlierPrograms: () => Result<readonly Held[]> = compileOnce(earlierPacks);

const fileOf = ({ pack, sha256 }: Program) =>
  `${pack.id}-${pack.version}-${sha256.slice(0, 12)}.json`;

/** What the journal recorded: which packs by hash, and which of them a person set aside. */
type Recorded = {
  readonly hashes: ReadonlyMap<string, { readonly id: string; readonly version: string }>;
  readonly aside: ReadonlySet<string>;
};

async function readRecorded({ journal }: PackGround): Promise<Result<Recorded>> {
  const imports = await journal.told("pack.import");
  if (!imports.ok) return imports;
  const moves = await journal.told("pack.activate");
  if (!moves.ok) return moves;
  const hashes = new Map<string, { id: string; version: string }>();
  for (const { subject, detail } of imports.value) {
    const { sha256, version } = detail;
    if (typeof sha256 === "string")
      hashes.set(sha256, { id: subject?.id ?? "", version: String(version) });
  }
  const aside = new Set<string>();
  for (const { subject, detail } of moves.value) {
    const key = `${subject?.id ?? ""} ${String(detail["version"])}`;
    if (detail["active"] === false) aside.add(key);
    else aside.delete(key);
  }
  return ok({ hashes, aside });
}

type ReadPack = { readonly program: Program; readonly pack: PackFiles };

function compileFile(bytes: Uint8Array, name: string): Result<ReadPack> {
  const pack = readPackBundle(bytes, name);
  if (!pack.ok) return pack;
  const program = compilePack(pack.value);
  return program.ok ? ok({ program: program.value, pack: pack.value }) : program;
}

/** Compiles what a file holds, once per content. */
function createReader(files: DeskFiles) {
  const compiled = new Map<string, Result<ReadPack>>();
  return async (name: string): Promise<Result<ReadPack>> => {
    const bytes = await files.read("packs", name);
    if (!bytes.ok) return bytes;
    const key = `${name} ${sha256Hex(bytes.value)}`;
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const found = compileFile(bytes.value, name);
    compiled.set(key, found);
    return found;
  };
}

/** Why a pack whose file lies in the folder is no law: each time it is loaded, not only when it was taken in. */
function refusalOf(
  { program, pack }: ReadPack,
  file: string,
  recorded: Recorded,
  { trusted, onlyTrusted }: PackTrust,
): AppError | undefined {
  if (file !== fileOf(program)) return appError("pack-file-name", { file });
  if (pack.signature !== undefined && !packSignatureHolds(pack))
    return appError("pack-signature-broken", { file });
  if (!recorded.hashes.has(program.sha256)) return appError("pack-unrecorded", { file });
  const known = trusted.some(({ publicKey }) => publicKey === pack.signature?.publicKey);
  return onlyTrusted && !known ? appError("pack-key-not-allowed", { file }) : undefined;
}

type Loaded = { readonly held: readonly Held[]; readonly recorded: Recorded };

/**
 * A shelf over the workspace's `packs` folder, with the delivered packs on it. An imported pack is compiled, its signature
 * checked and its hash looked up in the journal each time it is loaded: a file laid into the folder is never the law.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: its closures are one object's methods and share its queue and state
export function createPackRegistry(ground: PackGround): PackRegistry {
  const { files, journal } = ground;
  const readOne = createReader(files);

  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: each reason a pack is not the law is told on its own, in the order of the guide
  async function imported(): Promise<Result<Loaded>> {
    const names = await files.list("packs");
    if (!names.ok) return names;
    const json = names.value.filter((item) => item.endsWith(".json"));
    const recorded = await readRecorded(ground);
    if (!recorded.ok) return recorded;
    const trust = json.length === 0 ? undefined : await ground.trust();
    if (trust?.ok === false) return trust;
    const held: Held[] = [];
    for (const file of json) {
      const read = await readOne(file);
      if (!read.ok) {
        files.report("packs", file, read.error);
        continue;
      }
      const { program, pack } = read.value;
      const refused =
        trust === undefined ? undefined : refusalOf(read.value, file, recorded.value, trust.value);
      if (refused !== undefined) files.report("packs", file, refused);
      const signedBy = packSignatureHolds(pack) ? pack.signature?.publicKey : undefined;
      held.push({
        program,
        builtIn: false,
        file,
        ...(signedBy === undefined ? {} : { signedBy }),
        ...(refused === undefined ? {} : { refused }),
      });
    }
    return ok({ held, recorded: recorded.value });
  }

  async function load(): Promise<Result<Loaded>> {
    const own = builtInPrograms();
    if (!own.ok) return own;
    const more = await imported();
    if (!more.ok) return more;
    const seen = new Set<string>();
    // Of two with one hash the good one stays: a stray copy hides nothing.
    const sorted = [...more.value.held].sort(
      (a, b) => Number(a.refused !== undefined) - Number(b.refused !== undefined),
    );
    const held = [...own.value, ...sorted].filter(({ program }) => {
      if (seen.has(program.sha256)) return false;
      seen.add(program.sha256);
      return true;
    });
    return ok({ held, recorded: more.value.recorded });
  }

  async function all(): Promise<Result<readonly LoadedPack[]>> {
    const loaded = await load();
    return loaded.ok ? ok(markActive(loaded.value.held, loaded.value.recorded.aside)) : loaded;
  }

  function earlier(named: (one: Held) => boolean): (LoadedPack & Held) | undefined {
    const issued = earlierPrograms();
    const one = issued.ok ? issued.value.find(named) : undefined;
    return one && { ...one, active: false, setAside: false };
  }

  async function find(id: string, version: string): Promise<Result<LoadedPack & Held>> {
    const packs = await all();
    if (!packs.ok) return packs;
    const named = ({ program: { pack }, refused }: Held) =>
      pack.id === id && pack.version === version && refused === undefined;
    const found = packs.value.find(named) ?? earlier(named);
    return found === undefined ? err(appError("pack-unknown", { id, version })) : ok(found);
  }

  /** A recorded pack that is not here and that nobody set aside. */
  function lost({ held, recorded }: Loaded): AppError | undefined {
    const here = new Set(held.map(({ program }) => program.sha256));
    for (const [sha256, { id, version }] of recorded.hashes)
      if (!here.has(sha256) && !recorded.aside.has(`${id} ${version}`))
        return appError("pack-lost", { id, version });
    return undefined;
  }

  return {
    all,
    find,
    setAside: async (id, version, aside) => {
      const loaded = await load();
      if (!loaded.ok) return loaded;
      const { held, recorded } = loaded.value;
      const packs = held.filter(
        ({ program: { pack } }) => pack.id === id && pack.version === version,
      );
      const known = [...recorded.hashes.values()].some(
        (one) => one.id === id && one.version === version,
      );
      if (packs.length === 0 && !known) return err(appError("pack-unknown", { id, version }));
      if (packs.some((one) => one.builtIn) && !packs.some((one) => !one.builtIn))
        return err(appError("pack-delivered", { id, version }));
      return await journal.record(
        "pack.activate",
        { collection: "packs", id },
        { version, active: !aside },
      );
    },
    active: async () => {
      const loaded = await load();
      if (!loaded.ok) return loaded;
      const missing = lost(loaded.value);
      if (missing !== undefined) return err(missing);
      const packs = markActive(loaded.value.held, loaded.value.recorded.aside);
      return ok(packs.filter((item) => item.active).map((item) => item.program));
    },
    import: async (fileName, bytes, { acceptUnsigned }) => {
      const read = readPackBundle(bytes, fileName);
      if (!read.ok) return read;
      const loaded = await load();
      if (!loaded.ok) return loaded;
      const trust = await ground.trust();
      if (!trust.ok) return trust;
      const { trusted, onlyTrusted } = trust.value;
      const sound = loaded.value.held.filter((item) => item.refused === undefined);
      const review = reviewPack(read.value, { held: sound.map((item) => item.program), trusted });
      const { program, signer, warnings, refusals: problems } = review;
      if (program === undefined)
        return ok({ state: "refused", id: "", version: "", warnings, problems });
      const { pack, sha256 } = program;
      const about = { id: pack.id, version: pack.version, warnings, problems };
      if (problems.length > 0) return ok({ ...about, state: "refused" });
      // An unsigned pack, or one by a stranger, is taken in only when a person says so and the firm's rules let them.
      if (signer === undefined && (!acceptUnsigned || onlyTrusted))
        return ok({ ...about, state: "ask" });
      const written = await files.write("packs", fileOf(program), packBundleBytes(read.value));
      if (!written.ok) return written;
      const recorded = await journal.record(
        "pack.import",
        { collection: "packs", id: pack.id },
        { version: pack.version, sha256 },
      );
      return recorded.ok ? ok({ ...about, state: "imported" }) : recorded;
    },
  };
}
