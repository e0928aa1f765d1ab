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
  type TrustedPackKey,
} from "#node/packs";
import { factCatalogue } from "#shared/facts";
import { appError, err, ok, type Result } from "#shared/kernel";
import { compile, type PackError, type PackInput, type Program, tracks } from "#shared/rules";
import type { FilePort } from "../workspace/ports.ts";

/** A pack of the desk with where it comes from. */
export type LoadedPack = {
  readonly program: Program;
  readonly builtIn: boolean;
  readonly active: boolean;
  /** A person set it aside: it stays for re-running old reports and speaks for no track. */
  readonly setAside: boolean;
  /** The public key whose signature holds; absent when nobody signed it. */
  readonly signedBy?: string;
};

/**
 * What an attempt to take in a pack came to. Problems refuse it, warnings only tell; `ask` when nothing is wrong with the pack but
 * no trusted key signed it, so that a person must say that its source is known.
 */
export type PackImport = {
  readonly state: "imported" | "refused" | "ask";
  readonly id: string;
  readonly version: string;
  readonly warnings: readonly PackWarning[];
  readonly problems: readonly PackRefusal[];
};

/** The delivered and the imported packs of a workspace. */
export type PackRegistry = {
  all(): Promise<Result<readonly LoadedPack[]>>;
  /** The program that speaks for each track: the newest issue, and of two the higher version. */
  active(): Promise<Result<readonly Program[]>>;
  find(id: string, version: string): Promise<Result<LoadedPack>>;
  /** Sets an imported pack aside, or lets it speak again; a delivered one stays, so that a track never falls silent. */
  setAside(id: string, version: string, aside: boolean): Promise<Result<void>>;
  import(
    fileName: string,
    bytes: Uint8Array,
    options: { readonly acceptUnsigned: boolean; readonly trusted: readonly TrustedPackKey[] },
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
};

/** Lies beside an imported pack that a person set aside. */
const asideMark = (file: string) => `${file}.aside`;

function markActive(held: readonly Held[], aside: ReadonlySet<Held>): readonly LoadedPack[] {
  const newest = tracks.map((track) =>
    held
      .filter((item) => item.program.pack.track === track && !aside.has(item))
      .toSorted((a, b) => comparePackAge(a.program, b.program))
      .at(-1),
  );
  return held.map((item) => ({
    ...item,
    active: newest.includes(item),
    setAside: aside.has(item),
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

/** A shelf over the workspace's `packs` folder, with the delivered packs on it. Imported packs are compiled again on loading. */
export function createPackRegistry(files: FilePort): PackRegistry {
  const compiled = new Map<string, Held>();

  async function imported(): Promise<Result<readonly Held[]>> {
    const names = await files.list("packs");
    if (!names.ok) return names;
    const held: Held[] = [];
    for (const name of names.value.filter((item) => item.endsWith(".json"))) {
      const known = compiled.get(name);
      if (known !== undefined) {
        held.push(known);
        continue;
      }
      const bytes = await files.read("packs", name);
      if (!bytes.ok) return bytes;
      const pack = readPackBundle(bytes.value, name);
      if (!pack.ok) return pack;
      const program = compilePack(pack.value);
      if (!program.ok) return program;
      const signedBy = packSignatureHolds(pack.value) ? pack.value.signature?.publicKey : undefined;
      const item = {
        program: program.value,
        builtIn: false,
        file: name,
        ...(signedBy === undefined ? {} : { signedBy }),
      };
      compiled.set(name, item);
      held.push(item);
    }
    return ok(held);
  }

  async function all(): Promise<Result<readonly LoadedPack[]>> {
    const own = builtInPrograms();
    if (!own.ok) return own;
    const more = await imported();
    if (!more.ok) return more;
    const seen = new Set<string>();
    const held = [...own.value, ...more.value].filter(({ program }) => {
      if (seen.has(program.sha256)) return false;
      seen.add(program.sha256);
      return true;
    });
    const names = await files.list("packs");
    if (!names.ok) return names;
    const aside = held.filter(
      ({ file }) => file !== undefined && names.value.includes(asideMark(file)),
    );
    return ok(markActive(held, new Set(aside)));
  }

  function earlier(named: (one: Held) => boolean): (LoadedPack & Held) | undefined {
    const issued = earlierPrograms();
    const one = issued.ok ? issued.value.find(named) : undefined;
    return one && { ...one, active: false, setAside: false };
  }

  async function find(id: string, version: string): Promise<Result<LoadedPack & Held>> {
    const packs = await all();
    if (!packs.ok) return packs;
    const named = ({ program: { pack } }: Held) => pack.id === id && pack.version === version;
    const found = packs.value.find(named) ?? earlier(named);
    return found === undefined ? err(appError("pack-unknown", { id, version })) : ok(found);
  }

  return {
    all,
    find,
    setAside: async (id, version, aside) => {
      const found = await find(id, version);
      if (!found.ok) return found;
      const { file } = found.value;
      if (file === undefined) return err(appError("pack-delivered", { id, version }));
      return aside
        ? await files.write("packs", asideMark(file), Buffer.from("aside\n"))
        : await files.remove("packs", asideMark(file));
    },
    active: async () => {
      const packs = await all();
      if (!packs.ok) return packs;
      return ok(packs.value.filter((item) => item.active).map((item) => item.program));
    },
    import: async (fileName, bytes, { acceptUnsigned, trusted }) => {
      const read = readPackBundle(bytes, fileName);
      if (!read.ok) return read;
      const held = await all();
      if (!held.ok) return held;
      const review = reviewPack(read.value, {
        held: held.value.map((item) => item.program),
        trusted,
      });
      const { program, signer, warnings, refusals: problems } = review;
      if (program === undefined)
        return ok({ state: "refused", id: "", version: "", warnings, problems });
      const { pack, sha256 } = program;
      const about = { id: pack.id, version: pack.version, warnings, problems };
      if (problems.length > 0) return ok({ ...about, state: "refused" });
      // An unsigned pack, or one by a stranger, is taken in only when a person says so.
      if (signer === undefined && !acceptUnsigned) return ok({ ...about, state: "ask" });
      const name = `${pack.id}-${pack.version}-${sha256.slice(0, 12)}.json`;
      const written = await files.write("packs", name, packBundleBytes(read.value));
      return written.ok ? ok({ ...about, state: "imported" }) : written;
    },
  };
}
