/** Relative luminance by WCAG 2.2 of a six-digit hex colour. */
function luminance(color: string): number {
  const [red, green, blue] = channels(color).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG contrast ratio, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** `share` (0–1) of `ink` over `base`, as one opaque colour. */
export function blend(base: string, ink: string, share: number): string {
  const inks = channels(ink);
  const mixed = channels(base).map((channel, index) => Math.round(channel + ((inks[index] ?? channel) - channel) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

function channels(color: string): [number, number, number] {
  if (!/^#[0-9a-f]{6}$/i.test(color)) throw new TypeError(`Not a six-digit hex colour: ${color}`);
  return [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16)) as [number, number, number];
}
