import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import {
  annexesReady,
  builtInPrograms,
  createPacketBuilder,
  type EvidenceSource,
  type PacketBuilder,
} from "#desk";
import { programVersion } from "#node/host";
import { runCheck } from "#shared/check";
import { translate, translateData } from "#shared/i18n";
import type { Verification } from "#shared/ipc";
import { appError, err, ok, type Result } from "#shared/kernel";
import type { Dossier } from "#shared/model";
import { type AnnexName, annexNames, type SetName, setNames, usualLanguage } from "#shared/papers";
import type { Program } from "#shared/rules";
import { type Arguments, type Command, type ExitCode, type Io, writeJson } from "./command.ts";
import { placeOf, readDay, readDossierFile, readLists, readPrograms } from "./inputs.ts";
import { officeOf } from "./packet-office.ts";
import { attachScan, listPapers } from "./packet-papers.ts";
import { showReadiness } from "./packet-ready.ts";
import { table } from "./table.ts";

function works(io: Io, packs: readonly Program[]): PacketBuilder {
  return createPacketBuilder({
    root: io.root,
    version: programVersion(io.root),
    packs: () => packs,
  });
}

function setOf(args: Arguments): Result<SetName> {
  const asked = args.needed("set");
  if (!asked.ok) return asked;
  const known = setNames.find((set) => set === asked.value);
  return known === undefined
    ? err(
        appError("cli-choice", {
          option: "set",
          value: asked.value.slice(0, 40),
          known: [...setNames],
        }),
      )
    : ok(known);
}

/** Finds papers by their content: whatever a file is called, its hash is what the dossier names. */
async function evidenceIn(
  io: Io,
  folder: string | undefined,
  dossier: Dossier,
): Promise<Result<ReadonlyMap<string, EvidenceSource>>> {
  const found = new Map<string, EvidenceSource>();
  if (folder === undefined) return ok(found);
  const wanted = new Map(dossier.evidence.map((item) => [item.sha256, item.bytes]));
  const sizes = new Set(wanted.values());
  let names: readonly string[];
  try {
    names = await readdir(placeOf(io, folder));
  } catch {
    return err(appError("input-missing", { file: folder }));
  }
  for (const name of names.toSorted()) {
    const path = join(placeOf(io, folder), name);
    const facts = await stat(path).catch(() => undefined);
    if (facts?.isFile() !== true || !sizes.has(facts.size)) continue;
    const hash = createHash("sha256");
    try {
      for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array);
    } catch (cause) {
      const problem = (cause as NodeJS.ErrnoException).code ?? "";
      return err(appError("input-unreadable", { file: path, reason: problem }));
    }
    const sha256 = hash.digest("hex");
    if (wanted.has(sha256)) found.set(sha256, () => createReadStream(path));
  }
  return ok(found);
}

async function build(args: Arguments, io: Io): Promise<Result<ExitCode>> {
  const [, file = ""] = args.positionals;
  const set = setOf(args);
  if (!set.ok) return set;
  const out = args.needed("out");
  if (!out.ok) return out;
  const language = languageOf(args, set.value);
  if (!language.ok) return language;
  const asOf = readDay(args, io);
  if (!asOf.ok) return asOf;
  const dossier = await readDossierFile(io, file);
  if (!dossier.ok) return dossier;
  const packs = await readPrograms(io, args.all("pack"));
  if (!packs.ok) return packs;
  const lists = await readLists(io, args.all("list"));
  if (!lists.ok) return lists;
  const annexes = annexesOf(args, dossier.value);
  if (!annexes.ok) return annexes;
  const evidence = await evidenceIn(io, args.text("evidence"), dossier.value);
  if (!evidence.ok) return evidence;
  const report = runCheck({
    dossier: dossier.value,
    packs: packs.value,
    lists: lists.value,
    asOf: asOf.value,
    reading: "working",
  });
  if (!report.ok) return report;
  const workshop = works(io, packs.value);
  try {
    const built = await workshop.build({
      set: set.value,
      dossier: dossier.value,
      report: report.value,
      language: language.value,
      annexes: annexes.value,
      lists: lists.value,
      evidence: (sha256) => Promise.resolve(evidence.value.get(sha256)),
      into: { folder: placeOf(io, out.value), as: args.has("zip") ? "zip" : "folder" },
      signal: new AbortController().signal,
      progress: () => undefined,
    });
    if (!built.ok) return built;
    const { place, fingerprint, summary } = built.value;
    if (args.has("json"))
      writeJson(io, {
        packet: place,
        set: set.value,
        asOf: asOf.value,
        fingerprint,
        files: summary,
      });
    else
      io.out(
        `${translate(args.lang, "cli.packet.built", { file: place, asOf: asOf.value, fingerprint })}\n`,
      );
    return ok(0);
  } finally {
    await workshop.dispose();
  }
}

const languages = ["zh", "en", "both"] as const;

/** Language of the papers: as asked; else the reader's for what goes out, the terminal's for the record that stays. */
function languageOf(args: Arguments, set: SetName): Result<(typeof languages)[number]> {
  const asked = args.text("papers");
  if (asked === undefined) return ok(set === "internal-record" ? args.lang : usualLanguage(set));
  const known = languages.find((language) => language === asked);
  return known === undefined
    ? err(
        appError("cli-choice", {
          option: "papers",
          value: asked.slice(0, 40),
          known: [...languages],
        }),
      )
    : ok(known);
}

function annexesOf(args: Arguments, dossier: Dossier): Result<readonly AnnexName[]> {
  const asked: AnnexName[] = [];
  for (const name of args.all("annex")) {
    const known = annexNames.find((annex) => annex === name);
    if (known === undefined)
      return err(
        appError("cli-choice", {
          option: "annex",
          value: name.slice(0, 40),
          known: [...annexNames],
        }),
      );
    asked.push(known);
  }
  const ready = annexesReady(dossier, asked);
  return ready.ok ? ok(asked) : ready;
}

function adverse(found: Verification): boolean {
  return (
    found.integrity === "broken" ||
    found.signature === "invalid" ||
    found.recomputed === "differs" ||
    found.report === "differs"
  );
}

function reportRow(args: Arguments, { report, reportDetail = [] }: Verification): string[][] {
  if (report === undefined) return [];
  const answer = translateData(args.lang, `verify.report.${report}`);
  return [[translate(args.lang, "cli.packet.report"), [answer, ...reportDetail].join(" ")]];
}

/** A detail that is the name of a failure is said as a sentence; all others are names of files and versions. */
function spoken(args: Arguments, detail: string): string {
  return translateData(args.lang, `verify.why.${detail}`).replace("verify.why.", "");
}

async function verify(args: Arguments, io: Io): Promise<Result<ExitCode>> {
  const [, place = ""] = args.positionals;
  const packs = builtInPrograms();
  const programs = packs.ok ? packs.value.map(({ program }) => program) : [];
  const workshop = works(io, programs);
  try {
    const verified = await workshop.verify(placeOf(io, place));
    if (!verified.ok) return verified;
    const found = verified.value;
    if (args.has("json")) writeJson(io, found);
    else {
      const word = (name: string, value: string) =>
        translateData(args.lang, `cli.packet.${name}.${value}`);
      io.out(
        table([
          [
            translate(args.lang, "cli.packet.set"),
            setNames.some((set) => set === found.set)
              ? translateData(args.lang, `set.${found.set}`)
              : translate(args.lang, "verify.set.unknown"),
          ],
          [translate(args.lang, "cli.packet.integrity"), word("integrity", found.integrity)],
          [
            translate(args.lang, "cli.packet.signature"),
            [word("signature", found.signature), found.signer ?? ""].join(" ").trim(),
          ],
          [
            translate(args.lang, "cli.packet.recomputed"),
            [
              word("recomputed", found.recomputed),
              ...found.recomputedDetail.map((detail) => spoken(args, detail)),
            ].join(" "),
          ],
          ...reportRow(args, found),
        ]),
      );
      io.out(
        table(
          found.differences.map(({ kind, path, reason, about }) => [
            translateData(args.lang, `verify.kind.${kind}`),
            path,
            reason === undefined
              ? ""
              : translateData(args.lang, `verify.reason.${reason}`, { about: about ?? "" }),
          ]),
          "  ",
        ),
      );
    }
    return ok(adverse(found) ? 1 : 0);
  } finally {
    await workshop.dispose();
  }
}

async function office(args: Arguments, io: Io): Promise<Result<ExitCode>> {
  const workshop = works(io, []);
  try {
    return await officeOf(workshop, args, io);
  } finally {
    await workshop.dispose();
  }
}

type Action = {
  readonly words: number;
  readonly run: (args: Arguments, io: Io) => Promise<Result<ExitCode>>;
};

const actions: Readonly<Record<string, Action>> = {
  build: { words: 2, run: build },
  verify: { words: 2, run: verify },
  office: { words: 2, run: office },
  papers: { words: 1, run: listPapers },
  ready: { words: 1, run: showReadiness },
  attach: { words: 2, run: attachScan },
};

/** `packet build|verify|office|papers|attach`: one set as a folder or zip, a look at it, and what comes after. */
export const packetCommand: Command = {
  name: "packet",
  help: "cli.help.packet",
  options: {
    set: { type: "string" },
    out: { type: "string" },
    papers: { type: "string" },
    annex: { type: "string", multiple: true },
    "as-of": { type: "string" },
    evidence: { type: "string" },
    list: { type: "string", multiple: true },
    pack: { type: "string", multiple: true },
    zip: { type: "boolean" },
    kind: { type: "string" },
    "upload-mb": { type: "string" },
    workspace: { type: "string" },
    order: { type: "string" },
    packet: { type: "string" },
    paper: { type: "string" },
    json: { type: "boolean" },
  },
  run: async (args, io) => {
    const [name = ""] = args.positionals;
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (action === undefined)
      return err(
        appError(name === "" ? "cli-action-missing" : "cli-action", {
          command: "packet",
          value: name.slice(0, 40),
          known: Object.keys(actions),
        }),
      );
    const words = args.words(action.words);
    return words.ok ? await action.run(args, io) : words;
  },
};
