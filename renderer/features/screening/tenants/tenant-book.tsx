import { useState } from "react";
import { useI18n } from "#i18n";
import { groupDigits } from "#shared/i18n";
import { Button, ErrorNotice, errorOf, Field, Skeleton, useAnswer, useDesk } from "#ui";
import { type Tenant, type TenantBookSummary, TenantRows } from "./tenant-rows.tsx";

const PAGE = 100;
const SAMPLE = 300;

/** Totals of a book by class, its rows class by class, and a sample that a person looks through. */
export function TenantBook({ book }: { readonly book: TenantBookSummary }) {
  const { t } = useI18n();
  const [shown, setShown] = useState<Tenant["class"] | "sample" | undefined>(undefined);
  return (
    <div className="stack">
      <Totals book={book} onShow={setShown} />
      <div className="row">
        <Button size="small" onClick={() => setShown("sample")}>
          {t("tenants.sample")}
        </Button>
      </div>
      {shown === "sample" ? <Sample id={book.id} /> : null}
      {shown === undefined || shown === "sample" ? null : (
        <ClassRows key={shown} id={book.id} of={shown} />
      )}
    </div>
  );
}

type TotalsProps = {
  readonly book: TenantBookSummary;
  readonly onShow: (name: Tenant["class"]) => void;
};

function Totals({ book, onShow }: TotalsProps) {
  const { t } = useI18n();
  const { client } = useDesk();
  const mix = useAnswer(
    ["tenants", book.id, "mix"],
    async () => await client.tenants.mix({ id: book.id }),
  );
  const shareOf = (name: Tenant["class"]) => {
    const share = mix.data?.find((one) => one.class === name)?.share;
    if (share?.kind === "exact") return `${share.percent} %`;
    return share?.kind === "range" ? `${share.min}–${share.max} %` : "";
  };
  return (
    <div className="table-wrap">
      <table className="table">
        <caption>{t("tenants.totals")}</caption>
        <thead>
          <tr>
            {(["class", "tenants", "sure", "share"] as const).map((head) => (
              <th key={head} scope="col">
                {t(`tenants.head.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {book.totals.map((total) => (
            <tr key={total.class}>
              <th scope="row">
                <Button size="small" look="quiet" onClick={() => onShow(total.class)}>
                  {t(`tenant.class.${total.class}`)}
                </Button>
              </th>
              <td className="number">{groupDigits(String(total.tenants))}</td>
              <td className="number">{groupDigits(String(total.sure))}</td>
              <td className="number">{shareOf(total.class)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {mix.error === null ? null : <ErrorNotice error={errorOf(mix.error)} />}
    </div>
  );
}

function ClassRows({ id, of }: { readonly id: string; readonly of: Tenant["class"] }) {
  const { t } = useI18n();
  const { client } = useDesk();
  const [from, setFrom] = useState(0);
  const rows = useAnswer(
    ["tenants", id, "rows", of, String(from)],
    async () => await client.tenants.rows({ id, class: of, from, count: PAGE }),
    { keep: true },
  );
  return (
    <section className="stack" aria-label={t(`tenant.class.${of}`)}>
      <h3>{t(`tenant.class.${of}`)}</h3>
      {rows.error === null ? null : <ErrorNotice error={errorOf(rows.error)} />}
      {rows.data === undefined ? <Skeleton lines={4} /> : <TenantRows tenants={rows.data} />}
      <div className="row">
        <Button size="small" disabled={from === 0} onClick={() => setFrom(from - PAGE)}>
          {t("tenants.page.before")}
        </Button>
        <Button
          size="small"
          disabled={(rows.data?.length ?? 0) < PAGE}
          onClick={() => setFrom(from + PAGE)}
        >
          {t("tenants.page.after")}
        </Button>
      </div>
    </section>
  );
}

/** Rows drawn for review: whoever looks through them counts the wrong ones, and is told how many of all may be wrong. */
function Sample({ id }: { readonly id: string }) {
  const { t } = useI18n();
  const { client } = useDesk();
  const [wrong, setWrong] = useState<ReadonlySet<number>>(new Set());
  const drawn = useAnswer(
    ["tenants", id, "sample", String(wrong.size)],
    async () => await client.tenants.sample({ id, size: SAMPLE, wrong: wrong.size }),
    { keep: true },
  );
  if (drawn.error !== null) return <ErrorNotice error={errorOf(drawn.error)} />;
  if (drawn.data === undefined) return <Skeleton lines={4} />;
  const { size, of, seed, bound, tenants } = drawn.data;
  const mark = (line: number) => {
    const next = new Set(wrong);
    if (!next.delete(line)) next.add(line);
    setWrong(next);
  };
  return (
    <section className="stack" aria-label={t("tenants.sample")}>
      <Field label={t("tenants.sample.wrong")}>
        {(ids) => (
          <output id={ids.id}>
            {t("tenants.sample.bound", {
              size,
              of,
              seed: seed.slice(0, 16),
              wrong: wrong.size,
              bound: (bound * 100).toFixed(2),
            })}
          </output>
        )}
      </Field>
      <TenantRows tenants={tenants} wrong={wrong} onWrong={mark} />
    </section>
  );
}
