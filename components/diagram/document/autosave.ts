import { ApiError, type DiagramPatch } from "@/lib/api-client";
import type { Diagram } from "@/lib/core/diagram/diagram";
import { applyChange, composeChanges, effectiveChange, inverseChange, isEmptyChange, noChange, type Change, type DiagramFields } from "./change";
import { isSame } from "./is-same";
import { mergePatchBetween } from "./merge-patch-between";
import { rebase, withoutEntries, type Conflict } from "./rebase";
import type { SaveState } from "./save-state";

/** Where diagrams are kept. Both throw `ApiError`; `update` with status 412 when somebody else was first. */
export interface DiagramServer {
  load(): Promise<Diagram>;
  update(version: number, patch: DiagramPatch): Promise<Diagram>;
}

export interface AutosaveTimes {
  /** From the last change until it is sent. */
  pauseMs: number;
  /** From one failed try to the next; the last one is repeated. */
  retryMs: readonly [number, ...number[]];
  /** An answer that takes longer counts as none. */
  deadlineMs: number;
}

export const usualTimes: AutosaveTimes = { pauseMs: 800, retryMs: [1_000, 2_000, 5_000, 15_000, 30_000], deadlineMs: 30_000 };

/**
 * Brings changes to the server: one request at a time, the next one carries what came meanwhile. What others changed since is
 * taken over, and the own changes are put on top of it.
 */
export class Autosave {
  /** The diagram as the server last had it. */
  #saved: Diagram;
  /** On its way to the server. */
  #sent: Change = noChange;
  /** Not sent yet. */
  #waiting: Change = noChange;
  /** Was sent without an answer: the server may have it or not. */
  #lost: readonly Change[] = [];
  #state: SaveState = { kind: "saved", at: null };
  #savedAt: number | null = null;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;
  readonly #server: DiagramServer;
  readonly #times: AutosaveTimes;
  readonly #onChange: () => void;

  constructor(saved: Diagram, server: DiagramServer, onChange: () => void, times: AutosaveTimes = usualTimes) {
    this.#saved = saved;
    this.#server = server;
    this.#onChange = onChange;
    this.#times = times;
  }

  get saved(): Diagram {
    return this.#saved;
  }

  get state(): SaveState {
    return this.#state;
  }

  /** All that the server has not confirmed. */
  get unsaved(): Change {
    return composeChanges(this.#sent, this.#waiting);
  }

  /** The values that the server has or may have by us: those that `unsaved` starts from, and those that were sent. */
  get known(): readonly Change[] {
    return [inverseChange(this.#saved, this.unsaved), ...this.#lost, ...(isEmptyChange(this.#sent) ? [] : [this.#sent])];
  }

  /** Takes a change in; it is sent after a pause. */
  add(change: Change): void {
    const all = composeChanges(this.#waiting, change);
    // What may have arrived has to be sent back too, even where it ends as it began.
    this.#waiting = this.#lost.length > 0 ? all : effectiveChange(applyChange(this.#saved, this.#sent), all);
    if (this.#state.kind === "unsaved" || this.#state.kind === "saved" || this.#state.kind === "refused") this.#waitForMore();
    this.#onChange();
  }

  /** Takes in what a page before this one could not save, with what that page had as `known`. */
  adopt(unsaved: Change, known: readonly Change[]): void {
    this.#takeOver(this.#saved, composeChanges(unsaved, this.#waiting), [...known, ...this.known]);
    this.#onChange();
  }

  /** Tells of a newer state of the diagram that was read elsewhere. */
  receive(newest: Diagram): void {
    // While an answer is on its way, it tells of it too; while the person has to choose, the next try will.
    if (newest.version <= this.#saved.version || this.#state.kind === "saving" || this.#state.kind === "conflict") return;
    this.#takeOver(newest, this.#waiting, this.known);
    this.#onChange();
  }

  /** Ends a conflict: of the given entries theirs are kept, of all others mine. */
  resolve(theirs: readonly Conflict[]): void {
    if (this.#state.kind !== "conflict") return;
    this.#waiting = withoutEntries(this.#waiting, theirs);
    this.#waitForMore(0);
    this.#onChange();
  }

  /** Sends what is waiting without a pause. */
  flush(): void {
    if (this.#state.kind === "unsaved" || this.#state.kind === "offline" || this.#state.kind === "refused") void this.#save();
  }

  /** Sends what is waiting a last time and then leaves it. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.flush();
  }

  reopen(): void {
    this.#isClosed = false;
    if (this.#state.kind === "unsaved" || this.#state.kind === "offline") this.#waitForMore();
  }

  #waitForMore(ms = this.#times.pauseMs): void {
    clearTimeout(this.#timer);
    if (isEmptyChange(this.#waiting)) {
      this.#state = { kind: "saved", at: this.#savedAt };
      return;
    }
    this.#state = { kind: "unsaved" };
    if (!this.#isClosed) this.#timer = setTimeout(() => void this.#save(), ms);
  }

  async #save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#sent = this.#waiting;
    this.#waiting = noChange;
    this.#state = { kind: "saving" };
    this.#onChange();
    try {
      const answer = await this.#inTime(this.#server.update(this.#saved.version, wireForm(this.#saved, this.#sent)));
      this.#sent = noChange;
      this.#savedAt = Date.now();
      this.#settle(answer, this.#waiting);
    } catch (error) {
      const sent = this.#sent;
      this.#waiting = composeChanges(sent, this.#waiting);
      this.#sent = noChange;
      if (mayHaveArrived(error) && !isSame(sent, this.#lost.at(-1))) this.#lost = [...this.#lost, sent];
      if (error instanceof ApiError && error.status === 412) await this.#catchUp();
      else this.#fail(error);
    }
    this.#onChange();
  }

  /** Somebody else was first: their state, with the own changes on top, is tried at once. */
  async #catchUp(): Promise<void> {
    try {
      const newest = await this.#inTime(this.#server.load());
      this.#takeOver(newest, this.#waiting, this.known, 0);
    } catch (error) {
      this.#fail(error);
    }
  }

  #takeOver(newest: Diagram, mine: Change, known: readonly Change[], pauseMs?: number): void {
    const { change, conflicts } = rebase(mine, known, newest);
    if (conflicts.length === 0) return this.#settle(newest, change, pauseMs);
    clearTimeout(this.#timer);
    this.#lost = [];
    this.#saved = newest;
    this.#waiting = change;
    this.#state = { kind: "conflict", conflicts };
  }

  #settle(saved: Diagram, waiting: Change, pauseMs?: number): void {
    this.#failures = 0;
    this.#lost = [];
    this.#saved = saved;
    this.#waiting = effectiveChange(saved, waiting);
    this.#waitForMore(pauseMs);
  }

  #fail(error: unknown): void {
    if (!mayPass(error)) {
      this.#state = { kind: "refused", error };
      return;
    }
    const { retryMs } = this.#times;
    const pause = retryMs[Math.min(this.#failures, retryMs.length - 1)] ?? retryMs[0];
    this.#failures++;
    this.#state = { kind: "offline", retryAt: Date.now() + pause };
    if (!this.#isClosed) this.#timer = setTimeout(() => void this.#save(), pause);
  }

  async #inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new ApiError(0, "The server takes too long to answer.", null)), this.#times.deadlineMs);
    });
    return Promise.race([answer, late]).finally(() => clearTimeout(timer));
  }
}

/** No answer, a server that is starting or overloaded, or one that stumbled. */
function mayPass(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 0 || error.status === 408 || error.status === 429 || error.status >= 500);
}

/** Only an answer that says no is sure to have changed nothing. */
function mayHaveArrived(error: unknown): boolean {
  return !(error instanceof ApiError) || error.status === 0 || error.status >= 500;
}

function wireForm(saved: Diagram, sent: Change): DiagramPatch {
  const after = applyChange(saved, sent);
  const names = ["overlay", ...Object.keys(sent.fields)] as ("overlay" | keyof DiagramFields)[];
  const part = (diagram: Diagram) => Object.fromEntries(names.map((name) => [name, diagram[name]]));
  return mergePatchBetween(part(saved), part(after));
}
