import type { Share } from "#shared/model";
import { isRecord } from "./bods-check.ts";

/** A number of JSON as a decimal of the model: at most twelve places, no exponent. */
function decimalOf(value: number): string {
  const text = String(value);
  if (/^\d+(\.\d{1,12})?$/.test(text)) return text;
  const fixed = value.toFixed(12).replace(/0+$/, "").replace(/\.$/, "");
  return fixed === "" ? "0" : fixed;
}

function numberAt(share: Readonly<Record<string, unknown>>, name: string): number | undefined {
  const value = share[name];
  return typeof value === "number" ? value : undefined;
}

/** The share of an interest: exact, a range with its open ends, or unknown where none is stated. */
export function readBodsShare(value: unknown): Share {
  if (!isRecord(value)) return { kind: "unknown" };
  const exact = numberAt(value, "exact");
  if (exact !== undefined) return { kind: "exact", percent: decimalOf(exact) };
  const [min, above] = [numberAt(value, "minimum"), numberAt(value, "exclusiveMinimum")];
  const [max, below] = [numberAt(value, "maximum"), numberAt(value, "exclusiveMaximum")];
  const low = Math.max(min ?? 0, above ?? 0);
  const high = Math.min(max ?? 100, below ?? 100);
  const none = [min, above, max, below].every((bound) => bound === undefined);
  if (none || low > high) return { kind: "unknown" };
  const minOpen = above !== undefined && above >= (min ?? 0);
  const maxOpen = below !== undefined && below <= (max ?? 100);
  if (low === high && !minOpen && !maxOpen) return { kind: "exact", percent: decimalOf(low) };
  return {
    kind: "range",
    min: decimalOf(low),
    max: decimalOf(high),
    ...(minOpen ? { minExclusive: true } : {}),
    ...(maxOpen ? { maxExclusive: true } : {}),
  };
}

/** A share as the standard writes it; nothing for one whose size nobody knows. */
export function writeBodsShare(share: Share): Readonly<Record<string, number>> | undefined {
  if (share.kind === "unknown") return undefined;
  if (share.kind === "exact") return { exact: Number(share.percent) };
  return {
    [share.minExclusive ? "exclusiveMinimum" : "minimum"]: Number(share.min),
    [share.maxExclusive ? "exclusiveMaximum" : "maximum"]: Number(share.max),
  };
}
