import type { Camera } from "../painter/camera";
import type { Drawing } from "../painter/drawing";
import { paint, paintShifted } from "../painter/paint";
import { restingState, type PaintState } from "../painter/paint-state";

/** No further movement for so long is rest: then full detail is drawn and boxes are mounted. */
const restMs = 120;

interface Sheet {
  canvas: HTMLCanvasElement;
  context: CanvasRenderingContext2D;
}

interface Picture {
  drawing: Drawing;
  state: PaintState;
  camera: Camera;
}

/** The canvas below React Flow: knows what is to be drawn and from where, and paints at most once a frame. */
export class CanvasLayer {
  /** The one that is seen, and one of the same size that the next picture of a moving camera is drawn on: a canvas drawn onto itself costs three times as much. */
  #front: Sheet;
  #back: Sheet | null = null;
  readonly #given: HTMLCanvasElement;
  readonly #onRest: (camera: Camera) => void;
  #drawing: Drawing | null = null;
  #state: PaintState = restingState;
  #camera: Camera = { x: 0, y: 0, zoom: 1, width: 0, height: 0, pixelRatio: 1 };
  /** Nothing is painted before it is known where to look: the first picture seen is the right one. */
  #isPlaced = false;
  /** Since it was painted with all detail. */
  #hasMoved = false;
  /** What the canvas shows. */
  #painted: Picture | null = null;
  #frame = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(canvas: HTMLCanvasElement, onRest: (camera: Camera) => void) {
    this.#given = canvas;
    this.#front = sheetOf(canvas);
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
    const { width: before, height: beforeHeight, pixelRatio: beforeRatio } = this.#camera;
    if (before === width && beforeHeight === height && beforeRatio === pixelRatio) return;
    this.#camera = { ...this.#camera, width, height, pixelRatio };
    for (const sheet of [this.#front, this.#back]) if (sheet !== null) this.#fit(sheet);
    this.#painted = null;
    // A resized canvas is empty: it is painted in the same frame, so that nothing flickers.
    this.#paint();
    this.#restSoon();
  }

  move({ x, y, zoom }: Pick<Camera, "x" | "y" | "zoom">): void {
    if (this.#isPlaced && x === this.#camera.x && y === this.#camera.y && zoom === this.#camera.zoom) return;
    this.#camera = { ...this.#camera, x, y, zoom };
    this.#isPlaced = true;
    this.#hasMoved = true;
    this.#invalidate();
    this.#restSoon();
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#rest);
    for (const sheet of [this.#front, this.#back]) if (sheet !== null && sheet.canvas !== this.#given) sheet.canvas.remove();
    this.#given.style.visibility = "";
  }

  #fit({ canvas }: Sheet): void {
    const { width, height, pixelRatio } = this.#camera;
    canvas.width = Math.round(width * pixelRatio);
    canvas.height = Math.round(height * pixelRatio);
  }

  #restSoon(): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      if (this.#hasMoved) this.#painted = null;
      this.#hasMoved = false;
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
    const drawing = this.#drawing;
    if (drawing === null || !this.#isPlaced || this.#camera.width === 0) return;
    const next: Picture = { drawing, state: this.#state, camera: this.#camera };
    if (!this.#shift(next)) paint(this.#front.context, drawing, next.camera, next.state, this.#painted !== null && this.#painted.camera.zoom !== next.camera.zoom);
    this.#painted = next;
  }

  /** Where only the camera moved, most of what is seen stays. */
  #shift({ drawing, state, camera }: Picture): boolean {
    const before = this.#painted;
    if (before === null || before.drawing !== drawing || before.state !== state) return false;
    const back = (this.#back ??= this.#twin());
    if (!paintShifted(back.context, drawing, camera, state, { canvas: this.#front.canvas, camera: before.camera })) return false;
    back.canvas.style.visibility = "visible";
    this.#front.canvas.style.visibility = "hidden";
    [this.#front, this.#back] = [back, this.#front];
    return true;
  }

  #twin(): Sheet {
    const canvas = this.#front.canvas.cloneNode() as HTMLCanvasElement;
    // Opaque and black until something is drawn on it, which a change of the zoom does not do.
    canvas.style.visibility = "hidden";
    this.#front.canvas.after(canvas);
    return sheetOf(canvas);
  }
}

function sheetOf(canvas: HTMLCanvasElement): Sheet {
  const context = canvas.getContext("2d", { alpha: false });
  if (context === null) throw new Error("This browser draws no canvas.");
  return { canvas, context };
}
