/** Presses a key on what has the focus now. Where no listener takes it, what a browser does by itself for a real key is done here. */
export function pressAgain({ key, code, shiftKey }: Pick<KeyboardEvent, "key" | "code" | "shiftKey">): void {
  const target = document.activeElement ?? document.body;
  const isFree = target.dispatchEvent(new KeyboardEvent("keydown", { key, code, shiftKey, bubbles: true, cancelable: true }));
  if (!isFree) return;
  if (target instanceof HTMLTextAreaElement) write(target, key === "Enter" ? "\n" : key);
  else if (target instanceof HTMLInputElement && key !== "Enter") write(target, key);
  else if (target instanceof HTMLInputElement) target.form?.requestSubmit();
  else if (target instanceof HTMLElement && (key === "Enter" || key === " ")) target.click();
}

function write(field: HTMLInputElement | HTMLTextAreaElement, key: string): void {
  const { selectionStart, selectionEnd } = field;
  if (selectionStart === null || selectionEnd === null) return;
  if (key === "Backspace") field.setRangeText("", selectionStart === selectionEnd ? Math.max(0, selectionStart - 1) : selectionStart, selectionEnd, "end");
  else if (key.length === 1) field.setRangeText(key, selectionStart, selectionEnd, "end");
  else return;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText", data: key }));
}
