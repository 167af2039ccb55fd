// What a custom format imports as "cloudviz/renderer": the same parts that the built-in ones are made of.
export type { Edge, EdgeKind } from "../core/resource/edge";
export { edgeKinds } from "../core/resource/edge-kinds";
export type { Resource } from "../core/resource/resource";
export { csvRow, csvText } from "../renderers/csv/csv-row";
export type { FileKind, InventoryRenderer, Output, SceneRenderer, TitledInventory } from "../renderers/renderer";
export { xmlText } from "../renderers/svg/xml";
export type { Scene, SceneBox, SceneLine } from "../scene/scene";
