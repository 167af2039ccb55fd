/** Whether shortcuts of one character are on: some people have to switch them off (WCAG 2.1.4). Kept in this browser. */
const settingName = "cloudviz-single-keys";
const listeners = new Set<() => void>();
let areOn: boolean | null = null;

export const singleKeys = {
  areOn(): boolean {
    return (areOn ??= read());
  },
  set(on: boolean): void {
    areOn = on;
    try {
      window.localStorage.setItem(settingName, on ? "on" : "off");
    } catch {
      // A browser that keeps nothing: it holds until the page is closed.
    }
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

function read(): boolean {
  try {
    return window.localStorage.getItem(settingName) !== "off";
  } catch {
    return true;
  }
}
