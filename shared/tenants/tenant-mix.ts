import { hashOf } from "#shared/kernel";
import { type TenantShare, tenantClasses } from "#shared/model";
import type { ClassifiedTenant, TenantClass } from "./tenant.ts";

/** What one class holds: tenants and capacity of which it is sure, and what it may hold besides. */
export type ClassTotal = {
  readonly class: TenantClass;
  readonly tenants: number;
  readonly sure: number;
  /** Capacity in millionths, as texts: sums outgrow plain numbers. */
  readonly capacity: string;
  readonly sureCapacity: string;
  readonly possibleCapacity: string;
};

type Running = { tenants: number; sure: number; all: bigint; certain: bigint; possible: bigint };

/** Sums classified tenants class by class. */
export class TenantSums {
  readonly #classes = new Map<TenantClass, Running>(
    tenantClasses.map((one) => [one, { tenants: 0, sure: 0, all: 0n, certain: 0n, possible: 0n }]),
  );

  /** Counts one tenant in: surely in its class, or possibly in several. */
  add(tenant: ClassifiedTenant): void {
    const capacity = BigInt(tenant.capacity);
    const own = this.#classes.get(tenant.class);
    if (own === undefined) return;
    own.tenants += 1;
    own.all += capacity;
    if (tenant.sure) {
      own.sure += 1;
      own.certain += capacity;
    } else own.possible += capacity;
    for (const other of tenant.possible) {
      const total = this.#classes.get(other);
      if (total !== undefined && other !== tenant.class) total.possible += capacity;
    }
  }

  /** The sums of all classes that hold anything, or may. */
  totals(): readonly ClassTotal[] {
    return [...this.#classes].flatMap(([name, total]) =>
      total.tenants === 0 && total.possible === 0n
        ? []
        : [
            {
              class: name,
              tenants: total.tenants,
              sure: total.sure,
              capacity: String(total.all),
              sureCapacity: String(total.certain),
              possibleCapacity: String(total.possible),
            },
          ],
    );
  }
}

/** A part of a whole in per cent, to four places, rounded down or up so that a range never grows too narrow. */
function percent(part: bigint, whole: bigint, up: boolean): string {
  const scaled = part * 1_000_000n;
  const units = up ? (scaled + whole - 1n) / whole : scaled / whole;
  const text = `${units / 10_000n}.${String(units % 10_000n).padStart(4, "0")}`;
  return text.replace(/\.?0+$/, "");
}

/**
 * The tenant mix that a book gives for an order or a site: each class with the share that is sure, or from what is sure to
 * what is possible. Nothing at all gives no mix.
 */
export function tenantMix(totals: readonly ClassTotal[]): readonly TenantShare[] {
  const whole = totals.reduce((sum, { capacity }) => sum + BigInt(capacity), 0n);
  if (whole === 0n) return [];
  return totals.map((total) => {
    const sure = BigInt(total.sureCapacity);
    const most = sure + BigInt(total.possibleCapacity);
    const [min, max] = [
      percent(sure, whole, false),
      percent(most > whole ? whole : most, whole, true),
    ];
    const id = `tnt_${hashOf({ class: total.class }).slice(0, 16)}`;
    const share =
      min === max ? { kind: "exact" as const, percent: min } : { kind: "range" as const, min, max };
    return { id, class: total.class, share };
  });
}
