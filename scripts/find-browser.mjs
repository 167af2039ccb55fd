import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import path from "node:path";
import { PhaseError } from "./phase.mjs";
import { root, tools } from "./project.mjs";
import { run } from "./run.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"];

const wellKnown = {
  darwin: ["/Applications", path.join(homedir(), "Applications")].flatMap((folder) => [
    `${folder}/Google Chrome.app/Contents/MacOS/Google Chrome`,
    `${folder}/Chromium.app/Contents/MacOS/Chromium`,
    `${folder}/Microsoft Edge.app/Contents/MacOS/Microsoft Edge`,
  ]),
  win32: ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((variable) => {
    const folder = process.env[variable];
    if (folder === undefined) return [];
    return ["Google\\Chrome\\Application\\chrome.exe", "Chromium\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"].map((file) => path.win32.join(folder, file));
  }),
};

/**
 * An installed Chromium or Chrome: CLOUDVIZ_CHROMIUM, the PATH, the system's usual places, Playwright's own download.
 * Null when there is none; throws when CLOUDVIZ_CHROMIUM names a file that is not there.
 */
export function findBrowser(env = process.env) {
  const chosen = env.CLOUDVIZ_CHROMIUM;
  if (chosen) {
    if (!existsSync(chosen)) throw new PhaseError(`CLOUDVIZ_CHROMIUM is ${chosen}, and there is no such file.`);
    return chosen;
  }
  const onPath = (env.PATH ?? "").split(path.delimiter).flatMap((folder) => names.map((name) => path.join(folder, name)));
  const usual = wellKnown[process.platform] ?? [];
  return [...(process.platform === "win32" ? [] : onPath), ...usual, playwrightBrowser()].find((file) => file !== null && existsSync(file)) ?? null;
}

function playwrightBrowser() {
  try {
    return createRequire(path.join(root, "package.json"))("@playwright/test").chromium.executablePath();
  } catch {
    return null;
  }
}

/** As `findBrowser`, downloading one when there is none: Playwright's own, else Debian's as root. */
export async function ensureBrowser(announce = () => {}) {
  const found = findBrowser();
  if (found !== null) return found;
  announce("no Chromium or Chrome found: playwright install chromium");
  const code = await run([...tools.playwright(), "install", "chromium"]).catch(() => 1);
  const downloaded = code === 0 ? findBrowser() : null;
  if (downloaded !== null) return downloaded;
  if (existsSync("/usr/bin/apt-get") && process.getuid?.() === 0) {
    announce("that did not work: apt-get install chromium");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await run(["apt-get", "update"], { env });
    await run(["apt-get", "install", "-y", "--no-install-recommends", "chromium"], { env });
    const installed = findBrowser();
    if (installed !== null) return installed;
  }
  throw new PhaseError("The browser tests need Chromium or Chrome, and none was found or could be downloaded. Install one, or name one: CLOUDVIZ_CHROMIUM=/path/to/chrome npm test");
}
