import type { contentAgain, EnclosedFile, PlacedDocument, SetName } from "#shared/papers";

type Ground = Parameters<typeof contentAgain>[1];
type Again = ReturnType<typeof contentAgain>;

/** Who sealed a content. Before the third format a content named neither role nor time, in the first nobody at all. */
type Sealer = {
  readonly by: string;
  readonly publicKey: string;
  readonly keyFingerprint: string;
  readonly role?: string;
  readonly signedAt?: string;
};

/** A content as its own edition reads it, and all that its edition makes of it. */
export type EditionContent = {
  readonly schema: string;
  readonly edition: number;
  readonly set: SetName;
  readonly asOf: string;
  readonly draft: boolean;
  readonly sealer: Sealer | undefined;
  readonly commitment: string;
  /** The program that made it, where the content says so. */
  readonly madeWith: string | undefined;
  /** The evidence that the packet has to hold: what is enclosed, or in older formats all that the content names. */
  readonly evidence: readonly EnclosedFile[];
  /** Whether `evidence` is what was enclosed, or only what was named. */
  readonly saysEnclosed: boolean;
  /** The bytes that are filed and hashed. */
  readonly text: () => string;
  /** The papers that follow from it; nothing where this format's papers cannot be made again from the content alone. */
  readonly documents: ((sha256: string) => readonly PlacedDocument[]) | undefined;
  /** Makes the derived parts again, as far as the rules of this edition are still here. */
  readonly again: (ground: Ground) => Again;
  /** Folder of the templates below `electron/node/pdf`, and typesetters that were delivered with this edition. */
  readonly templates: string;
  readonly typesetters: readonly string[];
  /** Programs that carried them, as packets name their maker; any where there are none. */
  readonly programs: readonly string[];
};
