import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { CloudVizError } from "../../core/error";
import type { FontWeight } from "../../scene/text/text-width";

/** Arimo has the advance widths of Arial, with which everything is measured. */
export const exportFont = "Arimo";

/** What 600 is drawn with, as by Arial: bold. */
export const drawnWeight: Record<FontWeight, 400 | 700> = { 400: 400, 600: 700 };

const faces = { 400: "400Regular/Arimo_400Regular.ttf", 600: "700Bold/Arimo_700Bold.ttf" } as const satisfies Record<FontWeight, string>;

const places = new Map<string, string>();

/** A TrueType file of all of Arimo's scripts: Latin, Greek, Cyrillic, Hebrew. */
export function trueTypeFile(weight: FontWeight): string {
  return packageFile(`@expo-google-fonts/arimo/${faces[weight]}`);
}

/** One of Arimo's subsets for browsers (`latin`, `latin-ext`, `cyrillic` …), about 11 KB for Latin. */
export function readWebFont(subset: string, weight: FontWeight): Buffer {
  return readFileSync(/* turbopackIgnore: true */ packageFile(`@fontsource/arimo/files/arimo-${subset}-${drawnWeight[weight]}-normal.woff2`));
}

/** Where a file of a package lies: under the working directory of the server and the tests, or beside this file. */
function packageFile(file: string): string {
  const known = places.get(file);
  if (known !== undefined) return known;
  const roots = [process.cwd(), path.join(import.meta.dirname ?? ".", "..", "..", "..")];
  const place = roots.map((root) => path.join(/* turbopackIgnore: true */ root, "node_modules", file)).find((candidate) => existsSync(/* turbopackIgnore: true */ candidate));
  if (place === undefined) throw new CloudVizError("unavailable", `The font ${file} was not found: install CloudViz's packages, and start it from its own folder.`);
  places.set(file, place);
  return place;
}
