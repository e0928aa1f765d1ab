import {
  looksLikeBods,
  looksLikeBodsLines,
  type OwnershipView,
  ownershipView,
  readBods,
  readDossier,
} from "#desk";
import { decodeText, LARGEST_JSON, parseStrictJson, readInput } from "#node/input";
import { type Lang, translate, translateData } from "#shared/i18n";
import { appError, err, ok, type Result } from "#shared/kernel";
import type { Link, Party } from "#shared/model";
import { type Command, type Io, writeJson } from "./command.ts";
import { placeOf, readDay, renamed } from "./inputs.ts";
import { table } from "./table.ts";

type Record = { readonly parties: readonly Party[]; readonly links: readonly Link[] };

/** Parties and links of a dossier or of a BODS file, told apart by what is in it. */
async function readRecord(io: Io, file: string): Promise<Result<Record>> {
  const bytes = await readInput(placeOf(io, file), LARGEST_JSON);
  if (!bytes.ok) return renamed(bytes.error, file);
  const text = decodeText(bytes.value, file, { mark: "refuse" });
  if (!text.ok) return text;
  if (looksLikeBodsLines(text.value)) return readBods(text.value, file);
  const json = parseStrictJson(text.value, file);
  if (!json.ok) return json;
  if (!looksLikeBods(json.value)) return readDossier(text.value, file);
  return readBods(text.value, file);
}

function writeView(io: Io, lang: Lang, view: OwnershipView): void {
  const names = new Map(view.nodes.map((node) => [node.id, node.label]));
  const nameOf = (id: string) => names.get(id) ?? id;
  io.out(
    table(
      view.edges.map((edge) => [
        nameOf(edge.from),
        edge.kind === "share" ? "──" : "╌╌",
        edge.label,
        "→",
        nameOf(edge.to),
      ]),
    ),
  );
  for (const answer of view.answers) {
    const value = answer.value
      .split(", ")
      .map((part) => nameOf(part))
      .join(", ");
    io.out(`\n${translateData(lang, `cli.owners.${answer.id}`)}: ${value}\n`);
    for (const path of answer.paths) io.out(`    ${path.map(nameOf).join(" → ")}\n`);
    if (answer.missing.length > 0)
      io.out(`    ${translate(lang, "cli.owners.missing", { fields: answer.missing })}\n`);
  }
  for (const problem of view.problems)
    io.out(
      `\n${translate(lang, "cli.owners.problem", { code: problem.code, at: problem.link })}\n`,
    );
}

/** `owners FILE --subject ID`: who stands behind a party. */
export const ownersCommand: Command = {
  name: "owners",
  help: "cli.help.owners",
  options: {
    subject: { type: "string" },
    "as-of": { type: "string" },
    json: { type: "boolean" },
  },
  run: async (args, io) => {
    const words = args.words(1);
    if (!words.ok) return words;
    const subject = args.needed("subject");
    if (!subject.ok) return subject;
    const asOf = readDay(args, io);
    if (!asOf.ok) return asOf;
    const file = words.value[0] ?? "";
    const record = await readRecord(io, file);
    if (!record.ok) return record;
    const { parties, links } = record.value;
    if (!parties.some((party) => party.id === subject.value)) {
      const known = parties.slice(0, 8).map((party) => party.id);
      return err(appError("cli-no-such-party", { file, id: subject.value.slice(0, 80), known }));
    }
    const view = ownershipView({ parties, links, subject: subject.value, asOf: asOf.value });
    if (args.has("json")) writeJson(io, { asOf: asOf.value, subject: subject.value, ...view });
    else {
      io.out(`${translate(args.lang, "cli.check.asOf")}  ${asOf.value}\n\n`);
      writeView(io, args.lang, view);
    }
    return ok(0);
  },
};
