"use client";

import { useMemo, useState } from "react";
import type { DiagramScene } from "../state/use-diagram-scene";

/** An address holds so many keys of 30 letters; a larger selection is not a link. */
const mostInAddress = 20;

export type SelectedBy = "click" | "drag" | "menu";

export interface Selection {
  /** In the order in which they were selected. */
  ids: readonly string[];
  boxes: ReadonlySet<number>;
  /** The details of one resource open on a click; a drag or a menu leaves them open or closed as they were. */
  select: (ids: readonly string[], by?: SelectedBy) => void;
}

/**
 * What is selected, by id. Resources stand in the address by their keys, so that the link shows them; frames that are no
 * resources, and more than an address holds, only here.
 */
export function useSelection({ ids, keys }: Pick<DiagramScene, "ids" | "keys">, inAddress: readonly string[], setAddress: (keys: string[]) => void): Selection {
  const [own, setOwn] = useState<readonly string[]>([]);
  const keyOf = useMemo(() => new Map(ids?.map((id, box) => [id, keys?.[box] ?? null])), [ids, keys]);
  const selected = useMemo(() => {
    if (ids === null) return [];
    const wanted = new Set(inAddress);
    const linked = ids.filter((_, box) => wanted.has(keys?.[box] ?? ""));
    const known = own.filter((id) => keyOf.has(id));
    return [...new Set([...linked, ...known])];
  }, [ids, keys, keyOf, inAddress, own]);
  const boxes = useMemo(() => {
    const wanted = new Set(selected);
    return new Set(ids?.flatMap((id, box) => (wanted.has(id) ? [box] : [])));
  }, [ids, selected]);

  function select(next: readonly string[], by: SelectedBy = "click") {
    const linked = next.flatMap((id) => keyOf.get(id) ?? []);
    const isLink = linked.length <= mostInAddress && (by === "click" || linked.length !== 1 || inAddress.length === 1);
    setOwn(isLink ? next.filter((id) => (keyOf.get(id) ?? null) === null) : next);
    const address = isLink ? linked : [];
    if (address.length > 0 || inAddress.length > 0) setAddress(address);
  }
  return { ids: selected, boxes, select };
}
