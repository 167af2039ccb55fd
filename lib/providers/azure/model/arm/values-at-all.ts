import { valuesAt } from "../../../../core/resource/attribute-path";
import type { JsonObject } from "../../../../core/json";

/** `valuesAt` for many paths, of which most begin with a name that the object does not have: those cost one look-up. */
export function valuesAtAll(object: JsonObject, paths: readonly string[]): string[] {
  return paths.flatMap((path) => (Object.hasOwn(object, firstStep(path)) ? valuesAt(object, path) : []));
}

const firstSteps = new Map<string, string>();

function firstStep(path: string): string {
  let step = firstSteps.get(path);
  if (step === undefined) firstSteps.set(path, (step = /^[^.[]+/.exec(path)?.[0] ?? path));
  return step;
}
