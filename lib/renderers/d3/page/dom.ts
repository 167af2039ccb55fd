type Child = Node | string | null;

/** An element with attributes and children. Strings become text, never markup; a name starting with `on` would be one too, so there is none. */
export function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, attributes: Readonly<Record<string, string>> = {}, ...children: Child[]): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

export function button(label: string, attributes: Readonly<Record<string, string>>, onClick: () => void, ...children: Child[]): HTMLButtonElement {
  const element = make("button", { type: "button", ...attributes }, ...(children.length === 0 ? [label] : children));
  if (children.length > 0) element.setAttribute("aria-label", label);
  element.addEventListener("click", onClick);
  return element;
}

/** Words of others: their direction and marks stay within them. */
export function words(text: string): HTMLElement {
  return make("bdi", {}, text);
}

const svgNamespace = "http://www.w3.org/2000/svg";

/** Stroked paths in a square. */
export function icon(path: string, side: number, strokeWidth: number): SVGSVGElement {
  const element = document.createElementNS(svgNamespace, "svg");
  for (const [name, value] of Object.entries({ viewBox: `0 0 ${side} ${side}`, "aria-hidden": "true", fill: "none", stroke: "currentColor", "stroke-width": String(strokeWidth), "stroke-linecap": "round", "stroke-linejoin": "round" })) {
    element.setAttribute(name, value);
  }
  const shape = document.createElementNS(svgNamespace, "path");
  shape.setAttribute("d", path);
  element.append(shape);
  return element;
}
