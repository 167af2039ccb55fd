import { Network } from "vis-network/standalone";
import { present } from "../subject";

void present(async (root, { boxes, lines }) => {
  const network = new Network(
    root,
    {
      // It has no nesting: frames are left out.
      nodes: boxes.filter(({ isFrame }) => !isFrame).map(({ id, label, color, x, y, width, height }) => ({ id, label, color, shape: "box", x: x + width / 2, y: y + height / 2 })),
      edges: lines.map(({ id, from, to }) => ({ id, from, to })),
    },
    { physics: false, layout: { improvedLayout: false }, edges: { smooth: false }, interaction: { dragNodes: false } },
  );
  return {
    look(x, y, zoom) {
      network.moveTo({ position: { x, y }, scale: zoom, animation: false });
    },
  };
});
