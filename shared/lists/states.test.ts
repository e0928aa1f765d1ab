import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareLists, draftOf, type ListEntry, settleIds } from "./index.ts";

const entry = (name: string, more: Partial<ListEntry> = {}, number?: string): ListEntry =>
  draftOf(1, number, {
    list: "entity-list",
    kind: "entity",
    name,
    aliases: [],
    countries: [],
    codes: [],
    programs: [],
    ...more,
  }).entry;

/** Entries in an order, as a file of them would be read. */
function settled(entries: readonly ListEntry[]): readonly ListEntry[] {
  const own = [...entries];
  settleIds(
    own,
    own.map((_, at) => at + 1),
  );
  return own;
}

const contentOf = ({ id: _id, ...rest }: ListEntry) => JSON.stringify(rest);

describe("ids", () => {
  test("do not depend on the order of the rows", () => {
    const some = fc.record({
      name: fc.constantFrom("Invented", "Other", "Invented "),
      number: fc.constantFrom(undefined, "1", "2"),
      country: fc.constantFrom("CN", "HK"),
      citation: fc.constantFrom("90 FR 1", "90 FR 2"),
    });
    fc.assert(
      fc.property(
        fc
          .array(some, { minLength: 1, maxLength: 12 })
          .chain((all) =>
            fc.tuple(
              fc.constant(all),
              fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
            ),
          ),
        (orders) => {
          const [one, other] = orders.map((all) =>
            settled(
              all.map(({ name, number, country, citation }) =>
                entry(name, { countries: [country], citation }, number),
              ),
            ),
          );
          const told = (entries: readonly ListEntry[] = []) =>
            entries.map((item) => `${item.id} ${contentOf(item)}`).sort();
          expect(told(one)).toEqual(told(other));
          const ids = (one ?? []).map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
        },
      ),
    );
  });

  test("outlast a corrected citation, even beside a namesake", () => {
    const here = entry("Invented", { countries: ["CN"], citation: "90 FR 1" });
    const there = entry("Invented", { countries: ["HK"] });
    const before = settled([here, there]);
    const after = settled([there, { ...here, citation: "91 FR 9" }]);
    expect(after.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort());
  });

  test("a number twice with different content is told", () => {
    const notes = settleIds([entry("One", {}, "7"), entry("Two", {}, "7")], [4, 9]);
    expect(notes).toEqual([{ kind: "number-repeated", line: 9, what: "entity-list:7" }]);
  });
});

describe("two states of a list", () => {
  test("differ by what came, went and changed, whatever the order of rows and aliases", () => {
    const before = [
      entry("Stays", { aliases: ["A", "B"] }),
      entry("Goes"),
      entry("Moves", { addresses: ["1 Road, CN"] }),
    ];
    const after = [
      entry("Moves", { addresses: ["2 Road, HK"] }),
      entry("Comes"),
      entry("Stays", { aliases: ["B", "A"] }),
    ];
    const { added, removed, changed } = compareLists(before, after);
    expect(added.map(({ name }) => name)).toEqual(["Comes"]);
    expect(removed.map(({ name }) => name)).toEqual(["Goes"]);
    expect(changed.map((one) => [one.after.name, one.fields])).toEqual([["Moves", ["addresses"]]]);
  });

  test("of which one never gives addresses are not told to have lost them", () => {
    const rich = [entry("Invented", { addresses: ["1 Road, CN"] })];
    expect(compareLists(rich, [entry("Invented")]).changed).toEqual([]);
  });
});
