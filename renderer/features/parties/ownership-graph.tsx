import "@xyflow/react/dist/style.css";
import "./ownership-graph.css";
import dagre from "@dagrejs/dagre";
import {
  Background,
  Controls,
  type Edge,
  Handle,
  MarkerType,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
} from "@xyflow/react";
import { useMemo } from "react";
import { useI18n } from "#i18n";
import { Button, useBooks } from "#ui";
import { graphSvg } from "./graph-svg.ts";
import type { Picture } from "./picture.ts";

const WIDTH = 190;
const HEIGHT = 66;

type Props = Pick<Picture, "nodes" | "edges"> & {
  readonly subject: string;
  /** Ids along a path that is shown in front of the rest. */
  readonly lit: readonly string[];
};

/** Where each party stands: holders above what they hold. */
export function layOut({ nodes, edges }: Pick<Picture, "nodes" | "edges">) {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: "TB", nodesep: 34, ranksep: 64 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of nodes) graph.setNode(node.id, { width: WIDTH, height: HEIGHT });
  for (const edge of edges) graph.setEdge(edge.from, edge.to);
  dagre.layout(graph);
  return new Map(
    nodes.map((node) => {
      const { x, y } = graph.node(node.id);
      return [node.id, { x: x - WIDTH / 2, y: y - HEIGHT / 2 }];
    }),
  );
}

type PartyNode = Node<{
  label: string;
  kind: string;
  marks: string;
  subject: boolean;
  lit: boolean;
}>;

function PartyBox({ data }: NodeProps<PartyNode>) {
  const classes = [
    "party-node",
    data.subject ? "party-node-subject" : "",
    data.lit ? "party-node-lit" : "",
  ];
  return (
    <div className={classes.join(" ").trim()}>
      <Handle type="target" position={Position.Top} isConnectable={false} />
      <strong>{data.label}</strong>
      <span className="small">{`${data.kind}${data.marks === "" ? "" : ` · ${data.marks}`}`}</span>
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </div>
  );
}

const nodeTypes = { party: PartyBox };

/** The ownership picture: layered, per cents on the lines, dashed where control is by agreement. */
export function OwnershipGraph({ nodes, edges, subject, lit }: Props) {
  const { t, td, lang } = useI18n();
  const books = useBooks();
  const places = useMemo(() => layOut({ nodes, edges }), [nodes, edges]);
  const labelOf = (node: Props["nodes"][number]) =>
    (lang === "en" ? node.labelEn : undefined) ?? node.label;
  const drawnNodes: PartyNode[] = nodes.map((node) => ({
    id: node.id,
    type: "party",
    position: places.get(node.id) ?? { x: 0, y: 0 },
    width: WIDTH,
    height: HEIGHT,
    data: {
      label: labelOf(node),
      kind: td(`party.kind.${node.kind}`),
      marks: node.marks.map((mark) => td(`mark.${mark}`)).join(", "),
      subject: node.id === subject,
      lit: lit.includes(node.id),
    },
    ariaLabel: labelOf(node),
  }));
  const onPath = (from: string, to: string) =>
    lit.some((id, index) => id === from && lit[index + 1] === to);
  const drawnEdges: Edge[] = edges.map((edge) => ({
    id: edge.id,
    source: edge.from,
    target: edge.to,
    label: edge.label,
    markerEnd: { type: MarkerType.ArrowClosed },
    ...(onPath(edge.from, edge.to) ? { className: "edge-lit" } : {}),
    style: edge.style === "dashed" ? { strokeDasharray: "6 4" } : {},
  }));
  const saveSvg = () => {
    const svg = graphSvg(
      drawnNodes.map((node) => ({
        id: node.id,
        ...node.position,
        label: node.data.label,
        note: node.data.kind,
      })),
      edges,
      { width: WIDTH, height: HEIGHT },
    );
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    link.download = `${subject}.svg`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <div className="stack-tight">
      <div className="ownership-graph">
        <ReactFlow
          nodes={drawnNodes}
          edges={drawnEdges}
          nodeTypes={nodeTypes}
          fitView
          fitViewOptions={{ maxZoom: 1, padding: 0.15 }}
          minZoom={0.05}
          nodesDraggable={false}
          nodesConnectable={false}
          onlyRenderVisibleElements={nodes.length > 200}
          onNodeClick={(_, node) => {
            if (node.id !== subject) void books.open("party", { id: node.id });
          }}
          proOptions={{ hideAttribution: true }}
        >
          <Background />
          <Controls showInteractive={false} />
        </ReactFlow>
      </div>
      <div className="row">
        <Button size="small" icon="download" onClick={saveSvg}>
          {t("ownership.svg")}
        </Button>
      </div>
    </div>
  );
}
