import { valuesAt } from "../../core/resource/attribute-path";
import { describeType } from "../../catalogue";
import type { Ref } from "../../core/resource/collected";
import type { Draft } from "./draft";

/** What placement needs to know of the references of the file. */
export interface PlacementView {
  refsOf(draft: Draft): readonly Ref[];
  find(target: string, targetType: string | undefined, from: Draft): Draft | null;
}

/**
 * Where things lie that do not say it themselves: a database lies where its subnet group lies; what is connected to
 * subnets, or secured by groups, of one network lies in that network.
 */
export function placementRefs(draft: Draft, view: PlacementView): Ref[] {
  const borrowed = borrowedRefs(draft, view);
  const all = [...view.refsOf(draft), ...borrowed];
  if (all.some((ref) => ref.kind === "contains" && ref.direction === "in")) return borrowed;
  const network = networkOf(draft, all, "connects-to", view) ?? networkOf(draft, all, "secured-by", view);
  return network === null ? borrowed : [...borrowed, network];
}

function borrowedRefs(draft: Draft, view: PlacementView): Ref[] {
  const { row, linked } = draft.instance;
  const like = row?.as === "resource" ? row.placedLike : undefined;
  const [target] = like === undefined ? [] : valuesAt(linked, like.path);
  const model = like === undefined || target === undefined ? null : view.find(target, like.targetType, draft);
  if (like === undefined || model === null) return [];
  const placing = view.refsOf(model).filter((ref) => (ref.kind === "contains" && ref.direction === "in") || isToSubnet(ref, model, view));
  return placing.map((ref) => ({ ...ref, path: `${like.path} → ${ref.path}` }));
}

function isToSubnet(ref: Ref, from: Draft, view: PlacementView): boolean {
  return ref.kind === "connects-to" && frameOf(view.find(ref.target, ref.targetType, from)) === "subnet";
}

/** The one network that the targets of a kind of reference lie in; null when there is none or more than one. */
function networkOf(draft: Draft, refs: readonly Ref[], kind: Ref["kind"], view: PlacementView): Ref | null {
  const networks = new Set<string>();
  let path = "";
  for (const ref of refs) {
    if (ref.kind !== kind || ref.direction === "in") continue;
    const target = view.find(ref.target, ref.targetType, draft);
    if (target === null || (kind === "connects-to" && frameOf(target) !== "subnet")) continue;
    const outer = view.refsOf(target).find((inner) => inner.kind === "contains" && inner.direction === "in");
    if (outer === undefined) continue;
    const network = view.find(outer.target, outer.targetType, target);
    if (network === null || frameOf(network) !== "network") continue;
    networks.add(network.resource.id);
    path = ref.path;
  }
  const [only] = networks;
  return only === undefined || networks.size > 1 ? null : { kind: "contains", target: only, path, direction: "in", certainty: "derived" };
}

function frameOf(draft: Draft | null): string | undefined {
  return draft === null ? undefined : describeType(draft.resource.type).frame;
}
