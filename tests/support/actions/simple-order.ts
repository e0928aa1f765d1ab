import type { Locator } from "playwright";
import type { Words } from "../pages/words.ts";
import type { Hand } from "./hand.ts";

/** Papers that a firm has at hand for such an order; every one of them is made up. */
const PAPERS = [
  "营业执照.pdf",
  "股东名册.pdf",
  "报价单.pdf",
  "H200 技术参数表.pdf",
  "报关行归类意见.pdf",
  "国产加速卡实测报告.pdf",
  "最终用户说明.pdf",
  "KYC policy.pdf",
  "Physical security plan.pdf",
  "Remote access policy.pdf",
].map((name) => ({
  name,
  mimeType: "application/pdf",
  buffer: Buffer.from(`%PDF-1.4\n% an invented paper: ${name}\n`),
}));

/** Where a person stands in the guided form: fields by their address, steps by their names. */
function guidePage(hand: Hand, w: Words) {
  const { page } = hand;
  const field = (address: string): Locator => page.locator(`[data-path="${address}"]`).first();
  const ending = (end: string): Locator => page.locator(`[data-path$="${end}"]`).first();
  const box = (at: Locator) => at.locator("input, textarea").first();
  return {
    field,
    ending,
    text: async (at: Locator, text: string, what: string) => await hand.fill(box(at), text, what),
    pick: async (at: Locator, text: string, what: string) =>
      await hand.pick(at.getByRole("combobox").first(), at.getByRole("option"), text, what),
    /** Makes a new entry of what is typed, in place. */
    create: async (at: Locator, name: string, what: string) => {
      const combo = at.getByRole("combobox").first();
      await combo.click();
      await combo.fill(name);
      await at.getByRole("option", { name: w("screen.create.named", { name }) }).click();
      hand.actions.push({ kind: "choose", what, fact: true, facts: 1 });
    },
    select: async (at: Locator, value: string, what: string) =>
      await hand.select(at.locator("select").first(), value, what),
    answer: async (at: Locator, value: "yes" | "no", what: string) =>
      await hand.say(at.getByLabel(w(`answer.${value}`), { exact: true }), what),
    same: async (name: string, facts = 1) =>
      await hand.say(page.getByRole("button", { name, exact: true }), name, facts),
    next: async () => {
      const title = await page.locator("#guide-title").textContent();
      await hand.click(page.locator(".guide-foot .button-primary"), "next");
      await page
        .locator("#guide-title")
        .filter({ hasNotText: title ?? "" })
        .waitFor();
    },
  };
}

/**
 * The order of the review, as a person fills it in with nothing but the guided form: a private firm held by two people buys 16
 * HGX H200 boards for its own training cluster, in two deliveries.
 */
export async function draftSimpleOrder(hand: Hand, w: Words, drafter: string): Promise<void> {
  const { page } = hand;
  const g = guidePage(hand, w);
  const same = (label: string, words: string) => `${label}: ${words}`;
  await hand.click(page.getByRole("button", { name: w("screen.orders.new") }), "new order");
  await hand.fill(page.getByRole("dialog").getByRole("textbox"), "训练集群 16 块", "title");
  await hand.chord("Enter", "create");
  await page.locator("#guide-title").waitFor();

  await g.pick(g.field("order.lines"), "HGX H200", "product");
  await g.text(g.ending(".quantity"), "16", "quantity");
  await g.create(g.field("order.buyer"), "星河样例智能科技有限公司", "buyer");
  await g.create(g.field("order.route.seller"), "Sample Accelerators Inc.", "seller");
  await g.pick(g.field("order.route.countryOfExport"), "US", "country of export");
  await g.select(g.field("order.route.kind"), "export", "kind of route");
  await g.next();

  await g.text(g.ending(".names.en"), "Xinghe Sample AI Co., Ltd.", "buyer's English name");
  await g.text(g.ending(".uscc"), "91520100MAXE000187", "credit code");
  await g.same(w("guide.same.country"));
  await g.text(g.ending(".addresses.zh"), "贵州省贵阳市样例大道 88 号", "address");
  await g.text(g.ending(".addresses.en"), "88 Sample Avenue, Guiyang, China", "English address");
  await g.text(g.ending(".importerCode"), "5201SAMPLE001", "importer code");
  await g.text(g.ending(".registeredCapital"), "人民币 5,000 万元（虚构）", "capital");
  await g.text(g.ending(".legalRepresentative.name"), "赵样例", "legal representative");
  await g.text(g.ending(".signatory.name"), "王示例", "signatory");
  await g.text(g.ending(".signatory.nameEn"), "Wang Shili", "signatory in English");
  await g.text(g.ending(".contacts.first.name"), "孙样例", "contact");
  await g.text(g.ending(".contacts.first.phone"), "000-0000-0000", "telephone");
  await g.text(g.ending(".business.en"), "Development of AI software", "business");
  for (const [index, [name, en, share]] of [
    ["张样例", "Zhang Yangli", "60"],
    ["李样例", "Li Yangli", "40"],
  ].entries()) {
    await g.create(g.ending(".holders.next"), name ?? "", `holder ${index + 1}`);
    const row = page.locator(".holder-row").nth(index);
    await g.text(row.locator('[data-path$=".names.en"]'), en ?? "", "holder's English name");
    await g.text(row.locator('[data-path$=".equity"]'), share ?? "", "share");
  }
  const party = page.locator("[data-record^=pty_]").first();
  const nature = (name: string) => party.locator(`[data-path$=".${name}"]`).first();
  for (const name of [
    "criticalInfrastructure.notice",
    "criticalInfrastructure.business",
    "criticalInfrastructure.serves",
    "military",
    "militaryEndUser",
    "sensitiveGovernment",
    "infrastructureService",
  ])
    await g.answer(nature(name), "no", name);
  await g.answer(nature("kycProcedures"), "yes", "kyc");
  await g.text(
    nature("kycProcedures.note"),
    "Accounts are opened for named staff only and reviewed twice a year (invented).",
    "how kyc is done",
  );
  await g.next();

  await g.same(same(w("field.order.route.exporterOfRecord"), w("guide.same.seller")));
  const applicant = w("guide.same.applicant");
  for (const role of ["importerOfRecord", "consignee", "consumingUnit", "endUsers"] as const)
    await g.same(same(w(`field.order.route.${role}`), applicant));
  const seller = page.locator("[data-record^=pty_]").first();
  await g.pick(seller.locator('[data-path$=".country"]').first(), "US", "seller's country");
  await g.text(
    seller.locator('[data-path$=".addresses.en"]'),
    "1 Sample Road, Delaware, United States",
    "seller's address",
  );
  await g.pick(seller.locator('[data-path$=".headquarters"]').first(), "US", "seller's seat");
  await g.next();

  await hand.give(page.locator('.drop input[type="file"]'), PAPERS, "papers");
  await hand.click(
    page.getByRole("button", { name: w("guide.papers.count", { count: String(PAPERS.length) }) }),
    "confirm the guesses",
  );
  await page.getByText(w("guide.papers.added", { count: String(PAPERS.length) })).waitFor();
  await g.next();

  await g.text(g.ending(".unitPrice"), "24万", "price");
  await g.text(g.ending(".hs.code"), "8473309000", "commodity code");
  await g.select(g.ending(".hs.basis"), "broker-opinion", "basis of the code");
  await g.pick(g.ending(".hs.evidence"), "归类", "paper of the code");
  await g.pick(g.ending(".origin"), "CN", "origin");
  await g.text(g.ending(".purpose"), "训练本单位自有模型", "purpose");
  await g.same(same(w("field.line.integrator"), w("guide.same.seller")));
  const cell = (name: string, row: number) =>
    page.getByLabel(w("grid.cell", { column: name, number: String(row) }), { exact: true });
  for (const [row, day] of [
    [1, "2027-02-15"],
    [2, "2027-03-15"],
  ] as const) {
    await hand.fill(cell(w("field.delivery.date"), row), day, "delivery day");
    await hand.fill(cell(w("field.delivery.quantity"), row), "8", "delivery quantity");
  }
  await g.pick(g.field("order.terms.currency"), "USD", "currency");
  await g.select(g.field("order.terms.incoterm"), "CIP", "Incoterm");
  await g.text(g.field("order.terms.incotermPlace"), "Guiyang", "place of the Incoterm");
  await g.text(g.field("order.terms.tradeMode"), "一般贸易", "mode of trade");
  await g.text(g.field("order.terms.foreignExchangeSource"), "银行购汇", "foreign exchange");
  await g.text(g.field("order.customs.declarationPorts"), "贵阳海关（样例）", "port");
  await g.next();

  await g.create(g.field("order.sites"), "贵阳样例数据中心", "site");
  await g.text(g.ending(".names.en"), "Guiyang sample data centre", "site's English name");
  await g.same(w("guide.same.address"));
  await g.select(g.ending(".tenure"), "owned", "tenure");
  await g.same(same(w("field.site.operator"), applicant));
  await g.answer(g.ending(".stateFunded"), "no", "state funds");
  await g.answer(g.ending(".projectFiling"), "yes", "project filing");
  await g.answer(g.ending(".energyReview"), "yes", "energy review");
  await g.answer(g.ending(".physicalSecurity"), "yes", "physical security");
  await g.text(
    g.ending(".physicalSecurityText"),
    "Guarded building, locked cages, cameras kept for ninety days (invented).",
    "about security",
  );
  await g.answer(g.ending(".remoteAccessControlled"), "yes", "remote access");
  await g.text(
    g.ending(".remoteAccessControlled.note"),
    "Private network, hardware tokens, log-ins reviewed weekly (invented).",
    "about remote access",
  );
  await g.next();

  await sayUse(hand, w);
  await g.text(g.field("order.necessity.needDate"), "2027-04-01", "day of need");
  await g.text(
    g.field("order.necessity.statement.zh"),
    "训练任务受显存带宽限制，国产加速卡实测不能满足训练计划（虚构样例）。",
    "necessity",
  );
  await g.select(g.field("order.necessity.claims"), "memory-bandwidth", "kind of claim");
  const claim = page.locator('[data-path^="order.necessity.claims.clm_"]').first();
  await g.pick(claim.locator('[data-path$=".evidence"]'), "测", "paper of the claim");
  await g.text(claim.locator('[data-path$=".text"]'), "实测吞吐量见附件（虚构样例）。", "claim");
  await g.create(g.field("order.necessity.alternatives.next"), "虚构国产卡 A", "alternative");
  await g.text(g.ending(".considered"), "显存带宽不足（虚构样例）。", "why not");
  await g.text(
    g.field("order.necessity.conclusion.zh"),
    "在需用日期前不能满足（虚构样例）。",
    "conclusion",
  );
  await g.next();

  await declareAll(hand, w);
  await g.next();

  await g.text(g.field("order.addressee"), "样例主管部门（虚构）", "addressee");
  await g.pick(g.field("order.drafter"), drafter, "drafter");
  await g.text(g.field("order.subject.zh"), "关于进口 H200 加速计算设备的情况说明", "subject");
  await g.text(g.field("order.subject.en"), "Import of H200 accelerators", "subject in English");

  // The list of steps shows where a rule still asks: on which day the product was first sold in the United States.
  const steps = page.getByRole("navigation", { name: w("guide.steps") });
  await hand.click(steps.getByRole("link", { name: w("guide.step.start") }), "to the open step");
  await g.text(g.ending(".usAvailableOn"), "2024-06-30", "first sold in the US on");
}

type Signers = {
  readonly reviewer: string;
  readonly lawyer: string;
  readonly passphrase: string;
};

type Saved = (trigger: () => Promise<unknown>) => Promise<{ readonly bytes: Buffer }>;

/** From the drafted order to both outgoing sets sealed, handed over and verified, along the one next action that the page names. */
export async function sealSimpleOrder(
  hand: Hand,
  w: Words,
  { reviewer, lawyer, passphrase }: Signers,
  saved: Saved,
): Promise<void> {
  const { page } = hand;
  const next = page.locator(".way-next");
  const dialog = page.getByRole("dialog");
  const views = page.getByRole("navigation", { name: w("screen.order.views") });
  await hand.click(views.getByRole("link", { name: w("screen.order.view.check") }), "to the check");
  await page.getByText(w("lane.verify-first")).first().waitFor();
  for (const [kind, person] of [
    ["compliance", reviewer],
    ["legal", lawyer],
  ] as const) {
    await page.locator(`.way-next[data-step="${kind}"]`).waitFor();
    await hand.click(next, `to the ${kind} review`);
    await hand.select(
      dialog.getByLabel(w("editor.review.person"), { exact: true }),
      { label: person },
      `${kind} reviewer`,
    );
    await hand.select(
      dialog.getByLabel(w("editor.review.decision"), { exact: true }),
      "ready-to-file",
      `opinion of ${kind}`,
    );
    await hand.fill(
      dialog.getByLabel(w("editor.review.passphrase"), { exact: true }),
      passphrase,
      `signature of ${kind}`,
    );
    await hand.click(dialog.getByRole("button", { name: w("editor.review.sign") }), "sign");
    await dialog.waitFor({ state: "detached" });
  }
  await page.locator('.way-next[data-step="seal"]').waitFor();
  await hand.click(next, "to the seal");
  await hand.select(
    dialog.getByLabel(w("packets.seal.person"), { exact: true }),
    { label: reviewer },
    "who seals",
  );
  await hand.fill(
    dialog.getByLabel(w("packets.seal.passphrase"), { exact: true }),
    passphrase,
    "signature of the seal",
  );
  await hand.click(dialog.getByRole("button", { name: w("packets.seal"), exact: true }), "seal");
  await dialog.waitFor({ state: "detached", timeout: 60_000 });
  for (const set of ["cn-filing", "us-exporter"] as const) {
    const card = page
      .getByRole("article")
      .filter({ has: page.getByRole("heading", { name: w(`set.${set}`) }) })
      .first();
    await card.getByText(w("packets.sealed"), { exact: true }).waitFor();
    await saved(async () => {
      await hand.click(
        card.getByRole("button", { name: w("packets.download"), exact: true }),
        `hand over ${set}`,
      );
    });
    await hand.click(
      card.getByRole("button", { name: w("packets.verify"), exact: true }),
      `verify ${set}`,
    );
    await card.getByText(w("verify.intact.yes")).waitFor({ timeout: 30_000 });
  }
}

/** The one use: training of the firm's own models. */
async function sayUse(hand: Hand, w: Words): Promise<void> {
  const g = guidePage(hand, w);
  await g.select(g.field("order.endUses"), "training", "use");
  await g.answer(g.ending(".commercial"), "yes", "commercial");
  await g.text(g.ending(".description.zh"), "为自有产品训练语言模型", "use in words");
  await g.text(g.ending(".description.en"), "Training models for own products", "use in English");
  await g.answer(g.field("order.declarations.capacityServesOthers"), "no", "serves others");
}

/** Each declaration by hand; there is no other way. */
async function declareAll(hand: Hand, w: Words): Promise<void> {
  const g = guidePage(hand, w);
  for (const [name, value] of [
    ["commercialUseOnly", "yes"],
    ["militaryEndUse", "no"],
    ["prohibitedEndUse", "no"],
    ["noTransferWithoutAuthorisation", "yes"],
    ["splitOfLargerOrder", "no"],
    ["stateFundedProject", "no"],
    ["personalDataConsent", "yes"],
    ["remoteUsersComplete", "yes"],
    ["changedAfterDelivery", "no"],
  ] as const)
    await g.answer(g.field(`order.declarations.${name}`), value, name);
}

/** A like order after an older one: copied, half as many boards, one delivery, and everything declared anew. */
export async function adaptCopy(hand: Hand, w: Words, title: string): Promise<void> {
  const { page } = hand;
  const g = guidePage(hand, w);
  const steps = page.getByRole("navigation", { name: w("guide.steps") });
  const to = async (step: "goods" | "use") =>
    await hand.click(
      steps.getByRole("link", { name: w(`guide.step.${step}`) }),
      `to the step ${step}`,
    );
  await hand.click(
    page.getByRole("button", { name: w("screen.orders.copy", { title }), exact: true }),
    "copy",
  );
  await page.locator("#guide-title").waitFor();
  await g.text(g.ending(".quantity"), "8", "quantity");
  await to("goods");
  await hand.say(
    page.getByRole("button", { name: w("screen.row.remove", { number: "2" }) }),
    "one delivery less",
  );
  await to("use");
  await sayUse(hand, w);
  await g.next();
  await declareAll(hand, w);
}
