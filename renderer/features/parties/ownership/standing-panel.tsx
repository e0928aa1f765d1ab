import { useI18n } from "#i18n";
import { shortPercent } from "#shared/ownership";
import { Badge, Button, countryName } from "#ui";
import type { useDrawingWords } from "./drawing-words.ts";
import type { Picture, Standing } from "./picture.ts";

type Class = Standing["classes"][number];
type Figure = Class["figures"][number];
type Gap = Figure["gaps"][number];

type Props = {
  readonly standing: Standing;
  readonly picture: Pick<Picture, "edges">;
  readonly words: ReturnType<typeof useDrawingWords>;
  readonly lit: readonly string[];
  readonly onLight: (path: readonly string[]) => void;
  /** Opens what a gap is about; absent where nothing can be edited. */
  readonly onGap: ((gap: Gap) => void) | undefined;
};

const tones = { holds: "warn", fails: "plain", unknown: "info" } as const;

const isSame = (a: readonly string[], b: readonly string[]) => a.join(">") === b.join(">");

function useStandingWords({ picture, words }: Pick<Props, "picture" | "words">) {
  const { t, td, lang } = useI18n();
  const links = new Map(
    picture.edges.flatMap((edge) =>
      edge.links.map((link) => [link, `${words.nameOf(edge.from)} → ${words.nameOf(edge.to)}`]),
    ),
  );
  const value = (text: string) =>
    text
      .split(", ")
      .map((part) => shortPercent(words.nameOf(part)))
      .join(t("uscc.comma"));
  return {
    value,
    figure: ({ fact, value: said, tied }: Figure) => {
      if (fact === "party.largest-holder-in") return td(`ownership.largest.${said}`);
      const key = `ownership.figure.${fact}${tied === true ? ".tied" : ""}`;
      const plain = /^(holds|fails|unknown)$/.test(said);
      return td(key, { value: plain ? td(`ownership.figure.${said}`) : value(said) });
    },
    gap: ({ kind, party, link, range, alone }: Gap) => {
      // A link that the picture does not hold is told by the party that is held.
      const about = (link === undefined ? undefined : links.get(link)) ?? words.nameOf(party);
      const notes = [
        ...(range === undefined ? [] : [t("ownership.gap.range", { range: shortPercent(range) })]),
        ...(alone ? [t("ownership.gap.alone")] : []),
      ];
      const text = td(`ownership.missing.${kind}`, { about });
      return notes.length === 0 ? text : `${text} · ${notes.join(" · ")}`;
    },
    detail: (detail: string) =>
      detail
        .split("; ")
        .map((part) => {
          const [party = "", country] = part.split("=");
          if (country === undefined) return td(`ownership.detail.${part}`);
          const seat = country.replace("?", "");
          const name = words.nameOf(party);
          if (seat === "") return t("ownership.seat.unknown", { name });
          return t("ownership.seat", { name, country: countryName(seat, lang) });
        })
        .join(" · "),
  };
}

type ChainProps = Pick<Props, "lit" | "onLight"> & {
  readonly ids: readonly string[];
  readonly text: string;
};

/** A chain as a button that lights it in the picture. */
function ChainButton({ ids, text, lit, onLight }: ChainProps) {
  const on = isSame(lit, ids);
  return (
    <Button look="link" aria-pressed={on} onClick={() => onLight(on ? [] : ids)}>
      {text}
    </Button>
  );
}

/** What was computed of one party: who is above it, which classes it is in, the chains that prove it, what is missing. */
export function StandingPanel(props: Props) {
  const { standing, words, lit, onLight, onGap } = props;
  const { t, td, lang } = useI18n();
  const say = useStandingWords(props);
  const chainText = ({ ids, share, contractual, nominee }: Figure["chains"][number]) =>
    [
      ids.map(words.nameOf).join(" → "),
      ...(share === undefined ? [] : [shortPercent(share)]),
      ...(contractual ? [t("ownership.chain.contractual")] : []),
      ...(nominee ? [t("ownership.chain.nominee")] : []),
    ].join(" · ");
  const badgeOf = ({ values: { narrow, working, broad } }: Class) => {
    const same = narrow === working && working === broad;
    if (same) return <Badge tone={tones[working]}>{t(`ownership.class.${working}`)}</Badge>;
    return (
      <Badge tone="info">
        {t("ownership.class.readings", {
          narrow: t(`ownership.class.${narrow}`),
          working: t(`ownership.class.${working}`),
          broad: t(`ownership.class.${broad}`),
        })}
      </Badge>
    );
  };
  return (
    <>
      <h3>{t("ownership.answers")}</h3>
      <ul className="plain-list stack">
        {standing.answers.map((answer) => (
          <li key={answer.id} className="entry stack-tight">
            <div className="row">
              <strong>{td(`ownership.answer.${answer.id}`)}</strong>
              <Badge>
                {answer.value === "?" ? t("check.value.unknown") : say.value(answer.value)}
              </Badge>
            </div>
            <span className="muted small">{say.detail(answer.detail)}</span>
            {answer.paths
              .filter((path) => path.length > 1)
              .slice(0, 8)
              .map((path) => (
                <ChainButton
                  key={path.join(">")}
                  ids={path}
                  text={path.map(words.nameOf).join(" → ")}
                  lit={lit}
                  onLight={onLight}
                />
              ))}
          </li>
        ))}
      </ul>
      <h3>{t("ownership.classes")}</h3>
      <p className="muted small">{t("ownership.classes.about")}</p>
      <ul className="plain-list stack">
        {standing.classes.map((one) => (
          <li key={`${one.track} ${one.id}`} className="entry stack-tight">
            <div className="row">
              <strong>{one.title[lang]}</strong>
              {badgeOf(one)}
            </div>
            <span className="muted small">{one.sources.join(t("uscc.comma"))}</span>
            {one.figures.map((figure, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: figures of a class never move
              <div key={at} className="stack-tight">
                <span>{say.figure(figure)}</span>
                {figure.chains.map((chain) => (
                  <ChainButton
                    key={chain.ids.join(">")}
                    ids={chain.ids}
                    text={chainText(chain)}
                    lit={lit}
                    onLight={onLight}
                  />
                ))}
                {figure.gaps.length === 0 ? null : (
                  <>
                    <span className="muted small">{t("ownership.missing")}</span>
                    <ul className="plain-list small">
                      {figure.gaps.map((gap) => (
                        <li key={`${gap.kind} ${gap.link ?? gap.party} ${gap.field}`}>
                          {onGap === undefined ? (
                            say.gap(gap)
                          ) : (
                            <Button look="link" onClick={() => onGap(gap)}>
                              {say.gap(gap)}
                            </Button>
                          )}
                        </li>
                      ))}
                    </ul>
                  </>
                )}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
