import type { CalendarEntryValue } from "#shared/ipc";
import { addDays, type CivilDate, ok, type Result } from "#shared/kernel";
import { type Parameter, type Period, type Program, parameterOn, type Source } from "#shared/rules";
import { workspaceLookups } from "../lookups/workspace-lookups.ts";
import type { DeskContext } from "../session/adapters.ts";
import { withDrafts } from "./drafts-concerned.ts";

/** Something that the calendar tells of: packs and look-ups today; each source adds its own entries. */
type CalendarSource = (
  context: DeskContext,
  today: CivilDate,
) => Promise<Result<readonly CalendarEntryValue[]>>;

type Entry = CalendarEntryValue;

/** The newest day on which anybody of the pack looked at a parameter. */
function lastChecked({ periods }: Parameter): CivilDate | undefined {
  return periods
    .map(({ checked }) => checked)
    .toSorted()
    .at(-1);
}

function isPress({ sources }: Period, known: ReadonlyMap<string, Source>): boolean {
  return sources.length > 0 && sources.every((id) => known.get(id)?.authority === "press");
}

function isOn({ from, to }: Period, day: CivilDate): boolean {
  return (from === null || from <= day) && (to === null || day <= to);
}

/** What is unverified today, rests on press reports alone, or is past the pack's own interval: one entry, the most urgent. */
function watched(program: Program, parameter: Parameter, today: CivilDate): readonly Entry[] {
  const { pack, sources } = program;
  const recheckDays = parameter.recheckDays ?? pack.recheckDays;
  const state = parameterOn(parameter, today, {
    track: pack.track,
    sources,
    lookups: [],
    recheckDays,
  });
  const period = parameter.periods.find((one) => isOn(one, today));
  const press = period !== undefined && isPress(period, sources);
  const looked = lastChecked(parameter);
  const common = {
    track: pack.track,
    parameter: parameter.id,
    title: { ...parameter.title },
    ...(parameter.lookup === undefined ? {} : { about: { ...parameter.lookup } }),
    ...(looked === undefined ? {} : { lastLooked: looked }),
    drafts: [],
  };
  const key = `${pack.track}.${parameter.id}`;
  if (state.state === "unverified" || press)
    return [{ ...common, id: `verify.${key}`, kind: "verify", due: today }];
  if (period === undefined || recheckDays === undefined) return [];
  const due = addDays(period.checked, recheckDays);
  return [{ ...common, id: `recheck.${key}`, kind: "recheck", due }];
}

/** The days on which a pack already says that something changes. */
function coming({ pack }: Program, parameter: Parameter, today: CivilDate): readonly Entry[] {
  const days = new Set(
    parameter.periods.flatMap(({ from, to }) => [
      ...(from !== null && from > today ? [from] : []),
      ...(to !== null && to >= today ? [addDays(to, 1)] : []),
    ]),
  );
  const looked = lastChecked(parameter);
  return [...days].map((due) => ({
    id: `coming.${pack.track}.${parameter.id}.${due}`,
    kind: "coming",
    track: pack.track,
    parameter: parameter.id,
    title: { ...parameter.title },
    ...(looked === undefined ? {} : { lastLooked: looked }),
    due,
    drafts: [],
  }));
}

const ofPacks: CalendarSource = async ({ packs }, today) => {
  const active = await packs.active();
  if (!active.ok) return active;
  return ok(
    active.value.flatMap((program) =>
      program.pack.parameters.flatMap((parameter) => [
        ...watched(program, parameter, today),
        ...coming(program, parameter, today),
      ]),
    ),
  );
};

const ofLookups: CalendarSource = async (context, today) => {
  const rows = await workspaceLookups(context, today);
  if (!rows.ok) return rows;
  return ok(
    rows.value.flatMap(({ entry, title, name, orders }) => {
      const { id, track, parameter, seenOn, recheckOn, to } = entry;
      const known = title ?? { zh: parameter, en: parameter };
      const drafts = orders.map(({ order, title: own }) => ({ order, title: own }));
      const owner = name === undefined ? {} : { owner: name };
      const common = { track, parameter, title: known, lastLooked: seenOn, ...owner, drafts };
      return [
        ...(recheckOn === undefined
          ? []
          : [{ ...common, id: `look-again.${id}`, kind: "look-again" as const, due: recheckOn }]),
        ...(to === undefined || to < today
          ? []
          : [{ ...common, id: `ends.${id}`, kind: "coming" as const, due: addDays(to, 1) }]),
      ];
    }),
  );
};

const calendarSources: readonly CalendarSource[] = [ofPacks, ofLookups];

/** Everything that is to be watched, by the day on which it is due. With `drafts`, also which drafts a coming day moves. */
export async function watchList(
  context: DeskContext,
  { drafts }: { readonly drafts: boolean },
): Promise<Result<Entry[]>> {
  const today = context.clockAndIds.today();
  const found: Entry[] = [];
  for (const source of calendarSources) {
    const entries = await source(context, today);
    if (!entries.ok) return entries;
    found.push(...entries.value);
  }
  const whole = drafts ? await withDrafts(context, found, today) : ok(found);
  if (!whole.ok) return whole;
  return ok([...whole.value].sort((a, b) => (`${a.due} ${a.id}` < `${b.due} ${b.id}` ? -1 : 1)));
}
