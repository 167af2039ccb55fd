import type { Estate } from "./estate";

export interface Shown {
  /** Puts this point of the drawing into the middle of the window. */
  look(x: number, y: number, zoom: number): void;
}

/** One way of drawing an estate into a page. Resolves when everything has been handed to the browser. */
export type Subject = (root: HTMLElement, estate: Estate) => Promise<Shown>;

export interface Measured {
  firstFrameMs: number;
  /** Of every frame while the view moves, by what it looked at. */
  frames: Record<string, number[]>;
  elements: number;
}

declare global {
  interface Window {
    /** Draws the estate; gives back the time from the call to the end of the frame in which it is seen. */
    firstFrame: () => Promise<number>;
    /** Moves the view for so many frames and gives back how long each took. */
    pan: (at: "fit" | "middle" | "near", frames: number) => Promise<number[]>;
    isReady: boolean;
  }
}

const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

/** The frame after the next has begun only when the one before was painted. */
async function painted(): Promise<void> {
  await nextFrame();
  await nextFrame();
}

export async function present(subject: Subject): Promise<void> {
  const estate = (await (await fetch("/estate.json")).json()) as Estate;
  const root = document.getElementById("root");
  if (root === null) throw new Error("The page has no root.");
  const fit = Math.min(window.innerWidth / Math.max(1, estate.width), window.innerHeight / Math.max(1, estate.height)) * 0.95;
  const zooms = { fit, middle: Math.max(fit, 0.2), near: 1 };
  let shown: Shown | null = null;
  window.firstFrame = async () => {
    const begin = performance.now();
    shown = await subject(root, estate);
    shown.look(estate.width / 2, estate.height / 2, fit);
    await painted();
    return performance.now() - begin;
  };
  window.pan = async (at, frames) => {
    const zoom = zooms[at];
    const durations: number[] = [];
    let before = await nextFrame();
    for (let frame = 0; frame < frames; frame++) {
      // A slow circle, so that something new comes into view in every frame.
      const angle = (frame / frames) * 2 * Math.PI;
      const reach = 300 / zoom;
      shown?.look(estate.width / 2 + reach * Math.cos(angle), estate.height / 2 + reach * Math.sin(angle), zoom);
      const now = await nextFrame();
      durations.push(now - before);
      before = now;
    }
    return durations;
  };
  window.isReady = true;
}
