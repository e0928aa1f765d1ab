import { useEffect, useState } from "react";
import { useI18n } from "#i18n";
import { capitalAmount, formatAmount, groupDigits, inWanYi } from "#shared/i18n";
import { DECIMAL_SHAPE } from "#shared/kernel";
import { lineTotal, type Order, type OrderLine, orderTotal, orderTotalUsd } from "#shared/model";
import {
  Button,
  type Draft,
  Fields,
  IconButton,
  jumpTo,
  newId,
  Rows,
  useBooks,
  useDraftValue,
  useField,
  useRemoval,
  useRows,
  useToasts,
} from "#ui";
import { LinesTable } from "./lines-table.tsx";
import { lineFields, rateRows, termFields } from "./sections.ts";
import { SubTitle } from "./sub-title.tsx";

type Props = { readonly draft: Draft<Order>; readonly focus: string | undefined };

const AT_FIRST = 30;

/** Goods and prices: one row per line, opened for its details; the order's terms and totals below. */
export function LinesSection({ draft, focus }: Props) {
  const { t } = useI18n();
  const lines = useRows("lines") as readonly OrderLine[];
  const state = useField("lines");
  const focused = /^order\.lines\.([^.]+)/.exec(focus ?? "")?.[1];
  const [open, setOpen] = useState<string | undefined>(focused ?? lines[0]?.id);
  const [most, setMost] = useState(AT_FIRST);
  useEffect(() => {
    if (focused !== undefined) setOpen(focused);
  }, [focused]);
  const add = () => {
    const id = newId("lin");
    state.set([...lines, { id }]);
    setOpen(id);
    setMost(Math.max(most, lines.length + 1));
    jumpTo(`order.lines.${id}.product`);
  };
  const removal = useRemoval("lines", []);
  const toasts = useToasts();
  const remove = (index: number) => {
    const next = lines[index + 1] ?? lines[index - 1];
    const undo = removal(index);
    toasts.say(t("editor.line.removed", { number: index + 1 }), undo);
    jumpTo(next === undefined ? "order.lines" : `order.lines.${next.id}`);
  };
  const shown = lines.filter((line, index) => index < most || line.id === open);
  return (
    <>
      <Totals draft={draft} />
      <LinesTable />
      <div className="stack" data-path="order.lines">
        {shown.map((line) => (
          <Line
            key={line.id}
            line={line}
            number={lines.indexOf(line) + 1}
            open={line.id === open}
            readOnly={state.readOnly}
            onToggle={() => setOpen(line.id === open ? undefined : line.id)}
            onCopy={() =>
              state.set([
                ...lines,
                { ...line, id: newId("lin"), schedule: undefined, serialNumbers: undefined },
              ])
            }
            onRemove={() => remove(lines.indexOf(line))}
          />
        ))}
        <div className="row">
          <Button icon="add" disabled={state.readOnly} onClick={add}>
            {t("editor.line.add")}
          </Button>
          {lines.length > most ? (
            <Button onClick={() => setMost(most + 200)}>
              {t("screen.more", { count: lines.length - most })}
            </Button>
          ) : null}
        </div>
      </div>
      <SubTitle of="editor.terms" />
      <Fields specs={termFields} of="order" />
      <Rows spec={rateRows} />
    </>
  );
}

type LineProps = {
  readonly line: OrderLine;
  readonly number: number;
  readonly open: boolean;
  readonly readOnly: boolean;
  readonly onToggle: () => void;
  readonly onCopy: () => void;
  readonly onRemove: () => void;
};

function Line({ line, number, open, readOnly, onToggle, onCopy, onRemove }: LineProps) {
  const { t } = useI18n();
  const books = useBooks();
  const product = books.entries("product").find((entry) => entry.id === line.product);
  const total = guarded(() => lineTotal(line), line);
  const name = product?.label ?? line.description ?? t("editor.line.unnamed");
  return (
    <div className="entry stack" data-path={`order.lines.${line.id}`}>
      <div className="line-head">
        <Button look="link" aria-expanded={open} onClick={onToggle}>
          {t("editor.line.title", { number, name })}
        </Button>
        <span className="num">{figure(line.quantity) ?? t("screen.not.given")}</span>
        <span className="num">{figure(line.unitPrice) ?? t("screen.not.given")}</span>
        <strong className="num">
          {total === undefined ? t("screen.not.given") : formatAmount(total)}
        </strong>
        <span className="row">
          <IconButton
            size="small"
            icon="copy"
            label={t("editor.line.copy", { number })}
            disabled={readOnly}
            onClick={onCopy}
          />
          <IconButton
            size="small"
            icon="trash"
            label={t("editor.line.remove", { number })}
            disabled={readOnly}
            onClick={onRemove}
          />
        </span>
      </div>
      {open ? <Fields specs={lineFields} of="line" base={`lines.${line.id}`} /> : null}
    </div>
  );
}

/** Grouped digits, or the text as it stands while it is no number. */
function figure(text: string | undefined): string | undefined {
  return text !== undefined && DECIMAL_SHAPE.test(text) ? groupDigits(text) : text;
}

/** A draft may hold text that is no number yet; then there is no sum. */
function guarded<T>(compute: () => T, line: OrderLine): T | undefined {
  const numbers = [line.quantity, line.unitPrice].filter((part) => part !== undefined);
  return numbers.every((part) => DECIMAL_SHAPE.test(part)) ? compute() : undefined;
}

function totalOf(order: Order): string | undefined {
  const sound = order.lines.every((line) => guarded(() => true, line) === true);
  return sound ? orderTotal(order) : undefined;
}

function Totals({ draft }: { readonly draft: Draft<Order> }) {
  const { t, lang } = useI18n();
  const total = useDraftValue(draft, totalOf);
  const currency = useDraftValue(draft, (order) => order.terms?.currency);
  const usd = useDraftValue(draft, usdOf);
  if (total === undefined) return <p className="muted">{t("editor.total.open")}</p>;
  const short = lang === "zh" ? inWanYi(total) : undefined;
  return (
    <div className="totals" role="status">
      <span>
        {t("editor.total")} <strong>{`${currency ?? ""} ${formatAmount(total)}`.trim()}</strong>
        {short === undefined ? null : ` ${t("editor.total.short", { amount: short })}`}
      </span>
      <span className="muted">{t("editor.total.capital", { words: capitals(total) })}</span>
      {usd === undefined || currency === "USD" ? null : (
        <span className="muted">{t("editor.total.usd", { amount: formatAmount(usd) })}</span>
      )}
    </div>
  );
}

/** Twenty digits is where the writing of amounts in characters ends. */
function capitals(total: string): string {
  return (total.split(".")[0] ?? "").length > 20 ? "" : capitalAmount(total);
}

function usdOf(order: Order): string | undefined {
  const rates = order.terms?.exchangeRates ?? [];
  const sound = rates.every((rate) => rate.rate !== undefined && DECIMAL_SHAPE.test(rate.rate));
  return sound && totalOf(order) !== undefined ? orderTotalUsd(order) : undefined;
}
