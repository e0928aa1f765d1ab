import { basename } from "node:path";
import type { GivenCopy, PacketBuilder } from "#desk";
import { LARGEST_LIST, readInput } from "#node/input";
import { translate, translateData } from "#shared/i18n";
import type { Verification } from "#shared/ipc";
import { ok, type Result } from "#shared/kernel";
import { copyLines, isAccepted, roleText, signedAtText, verdictText } from "#shared/packet";
import { setNames } from "#shared/papers";
import { type Arguments, type ExitCode, type Io, writeJson } from "../command.ts";
import { placeOf, renamed } from "../inputs.ts";
import { table } from "../table.ts";
import { knownKeysOf } from "./known-keys.ts";

function rows(args: Arguments, found: Verification): string[][] {
  const { lang } = args;
  const known = setNames.some((set) => set === found.set);
  const { signer, madeWith } = found;
  return [
    [
      translate(lang, "verify.row.set"),
      known ? translateData(lang, `set.${found.set}`) : translate(lang, "verify.set.unknown"),
    ],
    [translate(lang, "verify.row.state"), translate(lang, `verify.state.${found.state}`)],
    [
      translate(lang, "verify.row.intact"),
      translate(lang, found.intact ? "verify.intact.yes" : "verify.intact.no"),
    ],
    [
      translate(lang, "verify.row.consistent"),
      translate(lang, `verify.consistent.${found.consistent}`),
    ],
    [translate(lang, "verify.row.vouched"), translate(lang, `verify.vouched.${found.vouched}`)],
    ...(signer === null
      ? []
      : [
          [
            translate(lang, "verify.row.signer"),
            [signer.name, roleText(lang, signer), signedAtText(lang, signer)].join(" · "),
          ],
          [translate(lang, "verify.row.fingerprint"), signer.fingerprint],
        ]),
    ...(madeWith === undefined ? [] : [[translate(lang, "verify.row.made"), madeWith]]),
  ];
}

function problemRows(args: Arguments, { problems }: Verification): string[][] {
  return problems.map(({ code, path, about = "" }) => [
    path === "" ? translate(args.lang, "verify.packet.itself") : path,
    translateData(args.lang, `verify.reason.${code}`, { about }),
  ]);
}

function writeAnswer(args: Arguments, io: Io, found: Verification): void {
  io.out(`${verdictText(args.lang, found.verdict, found.signer)}\n\n`);
  io.out(table(rows(args, found)));
  if (found.notes.length > 0)
    io.out(`${translate(args.lang, "verify.notes", { names: found.notes })}\n`);
  for (const copy of found.copies) io.out(`${copyLines(args.lang, copy).join("\n")}\n`);
  if (found.problems.length === 0) return;
  io.out(`\n${translate(args.lang, "verify.problems")}\n`);
  io.out(table(problemRows(args, found), "  "));
}

/** The answer as scripts read it: its keys are promised, and there are no others. */
function answerOf({
  schema,
  intact,
  consistent,
  vouched,
  signer,
  state,
  problems,
}: Verification): object {
  return {
    schema,
    intact,
    consistent,
    vouched,
    signer,
    state,
    problems: problems.map(({ code, path }) => ({ code, path })),
  };
}

/** `packet verify`: one verdict on a packet in a folder or zip; 0 only for one that may be relied on as what it says it is. */
export async function verifyOf(
  works: PacketBuilder,
  args: Arguments,
  io: Io,
): Promise<Result<ExitCode>> {
  const [, place = ""] = args.positionals;
  const known = await knownKeysOf(args, io);
  if (!known.ok) return known;
  const copies: GivenCopy[] = [];
  for (const file of args.all("signed")) {
    const bytes = await readInput(placeOf(io, file), LARGEST_LIST);
    if (!bytes.ok) return renamed(bytes.error, file);
    copies.push({ fileName: basename(file), bytes: bytes.value });
  }
  const wish = { known: known.value, today: io.today(), copies };
  const verified = await works.verify(placeOf(io, place), wish);
  if (!verified.ok) return verified;
  const found = verified.value;
  if (args.has("json"))
    writeJson(io, {
      ...answerOf(found),
      ...(copies.length === 0 ? {} : { copies: found.copies }),
    });
  else writeAnswer(args, io, found);
  const signed = found.copies.every(({ adds }) => adds === "signatures");
  return ok(isAccepted(found.verdict) && signed ? 0 : 1);
}
