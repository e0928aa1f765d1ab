import { lazy, Suspense, useState } from "react";
import { useI18n } from "#i18n";
import {
  Badge,
  Button,
  countryName,
  DateInput,
  ErrorNotice,
  errorOf,
  Field,
  Notice,
  Skeleton,
  useAnswer,
  useDesk,
} from "#ui";
import type { Picture } from "./picture.ts";

const OwnershipGraph = lazy(async () => ({
  default: (await import("./ownership-graph.tsx")).OwnershipGraph,
}));

/** Who stands behind a party: as a picture, as an equivalent table, and what was computed from it. */
export function Ownership({ party }: { readonly party: string }) {
  const { t } = useI18n();
  const { client } = useDesk();
  const [asOf, setAsOf] = useState("");
  const [table, setTable] = useState(false);
  const [lit, setLit] = useState<readonly string[]>([]);
  const picture = useAnswer(
    ["ownership", party, asOf],
    async () => await client.parties.ownership({ id: party, ...(asOf === "" ? {} : { asOf }) }),
    { keep: true },
  );
  if (picture.error !== null) return <ErrorNotice error={errorOf(picture.error)} />;
  if (picture.data === undefined) return <Skeleton />;
  const { nodes, edges } = picture.data;
  return (
    <>
      <Notice>{t("ownership.saved")}</Notice>
      <div className="row row-end">
        <Field label={t("ownership.asof")}>
          {(ids) => <DateInput id={ids.id} value={asOf} onChange={setAsOf} />}
        </Field>
        <Button aria-pressed={table} onClick={() => setTable(!table)}>
          {t(table ? "ownership.graph" : "ownership.table")}
        </Button>
      </div>
      {edges.length === 0 ? <p className="muted">{t("ownership.none")}</p> : null}
      {edges.length > 0 && table ? <LinkTable picture={picture.data} /> : null}
      {edges.length > 0 && !table ? (
        <Suspense fallback={<Skeleton />}>
          <OwnershipGraph nodes={nodes} edges={edges} subject={party} lit={lit} />
        </Suspense>
      ) : null}
      {edges.length > 0 ? <p className="muted small">{t("ownership.legend")}</p> : null}
      <Answers picture={picture.data} lit={lit} onLight={setLit} />
    </>
  );
}

function nameIn(picture: Picture, id: string, english: boolean): string {
  const node = picture.nodes.find((item) => item.id === id);
  return (english ? node?.labelEn : undefined) ?? node?.label ?? id;
}

function LinkTable({ picture }: { readonly picture: Picture }) {
  const { t, lang } = useI18n();
  const name = (id: string) => nameIn(picture, id, lang === "en");
  return (
    <div className="table-wrap">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t("ownership.holder")}</th>
            <th scope="col">{t("ownership.interest")}</th>
            <th scope="col">{t("ownership.target")}</th>
          </tr>
        </thead>
        <tbody>
          {picture.edges.map((edge) => (
            <tr key={edge.id}>
              <td>{name(edge.from)}</td>
              <td>{edge.label}</td>
              <td>{name(edge.to)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type AnswersProps = {
  readonly picture: Picture;
  readonly lit: readonly string[];
  readonly onLight: (path: readonly string[]) => void;
};

function Answers({ picture, lit, onLight }: AnswersProps) {
  const { t, td, lang } = useI18n();
  const name = (id: string) => nameIn(picture, id, lang === "en");
  const linkText = (id: string) => {
    const edge = picture.edges.find((item) => item.id === id);
    return edge === undefined ? name(id) : `${name(edge.from)} → ${name(edge.to)}`;
  };
  const valueText = (value: string) =>
    value === "?" ? t("check.value.unknown") : value.split(", ").map(name).join(t("uscc.comma"));
  const missingText = (item: string) => {
    const [kind = "", place = ""] = item.split(":");
    const link = picture.edges.find((edge) => place.startsWith(`links.${edge.id}.`));
    const party = place.split(".")[1] ?? "";
    const about = link === undefined ? name(party) : `${name(link.from)} → ${name(link.to)}`;
    return td(`ownership.missing.${kind}`, { about });
  };
  const detailText = (detail: string) =>
    detail
      .split("; ")
      .map((part) => {
        const [party = "", country] = part.split("=");
        if (country === undefined) return td(`ownership.detail.${part}`);
        const seat = country.replace("?", "");
        return t("ownership.seat", {
          name: name(party),
          country: seat === "" ? t("check.value.unknown") : countryName(seat, lang),
        });
      })
      .join(" · ");
  return (
    <>
      {picture.problems.length === 0 ? null : (
        <Notice tone="warn">
          <strong>{t("ownership.problems")}</strong>
          <ul>
            {picture.problems.map((problem) => (
              <li key={`${problem.link}-${problem.code}`}>
                {td(`ownership.problem.${problem.code}`, {
                  link: problem.link.split(", ").map(linkText).join(t("uscc.comma")),
                })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <h3>{t("ownership.answers")}</h3>
      <ul className="plain-list stack">
        {picture.answers.map((answer) => (
          <li key={answer.id} className="entry stack-tight">
            <div className="row">
              <strong>{td(`ownership.answer.${answer.id}`)}</strong>
              <Badge>{valueText(answer.value)}</Badge>
            </div>
            <span className="muted small">{detailText(answer.detail)}</span>
            {answer.paths
              .filter((path) => path.length > 1)
              .map((path) => (
                <Button
                  key={path.join(">")}
                  look="link"
                  aria-pressed={lit.join(">") === path.join(">")}
                  onClick={() => onLight(lit.join(">") === path.join(">") ? [] : path)}
                >
                  {path.map(name).join(" → ")}
                </Button>
              ))}
            {answer.missing.length === 0 ? null : (
              <span className="muted small">
                {`${t("ownership.missing")}: ${answer.missing.map(missingText).join(t("uscc.comma"))}`}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
