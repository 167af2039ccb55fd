import { exportUrl, type ExportWish } from "@/lib/api-client";

/** The same export by the command line and by the API. */
export function exportCommands(diagramId: string, wish: ExportWish, filename: string, origin: string): { cloudviz: string; curl: string } {
  const { format, options = {}, layout, layoutOptions, theme, q, group, preset, at, select } = wish;
  const flags = [
    ["-f", format],
    ...Object.entries(options).map(([name, value]) => ["-O", `${name}=${value}`]),
    ...Object.entries({ "--filter": q, "--group": group, "--preset": preset, "--at": at, "--select": select?.join(","), "--layout": layout, "--layout-options": layoutOptions === undefined ? undefined : JSON.stringify(layoutOptions), "--theme": theme }),
    ["-o", filename],
    ["-s", usualOrigins.includes(origin) ? undefined : origin],
  ].filter((flag): flag is [string, string] => flag[1] !== undefined);
  return {
    cloudviz: ["cloudviz", "diagrams", "export", shellWord(diagramId), ...flags.flatMap(([flag, value]) => [flag, shellWord(value)])].join(" "),
    curl: `curl -fo ${shellWord(filename)} ${quoted(`${origin}${exportUrl(diagramId, wish)}`)}`,
  };
}

/** Where `cloudviz` looks for a server by itself. */
const usualOrigins = ["http://127.0.0.1:3000", "http://localhost:3000"];

/** A word for a POSIX shell, quoted where it must be: names come from people and clouds. */
export function shellWord(text: string): string {
  // A leading = is a path to zsh, a leading - a flag to the command.
  return /^[A-Za-z0-9_./][A-Za-z0-9_./:@%+=,-]*$/.test(text) ? text : quoted(text);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
