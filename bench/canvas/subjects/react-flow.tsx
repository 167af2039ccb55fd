import { ReactFlow, ReactFlowProvider, useReactFlow, type Edge, type Node, type NodeProps, Handle, Position } from "@xyflow/react";
import { memo, useEffect } from "react";
import { createRoot } from "react-dom/client";
import { present, type Shown } from "../subject";

type Box = Node<{ label: string; color: string; isFrame: boolean }, "box">;

const BoxNode = memo(function BoxNode({ data: { label, color, isFrame } }: NodeProps<Box>) {
  return (
    <div style={{ width: "100%", height: "100%", border: "1px solid #838f9e", borderRadius: 8, background: isFrame ? "transparent" : "#fff", font: "12px Arial" }}>
      {!isFrame && (
        <svg width="24" height="24">
          <rect width="24" height="24" rx="4" fill={color} />
        </svg>
      )}
      {label}
      <Handle type="source" position={Position.Right} />
      <Handle type="target" position={Position.Left} />
    </div>
  );
});
const nodeTypes = { box: BoxNode };

void present(
  (root, estate) =>
    new Promise<Shown>((resolve) => {
      const nodes = estate.boxes.map(({ id, label, color, isFrame, x, y, width, height }): Box => ({ id, type: "box", position: { x, y }, width, height, data: { label, color, isFrame }, zIndex: isFrame ? 0 : 1 }));
      const edges = estate.lines.map(({ id, from, to }): Edge => ({ id, source: from, target: to }));
      function Flow() {
        const flow = useReactFlow();
        useEffect(() => {
          resolve({ look: (x, y, zoom) => void flow.setViewport({ x: window.innerWidth / 2 - x * zoom, y: window.innerHeight / 2 - y * zoom, zoom }) });
        }, [flow]);
        return <ReactFlow nodes={nodes} edges={edges} nodeTypes={nodeTypes} minZoom={0.001} />;
      }
      createRoot(root).render(
        <ReactFlowProvider>
          <Flow />
        </ReactFlowProvider>,
      );
    }),
);
