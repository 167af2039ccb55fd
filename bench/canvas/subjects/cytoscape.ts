import cytoscape from "cytoscape";
import { present } from "../subject";

void present(async (root, { boxes, lines }) => {
  const graph = cytoscape({
    container: root,
    elements: {
      nodes: boxes.map(({ id, parent, label, color, x, y, width, height }) => ({ data: { id, ...(parent === null ? {} : { parent }), label, color }, position: { x: x + width / 2, y: y + height / 2 } })),
      edges: lines.map(({ id, from, to }) => ({ data: { id, source: from, target: to } })),
    },
    layout: { name: "preset" },
    style: [
      { selector: "node", style: { shape: "rectangle", width: 220, height: 64, "background-color": "data(color)", label: "data(label)", "font-size": 12 } },
      { selector: "edge", style: { width: 1, "line-color": "#5b6b7c", "curve-style": "haystack" } },
    ],
  });
  return {
    look(x, y, zoom) {
      graph.viewport({ zoom, pan: { x: window.innerWidth / 2 - x * zoom, y: window.innerHeight / 2 - y * zoom } });
    },
  };
});
