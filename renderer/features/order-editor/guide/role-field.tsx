import { useI18n } from "#i18n";
import { Button, f, SpecField, useField } from "#ui";

type Part = "importerOfRecord" | "consignee" | "consumingUnit" | "seller" | "exporterOfRecord";

type Props = {
  readonly part: Part;
  /** Another role of the order whose party is offered with one press. */
  readonly same: {
    readonly path: string;
    readonly words: "guide.same.applicant" | "guide.same.seller";
  };
};

/** Who plays a part on the way of the goods, with the party of another part one press away. */
export function RoleField({ part, same }: Props) {
  const { t } = useI18n();
  const path = `route.${part}`;
  const state = useField(path);
  const other = useField(same.path).value;
  const offered = typeof other === "string" && state.value !== other;
  return (
    <div className="stack-tight">
      <SpecField spec={f.one(path, "party")} of="order" />
      {offered ? (
        <Button
          size="small"
          disabled={state.readOnly}
          aria-label={`${t(`field.order.${path}` as "field.order.route.consignee")}: ${t(same.words)}`}
          onClick={() => state.set(other)}
        >
          {t(same.words)}
        </Button>
      ) : null}
    </div>
  );
}

/** The end users; the applicant is one press away while it is not among them. */
export function EndUsersField() {
  const { t } = useI18n();
  const state = useField("route.endUsers");
  const buyer = useField("buyer").value;
  const users = Array.isArray(state.value) ? (state.value as readonly string[]) : [];
  const offered = typeof buyer === "string" && !users.includes(buyer);
  return (
    <div className="stack-tight field-wide">
      <SpecField spec={f.many("route.endUsers", "party")} of="order" />
      {offered ? (
        <Button
          size="small"
          disabled={state.readOnly}
          aria-label={`${t("field.order.route.endUsers")}: ${t("guide.same.applicant")}`}
          onClick={() => state.set([...users, buyer])}
        >
          {t("guide.same.applicant")}
        </Button>
      ) : null}
    </div>
  );
}
