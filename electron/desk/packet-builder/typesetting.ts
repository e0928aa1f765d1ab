import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { PacketFile } from "#node/packets";
import {
  createTypesetter,
  describeAssets,
  loadTypesetterAssets,
  type StartSetter,
  type Typesetter,
  TypesetterPool,
} from "#node/pdf";
import { qrSvg, type TypesetWarning } from "#node/pdf-preparation";
import type { Lang } from "#shared/i18n";
import { appError, err, ok, type Result, sha256Hex } from "#shared/kernel";
import { type KeyCard, keyCardDocument, keyCardText, type PacketDocument } from "#shared/packet";
import {
  documentsOf,
  type PlacedDocument,
  papersFingerprint,
  type SetContent,
} from "#shared/papers";
import type { Program } from "#shared/rules";
import type { ListIndex } from "#shared/screening";
import type { BuiltPacket, PacketRequest } from "./packet-request.ts";

/** Where the typesetter finds its assets and its processes, and what this program calls itself. */
export type PacketPlaces = {
  readonly root: string;
  readonly version: string;
  readonly setter?: StartSetter;
  /** The packs of the check: their words stand in the internal record, their classes in the filing. */
  readonly packs: () => readonly Program[] | Promise<readonly Program[]>;
  /** Lists that a report may have been made with, for making it again. */
  readonly lists?: () => Promise<Result<readonly ListIndex[]>>;
};

/** Contents may be large: Node's own digest, not the portable one. */
export const digest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** A paper as it was set. */
export type Paper = { readonly title: string; readonly pages: number; readonly toSign: boolean };
/** What a person should look at before a packet goes out. */
export type Remarks = BuiltPacket["remarks"];
/** The papers of a set: their files, what a list shows of them, and remarks. */
export type Made = {
  readonly files: readonly PacketFile[];
  readonly papers: ReadonlyMap<string, Paper>;
  readonly remarks: Remarks;
};

const MOST_REMARKS = 50;

/** Folder of the templates that papers are made with now. */
const TEMPLATES = "templates";

/** What was changed in one paper, each character once however often it stands there. */
function characterRemarks(paper: string, warnings: readonly TypesetWarning[]): Remarks {
  const told = new Map(warnings.map((warning) => [warning.codePoint, warning]));
  return [...told.values()].map(({ codePoint, shown }) => ({
    code: shown ? "character-shown" : "character-dropped",
    params: { paper, codePoint },
  }));
}

const warmUp: PacketDocument = {
  schema: "h200-desk/document@1",
  id: "warm-up",
  lang: "both",
  title: "预热 / Warm-up",
  date: "2026-01-01",
  draft: true,
  blocks: [
    { kind: "heading", level: 1, text: "预热" },
    { kind: "keyValue", rows: [{ label: "栏目", labelEn: "Field", value: "内容 Content" }] },
    {
      kind: "table",
      columns: [{ width: { fr: 1 } }, { width: { fr: 1 }, align: "right" }],
      header: [["名称", "金额"]],
      rows: [["预热", "1,000.00"]],
    },
  ],
};

/**
 * Does the work of every document at once, the longest begun first, so that processes beside each other end at about the
 * same time. The answers stand in the order of the documents.
 */
async function longestFirst<T extends { readonly document: PacketDocument }, R>(
  documents: readonly T[],
  work: (document: T) => Promise<R>,
): Promise<readonly R[]> {
  const size = (item: T) => JSON.stringify(item.document).length;
  const sized = documents.map((item) => ({ item, size: size(item) }));
  const begun = new Map(
    sized.toSorted((a, b) => b.size - a.size).map(({ item }) => [item, work(item)] as const),
  );
  return await Promise.all(documents.flatMap((item) => begun.get(item) ?? []));
}

/** How documents are set: until when, who is told, and with whose templates. */
type Setting = {
  readonly signal: AbortSignal;
  readonly progress?: PacketRequest["progress"];
  readonly templates?: string;
};

/** The machine that sets papers. */
export class Typesetting {
  readonly #places: PacketPlaces;
  /** By folder of templates: the present one, and those of older editions that were asked for. */
  readonly #typesetters = new Map<string, Promise<Typesetter>>();
  #engine: Promise<string> | undefined;

  constructor(places: PacketPlaces) {
    this.#places = places;
  }

  #assets(templates: string) {
    const { root } = this.#places;
    // The packaged program carries fonts and compiler in a folder of its own; a checkout has them in node_modules.
    const packed = join(root, "assets");
    return {
      templates: join(root, "electron", "node", "pdf", templates),
      ...(existsSync(packed) ? { modules: packed } : {}),
    };
  }

  /** What the bytes of a paper depend on beside its content: compiler, templates, fonts and words, as one hash. */
  engine(): Promise<string> {
    this.#engine ??= loadTypesetterAssets(this.#assets(TEMPLATES)).then((assets) =>
      sha256Hex(JSON.stringify([describeAssets(assets), papersFingerprint()])),
    );
    return this.#engine;
  }

  #start(templates = TEMPLATES): Promise<Typesetter> {
    const known = this.#typesetters.get(templates);
    if (known !== undefined) return known;
    const { setter } = this.#places;
    const places = this.#assets(templates);
    const started =
      setter === undefined
        ? loadTypesetterAssets(places).then(createTypesetter)
        : Promise.resolve(new TypesetterPool(setter, { places }));
    this.#typesetters.set(templates, started);
    return started;
  }

  /**
   * Sets a few lines in two processes where none is at work, so that a packet finds fonts and compiler ready when its
   * content is. Without processes it would hold up everything else, and does nothing.
   */
  readonly warm = (): void => {
    if (this.#places.setter === undefined) return;
    void this.#start()
      .then((typesetter) =>
        typesetter.memory() > 0
          ? undefined
          : Promise.all([typesetter.typeset(warmUp), typesetter.typeset(warmUp)]),
      )
      .catch(() => undefined);
  };

  /** Sets the papers of a content that this program makes. */
  papers(
    content: SetContent,
    signal: AbortSignal,
    progress: PacketRequest["progress"],
    fingerprint?: string,
  ): Promise<Result<Made>> {
    return this.documents(documentsOf(content, fingerprint), { signal, progress });
  }

  /** Sets documents of any edition, with the templates of that edition. */
  async documents(
    documents: readonly PlacedDocument[],
    { signal, progress = () => undefined, templates }: Setting,
  ): Promise<Result<Made>> {
    const typesetter = await this.#start(templates);
    const files: PacketFile[] = [];
    const papers = new Map<string, Paper>();
    const remarks: Remarks[number][] = [];
    let done = 0;
    progress("typeset", done, documents.length);
    const sets = await longestFirst(documents, async ({ document }) => {
      const set = await typesetter.typeset(document, signal);
      done += 1;
      progress("typeset", done, documents.length);
      return set;
    });
    for (const [index, { path, document }] of documents.entries()) {
      const set = sets[index] ?? err(appError("pdf-cancelled"));
      if (!set.ok) return set;
      files.push({ path, content: set.value.pdf });
      const toSign = document.blocks.some(({ kind }) => kind === "signature");
      papers.set(path, { title: document.title, pages: set.value.pages, toSign });
      remarks.push(...characterRemarks(document.title, set.value.warnings));
    }
    return ok({ files, papers, remarks: remarks.slice(0, MOST_REMARKS) });
  }

  /** Sets a key card. */
  readonly keyCard = async (card: KeyCard, lang: Lang): Promise<Result<Uint8Array>> => {
    const typesetter = await this.#start();
    const set = await typesetter.typeset(keyCardDocument(card, qrSvg(keyCardText(card)), lang));
    return set.ok ? ok(set.value.pdf) : set;
  };

  readonly dispose = async (): Promise<void> => {
    for (const typesetter of this.#typesetters.values()) await (await typesetter).dispose();
  };
}
