import type { ArmField, ArmFields } from "../field";
import { commonFields } from "./common";
import { computeFields } from "./compute";
import { dataFields } from "./data";
import { edgeFields } from "./edge";
import { managementFields } from "./management";
import { networkFields } from "./network";
import { webFields } from "./web";

const all: ArmFields = { ...networkFields, ...edgeFields, ...computeFields, ...dataFields, ...webFields, ...managementFields };

const byType = new Map(Object.entries(all).map(([type, fields]) => [type.toLowerCase(), byPath(fields)]));
const common = byPath(commonFields);
/** Most fields end like none of the common ones: one look-up tells. */
const lastSteps = new Set(Array.from(common.keys(), lastStep));

/** What the table says of a field: of this type's first, then of fields that end so in every type. */
export function fieldOf(type: string, path: string): ArmField | undefined {
  const lower = path.toLowerCase();
  const found = byType.get(type.toLowerCase())?.get(lower);
  if (found !== undefined || !lastSteps.has(lastStep(lower))) return found;
  for (let at = 0; at >= 0; at = nextStep(lower, at)) {
    const ending = common.get(lower.slice(at));
    if (ending !== undefined) return ending;
  }
  return undefined;
}

function lastStep(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

function nextStep(path: string, from: number): number {
  const dot = path.indexOf(".", from);
  return dot < 0 ? -1 : dot + 1;
}

function byPath(fields: readonly ArmField[]): Map<string, ArmField> {
  return new Map(fields.map((field) => [field.path.toLowerCase(), field]));
}
