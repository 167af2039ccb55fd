import type { ReactNode } from "react";
import { describeType, providerLabel } from "@/lib/catalogue";
import type { ResourceRow } from "@/lib/core/api/resources";
import { ago, dateTime, number } from "../data/words";
import { classNames } from "../ui/class-names";
import { TypeTile } from "../ui/type-tile";

export interface ResourceColumn {
  id: string;
  label: string;
  /** The API's field to sort by, and which way a first click sorts; null = cannot be sorted. */
  sort: { field: string; isDown: boolean } | null;
  /** How much room it takes, and in what width of the table it is left out. */
  className: string;
  isNumber?: boolean;
  cell: (row: ResourceRow) => ReactNode;
}

const shownTags = 2;

/** What is told of each resource, the most telling first: where there is no room, the last ones go. */
export const resourceColumns: readonly ResourceColumn[] = [
  {
    id: "name",
    label: "Name",
    sort: up("name"),
    className: "flex flex-[3_1_0]",
    cell: ({ name, type }) => (
      <span className="flex min-w-0 items-center gap-2.5">
        <TypeTile type={type} size={22} />
        <Text text={name} className="font-medium" />
      </span>
    ),
  },
  { id: "type", label: "Type", sort: up("type"), className: "flex flex-[2_1_0]", cell: ({ type }) => <Text text={describeType(type).label} title={type} /> },
  { id: "provider", label: "Provider", sort: up("provider"), className: "hidden flex-[1.1_1_0] @4xl:flex", cell: ({ provider }) => <Text text={providerLabel(provider)} /> },
  { id: "account", label: "Account", sort: up("account"), className: "hidden flex-[1.5_1_0] @2xl:flex", cell: ({ account }) => <Text text={account} className="tabular-nums" /> },
  {
    id: "region",
    label: "Region",
    sort: up("region"),
    className: "hidden flex-[1.3_1_0] @lg:flex",
    cell: ({ region, zone }) => <Text text={placeText(region, zone)} title={[region, zone].filter((part) => part !== null).join(" · ")} />,
  },
  { id: "group", label: "Group", sort: up("group"), className: "hidden flex-[1.2_1_0] @7xl:flex", cell: ({ group }) => <Text text={group ?? ""} /> },
  { id: "state", label: "State", sort: up("state"), className: "hidden flex-[1.1_1_0] @3xl:flex", cell: ({ state }) => <Text text={state ?? ""} /> },
  { id: "relations", label: "Relations", sort: { field: "relationCount", isDown: true }, className: "hidden w-20 shrink-0 @3xl:flex", isNumber: true, cell: ({ relationCount }) => <span className="tabular-nums">{number(relationCount)}</span> },
  { id: "tags", label: "Tags", sort: null, className: "hidden flex-[2.4_1_0] @6xl:flex", cell: ({ tags }) => <Tags tags={tags} /> },
  { id: "firstSeen", label: "First seen", sort: { field: "firstSeenAt", isDown: true }, className: "hidden w-24 shrink-0 @5xl:flex", cell: ({ firstSeenAt }) => <time dateTime={firstSeenAt} title={dateTime(firstSeenAt)} className="truncate">{ago(firstSeenAt)}</time> },
];

function up(field: string): ResourceColumn["sort"] {
  return { field, isDown: false };
}

/** Names come from clouds: a text of the other direction must not turn its neighbours round. */
function Text({ text, title = text, className = "" }: { text: string; title?: string; className?: string }) {
  return <span className={`truncate [unicode-bidi:isolate] ${className}`} title={title}>{text}</span>;
}

/** "eu-west-1a" is written "eu-west-1 · a", as Azure's "3" is "westeurope · 3". */
function placeText(region: string | null, zone: string | null): string {
  if (zone === null || region === null) return region ?? zone ?? "";
  const own = zone.startsWith(region) ? zone.slice(region.length).replace(/^-/, "") : zone;
  return own === "" ? region : `${region} · ${own}`;
}

/** The name tag is the name; it would only be said twice. */
function Tags({ tags }: { tags: Readonly<Record<string, string>> }) {
  const entries = Object.entries(tags).filter(([key]) => key !== "Name");
  if (entries.length === 0) return null;
  const told = entries.map(([key, value]) => `${key}=${value}`);
  const more = told.length - shownTags;
  return (
    <span className="flex min-w-0 items-center gap-1" title={told.join("\n")}>
      {told.slice(0, shownTags).map((text, index) => <span key={text} className={classNames("max-w-full truncate rounded-chip bg-frame px-1.5 text-xs leading-5 [unicode-bidi:isolate]", index === 0 ? "shrink-0" : "min-w-0")}>{text}</span>)}
      {more > 0 && <span className="shrink-0 text-xs text-muted tabular-nums">+{more}</span>}
    </span>
  );
}
