import { z } from "zod";
import { completenessSchema, planSchema, reportSchema, trackReportSchema } from "#shared/check";
import { subjectKinds } from "#shared/facts";
import { listNoteKinds, plainFields } from "#shared/lists";
import {
  caseSchema,
  caseStatuses,
  dateSchema,
  dossierSchema,
  evidenceSchema,
  lineSchema,
  orderIdSchema,
  orderSchema,
  partyIdSchema,
  partyRecordSchema,
  personIdSchema,
  personSchema,
  productForms,
  productSchema,
  reviewSchema,
  sha256Schema,
  siteSchema,
  textSchema,
} from "#shared/model";
import { csvFields } from "#shared/ownership";
import { changeSchema, knownKeySchema, verdicts } from "#shared/packet";
import { packSchema, readings, sourceSchema, tracks } from "#shared/rules";
import { readinessAnswer, registerNames, reviewNames, signDecisionName } from "./acts-group.ts";
import { draftGroup } from "./draft-group.ts";
import { glanceNames } from "./glance-names.ts";
import { draftMovesSchema, foundSchema, lookupsGroup } from "./lookups-group.ts";
import { calendarGroup, totalsGroup } from "./overview-groups.ts";
import { type ContractShape, errorSchema, procedure } from "./procedure.ts";
import { programGroup } from "./program-group.ts";
import { screeningNames } from "./screening-names.ts";
import { orderSummarySchema, startContract } from "./start-contract.ts";
import { tenantsGroup } from "./tenants-group.ts";
import {
  bundlesGroup,
  encryptionGroup,
  evidenceNames,
  historyGroup,
  startGroup,
  trashGroup,
  workspaceNames,
} from "./workspace-groups.ts";

const subject = z.strictObject({ kind: z.enum(subjectKinds), id: z.string() });
const nothing = z.strictObject({});
const done = z.strictObject({});
const grant = z.string().regex(/^grt_[A-Za-z0-9_-]{20,60}$/);
const packetId = z.string().regex(/^pkt_[A-Za-z0-9-]{1,60}$/);
const sealId = z.string().regex(/^sel_[A-Za-z0-9-]{1,60}$/);
const fileName = lineSchema.max(200);
const savedPlace = z.string().regex(/^sav_[0-9a-f]{24}$/);
/** Files of a folder that may be looked at in one go: each holds an upload open. */
export const MOST_DROPPED = 190;
const jobId = z.string().regex(/^job_[A-Za-z0-9-]{1,60}$/);

/** A document of the store with the revision that a save must name, so that two editors never overwrite each other unseen. */
function stored<T extends z.ZodType>(value: T) {
  return z.strictObject({ id: z.string(), revision: z.number().int(), savedAt: z.string(), value });
}

/** The five names that every book of the desk answers to. */
function book<T extends z.ZodType, S extends z.ZodType>(value: T, summary: S) {
  return {
    list: procedure(nothing, z.array(summary)),
    get: procedure(z.strictObject({ id: z.string() }), stored(value)),
    /** `revision` 0 creates; another than the stored one answers `revision-conflict`. */
    save: procedure(
      z.strictObject({ value, revision: z.number().int().nonnegative() }),
      z.strictObject({ id: z.string(), revision: z.number().int(), savedAt: z.string() }),
    ),
    /** Moves it to the trash; `restore` brings it back as it was. */
    remove: procedure(z.strictObject({ id: z.string() }), done),
    restore: procedure(z.strictObject({ id: z.string() }), done),
  };
}

const partySummary = z.strictObject({
  id: partyIdSchema,
  revision: z.number().int(),
  savedAt: z.string(),
  kind: z.string(),
  zh: z.string().optional(),
  en: z.string().optional(),
  aliases: z.array(z.string()).optional(),
  uscc: z.string().optional(),
  country: z.string().optional(),
  /** Pinyin and initials for searching. */
  search: z.string(),
  holders: z.number().int(),
});

const importOutcome = z.strictObject({
  /** Headers, the mapping that was used and the first rows, where the file is a table. */
  table: z
    .strictObject({
      headers: z.array(z.string()),
      mapping: z.partialRecord(z.enum(csvFields), z.number().int()),
      rows: z.number().int(),
      sample: z.array(z.array(z.string())),
      sheets: z.array(z.string()),
      sheet: z.number().int(),
    })
    .optional(),
  parties: z.number().int(),
  links: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  refused: z.number().int(),
  /** The first rows of what would be written. */
  preview: z.array(
    z.strictObject({
      owner: z.string(),
      ownerKnown: z.boolean(),
      target: z.string(),
      targetKnown: z.boolean(),
      share: z.string(),
      before: z.string().optional(),
      state: z.enum(["new", "changed", "same"]),
    }),
  ),
  /** The first problems; `code` names the message, `at` is a line number or the id of a record. */
  problems: z.array(
    z.strictObject({
      at: z.string(),
      code: z.string(),
      field: z.string().optional(),
      value: z.string(),
      refused: z.boolean(),
    }),
  ),
  committed: z.boolean(),
  undo: z.string().optional(),
});

const productRow = z.strictObject({
  id: z.string(),
  revision: z.number().int(),
  savedAt: z.string(),
  name: z.string(),
  form: z.enum(productForms),
  partNumber: z.string().optional(),
  /** Computed from the figures: total processing performance and performance density of one IC (US-E-04, US-E-05). */
  tpp: z.string().optional(),
  density: z.string().optional(),
  /** DRAM bandwidth of one IC, GB/s. */
  bandwidth: z.string().optional(),
});

/** A filed packet in the list; title and units are those of its order and absent where that is in the trash. */
const caseRow = z.strictObject({
  id: z.string(),
  revision: z.number().int(),
  savedAt: z.string(),
  order: z.string(),
  title: z.string().optional(),
  units: z.string().optional(),
  track: z.enum(tracks),
  packet: z.string().optional(),
  status: z.enum(caseStatuses).optional(),
  on: z.string().optional(),
  due: z.string().optional(),
  drawn: z.string(),
});

const named = z.strictObject({
  id: z.string(),
  revision: z.number().int(),
  savedAt: z.string(),
  name: z.string(),
});

const setName = z.enum(["cn-filing", "us-exporter", "internal-record"]);

const packetFile = z.strictObject({
  path: z.string(),
  bytes: z.number().int(),
  sha256: sha256Schema,
  pages: z.number().int().optional(),
  /** What the paper is called. */
  title: z.string().optional(),
  /** The paper has places to sign or seal by hand. */
  toSign: z.boolean().optional(),
});

const packetSummary = z.strictObject({
  id: packetId,
  order: orderIdSchema,
  title: z.string(),
  set: setName,
  asOf: z.string(),
  createdAt: z.string(),
  draft: z.boolean(),
  fingerprint: sha256Schema,
  dossierSha256: sha256Schema,
  /** Hash of the packs and lists that the report was made with. */
  rulesSha256: sha256Schema.optional(),
  /** The one act that sealed it together with the other two sets. */
  seal: z
    .strictObject({
      id: sealId,
      by: z.string(),
      publicKey: z.string(),
      keyFingerprint: z.string(),
    })
    .optional(),
  /** What a person should look at before it goes out: a code of the catalogue and its parameters. */
  remarks: z
    .array(z.strictObject({ code: z.string(), params: z.record(z.string(), z.string()) }))
    .optional(),
  /** The sealed packet that this one amends. */
  supersedes: packetId.optional(),
  files: z.array(packetFile),
});
export type PacketSummary = z.infer<typeof packetSummary>;

/** A packet in a list: what has changed since it was made, and by which packet it was superseded. */
const listedPacket = packetSummary.extend({
  stale: z.array(z.enum(["dossier", "rules"])),
  supersededBy: packetId.optional(),
});
export type ListedPacket = z.infer<typeof listedPacket>;

/**
 * What a PDF that came back from a signing program is to a paper: whether it begins with its exact bytes (`path` names it then), what
 * it adds, whether a signature takes room on a page, and the signatures it holds, as they say of themselves.
 */
export const copyFoundSchema = z.strictObject({
  fileName: z.string(),
  path: z.string(),
  begins: z.boolean(),
  adds: z.enum(["nothing", "signatures", "else", "cannot-tell"]),
  visible: z.boolean(),
  signatures: z
    .array(
      z.strictObject({
        subject: z.string(),
        claimedAt: z.string().optional(),
        fits: z.enum(["yes", "no", "unknown"]),
        coversAll: z.boolean(),
      }),
    )
    .readonly(),
});
export type CopyFound = z.infer<typeof copyFoundSchema>;

/** One paper that is printed, signed and sealed by hand, with its scan once it is there; both are hashed. */
const paperOfSeal = z.strictObject({
  packet: packetId,
  set: setName,
  path: z.string(),
  title: z.string().optional(),
  pages: z.number().int(),
  sha256: sha256Schema,
  signed: z
    .strictObject({
      fileName: z.string(),
      sha256: sha256Schema,
      bytes: z.number().int(),
      mediaType: z.string(),
      attachedAt: z.string(),
      /** What a PDF was found to be when it was attached; scans of paper have none. */
      found: copyFoundSchema.optional(),
    })
    .optional(),
});
export type PaperOfSeal = z.infer<typeof paperOfSeal>;

const verifiedProblem = z.strictObject({
  code: z.string(),
  path: z.string(),
  /** What is wrong in one word, and what the code's sentence is about. */
  kind: z.string(),
  about: z.string().optional(),
});

/**
 * What verifying found: the answer of `packet verify --json`, and beside it the set, the one verdict, the program that the packet
 * names, and what of an accepted packet could not be made again here.
 */
export const verificationSchema = z.strictObject({
  schema: z.literal("h200-desk/verify@1"),
  intact: z.boolean(),
  consistent: z.enum(["same", "differs", "text-only"]),
  vouched: z.enum(["known-key", "unknown-key", "nobody"]),
  signer: z
    .strictObject({
      name: z.string(),
      role: z.string().nullable(),
      fingerprint: z.string(),
      signedAt: z.string().nullable(),
    })
    .nullable(),
  state: z.enum(["draft", "sealed", "unknown"]),
  problems: z.array(verifiedProblem),
  notes: z.array(z.string()),
  /** Copies signed in another program that were looked at beside the packet. */
  copies: z.array(copyFoundSchema).readonly(),
  set: z.string(),
  verdict: z.enum(verdicts),
  madeWith: z.string().optional(),
});
export type Verification = z.infer<typeof verificationSchema>;

const packSummary = z.strictObject({
  id: z.string(),
  track: z.enum(tracks),
  version: z.string(),
  issued: z.string(),
  sha256: sha256Schema,
  builtIn: z.boolean(),
  active: z.boolean(),
  /** Imported and set aside by a person: kept for old reports, speaks for no track. */
  setAside: z.boolean(),
  /** Whose signature holds; the name is empty where the key is not among the trusted ones. */
  signedBy: z.strictObject({ publicKey: z.string(), name: z.string() }).optional(),
  /** Why it is no law here although its file lies in the folder. */
  refused: errorSchema.optional(),
  rules: z.number().int(),
});

const listSummary = z.strictObject({
  id: z.string(),
  title: z.string(),
  date: z.string(),
  sha256: sha256Schema,
  entries: z.number().int(),
  /** A later file covers the same lists: this one is screened no longer. */
  superseded: z.boolean(),
  /** Day of the import, and layout of the file. */
  imported: z.string().optional(),
  format: z.string().optional(),
  /** OFAC's names came without the file of their aliases. */
  withoutAliases: z.boolean(),
  /** Rows that a person should look at; nothing of them was lost. */
  notes: z.array(
    z.strictObject({ kind: z.enum(listNoteKinds), line: z.number().int(), what: z.string() }),
  ),
});

const journalEntry = z.strictObject({
  seq: z.number().int(),
  at: z.string(),
  who: z.string(),
  verb: z.string(),
  subject: z.string(),
  oldHash: z.string().nullable(),
  newHash: z.string().nullable(),
  hash: z.string(),
  note: z.string().optional(),
});

/** Params of an error as they travel. */
const messageParams = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
);
const wireError = z.object({ code: z.string(), params: messageParams });

/** Why a pack is refused: data from which the page makes the sentence. */
const packRefusal = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("compiler"),
    error: z.strictObject({
      file: z.string(),
      place: z.string(),
      code: z.string(),
      params: messageParams,
      remedy: z.string(),
    }),
  }),
  z.strictObject({
    kind: z.literal("case"),
    result: z.strictObject({
      name: z.string(),
      ok: z.boolean(),
      problems: z.array(
        z.strictObject({ what: z.string(), expected: z.string(), found: z.string() }),
      ),
      error: wireError.optional(),
    }),
  }),
  z.strictObject({ kind: z.literal("no-cases") }),
  z.strictObject({ kind: z.literal("signature") }),
]);

const packWarning = z.enum([
  "unsigned",
  "signer-unknown",
  "downgrade",
  "same-version-differs",
  "other-pack",
]);

const pictureNode = z.strictObject({
  id: z.string(),
  label: z.string(),
  labelEn: z.string().optional(),
  kind: z.string(),
  marks: z.array(z.string()),
  country: z.string().optional(),
  uscc: z.string().optional(),
  tier: z.number().int(),
  hidden: z.number().int(),
});
const pictureEdge = z.strictObject({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  label: z.string(),
  style: z.enum(["solid", "dashed"]),
  kind: z.string(),
  links: z.array(z.string()),
  voting: z.string().optional(),
  certain: z.boolean(),
  loop: z.boolean(),
  problem: z.boolean(),
  nominee: z.string().optional(),
});

const tri = z.enum(["holds", "fails", "unknown"]);

/** What was computed of one party: answers that need no class, and the classes of the packs with their figures. */
const partyStanding = {
  answers: z.array(
    z.strictObject({
      id: z.string(),
      value: z.string(),
      detail: z.string(),
      paths: z.array(z.array(z.string())),
      missing: z.array(z.string()),
    }),
  ),
  classes: z.array(
    z.strictObject({
      id: z.string(),
      track: z.enum(tracks),
      title: z.strictObject({ zh: z.string(), en: z.string() }),
      values: z.strictObject({ narrow: tri, working: tri, broad: tri }),
      sources: z.array(z.string()),
      names: z.array(z.string()),
      figures: z.array(
        z.strictObject({
          fact: z.string(),
          value: z.string(),
          tied: z.literal(true).optional(),
          chains: z.array(
            z.strictObject({
              ids: z.array(z.string()),
              share: z.string().optional(),
              contractual: z.boolean(),
              nominee: z.boolean(),
            }),
          ),
          gaps: z.array(
            z.strictObject({
              kind: z.enum(["share", "holders", "agreement", "board", "membership", "party"]),
              party: z.string(),
              link: z.string().optional(),
              field: z.string(),
              range: z.string().optional(),
              alone: z.boolean(),
            }),
          ),
        }),
      ),
    }),
  ),
};

/** The whole contract. Electron's ipcMain, the loopback server and the command line all serve exactly this. */
export const contract = {
  host: startContract.host,
  program: programGroup,
  start: startGroup,
  encryption: encryptionGroup,
  history: historyGroup,
  trash: trashGroup,
  bundles: bundlesGroup,
  settings: startContract.settings,
  persons: {
    list: procedure(nothing, z.array(stored(personSchema))),
    save: book(personSchema, named).save,
    remove: procedure(z.strictObject({ id: personIdSchema }), done),
    createKey: procedure(
      z.strictObject({ person: personIdSchema, passphrase: z.string().min(8).max(400) }),
      z.strictObject({ publicKey: z.string() }),
    ),
    unlock: procedure(
      z.strictObject({ person: personIdSchema, passphrase: z.string().max(400) }),
      done,
    ),
    ...registerNames,
  },
  orders: {
    ...reviewNames,
    ...book(orderSchema, orderSummarySchema),
    ...startContract.orders,
    copy: procedure(
      z.strictObject({ id: orderIdSchema, title: lineSchema }),
      z.strictObject({ id: orderIdSchema }),
    ),
    /** Takes the text of a dossier file that the page read; `onConflict` says what happens to books that differ. */
    import: procedure(
      z.strictObject({
        fileName,
        text: z.string().max(60_000_000),
        onConflict: z.enum(["ask", "keep-mine", "take-theirs"]),
        /** Adds colleagues whom the file names, by name only; without it they are left out. */
        persons: z.boolean().optional(),
      }),
      z.strictObject({
        imported: z.boolean(),
        /** Names of persons that were not taken in. */
        left: z.array(z.string()),
        order: orderIdSchema.optional(),
        conflicts: z.array(z.strictObject({ kind: z.string(), id: z.string(), name: z.string() })),
      }),
    ),
    /** Issues a one-use grant for the dossier as one JSON file. */
    export: procedure(z.strictObject({ id: orderIdSchema }), z.strictObject({ grant, fileName })),
    dossier: procedure(z.strictObject({ id: orderIdSchema }), dossierSchema),
    history: procedure(
      z.strictObject({ id: orderIdSchema }),
      z.array(
        z.strictObject({
          revision: z.number().int(),
          at: z.string(),
          who: z.string(),
          verb: z.string(),
        }),
      ),
    ),
    revision: procedure(
      z.strictObject({ id: orderIdSchema, revision: z.number().int() }),
      orderSchema,
    ),
    addReview: procedure(
      z.strictObject({
        id: orderIdSchema,
        person: personIdSchema,
        passphrase: z.string().max(400),
        kind: z.enum(["compliance", "legal"]),
        decision: z.enum(["ready-to-file", "changes-requested"]),
        comment: textSchema.optional(),
        comments: z.array(z.strictObject({ path: lineSchema, text: textSchema })).max(500),
      }),
      reviewSchema,
    ),
    /** What changed since the newest signed review, or since the newest sealing, that this desk has the text of. */
    changes: procedure(
      z.strictObject({ id: orderIdSchema, since: z.enum(["review", "seal", "adverse"]) }),
      z.strictObject({
        since: z.strictObject({ id: z.string(), by: z.string(), date: z.string() }).optional(),
        changes: z.array(changeSchema),
      }),
    ),
  },
  drafts: draftGroup,
  parties: {
    ...book(partyRecordSchema, partySummary),
    /** Who stands behind a party on a day: the picture, and what was computed of it. */
    ownership: procedure(
      z.strictObject({ id: partyIdSchema, asOf: dateSchema.optional() }),
      z.strictObject({
        nodes: z.array(pictureNode),
        edges: z.array(pictureEdge),
        ...partyStanding,
        problems: z.array(
          z.strictObject({
            link: z.string(),
            code: z.string(),
            remedy: z.string(),
            links: z.array(z.string()),
            parties: z.array(z.string()),
          }),
        ),
      }),
    ),
    /** What a party holds on a day, tier by tier: the picture downwards. */
    holdings: procedure(
      z.strictObject({ id: partyIdSchema, asOf: dateSchema.optional() }),
      z.strictObject({ nodes: z.array(pictureNode), edges: z.array(pictureEdge) }),
    ),
    /** What was computed of one party, without the picture: for a party that is looked at in another's picture. */
    standing: procedure(
      z.strictObject({ id: partyIdSchema, asOf: dateSchema.optional() }),
      z.strictObject(partyStanding),
    ),
    /** Shows what a file would bring, or brings it: text of BODS or CSV, or a workbook's bytes in base 64. */
    import: procedure(
      z.strictObject({
        fileName,
        format: z.enum(["bods", "csv", "xlsx"]),
        text: z.string().max(60_000_000).optional(),
        base64: z.string().max(28_000_000).optional(),
        /** Columns by field; guessed from the headers where it is left out. */
        mapping: z.partialRecord(z.enum(csvFields), z.number().int().min(0).max(255)).optional(),
        sheet: z.number().int().min(0).max(999).optional(),
        /** Brings the rows that can be read although others are refused. */
        skipRefused: z.boolean().optional(),
        commit: z.boolean(),
      }),
      importOutcome,
    ),
    merge: procedure(
      z.strictObject({ keep: partyIdSchema, drop: partyIdSchema, commit: z.boolean() }),
      z.strictObject({
        moved: z.array(
          z.strictObject({
            book: z.enum(["orders", "parties", "sites"]),
            id: z.string(),
            name: z.string(),
          }),
        ),
        undo: z.string().optional(),
      }),
    ),
    /** Takes back one import or merge of this session, unless what it changed was changed again since. */
    undo: procedure(z.strictObject({ token: z.string().max(80) }), done),
    history: procedure(
      z.strictObject({ id: partyIdSchema }),
      z.array(
        z.strictObject({
          revision: z.number().int(),
          at: z.string(),
          who: z.string(),
          verb: z.string(),
        }),
      ),
    ),
  },
  sites: book(siteSchema, named),
  products: {
    ...book(productSchema, productRow),
    /** Published figures of domestic alternatives, for the necessity table; blanks where nothing was published. */
    alternatives: procedure(nothing, z.array(z.unknown())),
  },
  evidence: {
    list: procedure(nothing, z.array(stored(evidenceSchema))),
    /** Takes a finished upload; what the bytes are is read from the bytes, not from the name. */
    add: procedure(
      z.strictObject({ grant, kind: z.string(), side: z.string(), title: lineSchema.optional() }),
      stored(evidenceSchema).extend({
        /** The name's ending says another type than the bytes do. */
        nameSays: z.string().optional(),
        /** The same content was here already. */
        known: z.boolean().optional(),
      }),
    ),
    save: book(evidenceSchema, named).save,
    remove: procedure(z.strictObject({ id: z.string() }), done),
    restore: procedure(z.strictObject({ id: z.string() }), done),
    offer: procedure(z.strictObject({ id: z.string() }), z.strictObject({ grant, fileName })),
    ...evidenceNames,
  },
  check: {
    run: procedure(
      z.strictObject({
        order: orderIdSchema,
        asOf: dateSchema.optional(),
        reading: z.enum(readings).optional(),
      }),
      reportSchema,
    ),
    completeness: procedure(
      z.strictObject({ order: orderIdSchema }),
      z.strictObject({ "cn-filing": completenessSchema, "us-exporter": completenessSchema }),
    ),
    ...glanceNames,
    /** Runs the check with some fields set to other values; nothing is saved. */
    whatIf: procedure(
      z.strictObject({
        order: orderIdSchema,
        asOf: dateSchema.optional(),
        reading: z.enum(readings).optional(),
        set: z.array(z.strictObject({ path: lineSchema, value: z.unknown() })).max(50),
      }),
      z.strictObject({
        before: z.strictObject({ "cn-import": trackReportSchema, "us-export": trackReportSchema }),
        after: z.strictObject({ "cn-import": trackReportSchema, "us-export": trackReportSchema }),
      }),
    ),
    /** In which lane the order stands under each open state of the law and each answer that others have yet to give. */
    plan: procedure(
      z.strictObject({
        order: orderIdSchema,
        days: z.array(dateSchema).max(12),
        readings: z.array(z.enum(readings)).min(1).max(3),
      }),
      planSchema,
    ),
    /** The field in which each of some facts was answered; facts that are computed have none. */
    fields: procedure(
      z.strictObject({
        order: orderIdSchema,
        facts: z.array(z.strictObject({ fact: z.string().max(120), subject })).max(300),
      }),
      z.array(z.strictObject({ fact: z.string(), subject: z.string(), path: z.string() })),
    ),
    /** Checks every draft under two laws, of two days or of two versions of a pack, and lists those whose lanes move. */
    affected: procedure(
      z.strictObject({
        asOf: dateSchema.optional(),
        compareTo: dateSchema.optional(),
        packs: z.strictObject({ id: z.string(), from: z.string(), to: z.string() }).optional(),
      }),
      z.array(draftMovesSchema),
    ),
    /** Records what a person found about an unverified parameter: citation, day and name; journaled and part of the order. */
    lookUp: procedure(
      z.strictObject({
        order: orderIdSchema,
        found: foundSchema,
        /** Other drafts that take the same entry over. */
        also: z.array(orderIdSchema).max(500).optional(),
      }),
      z.strictObject({ id: z.string() }),
    ),
  },
  lookups: lookupsGroup,
  totals: totalsGroup,
  calendar: calendarGroup,
  packs: {
    list: procedure(nothing, z.array(packSummary)),
    get: procedure(
      z.strictObject({ id: z.string(), version: z.string() }),
      z.strictObject({ pack: packSchema, sources: z.array(sourceSchema) }),
    ),
    import: procedure(
      z.strictObject({ fileName, grant, acceptUnsigned: z.boolean() }),
      z.strictObject({
        /** `ask`: nothing is wrong, but no trusted key signed it; a person must say that its source is known. */
        state: z.enum(["imported", "refused", "ask"]),
        id: z.string(),
        version: z.string(),
        warnings: z.array(packWarning),
        problems: z.array(packRefusal),
        /** After an import: the job that checks all drafts again; its result are the drafts whose lanes move. */
        job: jobId.optional(),
      }),
    ),
    /** Sets an imported pack aside or lets it speak again; the job checks all drafts after it. */
    setAside: procedure(
      z.strictObject({ id: z.string(), version: z.string(), aside: z.boolean() }),
      z.strictObject({ job: jobId }),
    ),
    compare: procedure(
      z.strictObject({ id: z.string(), from: z.string(), to: z.string() }),
      z.array(
        z.strictObject({
          kind: z.enum(["pack", "rule", "parameter", "definition", "source"]),
          id: z.string(),
          change: z.enum(["added", "removed", "changed"]),
          fields: z.array(
            z.strictObject({ path: z.string(), before: z.string(), after: z.string() }),
          ),
        }),
      ),
    ),
    trust: procedure(
      z.strictObject({
        name: lineSchema,
        publicKey: z.string().regex(/^[0-9a-f]{64}$/),
        /** False takes the trust away. */
        trusted: z.boolean(),
        person: personIdSchema,
        passphrase: z.string().max(400),
      }),
      done,
    ),
  },
  lists: {
    list: procedure(nothing, z.array(listSummary)),
    import: procedure(z.strictObject({ fileName, grant }), listSummary),
    /** Imports one list or several, OFAC's three files together; the job's result is what `list` says of each. */
    importFiles: procedure(
      z.strictObject({
        files: z.array(z.strictObject({ fileName, grant })).min(1).max(20),
        title: lineSchema.optional(),
        date: dateSchema.optional(),
        columns: z.partialRecord(z.enum(plainFields), lineSchema).optional(),
        encoding: z.enum(["utf-8", "utf-16le", "utf-16be", "gb18030"]).optional(),
        sheet: z.number().int().min(0).max(500).optional(),
      }),
      z.strictObject({ job: jobId }),
    ),
    /** What a list says otherwise than the state before it, and which parties and drafts that touches, as a job. */
    compare: procedure(z.strictObject({ id: z.string() }), z.strictObject({ job: jobId })),
    /** Where a person gets each list, and in which formats it is read. `text` is a message. */
    sources: procedure(
      nothing,
      z.array(
        z.strictObject({
          id: z.string(),
          lists: z.array(z.string()),
          address: z.string().optional(),
          formats: z.array(z.string()),
          text: z.string(),
        }),
      ),
    ),
    remove: procedure(z.strictObject({ id: z.string() }), done),
    ...screeningNames,
    /** Stands behind a decision with a key, or no longer; "not this party" counts once two independent persons do. */
    sign: signDecisionName,
    /** What the search was measured to be worth, in whole per cent: it stands beside every answer, a clean one above all. */
    accuracy: procedure(
      z.strictObject({}),
      z.strictObject({
        engine: z.string(),
        date: z.string(),
        pairs: z.number().int(),
        recall: z.number().int(),
        strong: z.number().int(),
        possible: z.number().int(),
      }),
    ),
  },
  tenants: tenantsGroup,
  packets: {
    /** Starts a job; its result is the packet's summary. */
    build: procedure(
      z.strictObject({
        order: orderIdSchema,
        set: setName,
        asOf: dateSchema.optional(),
        /** Chinese for the filing, English for the exporter unless said otherwise. */
        language: z.enum(["zh", "en", "both"]).optional(),
        /** Papers that the set carries by choice. */
        annexes: z.array(z.enum(["self-check", "consignee-statement"])).optional(),
      }),
      z.strictObject({ job: jobId }),
    ),
    list: procedure(z.strictObject({ order: orderIdSchema.optional() }), z.array(listedPacket)),
    verify: procedure(z.strictObject({ id: packetId }), verificationSchema),
    verifyUpload: procedure(z.strictObject({ grant }), verificationSchema),
    /** The same for the files of a folder that was dropped on the page. */
    verifyFolder: procedure(
      z.strictObject({
        files: z.array(z.strictObject({ path: z.string().max(400), grant })).max(MOST_DROPPED),
      }),
      verificationSchema,
    ),
    /** A grant for the whole packet as zip, or for one of its files. */
    offer: procedure(
      z.strictObject({ id: packetId, path: z.string().max(400).optional() }),
      z.strictObject({ grant, fileName }),
    ),
    /** A colleague's public key on one page, to compare in person. */
    keyCard: procedure(
      z.strictObject({ person: personIdSchema, lang: z.enum(["zh", "en"]) }),
      z.strictObject({ grant, fileName }),
    ),
    /** The keys that vouch on this desk: those of the register, by signed acts. */
    knownKeys: procedure(z.strictObject({}), z.strictObject({ keys: z.array(knownKeySchema) })),
    /** One page of one PDF as a picture for the preview. */
    page: procedure(
      z.strictObject({ id: packetId, path: z.string().max(400), page: z.number().int().min(1) }),
      z.strictObject({ svg: z.string(), pages: z.number().int() }),
    ),
    readiness: procedure(
      z.strictObject({
        order: orderIdSchema,
        asOf: dateSchema.optional(),
        person: personIdSchema.optional(),
      }),
      readinessAnswer,
    ),
    seal: procedure(
      z.strictObject({
        order: orderIdSchema,
        person: personIdSchema,
        passphrase: z.string().max(400),
        asOf: dateSchema.optional(),
        /** `own`: each set in its reader's language. */
        language: z.enum(["own", "both"]).optional(),
        /** Papers that the sets carry by choice. */
        annexes: z.array(z.enum(["self-check", "consignee-statement"])).optional(),
      }),
      z.strictObject({ job: jobId }),
    ),
    /** Drafts only: what was sealed is kept. */
    remove: procedure(z.strictObject({ id: packetId }), done),
    /** The papers of the newest sealing that are to be signed by hand, and the scans that came back. */
    papers: procedure(z.strictObject({ order: orderIdSchema }), z.array(paperOfSeal)),
    /** Files the scan of a signed paper beside its unsigned original; a later scan takes the place of an earlier one. */
    attach: procedure(
      z.strictObject({ id: packetId, path: z.string().max(400), grant }),
      paperOfSeal,
    ),
    /** The scan as it was attached. */
    signedCopy: procedure(
      z.strictObject({ id: packetId, path: z.string().max(400) }),
      z.strictObject({ grant, fileName }),
    ),
    /** What stands beside a packet and is never part of it: drafts to edit, tables, a sheet to fill a portal from. */
    office: procedure(
      z.strictObject({
        id: packetId,
        kind: z.enum(["docx", "xlsx", "portal"]),
        uploadMegabytes: z.number().positive().max(2_000).optional(),
        lang: z.enum(["zh", "en"]).optional(),
      }),
      z.strictObject({ grant, fileName }),
    ),
    /** Where a word stands in a paper: pages counted from 1, places in the picture's own units. */
    find: procedure(
      z.strictObject({
        id: packetId,
        path: z.string().max(400).optional(),
        words: z.string().min(1).max(200),
      }),
      z.array(
        z.strictObject({
          path: z.string(),
          page: z.number().int(),
          excerpt: z.string(),
          boxes: z.array(
            z.strictObject({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
          ),
        }),
      ),
    ),
  },
  cases: book(caseSchema, caseRow),
  journal: {
    show: procedure(
      z.strictObject({
        subject: z.string().max(200).optional(),
        before: z.number().int().optional(),
        limit: z.number().int().min(1).max(500),
      }),
      z.array(journalEntry),
    ),
    verify: procedure(
      nothing,
      z.strictObject({
        intact: z.boolean(),
        entries: z.number().int(),
        problem: z.string().optional(),
        /** Each break with its place. */
        breaks: z.array(errorSchema).optional(),
      }),
    ),
    /** A grant for all entries as lines of JSON, oldest first. */
    export: procedure(nothing, z.strictObject({ grant, fileName })),
  },
  workspace: {
    ...workspaceNames,
    info: procedure(
      nothing,
      z.strictObject({
        path: z.string(),
        encrypted: z.boolean(),
        readOnly: z.boolean(),
        holder: z.string().optional(),
        quarantined: z.number().int(),
        lastBackup: z.string().optional(),
        tookOverFrom: z.string().optional(),
      }),
    ),
    backup: procedure(nothing, z.strictObject({ id: z.string() })),
    backups: procedure(
      nothing,
      z.array(
        z.strictObject({
          id: z.string(),
          at: z.string(),
          documents: z.number().int(),
          bytes: z.number().int(),
        }),
      ),
    ),
    restoreBackup: procedure(
      z.strictObject({ id: z.string(), document: z.string().optional() }),
      /** Documents by collection and id: brought back, put in the trash, or not brought back. */
      z.strictObject({
        changed: z.array(z.string()),
        removed: z.array(z.string()),
        failed: z.array(z.string()),
      }),
    ),
    quarantined: procedure(
      nothing,
      z.array(z.strictObject({ path: z.string(), movedTo: z.string(), reason: z.string() })),
    ),
    /** Answers at once when something changed after `since`, else when the wait is over. */
    changes: procedure(
      z.strictObject({ since: z.number().int(), waitMs: z.number().int().min(0).max(30_000) }),
      z.strictObject({
        seq: z.number().int(),
        changed: z.array(z.string()),
        /** Those of them that another program, or the writing process, changed. */
        outside: z.array(z.string()).optional(),
      }),
    ),
  },
  files: {
    /** Uploads travel in pieces through the contract, so that no host needs another door. */
    begin: procedure(
      z.strictObject({ fileName, bytes: z.number().int().nonnegative().max(2_000_000_000) }),
      z.strictObject({ grant }),
    ),
    append: procedure(
      z.strictObject({ grant, base64: z.string().max(3_000_000) }),
      z.strictObject({ received: z.number().int() }),
    ),
    finish: procedure(
      z.strictObject({ grant }),
      z.strictObject({ bytes: z.number().int(), sha256: sha256Schema }),
    ),
    /** Electron asks where to and writes; the loopback host answers `saved: false` and the page fetches the grant. */
    save: procedure(
      z.strictObject({ grant }),
      z.strictObject({
        saved: z.boolean(),
        name: z.string().optional(),
        /** A name for the place, where the host can show it; never a path. */
        place: savedPlace.optional(),
      }),
    ),
    /** Shows a file that was saved in this session in the system's file manager. */
    show: procedure(z.strictObject({ place: savedPlace }), done),
  },
  jobs: {
    status: procedure(
      z.strictObject({ job: jobId, waitMs: z.number().int().min(0).max(30_000) }),
      z.strictObject({
        state: z.enum(["running", "done", "failed", "cancelled"]),
        step: z.string(),
        done: z.number(),
        total: z.number(),
        result: z.unknown().optional(),
        error: z
          .strictObject({
            code: z.string(),
            params: z.record(
              z.string(),
              z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
            ),
          })
          .optional(),
      }),
    ),
    cancel: procedure(z.strictObject({ job: jobId }), done),
  },
} as const satisfies ContractShape;

export type Contract = typeof contract;
export { packetSummary as packetSummarySchema };
