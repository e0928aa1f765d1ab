import type { Place } from "#node/packets";
import type { Found } from "#node/pdf-reading";
import type { Report } from "#shared/check";
import type { Lang } from "#shared/i18n";
import type { PacketSummary, Verification } from "#shared/ipc";
import type { Result } from "#shared/kernel";
import type { Dossier } from "#shared/model";
import type { KeyCard, KnownKeys, Letterhead } from "#shared/packet";
import type { AnnexName, JournalExtractLine, SetContent } from "#shared/papers";
import type { ListIndex } from "#shared/screening";
import type { GivenCopy } from "../packet-verify/copies-found.ts";
import type { Signer } from "../reviews/person-keys.ts";

/** Begins to read an evidence file from its start. */
export type EvidenceSource = () => AsyncIterable<Uint8Array>;

/** Who seals a packet: the unlocked key, the name and role as papers print them, and the moment of signing. */
export type Seal = {
  readonly signer: Signer;
  readonly by: string;
  readonly role: string;
  readonly signedAt: string;
  /** One person drafted, reviewed and sealed: every paper says so. */
  readonly onePerson?: true;
};

/** Whom whoever verifies knows, the day on which they ask, and copies signed elsewhere that lie beside the packet. */
export type VerifyWish = {
  readonly known: KnownKeys;
  readonly today: string;
  readonly copies?: readonly GivenCopy[];
};

/** What a packet is made of. */
export type PacketRequest = {
  readonly set: PacketSummary["set"];
  readonly dossier: Dossier;
  readonly report: Report;
  readonly language: "zh" | "en" | "both";
  /** The firm's own head on the first page, from the settings. */
  readonly letterhead?: Letterhead | undefined;
  /** Papers that the set carries by choice. */
  readonly annexes?: readonly AnnexName[] | undefined;
  /** What only the record that stays is given: the lists of the check, and the journal's lines about the order. */
  readonly lists?: readonly ListIndex[] | undefined;
  readonly journal?: readonly JournalExtractLine[] | undefined;
  /** Opens an evidence file, to be read in pieces; absent bytes are named in the packet, never made up. */
  readonly evidence: (sha256: string) => Promise<EvidenceSource | undefined>;
  /** Seals the packet, under the name and key that its cover prints; without it the packet is a draft. */
  readonly seal?: Seal | undefined;
  /** What the packet takes the place of. */
  readonly amends?: SetContent["amends"];
  /** Where the packet is to lie; without it only the bytes of a zip are given back. */
  readonly into?: { readonly folder: string; readonly as: "folder" | "zip" };
  readonly signal: AbortSignal;
  readonly progress: (step: string, done: number, total: number) => void;
};

/** A finished packet: its files as one zip, and what a list shows of it. */
export type BuiltPacket = {
  /** Bytes of the zip; empty when the packet was written to a place. */
  readonly zip: Uint8Array;
  /** Where it was written, or the name of the zip. */
  readonly place: string;
  readonly summary: PacketSummary["files"];
  readonly fingerprint: string;
  /** What a person should look at: characters that were made visible, evidence that runs scripts. */
  readonly remarks: NonNullable<PacketSummary["remarks"]>;
};

/** A file that stands beside a packet. */
export type OfficeFile = { readonly fileName: string; readonly bytes: Uint8Array };

/** What is wanted beside a packet, in whose language, and what a portal takes as one file. */
export type OfficeWish = {
  readonly kind: "docx" | "xlsx" | "portal";
  readonly lang: "zh" | "en";
  readonly uploadBytes?: number | undefined;
};

/** Builds and verifies packets; made of the typesetter and the bag writer of this machine. */
export type PacketBuilder = {
  build(request: PacketRequest): Promise<Result<BuiltPacket>>;
  /** Looks at a packet (a path, the bytes of a zip, or the files of a folder) as anybody could, years later. */
  verify(place: Place, wish: VerifyWish): Promise<Result<Verification>>;
  /** A picture of one page of one of its PDFs. */
  page(
    zip: Uint8Array,
    path: string,
    page: number,
  ): Promise<Result<{ readonly svg: string; readonly pages: number }>>;
  /** Where words stand in one of its papers. */
  find(zip: Uint8Array, path: string, words: string): Promise<Result<readonly Found[]>>;
  /** A key card as a PDF. */
  keyCard(card: KeyCard, lang: Lang): Promise<Result<Uint8Array>>;
  /** Gets ready for the first packet while nobody waits; answers before that is done. */
  warm(): void;
  dispose(): Promise<void>;
};
