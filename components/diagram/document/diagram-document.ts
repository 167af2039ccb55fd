import type { Diagram, Overlay } from "@/lib/core/diagram/diagram";
import { Autosave, usualTimes, type AutosaveTimes, type DiagramServer } from "./autosave";
import { applyChange, composeChanges, effectiveChange, inverseChange, isEmptyChange, noChange } from "./change";
import { emptyHistory, recordStep, stepBack, stepForward, type Edit, type History } from "./history";
import { isSame } from "./is-same";
import type { Conflict } from "./rebase";
import type { SaveState } from "./save-state";
import { UnsavedStorage, type KeptStorage } from "./unsaved-storage";

export interface DocumentState {
  /** As it is edited here: what the server has, with the unsaved changes over it. Parts that did not change stay the same objects. */
  diagram: Diagram;
  save: SaveState;
  /** What undo takes back and redo does again; null = nothing. */
  undoLabel: string | null;
  redoLabel: string | null;
}

export interface DocumentPorts {
  server: DiagramServer;
  storage: KeptStorage;
  /** Called with every state of the diagram that the server confirmed. */
  onSaved: (saved: Diagram) => void;
  times?: AutosaveTimes;
}

/** Not at every step of a held key: 10,000 remembered places are 1.5 MB of text. */
const keepAfterMs = 200;

/** One open diagram: what a person edits, how it is undone, and how it is saved. */
export class DiagramDocument {
  #state: DocumentState;
  #history: History = emptyHistory;
  #confirmed: Diagram;
  #keepTimer: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;
  readonly #autosave: Autosave;
  readonly #unsaved: UnsavedStorage;
  readonly #onSaved: (saved: Diagram) => void;
  readonly #listeners = new Set<() => void>();

  constructor(saved: Diagram, { server, storage, onSaved, times = usualTimes }: DocumentPorts) {
    this.#confirmed = saved;
    this.#state = { diagram: saved, save: { kind: "saved", at: null }, undoLabel: null, redoLabel: null };
    this.#onSaved = onSaved;
    this.#unsaved = new UnsavedStorage(storage, saved.id);
    this.#autosave = new Autosave(saved, server, () => this.#changed(), times);
  }

  readonly getState = (): DocumentState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get overlay(): Overlay {
    return this.#state.diagram.overlay;
  }

  /** Makes an edit. False when it would change nothing; then there is nothing to undo either. */
  perform({ label, change, mergeKey }: Edit): boolean {
    const { diagram } = this.#state;
    const forward = effectiveChange(diagram, change);
    if (isEmptyChange(forward)) return false;
    this.#history = recordStep(this.#history, { label, forward, backward: inverseChange(diagram, forward), mergeKey: mergeKey ?? null, at: Date.now() });
    this.#autosave.add(forward);
    return true;
  }

  /** The label of what was taken back; null when there was nothing. */
  undo(): string | null {
    const back = stepBack(this.#history);
    if (back === null) return null;
    this.#history = back.history;
    this.#autosave.add(back.step.backward);
    return back.step.label;
  }

  redo(): string | null {
    const forward = stepForward(this.#history);
    if (forward === null) return null;
    this.#history = forward.history;
    this.#autosave.add(forward.step.forward);
    return forward.step.label;
  }

  /** Takes in what pages before this one could not save, as one step that can be undone. True when there was something. */
  async restoreUnsaved(): Promise<boolean> {
    const { unsaved, drop } = await this.#unsaved.leftovers();
    if (unsaved.length === 0) return false;
    const { diagram } = this.#state;
    this.#autosave.adopt(unsaved.map(({ change }) => change).reduce(composeChanges, noChange), unsaved.flatMap(({ known }) => known));
    this.#keep();
    drop();
    const forward = effectiveChange(diagram, this.#autosave.unsaved);
    if (isEmptyChange(forward)) return false;
    this.#history = recordStep(this.#history, { label: "Restore unsaved changes", forward, backward: inverseChange(diagram, forward), mergeKey: null, at: Date.now() });
    this.#changed();
    return true;
  }

  /** Tells of a state of the diagram that was read from the server, such as by a refresh. */
  receive(newest: Diagram): void {
    this.#autosave.receive(newest);
  }

  /** Ends a conflict: of the given entries theirs are kept, of all others mine. */
  resolve(theirs: readonly Conflict[]): void {
    this.#autosave.resolve(theirs);
  }

  /** Saves at once: the person asked for it, the browser came online, or the page goes out of sight. */
  flush(): void {
    this.#keep();
    this.#autosave.flush();
  }

  /** Ends when the page does: what is unsaved is sent a last time, and stays kept when that fails. */
  close(): void {
    this.#isClosed = true;
    this.#autosave.close();
    this.#keep();
  }

  reopen(): void {
    this.#isClosed = false;
    this.#autosave.reopen();
  }

  #changed(): void {
    const { saved, unsaved, state } = this.#autosave;
    const diagram = withSameParts(this.#state.diagram, applyChange(saved, unsaved));
    const undoLabel = this.#history.done.at(-1)?.label ?? null;
    const redoLabel = this.#history.undone.at(-1)?.label ?? null;
    this.#state = { diagram, save: state, undoLabel, redoLabel };
    if (state.kind === "saved") this.#keep();
    // What a closed page left may have been taken over by the next one.
    else if (!this.#isClosed) this.#keepTimer ??= setTimeout(() => this.#keep(), keepAfterMs);
    for (const listener of this.#listeners) listener();
    if (saved !== this.#confirmed) {
      this.#confirmed = saved;
      this.#onSaved(saved);
    }
  }

  #keep(): void {
    clearTimeout(this.#keepTimer);
    this.#keepTimer = undefined;
    const { unsaved, known } = this.#autosave;
    this.#unsaved.write(isEmptyChange(unsaved) ? null : { change: unsaved, known });
  }
}

/** `next`, with the objects of `previous` wherever they are equal, so that nobody draws anew what did not change. */
function withSameParts(previous: Diagram, next: Diagram): Diagram {
  return sameMembers(previous, { ...next, overlay: sameMembers(previous.overlay, next.overlay) });
}

function sameMembers<Value extends object>(previous: Value, next: Value): Value {
  const shared = { ...next };
  let isAllSame = true;
  for (const name of Object.keys(next) as (keyof Value)[]) {
    if (isSame(previous[name], next[name])) shared[name] = previous[name];
    else isAllSame = false;
  }
  return isAllSame ? previous : shared;
}
