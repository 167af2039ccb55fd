import type { Point } from "@/lib/scene/placement";
import type { ViewMover } from "../../diagram/canvas/camera-moves";

export interface Viewport extends Point {
  zoom: number;
}

/** Where a picture is looked at from; it goes there at once or in a glide. */
export class ViewerCamera implements ViewMover {
  #at: Viewport = { x: 0, y: 0, zoom: 1 };
  #frame = 0;
  #listener: (at: Viewport) => void = () => undefined;
  #range = { least: 0.05, most: 2 };

  getViewport(): Viewport {
    return this.#at;
  }

  /** One listener: what paints. */
  listen(listener: (at: Viewport) => void): () => void {
    this.#listener = listener;
    return () => {
      cancelAnimationFrame(this.#frame);
      this.#listener = () => undefined;
    };
  }

  limit(least: number, most: number): void {
    this.#range = { least, most };
  }

  setViewport(to: Viewport, { duration = 0 }: { duration?: number } = {}): Promise<boolean> {
    cancelAnimationFrame(this.#frame);
    if (duration === 0) this.#go(to);
    else this.#glide(this.#at, to, performance.now(), duration);
    return Promise.resolve(true);
  }

  panBy({ x, y }: Point): void {
    cancelAnimationFrame(this.#frame);
    this.#go({ ...this.#at, x: this.#at.x + x, y: this.#at.y + y });
  }

  /** What is at `point` of the screen stays there. */
  zoomAround(point: Point, factor: number): void {
    cancelAnimationFrame(this.#frame);
    const { x, y, zoom: before } = this.#at;
    const zoom = Math.min(this.#range.most, Math.max(this.#range.least, before * factor));
    this.#go({ x: point.x - ((point.x - x) * zoom) / before, y: point.y - ((point.y - y) * zoom) / before, zoom });
  }

  #glide(from: Viewport, to: Viewport, start: number, durationMs: number): void {
    const step = (now: number) => {
      const share = Math.min(1, Math.max(0, (now - start) / durationMs));
      const eased = 1 - (1 - share) ** 3;
      const between = (one: number, other: number) => one + (other - one) * eased;
      this.#go({ x: between(from.x, to.x), y: between(from.y, to.y), zoom: between(from.zoom, to.zoom) });
      if (share < 1) this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  }

  #go(to: Viewport): void {
    this.#at = to;
    this.#listener(to);
  }
}
