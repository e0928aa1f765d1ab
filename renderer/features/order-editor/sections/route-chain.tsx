import { useI18n } from "#i18n";
import { countryName, Icon, useBooks, useField } from "#ui";

const STOPS = [
  "manufacturer",
  "seller",
  "exporterOfRecord",
  "distributor",
  "forwarder",
  "importerOfRecord",
  "consignee",
  "consumingUnit",
] as const;

/** The way of the goods in one line, from maker to rack, with the blanks visible. */
export function RouteChain() {
  const { t, lang } = useI18n();
  const { value } = useField("route.countryOfExport");
  const from = typeof value === "string" ? countryName(value, lang) : t("screen.not.given");
  return (
    <div className="route-chain">
      <span>{t("editor.route.from", { country: from })}</span>
      {STOPS.map((stop) => (
        <Stop key={stop} stop={stop} />
      ))}
    </div>
  );
}

function Stop({ stop }: { readonly stop: (typeof STOPS)[number] }) {
  const { t } = useI18n();
  const books = useBooks();
  const { value } = useField(`route.${stop}`);
  const optional = stop === "distributor" || stop === "manufacturer";
  if (value === undefined && optional) return null;
  const party = books.entries("party").find((entry) => entry.id === value);
  return (
    <>
      <Icon name="right" />
      <span>
        <span className="muted small">{t(`field.order.route.${stop}`)}</span>
        <br />
        {party?.label ?? t("screen.not.given")}
      </span>
    </>
  );
}
