import { useI18n } from "#i18n";
import { compareDecimal } from "#shared/kernel";
import { type Link, partyKinds, type Share } from "#shared/model";
import {
  Button,
  EntryControl,
  Field,
  f,
  IconButton,
  Notice,
  newId,
  SpecField,
  TextControl,
  useField,
  useRemoval,
  useRows,
  useToasts,
} from "#ui";
import { QuickBooks } from "./quick-books.tsx";
import { PartyForm } from "./record-form.tsx";
import { totalShare } from "./total-share.ts";

const KINDS = partyKinds.filter((kind) => kind !== "military-unit");

/** Who holds the party above: one row a holder, the next one is typed into the last. */
export function Holders({ party }: { readonly party: string }) {
  const { t } = useI18n();
  const rows = useRows("holders") as readonly Link[];
  const state = useField("holders");
  const removal = useRemoval("holders", []);
  const toasts = useToasts();
  return (
    <fieldset className="field field-wide stack" data-path={`parties.${party}.holders`}>
      <legend className="field-label">{t("guide.holders")}</legend>
      <p className="muted small">{t("guide.holders.about")}</p>
      {rows.map((row, index) => (
        <Holder
          key={row.id}
          row={row}
          onRemove={() => {
            const back = removal(index);
            toasts.say(t("screen.row.removed", { what: t("field.link"), number: index + 1 }), back);
          }}
        />
      ))}
      <QuickBooks persons>
        <Field label={t("guide.holders.next")} address={`parties.${party}.holders.next`}>
          {(ids) => (
            <EntryControl
              ids={ids}
              disabled={state.readOnly}
              book="party"
              value=""
              onChange={(owner) => {
                if (owner !== undefined)
                  state.set([...rows, { id: newId("lnk"), owner, target: party }]);
              }}
            />
          )}
        </Field>
      </QuickBooks>
      <Total rows={rows} />
    </fieldset>
  );
}

function Holder({ row, onRemove }: { readonly row: Link; readonly onRemove: () => void }) {
  const { t } = useI18n();
  return (
    <div className="entry holder-row" data-path={`links.${row.id}`}>
      <Percent link={row.id} />
      <PartyForm id={row.owner}>
        <div className="form-grid">
          <SpecField spec={f.line("names.zh")} base="party" of="party" />
          <SpecField spec={f.line("names.en")} base="party" of="party" />
          <SpecField spec={f.choice("kind", KINDS, "party.kind")} base="party" of="party" />
        </div>
      </PartyForm>
      <IconButton size="small" icon="trash" label={t("guide.holders.remove")} onClick={onRemove} />
    </div>
  );
}

/** The share as one number; a range or an unknown share is told and edited in the party's own window. */
function Percent({ link }: { readonly link: string }) {
  const { t } = useI18n();
  const { value, set, address, readOnly } = useField(`holders.${link}.equity`);
  const share = value as Share | undefined;
  if (share !== undefined && share.kind !== "exact")
    return (
      <div className="row">
        <span>{t("guide.holders.open")}</span>
        <Button size="small" onClick={() => set(undefined)}>
          {t("guide.holders.exact")}
        </Button>
      </div>
    );
  return (
    <Field label={t("field.link.equity")} address={address}>
      {(ids) => (
        <TextControl
          ids={ids}
          disabled={readOnly}
          numeric
          unit="%"
          value={share?.percent ?? ""}
          onChange={(percent) =>
            set(percent === undefined ? undefined : { kind: "exact", percent })
          }
        />
      )}
    </Field>
  );
}

function Total({ rows }: { readonly rows: readonly Link[] }) {
  const { t } = useI18n();
  const total = totalShare(rows);
  if (total === undefined) return null;
  const order = compareDecimal(total, "100");
  if (order === 0)
    return (
      <Notice tone="good" role="status">
        {t("guide.holders.whole")}
      </Notice>
    );
  return (
    <Notice tone="warn" role="status">
      {t(order > 0 ? "guide.holders.above" : "guide.holders.below", { total })}
    </Notice>
  );
}
