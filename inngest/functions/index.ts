import type { Inngest } from "inngest";
import { collectPlace } from "./collect-place";
import { discover } from "./discover";
import { publishFindings } from "./publish-findings";

const table = { discover, collectPlace, publishFindings } as const;

/** Every function, for whoever serves them. */
export function functionsOf(client: Inngest) {
  return Object.values(table).map((make) => make(client));
}
