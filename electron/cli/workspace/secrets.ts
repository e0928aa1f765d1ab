import { readFile } from "node:fs/promises";
import { appError, err, ok, type Result } from "#shared/kernel";
import type { Arguments, Io } from "../command.ts";
import { placeOf } from "../inputs.ts";

/** Options by which a command is given the secret of an encrypted workspace; never in its words, which others can see. */
export const secretOptions = {
  "passphrase-file": { type: "string" },
  "recovery-file": { type: "string" },
} as const;

const LONGEST = 4000;

/** The first line of a small file, without its end. */
export async function readSecret(io: Io, file: string): Promise<Result<string>> {
  try {
    const text = (await readFile(placeOf(io, file), "utf8")).slice(0, LONGEST);
    const line = text.replace(/^\uFEFF/, "").split(/\r?\n/)[0] ?? "";
    return line === "" ? err(appError("cli-secret-empty", { file })) : ok(line);
  } catch {
    return err(appError("file-unreadable", { fileName: file }));
  }
}

/** A secret as a person has it. */
export type Secret = { readonly passphrase: string } | { readonly recoveryCode: string };

/** What opens the workspace, from the files that the command names; nothing where none is named. */
export async function unlockOf(args: Arguments, io: Io): Promise<Result<Secret | undefined>> {
  const passphrase = args.text("passphrase-file");
  if (passphrase !== undefined) {
    const secret = await readSecret(io, passphrase);
    return secret.ok ? ok({ passphrase: secret.value }) : secret;
  }
  const recovery = args.text("recovery-file");
  if (recovery === undefined) return ok(undefined);
  const secret = await readSecret(io, recovery);
  return secret.ok ? ok({ recoveryCode: secret.value }) : secret;
}
