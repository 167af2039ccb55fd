import type { Camera } from "../painter/camera";
import type { Drawing } from "../painter/drawing";
import { paint } from "../painter/paint";
import { restingState, type PaintState } from "../painter/paint-state";

/** No further movement for so long is rest: then full detail is drawn and boxes are mounted. */
const restMs = 120;

/** The canvas below React Flow: knows what is to be drawn and from where, and paints at most once a frame. */
export class CanvasLayer {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #onRest: (camera: Camera) => void;
  #drawing: Drawing | null = null;
  #state: PaintState = restingState;
  #camera: Camera = { x: 0, y: 0, zoom: 1, width: 0, height: 0, pixelRatio: 1 };
  #frame = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(canvas: HTMLCanvasElement, onRest: (camera: Camera) => void) {
    const context = canvas.getContext("2d", { alpha: false });
    if (context === null) throw new Error("This browser draws no canvas.");
    this.#canvas = canvas;
    this.#context = context;
    this.#onRest = onRest;
  }

  get camera(): Camera {
    return this.#camera;
  }

  draw(drawing: Drawing): void {
    this.#drawing = drawing;
    this.#invalidate();
    this.#restSoon();
  }

  show(state: PaintState): void {
    this.#state = state;
    this.#invalidate();
  }

  resize(width: number, height: number, pixelRatio: number): void {
    this.#camera = { ...this.#camera, width, height, pixelRatio };
    this.#canvas.width = Math.round(width * pixelRatio);
    this.#canvas.height = Math.round(height * pixelRatio);
    // A resized canvas is empty: it is painted in the same frame, so that nothing flickers.
    this.#paint();
    this.#restSoon();
  }

  move({ x, y, zoom }: Pick<Camera, "x" | "y" | "zoom">): void {
    if (x === this.#camera.x && y === this.#camera.y && zoom === this.#camera.zoom) return;
    this.#camera = { ...this.#camera, x, y, zoom };
    if (!this.#state.isMoving) this.#state = { ...this.#state, isMoving: true };
    this.#invalidate();
    this.#restSoon();
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#rest);
  }

  #restSoon(): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      this.#state = { ...this.#state, isMoving: false };
      this.#invalidate();
      this.#onRest(this.#camera);
    }, restMs);
  }

  #invalidate(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#paint());
  }

  #paint(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    if (this.#drawing !== null && this.#camera.width > 0) paint(this.#context, this.#drawing, this.#camera, this.#state);
  }
}
