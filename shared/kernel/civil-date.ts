/** A day of the proleptic Gregorian calendar as `YYYY-MM-DD`; no time, no zone. */
export type CivilDate = string;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const shifted = month + (month > 2 ? -3 : 9);
  const dayOfYear = Math.floor((153 * shifted + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

function civilFromDays(days: number): CivilDate {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365,
  );
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const day = doy - Math.floor((153 * mp + 2) / 5) + 1;
  const month = mp + (mp < 10 ? 3 : -9);
  const year = yoe + era * 400 + (month <= 2 ? 1 : 0);
  return formatParts(year, month, day);
}

function formatParts(year: number, month: number, day: number): CivilDate {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Days since 1970-01-01; throws a RangeError on text that is no real day. */
export function dayNumber(date: CivilDate): number {
  const parts = SHAPE.exec(date);
  if (!parts) throw new RangeError(`not a day: ${date}`);
  const days = daysFromCivil(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (civilFromDays(days) !== date) throw new RangeError(`no such day: ${date}`);
  return days;
}

/** Whether the text is a real calendar day in `YYYY-MM-DD`. */
export function isCivilDate(text: string): boolean {
  try {
    dayNumber(text);
    return true;
  } catch {
    return false;
  }
}

/** The day `count` days later (earlier when negative). */
export function addDays(date: CivilDate, count: number): CivilDate {
  return civilFromDays(dayNumber(date) + count);
}

/** The same day of a later month; the last day of that month where it is shorter. */
export function addMonths(date: CivilDate, count: number): CivilDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + count;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const last = Number(lastOfMonth(formatParts(year, month, 1)).slice(8));
  return formatParts(year, month, Math.min(Number(date.slice(8)), last));
}

/** How many days `to` lies after `from`. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The last day of the month that `date` lies in. */
export function lastOfMonth(date: CivilDate): CivilDate {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const next = month === 12 ? daysFromCivil(year + 1, 1, 1) : daysFromCivil(year, month + 1, 1);
  return civilFromDays(next - 1);
}

/** Whether `date` lies in `from…to`, both days included; an open end is null or absent. */
export function isWithin(
  date: CivilDate,
  from: CivilDate | null | undefined,
  to: CivilDate | null | undefined,
): boolean {
  return (from == null || date >= from) && (to == null || date <= to);
}
