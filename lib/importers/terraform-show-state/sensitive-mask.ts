import type { JsonObject } from "../../core/json";

// As deep as `withoutSecrets` goes; what is marked below is left out with what holds it.
const maxDepth = 40;

/**
 * `sensitive_values` and `after_sensitive` repeat the shape of the values with `true` where one is sensitive. They become the
 * paths as which a state lists the same (`sensitive_attributes`).
 */
export function sensitivePaths(mask: unknown, values: JsonObject): (string | number)[][] {
  // A path that is empty would mean nothing: everything is each of its attributes.
  if (mask === true) return Object.keys(values).map((name) => [name]);
  const paths: (string | number)[][] = [];
  const walk = (node: unknown, path: (string | number)[]): void => {
    if (node === true || (path.length === maxDepth && node !== null && typeof node === "object")) paths.push(path);
    else if (Array.isArray(node)) for (const [index, item] of node.entries()) walk(item, [...path, index]);
    else if (node !== null && typeof node === "object") for (const [name, item] of Object.entries(node)) walk(item, [...path, name]);
  };
  walk(mask, []);
  return paths;
}
