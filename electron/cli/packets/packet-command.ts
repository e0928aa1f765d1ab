import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import {
  annexesReady,
  createPacketBuilder,
  type EvidenceSource,
  earlierPrograms,
  type PacketBuilder,
} from "#desk";
import { programVersion } from "#node/host";
import { runCheck } from "#shared/check";
import { translate } from "#shared/i18n";
import { appError, err, ok, type Result } from "#shared/kernel";
import type { Dossier } from "#shared/model";
import { type AnnexName, annexNames, type SetName, setNames, usualLanguage } from "#shared/papers";
import type { Program } from "#shared/rules";
import type { ListIndex } from "#shared/screening";
import { type Arguments, type Command, type ExitCode, type Io, writeJson } from "../command.ts";
import { placeOf, readDay, readDossierFile, readPrograms } from "../inputs.ts";
import { readLists } from "../lists/list-files.ts";
import { officeOf } from "./packet-office.ts";
import { attachScan, listPapers, writeKeyCard } from "./packet-papers.ts";
import { showReadiness } from "./packet-ready.ts";
import { verifyOf } from "./packet-verify.ts";

function works(io: Io, packs: readonly Program[], lists: readonly ListIndex[] = []): PacketBuilder {
  return createPacketBuilder({
    root: io.root,
    version: programVersion(io.root),
    packs: () => packs,
    lists: () => Promise.resolve(ok(lists)),
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

async function verify(args: Arguments, io: Io): Promise<Result<ExitCode>> {
  const packs = await readPrograms(io, args.all("pack"));
  if (!packs.ok) return packs;
  const lists = await readLists(io, args.all("list"));
  if (!lists.ok) return lists;
  // Records of earlier days were made with the packs of their day, which are kept for that.
  const earlier = earlierPrograms();
  const held = earlier.ok ? earlier.value.map(({ program }) => program) : [];
  const workshop = works(io, [...packs.value, ...held], lists.value);
  try {
    return await verifyOf(workshop, args, io);
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
  office: { words: 2, run: officeOf },
  papers: { words: 1, run: listPapers },
  ready: { words: 1, run: showReadiness },
  attach: { words: 2, run: attachScan },
  "key-card": { words: 1, run: writeKeyCard },
};

/** `packet build|verify|office|papers|attach|key-card`: one set as a folder or zip, a look at it, and what comes after. */
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
    person: { type: "string" },
    signed: { type: "string", multiple: true },
    "known-key": { type: "string", multiple: true },
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
