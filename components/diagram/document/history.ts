import { composeChanges, type Change } from "./change";

/** One thing a person did, as they would name it: "Move 3 resources". */
export interface Edit {
  label: string;
  change: Change;
  /** Edits of one key within a second count as one: a run of nudges of the same boxes. */
  mergeKey?: string;
}

/** An edit that was made: how it goes forward and how it goes back. `at` is in ms. */
export interface Step {
  label: string;
  forward: Change;
  backward: Change;
  mergeKey: string | null;
  at: number;
}

/** The newest step is the last of `done`; the last of `undone` is the next to be done again. */
export interface History {
  done: readonly Step[];
  undone: readonly Step[];
}

export const emptyHistory: History = { done: [], undone: [] };

const deepest = 200;
const mergeWithinMs = 1_000;

export function recordStep({ done, undone }: History, step: Step): History {
  const last = done.at(-1);
  if (last !== undefined && undone.length === 0 && step.mergeKey !== null && step.mergeKey === last.mergeKey && step.at - last.at <= mergeWithinMs) {
    const merged = { ...step, forward: composeChanges(last.forward, step.forward), backward: composeChanges(step.backward, last.backward) };
    return { done: [...done.slice(0, -1), merged], undone: [] };
  }
  return { done: [...done, step].slice(-deepest), undone: [] };
}

/** The step to take back, and the history after that; null when there is none. */
export function stepBack({ done, undone }: History): { step: Step; history: History } | null {
  const step = done.at(-1);
  return step === undefined ? null : { step, history: { done: done.slice(0, -1), undone: [...undone, step] } };
}

export function stepForward({ done, undone }: History): { step: Step; history: History } | null {
  const step = undone.at(-1);
  // A step that is done again has ended: what follows is not merged into it.
  return step === undefined ? null : { step, history: { done: [...done, { ...step, mergeKey: null }], undone: undone.slice(0, -1) } };
}
