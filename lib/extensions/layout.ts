// What a custom layout imports as "cloudviz/layout": the same parts that the built-in ones are made of.
export type { Layout } from "../layouts/layout";
export type { LayoutInput, Placement } from "../scene/layout-input";
export { at, boxTree, childrenOf, type BoxTree } from "../layouts/box-tree";
export { cancelled } from "../layouts/cancelled";
export { routeLines, type PlacedBoxes } from "../layouts/route-lines";
export { withRoutes } from "../layouts/routes";
