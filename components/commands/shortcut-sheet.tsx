"use client";

import { Switch } from "@base-ui/react/switch";
import { useId, useState, useSyncExternalStore } from "react";
import { Dialog } from "../ui/dialog";
import { actionGroups, type ActionGroup } from "./action";
import { actionSources, type KeyHelp } from "./action-registry";
import { KeyCaps } from "./key-caps";
import { isSingleKey } from "./keys";
import { singleKeys } from "./single-keys";

/** All shortcuts of the page as it is, and the switch for those of a single key. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const [rows] = useState(listRows);
  const areOn = useSyncExternalStore(singleKeys.subscribe, singleKeys.areOn, () => true);
  const groups = (Object.keys(actionGroups) as ActionGroup[]).filter((group) => rows.some((row) => row.group === group));
  return (
    <Dialog open onOpenChange={onClose} title="Keyboard shortcuts" wide>
      <SingleKeySwitch areOn={areOn} />
      <div className="gap-x-8 sm:columns-2">
        {groups.map((group) => (
          <section key={group} aria-label={actionGroups[group]} className="mb-5 break-inside-avoid-column">
            <h3 className="mb-1 text-sm font-semibold text-muted">{actionGroups[group]}</h3>
            <dl>
              {rows.filter((row) => row.group === group).map(({ label, keys }) => (
                <div key={label} className="flex min-h-8 break-inside-avoid items-center justify-between gap-4 border-b border-hairline py-1 last:border-0">
                  <dt>{label}</dt>
                  <dd className="flex flex-wrap justify-end gap-x-2 gap-y-1">
                    {keys.map((one) => <KeyCaps key={one} keys={one} className={!areOn && isSingleKey(one) ? "line-through opacity-60" : undefined} />)}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function SingleKeySwitch({ areOn }: { areOn: boolean }) {
  const id = useId();
  return (
    <div className="mb-5 flex items-center justify-between gap-4 rounded-card bg-frame px-3 py-2">
      <div>
        <p id={id} className="font-medium">Shortcuts of a single key</p>
        <p id={`${id}-hint`} className="text-sm text-muted">Switch them off when speech input or a slip of the hand sets them off.</p>
      </div>
      <Switch.Root
        aria-labelledby={id}
        aria-describedby={`${id}-hint`}
        checked={areOn}
        onCheckedChange={(on) => singleKeys.set(on)}
        className="relative inline-flex h-6 w-11 shrink-0 cursor-pointer items-center rounded-full border border-control bg-surface p-0.5 transition-colors duration-150 data-checked:border-primary data-checked:bg-primary"
      >
        <Switch.Thumb className="size-4 rounded-full bg-control transition-transform duration-150 data-checked:translate-x-5 data-checked:bg-on-primary" />
      </Switch.Root>
    </div>
  );
}

/** Of every source what has keys; what the page offers itself comes after what is on it. */
function listRows(): readonly KeyHelp[] {
  return actionSources().flatMap((source) => [
    ...source.actions().flatMap(({ usualLabel, keys = [], group }) => (keys.length === 0 ? [] : { label: usualLabel, keys, group })),
    ...source.keyHelp,
  ]);
}
