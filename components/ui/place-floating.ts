const edgePx = 8;

export type FloatingAlign = "start" | "middle" | "end";

/** Where a floating panel belongs: an element, or a point of the window in px. */
export type FloatingAnchor = Element | { x: number; y: number };

/**
 * Puts a panel below its anchor, above it where it fits better there, always inside of the window. Its style gets
 * `--anchor-width` and `--available-height`. It stays in place until the function that is returned is called.
 */
export function placeFloating(panel: HTMLElement, anchor: FloatingAnchor, align: FloatingAlign, gapPx: number): () => void {
  const place = () => placeOnce(panel, anchor, align, gapPx);
  place();
  const sizes = new ResizeObserver(place);
  sizes.observe(panel);
  window.addEventListener("scroll", place, { capture: true, passive: true });
  window.addEventListener("resize", place);
  return () => {
    sizes.disconnect();
    window.removeEventListener("scroll", place, { capture: true });
    window.removeEventListener("resize", place);
  };
}

function placeOnce(panel: HTMLElement, anchor: FloatingAnchor, align: FloatingAlign, gapPx: number): void {
  const { left, right, top, bottom } = anchor instanceof Element ? anchor.getBoundingClientRect() : new DOMRect(anchor.x, anchor.y, 0, 0);
  const { clientWidth, clientHeight } = document.documentElement;
  const above = top - gapPx - edgePx;
  const below = clientHeight - bottom - gapPx - edgePx;
  panel.style.setProperty("--anchor-width", `${right - left}px`);
  panel.style.setProperty("--available-height", `${Math.max(above, below)}px`);
  const { offsetWidth: width, offsetHeight: height } = panel;
  const isAbove = height > below && above > below;
  panel.style.setProperty("--available-height", `${isAbove ? above : below}px`);
  const wanted = align === "start" ? left : align === "end" ? right - width : (left + right - width) / 2;
  panel.style.left = `${within(wanted, clientWidth - width - edgePx)}px`;
  panel.style.top = `${within(isAbove ? top - gapPx - panel.offsetHeight : bottom + gapPx, clientHeight - panel.offsetHeight - edgePx)}px`;
}

function within(value: number, most: number): number {
  return Math.max(edgePx, Math.min(value, most));
}
