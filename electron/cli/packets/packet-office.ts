import { join } from "node:path";
import { officeFile } from "#desk";
import { translate } from "#shared/i18n";
import { appError, err, ok, type Result } from "#shared/kernel";
import type { Arguments, ExitCode, Io } from "../command.ts";
import { placeOf } from "../inputs.ts";
import { writeNewFile } from "../outputs.ts";

const kinds = ["docx", "xlsx", "portal"] as const;

function megabytesOf(args: Arguments): Result<number | undefined> {
  const asked = args.text("upload-mb");
  if (asked === undefined) return ok(undefined);
  const megabytes = Number(asked);
  return Number.isFinite(megabytes) && megabytes > 0 && megabytes <= 2_000
    ? ok(megabytes)
    : err(
        appError("cli-choice", {
          option: "upload-mb",
          value: asked.slice(0, 40),
          known: ["0.1 … 2000"],
        }),
      );
}

/** `packet office`: Word drafts, tables or a sheet for a portal, made of a packet in a folder or zip. */
export async function officeOf(args: Arguments, io: Io): Promise<Result<ExitCode>> {
  const [, place = ""] = args.positionals;
  const asked = args.needed("kind");
  if (!asked.ok) return asked;
  const kind = kinds.find((known) => known === asked.value);
  if (kind === undefined)
    return err(
      appError("cli-choice", {
        option: "kind",
        value: asked.value.slice(0, 40),
        known: [...kinds],
      }),
    );
  const out = args.needed("out");
  if (!out.ok) return out;
  const megabytes = megabytesOf(args);
  if (!megabytes.ok) return megabytes;
  const made = await officeFile(placeOf(io, place), {
    kind,
    lang: args.lang,
    ...(megabytes.value === undefined ? {} : { uploadBytes: megabytes.value * 1024 ** 2 }),
  });
  if (!made.ok) return made;
  const file = await writeNewFile(io, join(out.value, made.value.fileName), made.value.bytes);
  if (!file.ok) return file;
  io.out(`${translate(args.lang, "cli.packet.office", { file: file.value })}\n`);
  return ok(0);
}
