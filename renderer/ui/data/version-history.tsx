import { useState } from "react";
import { useI18n } from "#i18n";
import type { VersionedBook } from "#shared/ipc";
import { Badge, ErrorNotice, Skeleton } from "../feedback/feedback.tsx";
import { momentText } from "../feedback/time.ts";
import { useToasts } from "../feedback/toast.tsx";
import { Button } from "../layout/button.tsx";
import { useDesk } from "../layout/desk.ts";
import { Confirm } from "../layout/dialog.tsx";
import { useBooks } from "./books.ts";
import { DifferencesTable, type FieldNames } from "./differences-table.tsx";
import { errorOf, useAnswer, useChange } from "./query.ts";

type Props = {
  readonly book: VersionedBook;
  readonly id: string;
  readonly names: FieldNames;
  /** Answers that show this document. */
  readonly stale: readonly (readonly unknown[])[];
  readonly readOnly?: boolean;
  /** Called once an earlier version is the current one. */
  readonly onRestored: () => void;
};

type Pair = {
  readonly from: number;
  readonly to: number;
  /** Under which version it is shown. */
  readonly at: number;
};

/** The kept versions of one document: who saved what when, where two of them differ in words, and the way back to one. */
export function VersionHistory({ book, id, names, stale, readOnly, onRestored }: Props) {
  const { t } = useI18n();
  const { client } = useDesk();
  const toasts = useToasts();
  const [pair, setPair] = useState<Pair | undefined>(undefined);
  const [asking, setAsking] = useState<number | undefined>(undefined);
  const history = useAnswer(
    ["history", book, id],
    async () => await client.history.list({ book, id }),
    { fresh: true },
  );
  const restore = useChange(client.history.restore, [["history", book, id], ...stale]);
  if (history.error !== null) return <ErrorNotice error={errorOf(history.error)} />;
  if (history.data === undefined) return <Skeleton />;
  const versions = history.data;
  const newest = versions[0]?.revision ?? 0;
  const bringBack = (revision: number) => {
    setAsking(undefined);
    restore.mutate(
      { book, id, revision },
      {
        onSuccess: () => {
          setPair(undefined);
          toasts.say(t("history.restored", { revision }));
          onRestored();
        },
        onError: (fault) => toasts.fail(errorOf(fault)),
      },
    );
  };
  return (
    <div className="stack">
      <ol className="plain-list stack-tight" aria-label={t("history.versions")}>
        {versions.map((version, index) => (
          <VersionRow
            key={version.revision}
            version={version}
            before={versions[index + 1]?.revision}
            newest={newest}
            shown={pair}
            readOnly={readOnly === true}
            onCompare={setPair}
            onRestore={() => setAsking(version.revision)}
          >
            {pair === undefined ? null : (
              <Comparison book={book} id={id} pair={pair} names={names} />
            )}
          </VersionRow>
        ))}
      </ol>
      {asking === undefined ? null : (
        <Confirm
          title={t("history.restore")}
          text={t("history.restore.text", { revision: asking })}
          action={t("history.restore")}
          onConfirm={() => bringBack(asking)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </div>
  );
}

type Version = {
  readonly revision: number;
  readonly at: string;
  readonly who: string;
  readonly current: boolean;
};

type RowProps = {
  readonly version: Version;
  readonly before: number | undefined;
  readonly newest: number;
  readonly shown: Pair | undefined;
  readonly readOnly: boolean;
  readonly onCompare: (pair: Pair | undefined) => void;
  readonly onRestore: () => void;
  readonly children: React.ReactNode;
};

function VersionRow(props: RowProps) {
  const { version, before, newest, shown, readOnly, onCompare, onRestore, children } = props;
  const { t, lang } = useI18n();
  const books = useBooks();
  const { revision, at, who, current } = version;
  const person = books.entries("person").find((entry) => entry.id === who)?.label ?? who;
  const isShown = (pair: Pair) => shown?.at === pair.at && shown.from === pair.from;
  const made = before === undefined ? undefined : { from: before, to: revision, at: revision };
  const since = { from: revision, to: newest, at: revision };
  const toggle = (pair: Pair) => onCompare(isShown(pair) ? undefined : pair);
  const open = (made !== undefined && isShown(made)) || (!current && isShown(since));
  return (
    <li className="entry stack-tight">
      <div className="row">
        <strong>{t("history.version", { revision })}</strong>
        <span>{momentText(at, lang)}</span>
        <span className="muted">{person === "" ? t("history.nobody") : person}</span>
        {current ? <Badge tone="good">{t("history.current")}</Badge> : null}
        <span className="grow" />
        {made === undefined ? null : (
          <Button size="small" aria-expanded={isShown(made)} onClick={() => toggle(made)}>
            {t("history.changes")}
          </Button>
        )}
        {current ? null : (
          <>
            <Button size="small" aria-expanded={isShown(since)} onClick={() => toggle(since)}>
              {t("history.compare")}
            </Button>
            {readOnly ? null : (
              <Button size="small" icon="undo" onClick={onRestore}>
                {t("history.restore")}
              </Button>
            )}
          </>
        )}
      </div>
      {open ? children : null}
    </li>
  );
}

type ComparisonProps = Pick<Props, "book" | "id" | "names"> & { readonly pair: Pair };

function Comparison({ book, id, pair, names }: ComparisonProps) {
  const { t } = useI18n();
  const { client } = useDesk();
  const found = useAnswer(
    ["history", book, id, pair.from, pair.to],
    async () => await client.history.compare({ book, id, from: pair.from, to: pair.to }),
  );
  if (found.error !== null) return <ErrorNotice error={errorOf(found.error)} />;
  if (found.data === undefined) return <Skeleton lines={2} />;
  return (
    <DifferencesTable
      differences={found.data}
      names={names}
      before={t("history.version", { revision: pair.from })}
      after={t("history.version", { revision: pair.to })}
    />
  );
}
