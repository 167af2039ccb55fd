/** How the interface is coloured. Kept in a cookie, so that the first byte of a page already has it and no script is needed. */
export const uiModes = ["light", "dark", "system"] as const;
export type UiMode = (typeof uiModes)[number];

export const uiModeLabels: Record<UiMode, string> = { light: "Light", dark: "Dark", system: "As the system" };

export const modeCookie = "cloudviz-mode";
export const railCookie = "cloudviz-rail";

export function readUiMode(value: string | undefined): UiMode {
  return uiModes.find((mode) => mode === value) ?? "system";
}

const yearSeconds = 31_536_000;

export function writeCookie(name: string, value: string): void {
  document.cookie = `${name}=${value}; path=/; max-age=${yearSeconds}; samesite=lax`;
}

/** Colours the interface from now on. */
export function chooseUiMode(mode: UiMode): void {
  document.documentElement.dataset.theme = mode;
  writeCookie(modeCookie, mode);
}

export function presentUiMode(): UiMode {
  return readUiMode(document.documentElement.dataset.theme);
}
