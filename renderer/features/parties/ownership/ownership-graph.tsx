import "@xyflow/react/dist/style.css";
import "./ownership-graph.css";
import {
  Background,
  BaseEdge,
  Controls,
  type Edge,
  type EdgeProps,
  Handle,
  MarkerType,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  type ReactFlowInstance,
} from "@xyflow/react";
import {
  type KeyboardEvent,
  memo,
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
} from "react";
import { useI18n } from "#i18n";
import { boxSize, type Curve, curvesOf, layOut, pictureSvg } from "#shared/ownership";
import { Button } from "#ui";
import { frameOf, useDrawingWords } from "./drawing-words.ts";
import type { Direction, Drawn, Picture } from "./picture.ts";

type Props = {
  readonly picture: Pick<Picture, "nodes" | "edges">;
  readonly drawn: Drawn;
  readonly direction: Direction;
  readonly root: string;
  readonly selected: string | undefined;
  /** Ids along a path that is shown in front of the rest. */
  readonly lit: readonly string[];
  /** Parties to bring into view, anew with every list. */
  readonly inView: readonly string[];
  readonly onSelect: (id: string) => void;
  readonly onFold: (id: string, open: boolean) => void;
  /** Absent where links cannot be edited. */
  readonly onEdge: ((id: string) => void) | undefined;
};

type BoxData = {
  readonly label: string;
  readonly note: string;
  readonly frame: string;
  readonly lit: boolean;
  readonly dim: boolean;
  readonly chosen: boolean;
  readonly folded: number;
  readonly unfolded: boolean;
  readonly direction: Direction;
  readonly words: { readonly box: string; readonly fold: string };
  readonly onFold: (open: boolean) => void;
  readonly onKey: (event: KeyboardEvent) => void;
};
type PartyNode = Node<BoxData>;

const PartyBox = memo(({ id, data }: NodeProps<PartyNode>) => {
  const classes = [
    "party-node",
    `party-node-${data.frame}`,
    data.chosen ? "party-node-chosen" : "",
    data.lit ? "party-node-lit" : "",
    data.dim ? "party-node-dim" : "",
  ];
  return (
    <div className={classes.join(" ").trim()}>
      <Handle type="target" position={Position.Top} isConnectable={false} />
      <button
        type="button"
        id={`party-${id}`}
        className="party-node-name"
        tabIndex={data.chosen ? 0 : -1}
        aria-pressed={data.chosen}
        aria-label={data.words.box}
        onKeyDown={data.onKey}
      >
        <strong>{data.label}</strong>
        <span className="small">{data.note}</span>
      </button>
      {data.folded === 0 && !data.unfolded ? null : (
        <button
          type="button"
          className={`party-node-fold party-node-fold-${data.direction} nodrag`}
          tabIndex={data.chosen ? 0 : -1}
          aria-label={data.words.fold}
          aria-expanded={data.folded === 0}
          onClick={(event) => {
            event.stopPropagation();
            data.onFold(data.folded > 0);
          }}
        >
          {data.folded > 0 ? `+${data.folded}` : "−"}
        </button>
      )}
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </div>
  );
});

const nodeTypes = { party: PartyBox };

type HoldingEdge = Edge<{ readonly curve: Curve | undefined }>;

/** A holding's line, bent as in the saved drawing. */
const HoldingLine = memo(({ id, data, label, markerEnd, style }: EdgeProps<HoldingEdge>) => {
  if (data?.curve === undefined) return null;
  const { path, middle } = data.curve;
  return (
    <BaseEdge
      id={id}
      path={path}
      label={label}
      labelX={middle.x}
      labelY={middle.y - 4}
      {...(markerEnd === undefined ? {} : { markerEnd })}
      {...(style === undefined ? {} : { style })}
    />
  );
});
const edgeTypes = { holding: HoldingLine };
/** Below this zoom names cannot be read any more. */
const READABLE = 0.65;
const MARGIN = 60;

type Point = { readonly x: number; readonly y: number };

/** The corners that hold all places; there is at least one. */
function boundsOf(points: readonly Point[]) {
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}

/** Who to go to from a party by an arrow key: a holder, a party held, or a neighbour of the same row. */
function neighbour(
  drawn: Drawn,
  places: ReadonlyMap<string, { readonly x: number; readonly y: number }>,
  from: string,
  key: string,
): string | undefined {
  const here = places.get(from);
  if (here === undefined) return undefined;
  const near = (ids: readonly string[]) =>
    ids
      .filter((id) => id !== from)
      .toSorted((a, b) => {
        const far = (id: string) => Math.abs((places.get(id)?.x ?? 0) - here.x);
        return far(a) - far(b);
      })[0];
  if (key === "ArrowUp") return near(drawn.edges.filter((e) => e.to === from).map((e) => e.from));
  if (key === "ArrowDown") return near(drawn.edges.filter((e) => e.from === from).map((e) => e.to));
  const side = key === "ArrowLeft" ? -1 : 1;
  return near(
    drawn.nodes
      .map(({ id }) => id)
      .filter((id) => {
        const place = places.get(id);
        return place !== undefined && place.y === here.y && (place.x - here.x) * side > 0;
      }),
  );
}

type Room = { readonly width: number; readonly height: number };

/** Where the picture begins: whole where it can be read, else at its foot (or head), the root and those next to it. */
function firstView(
  room: Room,
  all: readonly Point[],
  foot: Point,
  direction: Direction,
): Point & { readonly zoom: number } {
  const { left, right, top, bottom } = boundsOf(all);
  const wide = room.width / (right - left + boxSize.width + MARGIN);
  const high = room.height / (bottom - top + boxSize.height + MARGIN);
  const zoom = Math.min(1, wide, high);
  if (zoom >= READABLE) {
    return { x: (left + right + boxSize.width) / 2, y: (top + bottom + boxSize.height) / 2, zoom };
  }
  const half = room.height / READABLE / 2;
  const up = foot.y + boxSize.height + MARGIN / 2 - half;
  const y = direction === "up" ? up : foot.y - MARGIN / 2 + half;
  return { x: foot.x + boxSize.width / 2, y, zoom: READABLE };
}

/** A holding as a line: bright on the path that is lit, faint beside it, dashed where it is open or by agreement. */
function edgeOf(
  edge: Drawn["edges"][number],
  label: string | undefined,
  curve: NonNullable<HoldingEdge["data"]>["curve"],
  lit: readonly string[],
): HoldingEdge {
  const isLit = lit.some((id, index) => id === edge.from && lit[index + 1] === edge.to);
  const classes = [isLit ? "edge-lit" : "", lit.length > 0 && !isLit ? "edge-dim" : ""];
  return {
    id: edge.id,
    type: "holding",
    data: { curve },
    source: edge.from,
    target: edge.to,
    label,
    markerEnd: { type: MarkerType.ArrowClosed },
    className: `${classes.join(" ")} ${edge.certain ? "" : "edge-open"}`.trim(),
    style: edge.style === "dashed" ? { strokeDasharray: "6 4" } : {},
    zIndex: isLit ? 1 : 0,
  };
}

/** Gives the picture to the person as an SVG file. */
function saveSvg(root: string, drawn: Drawn, words: ReturnType<typeof useDrawingWords>): void {
  const svg = pictureSvg(
    root,
    drawn.nodes.map((node) => ({
      id: node.id,
      label: words.nameOf(node.id),
      note: words.noteOf(node),
      frame: node.id === root ? "subject" : frameOf(node),
    })),
    drawn.edges.map((edge) => ({ ...edge, label: words.edgeText(edge) })),
  );
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  link.download = `${root}.svg`;
  link.click();
  URL.revokeObjectURL(link.href);
}

type View = Pick<Props, "root" | "direction" | "inView"> & {
  readonly places: ReadonlyMap<string, Point>;
  readonly flow: RefObject<ReactFlowInstance<PartyNode, HoldingEdge> | undefined>;
  readonly frame: RefObject<HTMLElement | null>;
};

/** Moves the picture where a new root or a new list of parties can be seen; gives back what shows its beginning. */
function useView({ root, direction, inView, places, flow, frame }: View): () => void {
  const begin = () => {
    const room = frame.current?.getBoundingClientRect();
    const foot = places.get(root);
    if (room === undefined || foot === undefined) return;
    const { x, y, zoom } = firstView(room, [...places.values()], foot, direction);
    void flow.current?.setCenter(x, y, { zoom });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: folding must not move the picture under the pointer
  useEffect(begin, [root]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a list is brought into view once, when it is new
  useEffect(() => {
    const found = inView.flatMap((id) => places.get(id) ?? []);
    const room = frame.current?.getBoundingClientRect();
    if (found.length === 0 || room === undefined) return;
    const { left, right, top, bottom } = boundsOf(found);
    const [wide, high] = [right - left + boxSize.width, bottom - top + boxSize.height];
    const zoom = Math.min(1, room.width / (wide + MARGIN), room.height / (high + MARGIN));
    void flow.current?.setCenter(left + wide / 2, top + high / 2, { zoom });
  }, [inView]);
  return begin;
}

/** The ownership picture: layered, per cents on the lines, dashed where control is by agreement; arrows walk it. */
export function OwnershipGraph(props: Props) {
  const { picture, drawn, direction, root, selected, lit, inView, onSelect, onFold, onEdge } =
    props;
  const { t, td } = useI18n();
  const words = useDrawingWords(picture);
  const flow = useRef<ReactFlowInstance<PartyNode, HoldingEdge> | undefined>(undefined);
  const places = useMemo(
    () => layOut({ root, nodes: drawn.nodes.map(({ id }) => id), edges: drawn.edges }),
    [root, drawn],
  );
  const labels = drawn.edges.map((edge) => words.edgeText(edge));
  const said = labels.join("\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words on the lines are told by what they say
  const curves = useMemo(
    () =>
      curvesOf(
        drawn.edges.map(({ from, to }, at) => ({ from, to, label: labels[at] ?? "" })),
        places,
      ),
    [drawn, places, said],
  );
  const wantsFocus = useRef<string | undefined>(undefined);
  const frame = useRef<HTMLElement>(null);

  const show = useCallback(
    (id: string) => {
      const place = places.get(id);
      if (place === undefined) return;
      const [x, y] = [place.x + boxSize.width / 2, place.y + boxSize.height / 2];
      void flow.current?.setCenter(x, y, { zoom: Math.max(0.7, flow.current.getZoom()) });
    },
    [places],
  );
  useEffect(() => {
    if (selected === undefined || wantsFocus.current === undefined) return;
    // A box outside the window is drawn only once the picture has moved there.
    const turn = requestAnimationFrame(() => {
      document.getElementById(`party-${wantsFocus.current}`)?.focus({ preventScroll: true });
      wantsFocus.current = undefined;
    });
    return () => cancelAnimationFrame(turn);
  }, [selected]);
  const begin = useView({ root, direction, inView, places, flow, frame });

  const onKey = (id: string) => (event: KeyboardEvent) => {
    if (!event.key.startsWith("Arrow")) return;
    event.preventDefault();
    const next = neighbour(drawn, places, id, event.key);
    if (next === undefined) return;
    wantsFocus.current = next;
    onSelect(next);
    show(next);
  };
  const chosen = selected !== undefined && places.has(selected) ? selected : root;
  const onPath = new Set(lit);
  const drawnNodes = drawn.nodes.map((node): PartyNode => {
    const folded = drawn.folded.get(node.id) ?? 0;
    const label = words.nameOf(node.id);
    const note = words.noteOf(node);
    const near = direction === "up" ? "to" : "from";
    const unfolded = folded === 0 && drawn.edges.some((edge) => edge[near] === node.id);
    const foldWord = folded > 0 ? "ownership.unfold" : "ownership.fold";
    const fold = direction === "up" ? foldWord : (`${foldWord}.down` as const);
    return {
      id: node.id,
      type: "party",
      position: places.get(node.id) ?? { x: 0, y: 0 },
      width: boxSize.width,
      height: boxSize.height,
      data: {
        label,
        note,
        frame: node.id === root ? `${frameOf(node)} party-node-root` : frameOf(node),
        lit: onPath.has(node.id),
        dim: lit.length > 0 && !onPath.has(node.id),
        chosen: node.id === chosen,
        folded,
        unfolded,
        direction,
        words: { box: `${label}, ${note}`, fold: td(fold, { name: label, count: folded }) },
        onFold: (open) => onFold(node.id, open),
        onKey: onKey(node.id),
      },
    };
  });
  const drawnEdges = drawn.edges.map((edge, at) => edgeOf(edge, labels[at], curves[at], lit));
  return (
    <div className="stack-tight">
      <section ref={frame} className="ownership-graph" aria-label={t("ownership.graph.label")}>
        <ReactFlow
          nodes={drawnNodes}
          edges={drawnEdges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onInit={(instance) => {
            flow.current = instance;
            begin();
          }}
          minZoom={0.05}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          onlyRenderVisibleElements={drawn.nodes.length > 80}
          onNodeClick={(_, node) => onSelect(node.id)}
          onEdgeClick={(_, edge) => onEdge?.(edge.id)}
          proOptions={{ hideAttribution: true }}
        >
          <Background />
          <Controls showInteractive={false} />
        </ReactFlow>
      </section>
      <div className="row">
        <span className="muted small grow">{t("ownership.legend")}</span>
        <Button size="small" icon="download" onClick={() => saveSvg(root, drawn, words)}>
          {t("ownership.svg")}
        </Button>
      </div>
    </div>
  );
}
