import type { Conflict } from "./rebase";

/** How it stands with saving. Times are in ms since 1970. */
export type SaveState =
  /** `at` is null when nothing was saved since the diagram was opened. */
  | { kind: "saved"; at: number | null }
  | { kind: "unsaved" }
  | { kind: "saving" }
  /** The server cannot be reached, or cannot answer: it is tried again by itself. */
  | { kind: "offline"; retryAt: number }
  /** The server said no; trying again by itself would not help. */
  | { kind: "refused"; error: unknown }
  /** The same was changed elsewhere: the person has to choose. */
  | { kind: "conflict"; conflicts: readonly Conflict[] };
