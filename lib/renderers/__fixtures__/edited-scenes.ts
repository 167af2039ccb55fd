import { placePacked } from "../../layouts/packed/place-packed";
import { buildView } from "../../scene/view/build-view";
import { EstateBuilder } from "../../scene/fixtures/estate-builder";
import { foldView } from "../../scene/view/fold-view";
import { measureView } from "../../scene/measure-view";
import type { Scene } from "../../scene/scene";
import { toScene } from "../../scene/to-scene";
import { defaultTheme, themeOf } from "../../themes";

/** Three servers in one network that write to one bucket. */
function estate() {
  const builder = new EstateBuilder({ provider: "aws", account: "", region: null });
  const vpc = builder.add("AWS::EC2::VPC", "servers");
  const bucket = builder.add("AWS::S3::Bucket", "logs");
  for (const name of ["one", "two", "three"]) builder.tie("writes", builder.add("AWS::EC2::Instance", name, { parent: vpc, state: "running" }), bucket, "derived");
  const broken = builder.add("AWS::SQS::Queue", "broken", { state: "failed" });
  return { inventory: builder.finish(), vpc, broken };
}

/** One card with every edit a person can make to it; it is new and does badly. */
export function editedScene(theme = defaultTheme): Scene {
  const { inventory, broken } = estate();
  const overlay = { names: { [broken]: "Orders" }, notes: { [broken]: "Ask" }, places: { [broken]: { x: 0, y: 0, pinned: true } } };
  const resources = inventory.resources.map((resource) => (resource.id === broken ? { ...resource, firstSeenAt: "2027-01-01T00:00:00.000Z" } : resource));
  const built = buildView({ ...inventory, resources }, { title: "Edited", levels: ["network"], overlay, newSince: "2026-12-01T00:00:00.000Z" });
  return toScene(built.view, placePacked(measureView({ ...built.view, kept: null })), themeOf(theme), built);
}

/** The network folded into a card, with one line for three. */
export function foldedScene(theme = defaultTheme): Scene {
  const { inventory, vpc } = estate();
  const { view, ids, keys } = buildView(inventory, { title: "Folded", levels: ["network"] });
  const folded = foldView(view, [ids.indexOf(vpc)]);
  const names = { ids: Array.from(folded.origin, (box) => ids[box] ?? ""), keys: Array.from(folded.origin, (box) => keys[box] ?? null) };
  return toScene(folded.view, placePacked(measureView(folded.view)), themeOf(theme), names);
}
