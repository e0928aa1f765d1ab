import { describe, expect, it } from "vitest";
import { type Link, linkSchema, type Party, partySchema, type Share } from "#shared/model";
import {
  buildGraph,
  controls,
  type HolderSet,
  interest,
  largestHolder,
  membersOf,
  missingThatResolve,
  pictureOf,
  ultimateParents,
} from "./index.ts";

const party = (name: string, kind: Party["kind"], more: Partial<Party> = {}): Party =>
  partySchema.parse({ id: `pty_${name}`, kind, names: { en: `Invented ${name}` }, ...more });

let count = 0;
const link = (
  owner: string,
  held: string,
  share?: string | Share,
  more: Partial<Link> = {},
): Link => {
  count += 1;
  const equity = typeof share === "string" ? { kind: "exact" as const, percent: share } : share;
  return linkSchema.parse({
    id: `lnk_${count}`,
    owner: `pty_${owner}`,
    target: `pty_${held}`,
    ...(equity ? { equity } : {}),
    ...more,
  });
};
const range = (
  min: string,
  max: string,
  open: Partial<Extract<Share, { kind: "range" }>> = {},
): Share => ({
  kind: "range",
  min,
  max,
  ...open,
});
const UNKNOWN: Share = { kind: "unknown" };
const graphOf = (parties: Party[], links: Link[], asOf = "2026-11-23") =>
  buildGraph({ parties, links, asOf });

const people = [party("founder", "person"), party("other", "person")];
const bodies = [party("organ", "public-body"), party("bureau", "public-body")];
const firms = ["applicant", "parent", "holding", "sub"].map((name) =>
  party(name, "company", { country: "CN" }),
);
const everybody = [...people, ...bodies, ...firms];
const STATE: HolderSet = { kinds: ["public-body"] };
const target = "pty_applicant";
const listed = (...names: string[]) => new Set(names.map((name) => `pty_${name}`));

describe("the aggregate of listed holders (US-AF-01)", () => {
  const test = (links: Link[], names: string[]) =>
    interest(graphOf(everybody, links), {
      holders: listed(...names),
      target,
      measure: "equity",
      method: "cascade",
      over: "50",
      inclusive: true,
    });

  it("of 30 % and 20 % is 50 % and reaches the line (B-11)", () => {
    const links = [
      link("parent", "applicant", "30"),
      link("sub", "applicant", "20"),
      link("founder", "applicant", "50"),
    ];
    expect(test(links, ["parent", "sub"])).toMatchObject({
      min: "50",
      max: "50",
      maxWithUndisclosed: "50",
      known: true,
      reaches: "holds",
    });
  });

  it("of 49.99 % does not reach it, and is known to be there (B-12)", () => {
    const links = [link("parent", "applicant", "49.99"), link("founder", "applicant", "50.01")];
    expect(test(links, ["parent"])).toMatchObject({
      min: "49.99",
      reaches: "fails",
      positive: "holds",
    });
  });

  it("is open when holders that the record does not name could make it 50 %", () => {
    const answer = test([link("parent", "applicant", "49.99")], ["parent"]);
    expect(answer).toMatchObject({
      min: "49.99",
      max: "49.99",
      maxWithUndisclosed: "100",
      reaches: "unknown",
    });
    expect(answer.missing).toContainEqual(
      expect.objectContaining({ kind: "holders", party: target, max: "50.01" }),
    );
  });

  it("starts anew at each tier: half of a firm counts wholly, less counts nothing", () => {
    const links = [
      link("sub", "parent", "50"),
      link("founder", "parent", "50"),
      link("parent", "applicant", "60"),
      link("other", "applicant", "40"),
    ];
    expect(test(links, ["sub"])).toMatchObject({ min: "60", reaches: "holds" });
    const less = [
      link("sub", "parent", "49.9"),
      link("founder", "parent", "50.1"),
      ...links.slice(2),
    ];
    expect(test(less, ["sub"])).toMatchObject({ min: "0", max: "0", reaches: "fails" });
  });

  it("keeps a range open only where it crosses the line, its own edges respected", () => {
    const rest = (min: string, max: string, open = {}) => [
      link("parent", "applicant", range(min, max, open)),
      link("founder", "applicant", "25"),
    ];
    expect(test(rest("40", "60"), ["parent"]).reaches).toBe("unknown");
    expect(test(rest("50", "75"), ["parent"]).reaches).toBe("holds");
    const ignoring = interest(graphOf(everybody, rest("25", "50", { maxExclusive: true })), {
      holders: listed("parent"),
      target,
      measure: "equity",
      method: "direct",
      over: "50",
      inclusive: true,
      missing: "ignore",
    });
    expect(ignoring).toMatchObject({ max: "50", maxOpen: true, reaches: "fails" });
  });
});

describe("the classes of state ownership (Order 32 art. 4, DF-S-01 to DF-S-05)", () => {
  const rows = (...links: Link[]) => graphOf(everybody, links);
  const above = (graph: ReturnType<typeof rows>, more = {}) =>
    controls(graph, {
      holders: STATE,
      target,
      over: "50",
      requireLargest: true,
      recursive: true,
      ...more,
    });

  it("(1): wholly held, directly and through others", () => {
    const graph = rows(
      link("organ", "parent", "100"),
      link("parent", "applicant", "60"),
      link("bureau", "applicant", "40"),
    );
    expect(
      interest(graph, {
        holders: STATE,
        target,
        measure: "equity",
        method: "integrated",
        over: "100",
        inclusive: true,
      }),
    ).toMatchObject({ min: "100", max: "100", reaches: "holds" });
  });

  it("(2): 50 % exactly is not more than 50 %, however large the holder (B-13)", () => {
    const graph = rows(
      link("organ", "applicant", "50"),
      link("founder", "applicant", "30"),
      link("other", "applicant", "20"),
    );
    const answer = above(graph);
    expect(answer).toMatchObject({ value: "fails", largest: "yes" });
    const byAgreement = rows(
      link("organ", "applicant", "50", {
        agreement: { kind: "acting-in-concert", controls: { value: "unknown" } },
      }),
      link("founder", "applicant", "50"),
    );
    const asked = above(byAgreement, { requireLargest: false, byAgreement: true });
    expect(asked.value).toBe("unknown");
    expect(asked.missing).toContainEqual(
      expect.objectContaining({ kind: "agreement", field: "agreement.controls" }),
    );
  });

  it("(2): 40 % and 20 % against 40 % make 60 %, and a tie for the largest (B-14)", () => {
    const graph = rows(
      link("organ", "applicant", "40"),
      link("bureau", "applicant", "20"),
      link("founder", "applicant", "40"),
    );
    expect(largestHolder(graph, { holders: STATE, target, measure: "equity" })).toBe("tied");
    expect(above(graph)).toMatchObject({ value: "unknown", largest: "tied" });
    expect(above(graph, { ties: "holds" }).value).toBe("holds");
    expect(above(graph, { ties: "fails" }).value).toBe("fails");
    expect(
      interest(graph, { holders: STATE, target, measure: "equity", method: "direct", over: "50" })
        .reaches,
    ).toBe("holds");
  });

  it("(3): 60 % of 60 % is control, and never 36 % (B-15)", () => {
    const graph = rows(
      link("organ", "parent", "60"),
      link("other", "parent", "40"),
      link("parent", "applicant", "60"),
      link("founder", "applicant", "40"),
    );
    const answer = above(graph);
    expect(answer).toMatchObject({ value: "holds", largest: "yes" });
    expect(answer.paths[0]?.steps.map((step) => [step.owner, step.target])).toEqual([
      ["pty_organ", "pty_parent"],
      ["pty_parent", "pty_applicant"],
    ]);
    const figure = interest(graph, {
      holders: STATE,
      target,
      measure: "equity",
      method: "integrated",
    });
    expect(figure).toMatchObject({ min: "36", max: "36", known: true });
  });

  it("state participation is any interest above nothing, even one whose size nobody knows (DF-S-05)", () => {
    const graph = rows(link("organ", "applicant", UNKNOWN), link("founder", "applicant", "90"));
    const figure = interest(graph, {
      holders: STATE,
      target,
      measure: "equity",
      method: "integrated",
    });
    expect(figure).toMatchObject({
      min: "0",
      minOpen: true,
      max: "10",
      positive: "holds",
      known: false,
    });
  });

  it("nobody is state-owned by a ring of firms that hold each other", () => {
    const graph = rows(
      link("parent", "applicant", "60"),
      link("applicant", "parent", "60"),
      link("organ", "parent", "40"),
      link("founder", "applicant", "40"),
    );
    expect(above(graph).value).toBe("fails");
    expect(
      interest(graph, { holders: STATE, target, measure: "equity", method: "integrated" }).min,
    ).toBe("37.5");
  });
});

describe("membership of a set", () => {
  const members = (parties: Party[], set: HolderSet) =>
    Object.fromEntries(membersOf(graphOf(parties, []), set));
  it("by code is unknown for a public body without a code, and fails for a person (B-17)", () => {
    const set = { usccPrefixes: ["12"] };
    const parties = [
      party("school", "public-body", { uscc: "1211000040000000XT" }),
      party("blank", "public-body"),
      party("firm", "company"),
      party("man", "person"),
    ];
    expect(members(parties, set)).toEqual({
      pty_school: "holds",
      pty_blank: "unknown",
      pty_firm: "fails",
      pty_man: "fails",
    });
  });
  it("by a code with a slip in it is unknown, and the gap names the field to correct", () => {
    const graph = graphOf(
      [...everybody, party("slip", "public-body", { uscc: "121100004000000000" })],
      [link("slip", "applicant", "60"), link("founder", "applicant", "40")],
    );
    const holders = { usccPrefixes: ["12"], countries: ["CN"] };
    expect(membersOf(graph, holders).get("pty_slip")).toBe("unknown");
    const answer = interest(graph, { holders, target, measure: "equity", method: "direct" });
    expect(answer.missing).toEqual([{ kind: "membership", party: "pty_slip", field: "uscc" }]);
  });
  it("by the registry's state-capital category is open for a firm at home only", () => {
    const parties = [
      party("home", "company", { country: "CN" }),
      party("abroad", "company", { country: "FI" }),
      party("certified", "company", { stateCapital: "state-owned" }),
      party("man", "person"),
    ];
    expect(members(parties, { stateCapital: ["state-owned"] })).toEqual({
      pty_home: "unknown",
      pty_abroad: "fails",
      pty_certified: "holds",
      pty_man: "fails",
    });
  });
  it("needs all conditions of one set and any of several sets", () => {
    const parties = [
      party("a", "public-body", { country: "CN" }),
      party("b", "public-body", { country: "SG" }),
      party("c", "public-body"),
    ];
    expect(members(parties, { kinds: ["public-body"], countries: ["CN"] })).toEqual({
      pty_a: "holds",
      pty_b: "fails",
      pty_c: "unknown",
    });
    const either = {
      any: [{ ids: ["pty_b"] }, { kinds: ["public-body" as const], countries: ["CN"] }],
      except: ["pty_a"],
    };
    expect(members(parties, either)).toEqual({ pty_a: "fails", pty_b: "holds", pty_c: "unknown" });
  });
});

describe("ultimate parents", () => {
  const seats = [
    party("top", "company", { country: "KY", headquarters: "CN" }),
    party("operating", "company", { country: "CN" }),
    party("nominee", "person"),
  ];
  it("are found through a contractual structure, with the seat of the topmost company", () => {
    const graph = graphOf(
      [...everybody, ...seats],
      [
        link("nominee", "operating", "100"),
        link("top", "operating", undefined, {
          agreement: { kind: "vie-contracts", controls: { value: "yes" } },
        }),
        link("founder", "top", "60"),
        link("other", "top", "40"),
      ],
    );
    const found = ultimateParents(graph, "pty_operating", { over: "50", byAgreement: true });
    expect(found.complete).toBe("holds");
    expect(found.parents).toContainEqual(
      expect.objectContaining({ id: "pty_founder", contractual: true, entity: "pty_top" }),
    );
    expect(found.headquarters).toContainEqual({
      party: "pty_top",
      country: "CN",
      known: true,
      incorporated: "KY",
    });
    const byShares = ultimateParents(graph, "pty_operating", { over: "50" });
    expect(byShares.parents.map((parent) => parent.id)).toEqual(["pty_nominee"]);
  });
  it("are the party itself where holders are many, and open where the record is thin", () => {
    const spreadOut = graphOf(everybody, [
      link("founder", "applicant", "50"),
      link("other", "applicant", "50"),
    ]);
    expect(ultimateParents(spreadOut, target, { over: "50" })).toMatchObject({
      parents: [{ id: target, contractual: false }],
      complete: "holds",
    });
    const thin = ultimateParents(graphOf(everybody, [link("founder", "applicant", "50")]), target, {
      over: "49",
    });
    expect(thin).toMatchObject({ parents: [{ id: "pty_founder" }], complete: "unknown" });
    const bare = ultimateParents(graphOf(everybody, [link("parent", "applicant", "80")]), target, {
      over: "50",
    });
    expect(bare).toMatchObject({ parents: [{ id: "pty_parent" }], complete: "unknown" });
    expect(bare.missing).toContainEqual(
      expect.objectContaining({ kind: "holders", party: "pty_parent" }),
    );
    expect(
      ultimateParents(graphOf(everybody, [link("parent", "applicant", "80")]), target, {
        over: "50",
        missing: "ignore",
      }).complete,
    ).toBe("holds");
  });
  it("name those that a range, or what is not disclosed, may make a parent", () => {
    const graph = graphOf(everybody, [
      link("founder", "applicant", range("40", "60")),
      link("other", "applicant", "40"),
    ]);
    expect(ultimateParents(graph, target, { over: "50", missing: "ignore" })).toMatchObject({
      parents: [{ id: target }],
      possible: ["pty_founder"],
      complete: "unknown",
    });
    // With the founder at 40, the 20 that nobody is named for may be the other's as well.
    expect(ultimateParents(graph, target, { over: "50" })).toMatchObject({
      parents: [{ id: target }],
      possible: ["pty_founder", "pty_other"],
      complete: "unknown",
    });
  });
  it("count what one holder may hold through somebody of whom nothing is known", () => {
    const graph = graphOf(everybody, [
      link("founder", "applicant", "45"),
      link("other", "applicant", "35"),
      link("parent", "applicant", "20"),
    ]);
    const found = ultimateParents(graph, target, { over: "50" });
    expect(found).toMatchObject({ parents: [{ id: target }], complete: "unknown" });
    expect(found.possible).toContain("pty_founder");
    expect(ultimateParents(graph, target, { over: "50", missing: "ignore" })).toMatchObject({
      possible: [],
      complete: "holds",
    });
  });
  it("stay open while a range may close a ring that puts a lower one beside the upper", () => {
    const ring = ["upper", "lower", "held"].map((name) => party(name, "company"));
    const graph = graphOf(ring, [
      link("upper", "lower", { kind: "range", min: "50", max: "60", minExclusive: true }),
      link("lower", "held", "60"),
      link("lower", "upper", range("40", "60")),
      link("held", "upper", "10"),
    ]);
    // At 41 % the lower one and what it holds have 51 % of the upper one: the two control each other.
    for (const missing of ["ignore", "unknown"] as const)
      expect(ultimateParents(graph, "pty_held", { over: "50", missing })).toMatchObject({
        parents: [{ id: "pty_upper" }],
        possible: ["pty_lower"],
        complete: "unknown",
      });
  });
  it("are complete when who is possible stands surely below the parent that is named", () => {
    const tower = ["upper", "lower", "held"].map((name) => party(name, "company"));
    const graph = graphOf(tower, [
      link("upper", "lower", "80"),
      link("upper", "held", "55"),
      link("lower", "held", range("40", "45")),
    ]);
    expect(ultimateParents(graph, "pty_held", { over: "50", missing: "ignore" })).toMatchObject({
      parents: [{ id: "pty_upper" }],
      possible: [],
      complete: "holds",
    });
  });
});

describe("a record that is wrong", () => {
  const problems = (...links: Link[]) =>
    graphOf(everybody, links).problems.map(({ kind, remedy }) => [kind, remedy]);
  it("is reported link by link with the remedy", () => {
    expect(problems(link("applicant", "applicant", "10"))).toEqual([["self-link", "remove-link"]]);
    expect(problems(link("ghost", "applicant", "10"))).toEqual([["owner-missing", "add-party"]]);
    expect(problems(link("founder", "ghost", "10"))).toEqual([["target-missing", "add-party"]]);
    expect(
      problems(link("founder", "applicant", "10", { from: "2026-02-01", to: "2026-01-01" })),
    ).toEqual([["dates-cross", "correct-dates"]]);
    expect(problems(link("founder", "applicant"))).toEqual([["no-content", "add-share"]]);
    expect(
      problems(link("founder", "applicant", "10"), link("founder", "applicant", "20")),
    ).toEqual([["parallel-links", "merge-links"]]);
    expect(problems(link("founder", "applicant", "10", { nomineeFor: "pty_ghost" }))).toEqual([
      ["nominee-missing", "add-party"],
    ]);
    expect(
      problems(link("parent", "applicant", "100"), link("applicant", "parent", "100")),
    ).toEqual([["closed-loop", "check-loop"]]);
  });
  it("with shares of 120 % says so and answers with the range that the excess leaves", () => {
    const graph = graphOf(everybody, [
      link("organ", "applicant", "60"),
      link("founder", "applicant", "60"),
    ]);
    expect(graph.problems).toMatchObject([
      { kind: "above-hundred", remedy: "correct-shares", sum: "120" },
    ]);
    const answer = interest(graph, {
      holders: STATE,
      target,
      measure: "equity",
      method: "direct",
      over: "50",
    });
    expect(answer).toMatchObject({ min: "40", max: "60", reaches: "unknown" });
  });
  it("that fills the hundred and names one more holder admits that others hold less", () => {
    const graph = graphOf(everybody, [
      link("organ", "applicant", UNKNOWN),
      link("founder", "applicant", "60"),
      link("other", "applicant", "40"),
    ]);
    expect(graph.problems).toMatchObject([{ kind: "above-hundred", sum: "100" }]);
    const query = { holders: STATE, target, measure: "equity", method: "direct" } as const;
    expect(interest(graph, query)).toMatchObject({ min: "0", positive: "holds", max: "100" });
  });
  it("with crossing dates counts the link as perhaps", () => {
    const links = [
      link("organ", "applicant", "60", { from: "2026-02-01", to: "2026-01-01" }),
      link("founder", "applicant", "40"),
    ];
    const answer = interest(graphOf(everybody, links), {
      holders: STATE,
      target,
      measure: "equity",
      method: "direct",
      over: "50",
    });
    expect(answer).toMatchObject({ min: "0", max: "60", reaches: "unknown" });
  });
  it("naming a holder that is not recorded leaves open whether it belongs to a set by kind", () => {
    const graph = graphOf(everybody, [
      link("ghost", "applicant", "60"),
      link("founder", "applicant", "40"),
    ]);
    const answer = interest(graph, {
      holders: STATE,
      target,
      measure: "equity",
      method: "direct",
      over: "50",
    });
    expect(answer).toMatchObject({ min: "0", max: "60", reaches: "unknown" });
    expect(answer.missing.map((gap) => gap.kind)).toContain("party");
  });
  it("of another day leaves out links that ended or had not begun", () => {
    const links = [
      link("organ", "applicant", "60", { to: "2025-12-31" }),
      link("founder", "applicant", "60", { from: "2026-01-01" }),
    ];
    const on = (asOf: string) =>
      interest(graphOf(everybody, links, asOf), {
        holders: STATE,
        target,
        measure: "equity",
        method: "direct",
      }).min;
    expect([on("2025-12-31"), on("2026-01-01")]).toEqual(["60", "0"]);
  });
});

describe("a target that cannot be held, or is not there", () => {
  it("is held by nobody, or by anybody", () => {
    const graph = graphOf(everybody, []);
    const ask = (id: string) =>
      interest(graph, {
        holders: STATE,
        target: id,
        measure: "equity",
        method: "integrated",
        over: "50",
      });
    expect(ask("pty_founder")).toMatchObject({ max: "0", reaches: "fails", known: true });
    expect(ask("pty_nowhere")).toMatchObject({
      min: "0",
      max: "100",
      reaches: "unknown",
      known: false,
    });
    expect(ask("pty_nowhere").missing).toEqual([
      { kind: "party", party: "pty_nowhere", field: "party" },
    ]);
  });
});

describe("votes, nominees and boards", () => {
  it("votes apart from capital, presumed from capital where none are recorded", () => {
    const golden = link("organ", "applicant", "1", { voting: { kind: "exact", percent: "51" } });
    const rest = link("founder", "applicant", "99", { voting: { kind: "exact", percent: "49" } });
    const graph = graphOf(everybody, [golden, rest]);
    const ask = (measure: "equity" | "voting") =>
      controls(graph, { holders: STATE, target, over: "50", measure, recursive: true }).value;
    expect([ask("equity"), ask("voting")]).toEqual(["fails", "holds"]);
    const plain = graphOf(everybody, [
      link("organ", "applicant", "51"),
      link("founder", "applicant", "49"),
    ]);
    const path = interest(plain, { holders: STATE, target, measure: "voting", method: "direct" })
      .paths[0];
    expect(path?.steps[0]).toMatchObject({ presumed: true });
  });
  it("count a nominee's shares for the principal and name the nominee", () => {
    const graph = graphOf(everybody, [
      link("founder", "applicant", "60", { nomineeFor: "pty_organ" }),
      link("other", "applicant", "40"),
    ]);
    const answer = interest(graph, {
      holders: STATE,
      target,
      measure: "equity",
      method: "direct",
      over: "50",
    });
    expect(answer).toMatchObject({ min: "60", reaches: "holds" });
    expect(answer.paths[0]?.steps[0]).toMatchObject({ owner: "pty_organ", nominee: "pty_founder" });
  });
  it("count a board majority as control only where asked", () => {
    const graph = graphOf(everybody, [
      link("organ", "applicant", "30", { boardMajority: { value: "yes" } }),
      link("founder", "applicant", "70"),
    ]);
    const ask = (byAgreement: boolean) =>
      controls(graph, { holders: STATE, target, over: "50", byAgreement, recursive: true }).value;
    expect([ask(false), ask(true)]).toEqual(["fails", "holds"]);
  });
});

describe("what would settle an open answer", () => {
  it("is listed with the gap first that settles it alone", () => {
    const graph = graphOf(everybody, [
      link("organ", "applicant", range("40", "60")),
      link("founder", "applicant", "40"),
      link("other", "parent", range("1", "2")),
    ]);
    const gaps = missingThatResolve(graph, {
      interest: { holders: STATE, target, measure: "equity", method: "direct", over: "50" },
    });
    expect(gaps[0]).toMatchObject({ kind: "share", party: target, alone: true });
    expect(gaps.every((gap) => gap.party === target)).toBe(true);
  });
  it("is nothing when the answer stands", () => {
    const graph = graphOf(everybody, [link("organ", "applicant", "100")]);
    const query = { holders: STATE, target, over: "50", recursive: true };
    expect(missingThatResolve(graph, { controls: query })).toEqual([]);
  });
  it("names both gaps when neither is enough", () => {
    const graph = graphOf(everybody, [
      link("organ", "applicant", range("20", "30")),
      link("bureau", "applicant", range("20", "30")),
      link("founder", "applicant", "40"),
    ]);
    const gaps = missingThatResolve(graph, {
      controls: { holders: STATE, target, over: "50", measure: "equity", recursive: false },
    });
    expect(gaps.filter((gap) => gap.kind === "share").length).toBe(2);
  });
});

describe("the picture", () => {
  it("marks what is exact, ranged, unknown, contractual, in a ring, state-held and hidden", () => {
    const graph = graphOf(everybody, [
      link("parent", "applicant", range("50", "75", { minExclusive: true })),
      link("applicant", "parent", "5"),
      link("organ", "parent", UNKNOWN),
      link("holding", "applicant", undefined, {
        agreement: { kind: "vie-contracts", controls: { value: "yes" } },
      }),
      link("founder", "holding", "100"),
      link("applicant", "sub", "100"),
    ]);
    const picture = pictureOf(graph, target, { marks: { state: STATE }, up: 2 });
    const edge = (owner: string, held: string) =>
      picture.edges.find((each) => each.owner === `pty_${owner}` && each.target === `pty_${held}`);
    expect(edge("parent", "applicant")).toMatchObject({
      style: "solid",
      inCycle: true,
      label: { kind: "range", min: "50", max: "75", minOpen: true },
    });
    expect(edge("organ", "parent")).toMatchObject({ label: { kind: "unknown" }, inCycle: false });
    expect(edge("holding", "applicant")).toMatchObject({
      style: "dashed",
      by: "agreement",
      label: { kind: "none" },
    });
    expect(edge("applicant", "sub")).toMatchObject({ label: { kind: "exact", percent: "100" } });
    const node = (name: string) => picture.nodes.find((each) => each.id === `pty_${name}`);
    expect(node("organ")).toMatchObject({ marks: { state: "holds" }, tier: 2 });
    expect(node("sub")).toMatchObject({ tier: -1 });
    const near = pictureOf(graph, target, { up: 1 });
    expect(near.nodes.find((each) => each.id === "pty_parent")).toMatchObject({ hiddenOwners: 1 });
  });
  it("is empty for a party that is not there", () => {
    expect(pictureOf(graphOf([], []), "pty_x")).toEqual({ subject: "pty_x", nodes: [], edges: [] });
  });
});
