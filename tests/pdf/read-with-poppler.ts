import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PNG } from "pngjs";

export interface PopplerPages {
  /** As `pdfinfo` calls them, such as "Title" and "Page size". */
  info: Record<string, string>;
  /** All words with single spaces between. */
  text: string;
  pages: PNG[];
  /** What poppler finds wrong; a sound file has nothing. */
  complaints: string;
}

export const dotsPerInch = 72;

/** A PDF as Debian's reader sees it: one dot a point. */
export function readWithPoppler(bytes: string | Uint8Array): PopplerPages {
  const folder = mkdtempSync(path.join(tmpdir(), "cloudviz-pdf-"));
  try {
    const file = path.join(folder, "file.pdf");
    writeFileSync(file, bytes);
    const run = (tool: string, ...args: string[]) => execFileSync(tool, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1e8 });
    const info = Object.fromEntries(run("pdfinfo", file).split("\n").flatMap((line) => (line.includes(":") ? [[line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()]] : [])));
    const complaints = execFileSync("sh", ["-c", 'pdftoppm -r "$1" -png "$2" "$3" 2>&1', "sh", String(dotsPerInch), file, path.join(folder, "page")], { encoding: "utf8" });
    const pages = readdirSync(folder).filter((name) => name.endsWith(".png")).sort().map((name) => PNG.sync.read(readFileSync(path.join(folder, name))));
    return { info, text: run("pdftotext", "-raw", file, "-").replace(/\s+/g, " "), pages, complaints };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The smallest rectangle that holds every dot which is not the ground; null of a blank page. Its edge is paler: no paper is a whole number of points. */
export function inkOf({ data, width, height }: PNG): { left: number; top: number; right: number; bottom: number } | null {
  const ground = data.readUInt32BE(4 * (width + 1));
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      if (data.readUInt32BE(4 * (y * width + x)) === ground) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  return right < 0 ? null : { left, top, right, bottom };
}
