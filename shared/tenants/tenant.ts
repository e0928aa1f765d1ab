import type { tenantClasses } from "#shared/model";

export type TenantClass = (typeof tenantClasses)[number];

/** One row of a tenant book as it was read. */
export type TenantRow = {
  readonly line: number;
  readonly name: string;
  readonly code: string;
  readonly sector: string;
  readonly nature: string;
  readonly country: string;
  /** Capacity in millionths of the book's unit; one whole where the book has no such column. */
  readonly capacity: number;
};

/** An entry of a list that a tenant resembles. */
export type TenantHit = {
  readonly list: string;
  readonly entry: string;
  readonly name: string;
  readonly matched: string;
};

/** Where a sign of a class may be seen. */
export const tenantEvidenceKinds = [
  "code",
  "code-invalid",
  "nature",
  "name",
  "sector",
  "country",
  "list",
  "nothing",
  "repeated",
] as const;

/** What points to a class: `kind` says where it was seen, `what` the words or the code's beginning. */
export type TenantEvidence = {
  readonly kind: (typeof tenantEvidenceKinds)[number];
  readonly what: string;
  readonly class?: TenantClass | undefined;
};

/** A row with its class. `sure` only where the code shows it, or the provider states it and nothing speaks against it. */
export type ClassifiedTenant = TenantRow & {
  readonly class: TenantClass;
  readonly sure: boolean;
  /** Other classes that the evidence leaves possible. */
  readonly possible: readonly TenantClass[];
  readonly evidence: readonly TenantEvidence[];
};
