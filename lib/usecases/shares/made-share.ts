import type { MadeShare } from "../../core/api/shares";
import type { Share } from "../../core/share/share";

export function toMadeShare(share: Share, token: string): MadeShare {
  return { share, token, path: `/s/${token}` };
}
