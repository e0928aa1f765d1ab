import { lazy, type ReactNode, Suspense, useMemo, useState } from "react";
import { useI18n } from "#i18n";
import {
  Button,
  Combobox,
  DateInput,
  ErrorNotice,
  errorOf,
  Field,
  goTo,
  Notice,
  Skeleton,
  useAnswer,
  useBooks,
  useDesk,
} from "#ui";
import { useDrawingWords } from "./drawing-words.ts";
import { LinkEditor, type LinkTarget } from "./link-editor.tsx";
import { LinkTable } from "./link-table.tsx";
import { OwnershipProblems } from "./ownership-problems.tsx";
import {
  type Direction,
  drawnOf,
  type Folds,
  type Picture,
  ringsOf,
  walkOf,
  wayTo,
} from "./picture.ts";
import { StandingPanel } from "./standing-panel.tsx";

const OwnershipGraph = lazy(async () => ({
  default: (await import("./ownership-graph.tsx")).OwnershipGraph,
}));

type Props = {
  readonly party: string;
  /** Whether holdings can be edited beside the picture; in an editor that holds unsaved changes they cannot. */
  readonly editable: boolean;
};

/** Who stands behind a party, or what it holds: as a picture, as an equivalent table, and what was computed from it. */
export function Ownership({ party, editable }: Props) {
  const { t } = useI18n();
  const { client } = useDesk();
  const [asOf, setAsOf] = useState("");
  const [direction, setDirection] = useState<Direction>("up");
  const [table, setTable] = useState(false);
  const day = asOf === "" ? {} : { asOf };
  const above = useAnswer(
    ["ownership", party, asOf],
    async () => await client.parties.ownership({ id: party, ...day }),
    { keep: true },
  );
  const below = useAnswer(
    ["ownership", "holdings", party, asOf],
    async () => await client.parties.holdings({ id: party, ...day }),
    { keep: true, enabled: direction === "down" },
  );
  const drawn = direction === "up" ? above.data : below.data;
  const failed = above.error ?? below.error;
  const tools = (
    <>
      <Field label={t("ownership.asof")}>
        {(ids) => <DateInput id={ids.id} value={asOf} onChange={setAsOf} />}
      </Field>
      <Field label={t("ownership.direction")}>
        {(ids) => (
          <select
            id={ids.id}
            className="input"
            value={direction}
            onChange={(event) => setDirection(event.target.value === "down" ? "down" : "up")}
          >
            <option value="up">{t("ownership.direction.up")}</option>
            <option value="down">{t("ownership.direction.down")}</option>
          </select>
        )}
      </Field>
    </>
  );
  return (
    <>
      {editable ? null : <Notice>{t("ownership.saved")}</Notice>}
      {failed === null ? null : <ErrorNotice error={errorOf(failed)} />}
      {above.data === undefined || drawn === undefined ? (
        failed === null && <Skeleton />
      ) : (
        <Views
          key={direction}
          party={party}
          picture={{ ...above.data, nodes: drawn.nodes, edges: drawn.edges }}
          record={above.data}
          direction={direction}
          onUp={() => setDirection("up")}
          asOf={asOf}
          tools={tools}
          table={table}
          onTable={setTable}
          editable={editable}
        />
      )}
    </>
  );
}

type ViewsProps = Props & {
  readonly picture: Picture;
  /** The picture upwards, of which classes and gaps speak whichever way is shown. */
  readonly record: Picture;
  readonly direction: Direction;
  readonly onUp: () => void;
  readonly asOf: string;
  /** The day and the direction that are shown. */
  readonly tools: ReactNode;
  readonly table: boolean;
  readonly onTable: (table: boolean) => void;
};

const NO_FOLDS: Folds = { opened: new Set(), closed: new Set() };

function folded(folds: Folds, id: string, open: boolean): Folds {
  const opened = new Set(folds.opened);
  const closed = new Set(folds.closed);
  (open ? opened : closed).add(id);
  (open ? closed : opened).delete(id);
  return { opened, closed };
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one screen: its parts share what is chosen, folded and lit
function Views(props: ViewsProps) {
  const { party, picture, record, direction, onUp, asOf, tools, table, onTable, editable } = props;
  const { t } = useI18n();
  const books = useBooks();
  const words = useDrawingWords(picture);
  const [root, setRoot] = useState(party);
  const [selected, setSelected] = useState(party);
  const [lit, setLit] = useState<readonly string[]>([]);
  const [folds, setFolds] = useState(NO_FOLDS);
  const [inView, setInView] = useState<readonly string[]>([]);
  const { nodes, edges } = picture;
  const [editing, setEditing] = useState<LinkTarget | undefined>(undefined);
  const walk = useMemo(() => walkOf({ nodes, edges }, direction), [nodes, edges, direction]);
  const rings = useMemo(() => ringsOf(walk), [walk]);
  const from = walk.nodes.has(root) ? root : party;
  const drawn = useMemo(() => drawnOf(walk, from, folds), [walk, from, folds]);

  const unfoldTo = (ids: readonly string[]) =>
    setFolds((now) => ids.reduce((all, id) => folded(all, id, true), now));
  const select = (id: string) => {
    setSelected(id);
    setLit([]);
  };
  const find = (id: string | undefined) => {
    if (id === undefined) return;
    const way = wayTo(walk, from, id);
    if (way === undefined) setRoot(party);
    unfoldTo((way ?? wayTo(walk, party, id) ?? []).slice(0, -1));
    select(id);
    setInView([id]);
  };
  const light = (path: readonly string[]) => {
    // A chain proves what stands above: where it is not in the picture, the picture upwards of its foot has it.
    const foot = path.at(-1);
    if (foot !== undefined && path.some((id) => !walk.nodes.has(id))) {
      if (foot === party) onUp();
      else goTo(["parties", foot]);
      return;
    }
    setLit(path);
    unfoldTo(direction === "up" ? path.slice(1) : path.slice(0, -1));
    setInView([...path]);
  };
  const edit = (edge: string) => {
    const found = picture.edges.find(({ id }) => id === edge);
    if (found !== undefined) setEditing({ party: found.to, links: found.links });
  };
  const editLinks = (links: readonly string[]) => {
    const edge = record.edges.find((one) => one.links.some((link) => links.includes(link)));
    if (edge !== undefined) setEditing({ party: edge.to, links: edge.links });
  };
  const focusOn = (id: string) => {
    setRoot(id);
    select(id);
    setFolds(NO_FOLDS);
  };
  if (picture.edges.length === 0)
    return (
      <>
        <div className="row">{tools}</div>
        <p className="muted">
          {t(direction === "up" ? "ownership.none" : "ownership.none.down", {
            name: words.nameOf(party),
          })}
        </p>
        {editable && direction === "up" ? <AddHolder party={party} nameOf={words.nameOf} /> : null}
        <OwnershipProblems picture={record} words={words} onEdit={undefined} />
        <StandingPanel
          standing={picture}
          picture={record}
          words={words}
          lit={lit}
          onLight={light}
          onGap={undefined}
        />
      </>
    );
  const searchable = new Map(books.entries("party").map((entry) => [entry.id, entry.search]));
  const options = picture.nodes.map((node) => ({
    value: node.id,
    label: words.nameOf(node.id),
    search: `${searchable.get(node.id) ?? ""} ${node.uscc ?? ""}`,
  }));
  const hidden = picture.nodes.length - drawn.nodes.length;
  const shown = (
    <>
      <div className="row">
        <Field label={t("ownership.find")}>
          {(ids) => <Combobox id={ids.id} options={options} shown="" onPick={find} />}
        </Field>
        {tools}
        <span className="grow" />
        {from === party ? null : (
          <Button icon="left" onClick={() => focusOn(party)}>
            {t("ownership.back", { name: words.nameOf(party) })}
          </Button>
        )}
        <Button aria-pressed={table} onClick={() => onTable(!table)}>
          {t(table ? "ownership.graph" : "ownership.table")}
        </Button>
      </div>
      <p className="muted small" role="status">
        {table
          ? t("ownership.count.all", { parties: picture.nodes.length, links: picture.edges.length })
          : t("ownership.count", { shown: drawn.nodes.length, hidden })}
      </p>
      {table ? (
        <LinkTable
          picture={picture}
          words={words}
          selected={selected}
          onSelect={select}
          onEdge={editable ? edit : undefined}
        />
      ) : (
        <Suspense fallback={<Skeleton />}>
          <OwnershipGraph
            picture={picture}
            drawn={drawn}
            direction={direction}
            root={from}
            selected={selected}
            lit={lit}
            inView={inView}
            onSelect={select}
            onFold={(id, open) => setFolds((now) => folded(now, id, open))}
            onEdge={editable ? edit : undefined}
          />
        </Suspense>
      )}
      {rings.length === 0 ? null : (
        <Notice>
          <strong>{t("ownership.rings")}</strong>
          <ul>
            {rings.map((ring) => (
              <li key={ring.join(">")}>
                <Button look="link" onClick={() => light(ring)}>
                  {ring.map(words.nameOf).join(" → ")}
                </Button>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
  return (
    <>
      <OwnershipProblems picture={record} words={words} onEdit={editable ? editLinks : undefined} />
      <div className="ownership-split">
        <div className="stack">{shown}</div>
        <aside className="ownership-side" aria-label={t("ownership.selected")}>
          {editing === undefined ? null : (
            <LinkEditor
              target={editing}
              nameOf={words.nameOf}
              onClose={() => setEditing(undefined)}
            />
          )}
          <Selected
            id={walk.nodes.has(selected) ? selected : party}
            root={from}
            asOf={asOf}
            party={party}
            picture={picture}
            record={record}
            direction={direction}
            lit={lit}
            onLight={light}
            onFocus={focusOn}
            onEdit={editable ? setEditing : undefined}
          />
        </aside>
      </div>
    </>
  );
}

/** Where nobody is recorded yet: a way to record the first holder. */
function AddHolder({
  party,
  nameOf,
}: {
  readonly party: string;
  readonly nameOf: (id: string) => string;
}) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  if (open)
    return (
      <LinkEditor target={{ party, links: [] }} nameOf={nameOf} onClose={() => setOpen(false)} />
    );
  return (
    <div className="row">
      <Button icon="add" onClick={() => setOpen(true)}>
        {t("ownership.edit.add")}
      </Button>
    </div>
  );
}

type SelectedProps = {
  readonly id: string;
  readonly root: string;
  readonly party: string;
  readonly asOf: string;
  readonly picture: Picture;
  readonly record: Picture;
  readonly direction: Direction;
  readonly lit: readonly string[];
  readonly onLight: (path: readonly string[]) => void;
  readonly onFocus: (id: string) => void;
  readonly onEdit: ((target: LinkTarget) => void) | undefined;
};

/** The party that was clicked: what it is, what was computed of it, and what can be done with it. */
function Selected(props: SelectedProps) {
  const { id, root, party, asOf, picture, record, direction, lit, onLight, onFocus, onEdit } =
    props;
  const { t } = useI18n();
  const { client } = useDesk();
  const books = useBooks();
  const words = useDrawingWords(picture);
  const node = picture.nodes.find((one) => one.id === id);
  const isKnown = node !== undefined && node.kind !== "absent";
  const day = asOf === "" ? {} : { asOf };
  const standing = useAnswer(
    ["ownership", "standing", id, asOf],
    async () => await client.parties.standing({ id, ...day }),
    { enabled: isKnown && id !== party },
  );
  const found = id === party ? picture : standing.data;
  return (
    <>
      <div className="stack-tight">
        <h2>{words.nameOf(id)}</h2>
        <p className="muted">{node === undefined ? "" : words.noteOf(node)}</p>
        <div className="row">
          {id === root || !isKnown ? null : (
            <Button size="small" icon="graph" onClick={() => onFocus(id)}>
              {t(direction === "up" ? "ownership.focus" : "ownership.focus.down")}
            </Button>
          )}
          {!isKnown || (id === party && onEdit === undefined) ? null : (
            <Button size="small" icon="edit" onClick={() => void books.open("party", { id })}>
              {t("ownership.open")}
            </Button>
          )}
          {onEdit === undefined || !isKnown ? null : (
            <Button size="small" icon="add" onClick={() => onEdit({ party: id, links: [] })}>
              {t("ownership.edit.add")}
            </Button>
          )}
        </div>
      </div>
      {standing.error === null ? null : <ErrorNotice error={errorOf(standing.error)} />}
      {found === undefined ? (
        isKnown && standing.error === null && <Skeleton />
      ) : (
        <StandingPanel
          standing={found}
          picture={record}
          words={words}
          lit={lit}
          onLight={onLight}
          onGap={
            onEdit === undefined
              ? undefined
              : ({ party: about, link, kind, field }) => {
                  if (link !== undefined) {
                    const edge = record.edges.find(({ links }) => links.includes(link));
                    onEdit(
                      edge === undefined
                        ? { party: about, links: [link] }
                        : { party: edge.to, links: edge.links },
                    );
                  } else if (kind === "holders") onEdit({ party: about, links: [] });
                  else void books.open("party", { id: about, focus: `parties.${about}.${field}` });
                }
          }
        />
      )}
    </>
  );
}
