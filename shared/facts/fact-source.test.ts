import { describe, expect, test } from "vitest";
import { type Dossier, dossierHash } from "#shared/model";
import { createFactSource, factCatalogue, type ListHit, type Subject } from "./index.ts";

const buyer: Subject = { kind: "party", id: "pty_buyer" };
const order: Subject = { kind: "order", id: "ord_1" };
const line: Subject = { kind: "line", id: "lin_1" };

/** A small invented draft: a buyer with a holder, one line, nothing else. */
function draft(change: (dossier: Dossier) => void = () => undefined): Dossier {
  const dossier: Dossier = {
    schema: "h200-desk/dossier@1",
    order: {
      id: "ord_1",
      title: "示例",
      buyer: "pty_buyer",
      lines: [{ id: "lin_1", product: "prd_1" }],
    },
    parties: [
      { id: "pty_buyer", kind: "company", names: { zh: "示例公司" }, country: "CN" },
      { id: "pty_owner", kind: "person", names: { zh: "张示例" } },
    ],
    links: [
      {
        id: "lnk_1",
        owner: "pty_owner",
        target: "pty_buyer",
        equity: { kind: "exact", percent: "100" },
      },
    ],
    sites: [],
    products: [{ id: "prd_1", vendor: "示例", model: "X", form: "pcie-card" }],
    evidence: [],
    persons: [],
  };
  change(dossier);
  return dossier;
}

function source(dossier = draft(), hits: readonly ListHit[] = [], screened?: readonly string[]) {
  return createFactSource({ dossier, hits, asOf: "2026-08-20", screened });
}

const asked = (answer: ReturnType<ReturnType<typeof source>["answer"]>) =>
  answer.known ? [] : answer.ask.map(({ path }) => path);

describe("a fact source", () => {
  test("remembers an answer: asking twice gives the same value", () => {
    const facts = source();
    const args = { prefixes: ["J66"] };
    expect(facts.answer("party.sector-in", buyer, args)).toBe(
      facts.answer("party.sector-in", buyer, { prefixes: ["J66"] }),
    );
    expect(facts.related("order.end-users", order)).toBe(facts.related("order.end-users", order));
  });

  test("an unanswered question is unknown and names the field that answers it", () => {
    const answer = source().answer("party.military", buyer, undefined);
    expect(answer).toEqual({
      known: false,
      owner: "buyer",
      ask: [
        {
          key: "party.military@pty_buyer",
          fact: "party.military",
          subject: buyer,
          owner: "buyer",
          path: "parties.pty_buyer.military",
        },
      ],
    });
  });

  test("a question looked at and not known stays unknown", () => {
    const facts = source(
      draft(({ parties }) => {
        if (parties[0]) parties[0].military = { value: "unknown" };
      }),
    );
    expect(facts.answer("party.military", buyer, undefined).known).toBe(false);
  });

  test("a reference to a party that the dossier lacks is unknown, never false", () => {
    const facts = source();
    const gone: Subject = { kind: "party", id: "pty_gone" };
    for (const { id, subject, checkArgs } of factCatalogue.facts.values()) {
      if (subject !== "party" || checkArgs !== undefined) continue;
      expect(facts.answer(id, gone, undefined).known, id).toBe(false);
    }
    const holders = { kinds: ["public-body"] };
    expect(facts.answer("party.interest", gone, { holders }).known).toBe(false);
    expect(facts.answer("party.controlled", gone, { holders, over: 50 }).known).toBe(false);
    expect(facts.answer("party.listed", gone, { lists: ["entity-list"] }).known).toBe(false);
  });

  test("a line whose product is missing asks for the product, another asks for the figure", () => {
    const without = draft(({ order: { lines } }) => {
      delete lines[0]?.product;
    });
    expect(asked(source(without).answer("line.tpp", line, undefined))).toEqual([
      "order.lines.lin_1.product",
    ]);
    expect(asked(source().answer("line.tpp", line, undefined))).toEqual([
      "products.prd_1.denseRates",
    ]);
  });

  test("a fact that the catalogue does not know, or of another kind of subject, is unknown", () => {
    expect(source().answer("party.favourite-colour", buyer, undefined).known).toBe(false);
    expect(source().answer("party.military", line, undefined).known).toBe(false);
    expect(source().related("party.enemies", buyer)).toEqual({
      subjects: [],
      complete: false,
      ask: [],
    });
  });

  test("an exporter's certificate is the exporter's to give", () => {
    const answer = source().answer("order.exporter.no-us-delay", order, undefined);
    expect(answer.known ? "" : answer.owner).toBe("exporter");
  });
});

describe("arguments", () => {
  test.each([
    ["party.sector-in", { prefixes: [] }],
    ["party.sector-in", undefined],
    ["party.listed", { lists: ["sdn"], effect: "bar" }],
    ["party.interest", { holders: { kinds: ["dragon"] } }],
    ["party.controlled", { holders: { kinds: ["person"] } }],
    ["party.controlled", { holders: { kinds: ["person"] }, over: "half" }],
  ])("%s refuses %j before anything is evaluated", (id, args) => {
    expect(factCatalogue.facts.get(id)?.checkArgs?.(args)).toEqual(expect.any(String));
  });

  test("a line given as number or as text is the same line", () => {
    const check = factCatalogue.facts.get("party.controlled")?.checkArgs;
    expect(check?.({ holders: { kinds: ["person"] }, over: 50 })).toBeUndefined();
    expect(check?.({ holders: { kinds: ["person"] }, over: "33.4" })).toBeUndefined();
  });
});

describe("list hits", () => {
  const hit = (status: ListHit["status"], licencePolicy?: string): ListHit => ({
    party: "pty_buyer",
    list: "entity-list",
    entry: "e1",
    status,
    licencePolicy,
  });
  const inLatin = (dossier: Dossier) => {
    const [party] = dossier.parties;
    if (party) party.names.en = "Sample Buyer";
  };
  const listed = (hits: readonly ListHit[], args: Record<string, unknown>) =>
    source(draft(inLatin), hits, ["entity-list", "sdn"]).answer("party.listed", buyer, args);

  test("on a list that nobody searched nobody is known to stand or not to stand", () => {
    for (const screened of [undefined, [], ["sdn"]])
      expect(
        source(draft(inLatin), [], screened).answer("party.listed", buyer, {
          lists: ["entity-list", "sdn"],
        }),
      ).toMatchObject({ known: false, owner: "authority", ask: [] });
  });

  test("a party without a name in Latin script was compared with nothing: the name is asked for", () => {
    const facts = source(draft(), [], ["entity-list"]);
    expect(facts.answer("party.listed", buyer, { lists: ["entity-list"] })).toMatchObject({
      known: false,
      owner: "buyer",
      ask: [{ fact: "party.latin-name", path: "parties.pty_buyer.names.en" }],
    });
    expect(facts.answer("party.latin-name", buyer, undefined)).toMatchObject({ known: false });
  });

  test("the vendor of what is ordered is looked for like a party", () => {
    const vendor = (name: string, hits: readonly ListHit[]) =>
      source(
        draft((dossier) => {
          const [product] = dossier.products;
          if (product) product.vendor = name;
        }),
        hits,
        ["entity-list"],
      ).answer("order.vendor-listed", order, { lists: ["entity-list"] });
    const found = (status: ListHit["status"]) => [{ ...hit(status), party: "prd_1" }];
    expect(vendor("Sample", [])).toMatchObject({ value: false });
    expect(vendor("Sample", found("true-match"))).toMatchObject({ value: true });
    expect(vendor("Sample", found("dismissed"))).toMatchObject({ value: false });
    expect(vendor("Sample", found("possible"))).toMatchObject({
      known: false,
      ask: [{ path: "order.screening.prd_1" }],
    });
    expect(vendor("示例", [])).toMatchObject({ ask: [{ path: "products.prd_1.vendor" }] });
  });

  test("a true match is known, a dismissed one is known not to be", () => {
    expect(listed([hit("true-match")], { lists: ["entity-list"] })).toMatchObject({ value: true });
    expect(listed([hit("dismissed")], { lists: ["entity-list"] })).toMatchObject({ value: false });
  });

  test("an undecided one is an unknown that the buyer owns", () => {
    expect(listed([hit("possible")], { lists: ["entity-list"] })).toMatchObject({
      known: false,
      owner: "buyer",
      ask: [{ path: "order.screening.pty_buyer" }],
    });
  });

  test("a hit on a list that the pack does not name does not count", () => {
    expect(listed([hit("true-match")], { lists: ["sdn"] })).toMatchObject({ value: false });
  });

  test("phrases of the pack decide which policy counts, whatever the letters' case", () => {
    const policy = { contains: ["presumption of denial"], silent: false };
    const args = { lists: ["entity-list"], policy };
    expect(listed([hit("true-match", "Presumption of Denial.")], args)).toMatchObject({
      value: true,
    });
    expect(listed([hit("true-match", "Case-by-case.")], args)).toMatchObject({ value: false });
    expect(listed([hit("true-match")], args)).toMatchObject({ value: false });
  });
});

describe("relations", () => {
  test("an order without end users is incomplete and says where to name one", () => {
    expect(source().related("order.end-users", order)).toMatchObject({
      subjects: [],
      complete: false,
      ask: [{ path: "order.route.endUsers" }],
    });
  });

  test("an end user named on a line counts as one of the order", () => {
    const dossier = draft(({ order: { lines } }) => {
      if (lines[0]) lines[0].endUser = "pty_buyer";
    });
    expect(source(dossier).related("order.end-users", order)).toMatchObject({
      subjects: [buyer],
      complete: true,
    });
  });

  test("a tenant mix is complete only when its shares can reach the whole", () => {
    const mix = (percent: string) =>
      draft((dossier) => {
        dossier.order.tenantMix = [
          { id: "tnt_1", class: "own-use", share: { kind: "exact", percent } },
        ];
      });
    expect(source(mix("100")).related("order.tenants", order).complete).toBe(true);
    expect(source(mix("99.9")).related("order.tenants", order).complete).toBe(false);
  });

  test("owners above owners are found through every tier, and a ring ends", () => {
    const dossier = draft(({ links, parties }) => {
      parties.push({ id: "pty_top", kind: "company", names: { zh: "顶层示例" } });
      const equity = { kind: "exact", percent: "10" } as const;
      links.push({ id: "lnk_2", owner: "pty_top", target: "pty_owner", equity });
      links.push({ id: "lnk_3", owner: "pty_buyer", target: "pty_top", equity });
    });
    const above = source(dossier)
      .related("party.ancestors", buyer)
      .subjects.map(({ id }) => id);
    expect([...above].sort()).toEqual(["pty_owner", "pty_top"]);
  });
});

describe("reviews", () => {
  const signed = (sha256: string) => (dossier: Dossier) => {
    dossier.order.reviews = [
      {
        id: "rvw_1",
        kind: "legal",
        person: "psn_1",
        decision: "ready-to-file",
        date: "2026-08-01",
        dossierSha256: sha256,
        publicKey: "0".repeat(64),
        signature: "0".repeat(128),
      },
    ];
  };
  const reviewed = (dossier: Dossier) =>
    source(dossier).answer("order.reviewed", order, { kinds: ["legal"] });

  test("a review counts while the dossier is the one that was reviewed", () => {
    expect(reviewed(draft(signed(dossierHash(draft()))))).toMatchObject({ value: true });
  });

  test("a dossier changed after its review is not reviewed", () => {
    const dossier = draft(signed(dossierHash(draft())));
    dossier.order.title = "改过";
    expect(reviewed(dossier)).toMatchObject({ value: false });
  });

  test("a review of another kind does not count", () => {
    const dossier = draft(signed(dossierHash(draft())));
    const facts = source(dossier);
    expect(facts.answer("order.reviewed", order, { kinds: ["compliance"] })).toMatchObject({
      value: false,
    });
  });
});

describe("sums and seats", () => {
  test("a total in dollars asks for each field it lacks", () => {
    expect(asked(source().answer("order.total-usd", order, undefined))).toEqual([
      "order.lines.lin_1.quantity",
      "order.lines.lin_1.unitPrice",
      "order.terms.currency",
    ]);
  });

  test("the seats behind a party are those of its own head office and of its ultimate parent", () => {
    const dossier = draft(({ parties, links }) => {
      if (parties[0]) parties[0].headquarters = "SG";
      parties.push({ id: "pty_top", kind: "company", names: { zh: "顶层" }, headquarters: "CN" });
      links.length = 0;
      const equity = { kind: "exact", percent: "51" } as const;
      links.push({ id: "lnk_2", owner: "pty_top", target: "pty_buyer", equity });
      links.push({
        id: "lnk_3",
        owner: "pty_owner",
        target: "pty_top",
        equity: { kind: "exact", percent: "100" },
      });
    });
    const answer = source(dossier).answer("party.parent-headquarters", buyer, { over: 50 });
    expect(answer.known ? answer.value : answer.atLeast).toEqual(["CN", "SG"]);
  });

  test("an interest of more than half, size unknown, reaches beyond half and never meets it", () => {
    const facts = source(
      draft((dossier) => {
        dossier.links[0] = {
          id: "lnk_1",
          owner: "pty_owner",
          target: "pty_buyer",
          equity: { kind: "range", min: "50", max: "75", minExclusive: true },
        };
      }),
    );
    const answer = facts.answer("party.interest", buyer, {
      holders: { kinds: ["person"] },
      method: "direct",
      over: "50",
      missing: "ignore",
    });
    expect(answer).toMatchObject({
      known: false,
      bounds: { min: "50", max: "75", minOpen: true },
    });
  });
});
