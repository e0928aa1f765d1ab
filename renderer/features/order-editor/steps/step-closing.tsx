import { useI18n } from "#i18n";
import type { Order } from "#shared/model";
import { type Asked, type Draft, Fields, f, Notice, useField, useRows } from "#ui";
import { EvidenceDrop } from "../guide/evidence-drop.tsx";
import { declarationFields } from "../sections/sections.ts";

/** Asked of every order; the others are asked where a paper or a rule wants them, or where they were answered. */
const ALWAYS = new Set([
  "commercialUseOnly",
  "militaryEndUse",
  "prohibitedEndUse",
  "noTransferWithoutAuthorisation",
  "splitOfLargerOrder",
  "stateFundedProject",
  "personalDataConsent",
  "remoteUsersComplete",
  "changedAfterDelivery",
]);
const ELSEWHERE = new Set(["capacityServesOthers", "tenantMixComplete"]);

type DeclarationsProps = {
  readonly draft: Draft<Order>;
  readonly asked: ReadonlyMap<string, Asked>;
};

/** Declarations, each answered by hand: none is filled in, copied or answered together with others. */
export function StepDeclarations({ draft, asked }: DeclarationsProps) {
  const { t } = useI18n();
  const { value } = useField("declarations");
  const said = draft.get().declarations ?? {};
  void value;
  const shown = declarationFields.filter(({ name }) => {
    const key = name.slice("declarations.".length);
    if (ELSEWHERE.has(key)) return false;
    return ALWAYS.has(key) || Object.hasOwn(said, key) || asked.has(`order.${name}`);
  });
  return (
    <>
      <Notice>{t("guide.declarations.about")}</Notice>
      <Fields specs={shown} of="order" />
    </>
  );
}

/** Title, addressee, subject and drafter. */
export function StepCover() {
  return (
    <Fields
      of="order"
      specs={[
        f.line("title", { wide: true }),
        f.line("addressee"),
        f.one("drafter", "person"),
        f.bilingual("subject", false),
      ]}
    />
  );
}

/** Papers in numbers, and those that the order has already. */
export function StepPapers() {
  const state = useField("evidence");
  const ids = useRows("evidence") as readonly string[];
  return (
    <>
      <EvidenceDrop readOnly={state.readOnly} onAdded={(added) => state.set([...ids, ...added])} />
      <Fields specs={[f.many("evidence", "evidence")]} of="order" />
    </>
  );
}
