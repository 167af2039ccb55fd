import type { Placement } from "../../scene/layout-input";
import type { PlacementStore } from "./placement-store";

const databaseName = "cloudviz-layouts";
const storeName = "placements";
/** The newest are kept; one of 10,000 resources takes 1.7 MB. */
const mostKept = 30;

interface Row {
  placement: Placement;
  /** ms since 1970. */
  at: number;
}

/** Placements in the browser, kept beyond the page. Null where there is no such store, as in some private windows. */
export function indexedDbPlacements(): PlacementStore | null {
  if (typeof indexedDB === "undefined") return null;
  let opened: Promise<IDBDatabase> | null = null;
  const database = () => (opened ??= open());
  return {
    async get(key) {
      const rows = (await database()).transaction(storeName).objectStore(storeName);
      const row = await answered<Row | undefined>(rows.get(key));
      return row?.placement ?? null;
    },
    async put(key, placement) {
      const rows = (await database()).transaction(storeName, "readwrite").objectStore(storeName);
      await answered(rows.put({ placement, at: Date.now() } satisfies Row, key));
      const keys = await answered(rows.index("at").getAllKeys());
      for (const oldest of keys.slice(0, Math.max(0, keys.length - mostKept))) rows.delete(oldest);
    },
  };
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(storeName).createIndex("at", "at");
  return answered(request);
}

function answered<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("The browser's store failed."));
  });
}
