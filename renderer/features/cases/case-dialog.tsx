import { useI18n } from "#i18n";
import { type Case, caseSchema, caseStatuses, type Order } from "#shared/model";
import {
  Badge,
  type Draft,
  type FieldSpec,
  Fields,
  f,
  newId,
  RecordDialog,
  type RecordTarget,
  Rows,
  type RowsSpec,
  useAnswer,
  useBooks,
  useDesk,
  useDraftValue,
} from "#ui";
import { drawnDown } from "./drawn-down.ts";

const caseFields: readonly FieldSpec[] = [
  f.choice("track", ["cn-import", "us-export"], "track"),
  f.line("packet"),
];

const eventRows: RowsSpec = {
  name: "events",
  of: "event",
  most: 2_000,
  fields: [
    f.date("date"),
    f.choice("status", caseStatuses, "case.status"),
    f.line("authority"),
    f.line("paper"),
    f.date("due"),
    f.one("person", "person"),
    f.text("text", 3),
    f.many("evidence", "evidence"),
  ],
  fresh: () => ({ id: newId("evt") }),
};

type Props = {
  readonly target: RecordTarget;
  readonly order: string;
  readonly onDone: (id: string | undefined) => void;
};

/** The life of one filed packet: events as the papers say, and quantities drawn down. */
export function CaseDialog({ target, order, onDone }: Props) {
  const { t } = useI18n();
  const { client } = useDesk();
  return (
    <RecordDialog<Case>
      title={t("screen.nav.cases")}
      target={target}
      schema={caseSchema}
      load={(id) => client.cases.get({ id })}
      fresh={() => ({ id: newId("cas"), order, track: "cn-import", events: [], drawdowns: [] })}
      save={(value, revision) => client.cases.save({ value, revision })}
      address={(path, value) => `cases.${value.id}.${path}`}
      stale={[["cases"], ["case"]]}
      wide
      onDone={onDone}
    >
      {(draft) => (
        <>
          <Fields specs={caseFields} of="case" />
          <Rows spec={eventRows} />
          <Drawdowns draft={draft} />
        </>
      )}
    </RecordDialog>
  );
}

function Drawdowns({ draft }: { readonly draft: Draft<Case> }) {
  const { t } = useI18n();
  const books = useBooks();
  const { client } = useDesk();
  const order = useAnswer(
    ["order", draft.get().order],
    async () => await client.orders.get({ id: draft.get().order }),
  );
  const lines = order.data?.value.lines ?? [];
  const rows: RowsSpec = {
    name: "drawdowns",
    of: "drawdown",
    most: 5_000,
    fields: [
      f.date("date"),
      {
        name: "line",
        kind: "choice",
        options: lines.map((line) => line.id),
        words: "line",
        labels: Object.fromEntries(
          lines.map((line, index) => [
            line.id,
            t("editor.line.title", {
              number: index + 1,
              name:
                books.entries("product").find((entry) => entry.id === line.product)?.label ??
                line.description ??
                t("editor.line.unnamed"),
            }),
          ]),
        ),
      },
      f.amount("quantity"),
      f.line("declaration"),
    ],
    fresh: () => ({ id: newId("drw"), ...(lines[0] === undefined ? {} : { line: lines[0].id }) }),
  };
  return (
    <div className="stack">
      <div className="row">
        {lines.map((line, index) => (
          <LineBalance key={line.id} draft={draft} line={line} number={index + 1} />
        ))}
      </div>
      {lines.length === 0 ? (
        <p className="muted">{t("editor.schedule.none")}</p>
      ) : (
        <Rows spec={rows} />
      )}
    </div>
  );
}

type BalanceProps = {
  readonly draft: Draft<Case>;
  readonly line: Order["lines"][number];
  readonly number: number;
};

function LineBalance({ draft, line, number }: BalanceProps) {
  const { t } = useI18n();
  const drawn = useDraftValue(draft, (value) => drawnDown(value, line.id));
  const ordered = line.quantity ?? "0";
  const over = BigInt(drawn) > BigInt(/^\d+$/.test(ordered) ? ordered : "0");
  return (
    <Badge tone={over ? "bad" : "info"} {...(over ? { icon: "alert" as const } : {})}>
      {`${t("cases.drawn", { number, drawn, ordered })}${over ? ` · ${t("cases.over")}` : ""}`}
    </Badge>
  );
}
