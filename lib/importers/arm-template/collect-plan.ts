import type { JsonValue } from "../../core/json";
import type { Collected, CollectedNotice } from "../../core/resource/collected";
import { isArmId } from "../../providers/azure/model/arm-id";
import { collectArm } from "../../providers/azure/model/arm/collect-arm";
import { fieldOf } from "../../providers/azure/model/arm/fields";
import { readArmRow } from "../../providers/azure/model/arm/row";
import { withoutSecrets } from "../../secrets/without-secrets";
import { countedNotice, tooDeepNotice } from "../json/counted-notice";
import { inFile, nameInFile } from "./deployment-scope";
import { evaluateValue } from "./expression/evaluate";
import { shown } from "./expression/placeholder";
import type { Plan, Planned } from "./plan";
import { rowOf, type Mention } from "./row-of";
import { WeakReferences } from "./weak-references";

export const collector = "arm-template";

// What needs more than this at once (a module's whole content, all rounds of a loop) is no longer read line by line.
const maxFanOut = 10;

/** What a template would make, as what `link` takes. `file` is its name as a part of ids. */
export function collectPlan(plan: Plan, file: string): Collected[] {
  const items: Collected[] = [];
  const mentions: { from: string; type: string; mention: Mention }[] = [];
  let leftOut = plan.left.wrong;
  let cut = 0;
  for (const planned of plan.resources) {
    const told = rowOf(planned, file);
    const { attributes, takenOut, tooDeep } = withoutSecrets(told.row, null);
    const row = readArmRow(attributes);
    if (tooDeep) cut++;
    if (row === null) leftOut++;
    else {
      items.push(...collectArm(row, { collector, origin: { kind: collector, address: planned.symbol, merged: [] } }));
      // Values of environment variables are kept from everybody, and still may be ids.
      const ids = takenOut.filter(({ text }) => isArmId(text)).map(({ path, text }) => ({ id: text, path, certainty: "derived" as const }));
      for (const mention of [...told.mentions, ...ids]) mentions.push({ from: row.id, type: row.type, mention });
    }
  }
  const weak = new WeakReferences(items);
  for (const { from, type, mention } of mentions) {
    const field = fieldOf(type, mention.path);
    weak.add(from, { kind: field?.kind ?? "depends-on", target: mention.id, path: mention.path, certainty: mention.certainty, ...(field?.direction === undefined ? {} : { direction: field.direction }) });
  }
  const many = plan.resources.map((planned) => addDependencies(planned, plan, weak, file)).reduce((sum, count) => sum + count, 0);
  const shownItems = items.filter((item) => !isOfSubscription(item));
  return [...shownItems, ...groupsOf(shownItems, file), ...notices(plan, leftOut), ...onWhole(items.length - shownItems.length), ...tooDeepNotice(cut), ...manyNotice(many)];
}

/** What lies on a whole subscription, which has no box: nobody knows which one it is. */
function isOfSubscription(item: Collected): boolean {
  return /^\/subscriptions\/\{[^/]+$/.test(bearerOf(item) ?? "");
}

/** The resource of which an item is a part, or from which its edge goes. */
function bearerOf(item: Collected): string | null {
  return item.kind === "fragment" ? item.owner : item.kind === "relation" ? item.from : null;
}

/** The groups that carry something (a lock, a role), or stand around it: they are there, though the template does not make them. */
function groupsOf(items: readonly Collected[], file: string): Collected[] {
  const groups = new Set(items.flatMap((item) => [bearerOf(item) ?? "", ...containersOf(item)]).filter((id) => unlistedGroup.test(id)));
  for (const item of items) if (item.kind === "resource") groups.delete(item.resource.id);
  return [...groups].flatMap((id) => {
    const row = readArmRow({ id, name: nameInFile(id, file) });
    return row === null ? [] : collectArm(row, { collector, origin: { kind: collector, address: null, merged: [] } });
  });
}

const unlistedGroup = /^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+$|^\/providers\/microsoft\.management\/managementgroups\/\{[^/]+\}$/;

function containersOf(item: Collected): string[] {
  return item.kind === "resource" ? item.refs.flatMap(({ kind, direction, outside, target }) => (kind === "contains" && direction === "in" && outside !== false ? [target] : [])) : [];
}

/** How many entries of `dependsOn` mean too much to be drawn. */
function addDependencies({ id, definition, context }: Planned, plan: Plan, weak: WeakReferences, file: string): number {
  let tooMany = 0;
  for (const text of textsOf(evaluateValue(definition["dependsOn"] ?? [], context))) {
    const targets = plan.dependenciesOf(shown(text), context);
    if (targets.length > maxFanOut) tooMany++;
    else for (const target of targets) weak.add(inFile(id, file), { kind: "depends-on", target: inFile(target, file), path: "dependsOn[]" });
  }
  return tooMany;
}

function textsOf(value: JsonValue): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

function notices({ resources, left, work }: Plan, leftOut: number): CollectedNotice[] {
  const isEmpty = resources.length + leftOut + left.byCondition === 0;
  const byCondition = "left out because of a condition that is false with the template's own values.";
  const byCount = "left out: Azure makes no more than 800 of one loop, and CloudViz draws no more than 10,000 of one file.";
  const elsewhere = "for a template that is kept elsewhere: import that file too to see what it makes.";
  const wrong = "left out: without a type and a name they are no resources.";
  const asWritten = "could not be read and stand as the template writes them.";
  return [
    ...countedNotice(isEmpty ? 1 : 0, "The template is valid and makes no resources.", ""),
    ...countedNotice(left.byCondition, `One resource was ${byCondition}`, `# resources were ${byCondition}`),
    ...countedNotice(left.byCount, `One resource was ${byCount}`, `# resources were ${byCount}`),
    ...countedNotice(left.linked, `One deployment stands ${elsewhere}`, `# deployments stand ${elsewhere}`),
    ...countedNotice(leftOut, `One entry was ${wrong}`, `# entries were ${wrong}`),
    ...countedNotice(work.unreadable, `One expression ${asWritten}`, `# expressions ${asWritten}`),
  ];
}

function onWhole(count: number): CollectedNotice[] {
  const why = "not drawn: the template does not say which one it is.";
  return countedNotice(count, `One entry lies on the whole subscription and is ${why}`, `# entries lie on the whole subscription and are ${why}`);
}

function manyNotice(count: number): CollectedNotice[] {
  const why = `on more than ${maxFanOut} resources at once and not drawn.`;
  return countedNotice(count, `One dependency is ${why}`, `# dependencies are ${why}`);
}
