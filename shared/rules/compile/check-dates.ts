import type { ErrorSink } from "../pack/pack-error.ts";
import type { Pack, Parameter, Period } from "../pack/pack-schema.ts";
import { typeOfParameter } from "../pack/parameter-type.ts";

function startsAfter(a: Period, b: Period): number {
  if (a.from === b.from) return 0;
  if (a.from === null) return -1;
  if (b.from === null) return 1;
  return a.from < b.from ? -1 : 1;
}

function checkPeriods(parameter: Parameter, sink: ErrorSink): void {
  const place = `parameter ${parameter.id}`;
  if (typeOfParameter(parameter) === "mixed")
    sink.add("pack.json", place, "mixed-values", { id: parameter.id });
  for (const [index, period] of parameter.periods.entries()) {
    const at = `${place}: periods[${index}]`;
    if (period.from !== null && period.to !== null && period.from > period.to)
      sink.add("pack.json", at, "period-reversed", { from: period.from, to: period.to });
    if (period.state === "unverified" && period.careful === undefined)
      sink.add("pack.json", at, "careful-missing", { id: parameter.id });
  }
  const sorted = [...parameter.periods].sort(startsAfter);
  for (const [index, period] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next === undefined) break;
    if (period.to === null || next.from === null || period.to >= next.from)
      sink.add("pack.json", place, "period-overlap", {
        first: `${period.from ?? "…"} – ${period.to ?? "…"}`,
        second: `${next.from ?? "…"} – ${next.to ?? "…"}`,
      });
  }
}

/** Periods that overlap or run backwards, careful branches that are missing, rules that no day can reach. */
export function checkDates(pack: Pack, sink: ErrorSink): void {
  for (const parameter of pack.parameters) checkPeriods(parameter, sink);
  const first = pack.covers.from;
  for (const rule of pack.rules) {
    const reversed = rule.from !== null && rule.to !== null && rule.from > rule.to;
    const before = first !== null && rule.to !== null && rule.to < first;
    if (reversed || before)
      sink.add("pack.json", `rule ${rule.id}: from…to`, "never-in-force", {
        from: rule.from ?? "-",
        to: rule.to ?? "-",
        covers: first ?? "-",
      });
  }
}
