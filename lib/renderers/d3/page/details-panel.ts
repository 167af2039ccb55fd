import { button, make, words } from "./dom";
import { pathOf, type GraphLine, type GraphNode } from "./graph";

const shown = 100;

interface Details {
  element: HTMLElement;
  show(node: GraphNode | null): void;
}

interface Acts {
  onChosen(node: GraphNode): void;
  onReleased(node: GraphNode): void;
  onClosed(): void;
}

const levelWords: Readonly<Record<string, string>> = { provider: "Cloud", account: "Account", group: "Group", region: "Region", network: "Network", subnet: "Subnet", resource: "In", zone: "Zone", type: "Type group", category: "Category", tag: "Tag" };

/** What is known of the chosen node, and the way to all that it is related to. */
export function detailsPanel(acts: Acts): Details {
  const element = make("aside", { class: "panel details", "aria-label": "Details" });
  element.hidden = true;
  return {
    element,
    show(node) {
      element.hidden = node === null;
      element.replaceChildren(...(node === null ? [] : contents(node, acts)));
      element.scrollTop = 0;
    },
  };
}

function contents(node: GraphNode, acts: Acts): Node[] {
  const leads = node.lines.filter(({ source }) => source === node);
  const comes = node.lines.filter(({ source }) => source !== node);
  return [
    make("header", {}, make("h2", {}, words(node.title)), button("Close", { class: "close" }, acts.onClosed, "×")),
    ...[node.subtitle, node.meta, node.remarks].filter((text) => text !== "").map((text) => make("p", { class: "muted" }, words(text))),
    facts(node),
    ...(node.note === "" ? [] : [make("p", { class: "note" }, words(node.note))]),
    ...(typeof node.fx === "number" ? [make("p", { class: "held" }, "Stays where you put it. ", button("Let go", {}, () => acts.onReleased(node)))] : []),
    ...relations("Leads to", leads, ({ target }) => target, acts),
    ...relations("Comes from", comes, ({ source }) => source, acts),
    ...(node.lines.length === 0 ? [make("p", { class: "muted" }, "No relationships are drawn.")] : []),
  ];
}

function facts({ type, provider, group }: GraphNode): HTMLElement {
  const around = pathOf(group).map(({ level, title }) => [levelWords[level] ?? "In", title] as const);
  const hasProvider = around.some(([level]) => level === "Cloud");
  const rows = [["Type", type], ...(hasProvider ? [] : [["Cloud", provider]]), ...around].filter(([, value]) => value !== "");
  return make("dl", {}, ...rows.flatMap(([term = "", value = ""]) => [make("dt", {}, term), make("dd", {}, words(value))]));
}

function relations(title: string, lines: readonly GraphLine[], other: (line: GraphLine) => GraphNode, acts: Acts): Node[] {
  if (lines.length === 0) return [];
  const items = lines.slice(0, shown).map((line) => {
    const node = other(line);
    const remark = [line.merged > 1 ? `×${line.merged}` : "", line.isDerived ? "inferred" : ""].filter((text) => text !== "").join(", ");
    const link = make("button", { type: "button" }, make("span", { class: "kind" }, remark === "" ? line.label : `${line.label} (${remark})`), make("span", { class: "name" }, words(node.title)));
    link.addEventListener("click", () => acts.onChosen(node));
    return make("li", {}, link);
  });
  const more = lines.length > shown ? [make("li", { class: "muted" }, `and ${(lines.length - shown).toLocaleString("en")} more`)] : [];
  return [make("h3", {}, `${title} (${lines.length.toLocaleString("en")})`), make("ul", {}, ...items, ...more)];
}
