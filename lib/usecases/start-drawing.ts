import { DrawThreads } from "../compute/draw-threads";
import { registerDrawer } from "../compute/drawer";

/** Has drawings made in threads of their own, so that none keeps requests waiting. Called once, at the server's start. */
export function startDrawing(): void {
  registerDrawer(new DrawThreads().draw);
}
