import type { Result } from "#shared/kernel";
import type { Evidence } from "#shared/model";
import type { PlacedDocument } from "#shared/papers";

/** What a content of this edition says of itself; the rest of it only this edition's own functions read. */
export type FrozenContent = {
  readonly schema: string;
  readonly edition: number;
  readonly set: "cn-filing" | "us-exporter" | "internal-record";
  readonly asOf: string;
  readonly draft: boolean;
  readonly sealedBy?: {
    readonly by: string;
    readonly publicKey: string;
    readonly keyFingerprint: string;
  };
  readonly internalRecord: { readonly commitment: string };
};

export function readContent(value: unknown): Result<FrozenContent>;
export function contentText(content: FrozenContent): string;
export function documentsOf(content: FrozenContent, sha256?: string): readonly PlacedDocument[];
export function evidenceOf(content: FrozenContent): readonly Evidence[];
export function papersFingerprint(): string;
