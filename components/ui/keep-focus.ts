/** Where what had the focus is gone, the keyboard goes on in the page's content and not from the page's beginning. */
export function keepFocus(): void {
  if (document.activeElement === null || document.activeElement === document.body) document.getElementById("content")?.focus({ preventScroll: true });
}
