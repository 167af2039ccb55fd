import type { SharedTable } from "../../core/api/shares";
import { describeType } from "../../catalogue";
import { isOutside } from "../../core/resource/is-outside";
import { drawShared } from "./draw-shared";
import { noSuchLink } from "./find-open-share";
import { openShare, type ReadCookie } from "./open-share";

/** The shown resources as rows. Throws `password-required`, or `not-found` where the link allows no table, too. */
export async function listShared(token: string, cookie: ReadCookie): Promise<SharedTable> {
  const { share, diagram } = await openShare(token, cookie);
  if (!share.allow.table) throw noSuchLink();
  const { draw } = await drawShared(share, diagram);
  const { narrowed } = await draw();
  const rows = narrowed.resources.filter((resource) => !isOutside(resource)).map(({ name, type, category, provider, account, region, state }) => {
    const typeLabel = describeType(type).label;
    return { name, type, typeLabel, category, provider, account: account === "" ? null : account, region, state };
  });
  const order = new Intl.Collator("en", { numeric: true });
  return { data: rows.sort((one, other) => order.compare(one.typeLabel, other.typeLabel) || order.compare(one.name, other.name)) };
}
