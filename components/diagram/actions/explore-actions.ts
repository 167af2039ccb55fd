import type { Action } from "../../commands/action";
import { target, targets, type ActionContext, type Direction, type Neighbourhood } from "./action-context";

const nextHops = { 1: 2, 2: 3, 3: 1 } as const;

export const exploreActions: readonly Action<ActionContext>[] = [
  { id: "find", label: "Find on the canvas…", keys: ["mod+f"], group: "explore", scope: "canvas", enabled: ({ tab }) => tab === "canvas", run: ({ open }) => open.find() },
  {
    id: "details",
    label: "Details",
    keys: ["Enter"],
    group: "explore",
    scope: "canvas",
    enabled: (context) => target(context) !== null,
    run: (context) => {
      const box = target(context);
      if (box !== null) context.open.details(box);
    },
  },
  {
    id: "neighbourhood",
    label: "Neighbourhood, 1 to 3 hops",
    labelFor: (context) => `Neighbourhood, ${hopsWords(nextNeighbourhood(context)?.hops ?? 1)}`,
    keys: ["n"],
    group: "explore",
    enabled: (context) => nextNeighbourhood(context) !== null,
    run: (context) => context.set.neighbourhood(nextNeighbourhood(context)),
  },
  {
    id: "clear",
    label: "Clear the neighbourhood, then the selection",
    labelFor: ({ neighbourhood }) => (neighbourhood === null ? "Clear the selection" : "Clear the neighbourhood"),
    keys: ["Escape"],
    group: "explore",
    enabled: ({ neighbourhood, selection, isPresenting }) => neighbourhood !== null || selection.length > 0 || isPresenting,
    run: ({ neighbourhood, selection, set }) => {
      if (neighbourhood !== null) set.neighbourhood(null);
      else if (selection.length > 0) set.selection([]);
      else set.presenting(false);
    },
  },
  { id: "go-to-parent", label: "Out to the group around", keys: ["["], group: "explore", scope: "canvas", isUnlisted: true, run: ({ canvas }) => canvas.goToParent() },
  { id: "go-to-child", label: "Into the group", keys: ["]"], group: "explore", scope: "canvas", isUnlisted: true, run: ({ canvas }) => canvas.goToFirstChild() },
  follow("follow-out", "Along a relation, onwards", "alt+ArrowRight", "out"),
  follow("follow-in", "Along a relation, back", "alt+ArrowLeft", "in"),
  follow("follow-next", "The next relation", "alt+ArrowDown", "next"),
  follow("follow-previous", "The relation before", "alt+ArrowUp", "previous"),
];

function follow(id: string, label: string, keys: string, direction: Direction): Action<ActionContext> {
  return { id, label, keys: [keys], group: "explore", scope: "canvas", repeats: true, isUnlisted: true, run: ({ canvas }) => canvas.followLine(direction) };
}

/** Another press on the same box looks one hop farther; after three it begins again. */
function nextNeighbourhood(context: ActionContext): Neighbourhood | null {
  const { neighbourhood } = context;
  const id = targets(context)[0]?.id ?? neighbourhood?.id;
  if (id === undefined) return null;
  return { id, hops: neighbourhood?.id === id ? nextHops[neighbourhood.hops] : 1 };
}

function hopsWords(hops: number): string {
  return hops === 1 ? "1 hop" : `${hops} hops`;
}
