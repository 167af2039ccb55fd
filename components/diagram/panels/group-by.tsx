"use client";

import { RotateCcw } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { GroupKey, Grouping } from "@/lib/core/diagram/diagram";
import { groupLevels, mostLevels } from "@/lib/core/diagram/group-levels";
import { IconButton } from "../../ui/icon-button";
import { AddGroup } from "./add-group";
import { GroupChip } from "./group-chip";
import { addableGroups, groupChoice, isUsual, withMoved } from "./group-words";
import { useChipDrag } from "./use-chip-drag";

export interface GroupByProps {
  /** Outermost first. */
  value: Grouping;
  /** Tag keys that resources have, the most frequent first. */
  tagKeys: readonly string[];
  onChange: (grouping: Grouping) => void;
}

/** The levels of nesting in their order, outermost first: dragged, or moved by Alt and an arrow key or by each one's menu. */
export function GroupBy({ value, tagKeys, onChange }: GroupByProps) {
  const list = useRef<HTMLUListElement>(null);
  const moved = useRef<GroupKey | null>(null);
  const [told, setTold] = useState("");
  const { dragged, slot, start } = useChipDrag(list, (key, to) => move(key, to));

  // A chip that changes its place in the page loses the focus on the way.
  useEffect(() => {
    if (moved.current === null) return;
    list.current?.querySelector<HTMLElement>(`[data-chip="${CSS.escape(moved.current)}"] [data-label]`)?.focus();
    moved.current = null;
  }, [value]);

  function move(key: GroupKey, to: number) {
    const next = withMoved(value, key, to);
    const place = next.indexOf(key);
    if (place === value.indexOf(key)) return;
    moved.current = key;
    setTold(`${groupChoice(key).label} is level ${place + 1} of ${next.length}`);
    onChange(next);
  }
  function add(key: GroupKey) {
    setTold(`${groupChoice(key).label} is level ${value.length + 1} of ${value.length + 1}`);
    onChange([...value, key]);
  }
  function remove(key: GroupKey) {
    setTold(`${groupChoice(key).label} removed`);
    onChange(value.filter((other) => other !== key));
  }

  return (
    <div role="group" aria-label="Group by" className="flex min-w-0 flex-wrap items-center gap-1">
      <span className="me-1 shrink-0 text-muted">Group by</span>
      <ul ref={list} aria-label="Levels, outermost first" className="contents">
        {value.map((key, index) => (
          <GroupChip
            key={key}
            choice={groupChoice(key)}
            isFirst={index === 0}
            isLast={index === value.length - 1}
            isDragged={dragged === key}
            drop={dragged === null ? null : slot === index ? "before" : slot === value.length && index === value.length - 1 ? "after" : null}
            onDragStart={(event) => start(event, key)}
            onMove={(by) => move(key, index + by)}
            onRemove={() => remove(key)}
          />
        ))}
      </ul>
      {value.length === 0 && <span className="me-1 font-medium">nothing</span>}
      {value.length < mostLevels && <AddGroup choicesFor={(typed) => addableGroups(value, tagKeys, typed)} onAdd={add} />}
      {!isUsual(value) && <IconButton label="Group as usual" onClick={() => onChange([...groupLevels])}><RotateCcw size={14} aria-hidden /></IconButton>}
      <span role="status" className="sr-only">{told}</span>
    </div>
  );
}
