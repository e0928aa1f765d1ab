import { createHash } from "node:crypto";
import type { ClassifiedTenant } from "#shared/tenants";
import { errorBound } from "#shared/tenants";
import type { TenantBook } from "./tenant-book.ts";

/** A number below `limit`, the same for the same seed and step, each as likely as any other. */
function numberBelow(limit: number, seed: string, step: number): number {
  const most = 2 ** 48;
  const usable = most - (most % limit);
  for (let turn = 0; ; turn += 1) {
    const drawn = createHash("sha256").update(`${seed} ${step} ${turn}`).digest().readUIntBE(0, 6);
    if (drawn < usable) return drawn % limit;
  }
}

/** Different places below `total`, in their order (Floyd's drawing without replacement). */
function places(total: number, size: number, seed: string): readonly number[] {
  const drawn = new Set<number>();
  for (let top = total - size; top < total; top += 1) {
    const place = numberBelow(top + 1, seed, top);
    drawn.add(drawn.has(place) ? top : place);
  }
  return [...drawn].sort((a, b) => a - b);
}

/** A sample drawn for review. `bound` is the largest part of all rows that may be wrong if none of the sample is. */
export type TenantSample = {
  readonly size: number;
  readonly of: number;
  readonly seed: string;
  readonly bound: number;
  readonly tenants: readonly ClassifiedTenant[];
};

/** Draws tenants for review, the same ones for the same file and size, so that whoever checks draws them again. */
export function drawSample(book: TenantBook, asked: number): TenantSample {
  const { rows, sha256 } = book.summary;
  const size = Math.min(asked, rows);
  const tenants = places(rows, size, sha256).flatMap((place) => book.at(place) ?? []);
  const bound = sampleBound({ size, of: rows }, 0);
  return { size, of: rows, seed: sha256, bound, tenants };
}

/** The largest part of all rows that may be wrong if `wrong` of the sample are. Whoever looks at all of them knows all of them. */
export function sampleBound(
  { size, of }: Pick<TenantSample, "size" | "of">,
  wrong: number,
): number {
  if (size < of) return errorBound(size, wrong);
  return size === 0 ? 0 : Math.min(wrong, size) / size;
}
