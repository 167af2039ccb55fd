"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Group } from "lucide-react";
import { groupLevels, type GroupKey, type GroupLevel } from "@/lib/core/diagram";
import { Menu } from "../ui/menu";
import { buttonClass } from "../ui/button";

const labels: Record<GroupLevel, string> = {
  provider: "Provider",
  account: "Account, subscription, project",
  group: "Resource group",
  region: "Region",
  network: "Network",
  subnet: "Subnet",
};

/** Which levels of nesting are drawn as frames. Their order is each cloud's own. */
export function GroupingMenu({ value, onChange }: { value: readonly GroupKey[]; onChange: (levels: GroupLevel[]) => void }) {
  const chosen = new Set<GroupKey>(value);
  function toggle(level: GroupLevel, isOn: boolean) {
    onChange(groupLevels.filter((candidate) => (candidate === level ? isOn : chosen.has(candidate))));
  }
  return (
    <Menu
      trigger={
        <button type="button" className={buttonClass("plain")}>
          <Group size={14} aria-hidden className="text-muted" />
          <span><span className="text-muted">Group by</span> {value.length === groupLevels.length ? "all levels" : value.length === 0 ? "nothing" : `${value.length} of ${groupLevels.length} levels`}</span>
        </button>
      }
    >
      {groupLevels.map((level) => (
        <Base.CheckboxItem
          key={level}
          checked={chosen.has(level)}
          onCheckedChange={(isOn) => toggle(level, isOn)}
          className="flex min-h-8 cursor-default items-center gap-2.5 rounded-chip px-2 py-1 outline-none select-none data-highlighted:bg-hover"
        >
          <span aria-hidden className={`inline-flex size-4 items-center justify-center rounded-chip border text-xs ${chosen.has(level) ? "border-primary bg-primary text-on-primary" : "border-control"}`}>{chosen.has(level) ? "✓" : ""}</span>
          {labels[level]}
        </Base.CheckboxItem>
      ))}
    </Menu>
  );
}
