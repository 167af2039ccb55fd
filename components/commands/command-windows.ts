/** Which of the windows over the page is open: the command palette or the shortcut sheet. */
export type CommandWindow = "palette" | "shortcuts";

let opened: CommandWindow | null = null;
const listeners = new Set<() => void>();

export const commandWindows = {
  opened: (): CommandWindow | null => opened,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  set(next: CommandWindow | null): void {
    opened = next;
    for (const listener of listeners) listener();
  },
};

export function openPalette(): void {
  commandWindows.set("palette");
}

export function openShortcuts(): void {
  commandWindows.set("shortcuts");
}
