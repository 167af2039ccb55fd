import { button, make, words } from "./dom";
import type { Graph, GraphNode } from "./graph";
import { cutText } from "./cut-text";
import { find } from "./state";

const shown = 30;

interface Search {
  element: HTMLElement;
  focus(): void;
  clear(): void;
}

/** A field whose list is walked with the arrows; Enter goes to what is chosen, and on to the next. */
export function searchPanel(graph: Graph, onFound: (found: ReadonlySet<GraphNode> | null) => void, onChosen: (node: GraphNode) => void): Search {
  const input = make("input", { type: "search", placeholder: "Search names, types, places…", "aria-label": "Search", role: "combobox", "aria-expanded": "false", "aria-controls": "found", "aria-autocomplete": "list", autocomplete: "off", spellcheck: "false" });
  const count = make("p", { class: "count", role: "status" });
  const list = make("ul", { id: "found", role: "listbox", "aria-label": "Found" });
  list.hidden = true;
  let found: GraphNode[] = [];
  let active = -1;

  function search(): void {
    const matches = find(graph, input.value);
    found = matches ?? [];
    active = -1;
    count.textContent = matches === null ? "" : `${found.length.toLocaleString("en")} of ${graph.nodes.length.toLocaleString("en")}`;
    list.replaceChildren(...found.slice(0, shown).map(option));
    if (found.length > shown) list.append(make("li", { class: "more", role: "presentation" }, `and ${(found.length - shown).toLocaleString("en")} more`));
    open(found.length > 0);
    onFound(matches === null ? null : new Set(found));
  }

  function option(node: GraphNode, index: number): HTMLElement {
    const item = make("li", { id: `found-${index}`, role: "option", "aria-selected": "false" }, make("span", { class: "name" }, words(cutText(node.title, 60))), make("span", { class: "type" }, words(cutText(node.subtitle, 50))));
    item.addEventListener("click", () => choose(index));
    return item;
  }

  function open(isOpen: boolean): void {
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) input.removeAttribute("aria-activedescendant");
  }

  function activate(index: number): void {
    active = index;
    list.querySelectorAll("[role=option]").forEach((item, at) => {
      item.setAttribute("aria-selected", String(at === index));
      if (at !== index) return;
      input.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
    });
  }

  function choose(index: number): void {
    const node = found[index];
    if (node === undefined) return;
    activate(index);
    onChosen(node);
  }

  function clear(): void {
    input.value = "";
    search();
  }

  input.addEventListener("input", search);
  input.addEventListener("keydown", (event) => {
    const last = Math.min(found.length, shown) - 1;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (last >= 0) open(true);
      activate(event.key === "ArrowDown" ? (active >= last ? 0 : active + 1) : active <= 0 ? last : active - 1);
    } else if (event.key === "Enter" && found.length > 0) {
      event.preventDefault();
      const isAgain = list.hidden;
      choose(active === -1 ? 0 : isAgain ? (active + 1) % found.length : active);
      open(false);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      if (list.hidden) clear();
      else open(false);
    }
  });
  list.addEventListener("click", () => open(false));
  return { element: make("div", { class: "search" }, input, button("Clear the search", { class: "clear" }, () => { clear(); input.focus(); }, "×"), count, list), focus: () => input.focus(), clear };
}
