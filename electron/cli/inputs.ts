import { isAbsolute, resolve } from "node:path";
import { builtInPrograms, compilePack, readDossierBytes } from "#desk";
import { LARGEST_JSON, readInput } from "#node/input";
import { readPackFolder } from "#node/packs";
import { type Lang, translate } from "#shared/i18n";
import { appError, type CivilDate, err, isCivilDate, ok, type Result } from "#shared/kernel";
import type { Dossier } from "#shared/model";
import { type Program, type Reading, readings, tracks } from "#shared/rules";
import type { Arguments, Io } from "./command.ts";

/** A path as the person meant it: relative to where they are. */
export function placeOf(io: Io, path: string): string {
  return isAbsolute(path) ? path : resolve(io.cwd, path);
}

/** Reads a dossier file; errors name it as the person typed it. */
export async function readDossierFile(io: Io, path: string): Promise<Result<Dossier>> {
  const bytes = await readInput(placeOf(io, path), LARGEST_JSON);
  if (!bytes.ok) return renamed(bytes.error, path);
  return readDossierBytes(bytes.value, path);
}

/** The same error, naming the file as the person typed it. */
export function renamed<T>(error: { code: string; params: object }, file: string): Result<T> {
  return err(appError(error.code, { ...error.params, file }));
}

/** The delivered packs, each replaced where a folder with a pack of its track was named. */
export async function readPrograms(
  io: Io,
  folders: readonly string[],
): Promise<Result<readonly Program[]>> {
  const own = builtInPrograms();
  if (!own.ok) return own;
  const given: Program[] = [];
  for (const folder of folders) {
    const files = await readPackFolder(placeOf(io, folder));
    if (!files.ok) return files;
    const program = compilePack(files.value);
    if (!program.ok) return renamed(program.error, folder);
    given.push(program.value);
  }
  return ok(
    tracks.flatMap((track) => {
      const named = given.filter(({ pack }) => pack.track === track);
      if (named.length > 0) return named;
      // Of what was delivered the newest speaks; earlier issues are there for old reports.
      return own.value
        .map(({ program }) => program)
        .filter(({ pack }) => pack.track === track)
        .toSorted((a, b) => (a.pack.issued < b.pack.issued ? 1 : -1))
        .slice(0, 1);
    }),
  );
}

/** The day of a list as a person reads it; a list may not say its day. */
export function listDay(lang: Lang, date: string): string {
  return date === "unknown" ? translate(lang, "list.date.unknown") : date;
}

/** The day asked, or today; never a guess. */
export function readDay(args: Arguments, io: Io): Result<CivilDate> {
  const day = args.text("as-of") ?? io.today();
  return isCivilDate(day) ? ok(day) : err(appError("cli-day", { value: day.slice(0, 40) }));
}

/** The reading asked, or the working one. */
export function readReading(args: Arguments): Result<Reading> {
  const asked = args.text("reading") ?? "working";
  const known = readings.find((reading) => reading === asked);
  return known === undefined
    ? err(
        appError("cli-choice", {
          option: "reading",
          value: asked.slice(0, 40),
          known: [...readings],
        }),
      )
    : ok(known);
}
