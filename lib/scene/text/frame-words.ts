import { describeType } from "../../catalogue";
import type { Resource } from "../../core/resource/resource";
import type { Frame } from "../../graph/group";
import { addressRange, metaLine, resourceTitle, typeLine } from "./resource-words";
import type { SubnetAccess } from "../view/subnet-access";

export interface FrameWords {
  title: string;
  subtitle: string | null;
  meta: string | null;
}

interface FrameContext {
  counts: ReadonlyMap<string, number>;
  access: ReadonlyMap<string, SubnetAccess>;
  names: Readonly<Record<string, string>>;
}

/** What an account is called where it has no resource of its own. */
const accountWords: Record<string, string> = { aws: "AWS account", azure: "Subscription", gcp: "Project" };

/** The words of a frame's header: what it is called, what it is, and at the right how much it holds or who reaches it. */
export function frameWords(frame: Frame, resource: Resource | undefined, { counts, access, names }: FrameContext): FrameWords {
  const given = Object.hasOwn(names, frame.id) ? names[frame.id] : undefined;
  const title = given ?? (resource === undefined ? frame.title : resourceTitle(resource));
  const count = counts.get(frame.id) ?? 0;
  const amount = count === 1 ? "1 resource" : `${count} resources`;
  if (resource === undefined) return { title, subtitle: levelWord(frame), meta: amount };
  if (frame.level === "subnet") return { title, subtitle: joined(addressRange(resource), resource.zone), meta: access.get(resource.id) ?? null };
  if (frame.level === "network") return { title, subtitle: joined(describeType(resource.type).label, addressRange(resource)), meta: amount };
  if (frame.level === "resource") return { title, subtitle: joined(typeLine(resource), metaLine(resource, { isRegionShown: true, isZoneShown: true })), meta: null };
  return { title, subtitle: describeType(resource.type).label, meta: amount };
}

function levelWord({ level, provider }: Frame): string | null {
  if (level === "provider") return null;
  if (level === "account") return accountWords[provider] ?? "Account";
  if (level === "group") return "Resource group";
  return level === "region" ? "Region" : null;
}

function joined(...words: (string | null)[]): string | null {
  const present = words.filter((word) => word !== null && word !== "");
  return present.length === 0 ? null : present.join(" · ");
}
