"use client";

import { ExternalLink } from "lucide-react";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import type { ReactNode } from "react";
import { describeType, providerLabel } from "@/lib/catalogue";
import { consoleLink } from "@/lib/catalogue/console-link";
import type { ResourceDetail } from "@/lib/core/api/resources";
import type { Resource } from "@/lib/core/resource/resource";
import { isOutside } from "@/lib/core/resource/is-outside";
import { useResource } from "../data/queries";
import { counted } from "../data/words";
import { buttonClass } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import { TypeTile } from "../ui/type-tile";
import { ProblemNotice } from "../ui/problem-notice";
import { SkeletonRows } from "../ui/skeleton";
import { Tabs } from "../ui/tabs";
import { Configuration } from "./configuration";
import { RelationList } from "./relation-list";
import { ResourceOverview } from "./resource-overview";
import { SidePanel } from "./side-panel";
import { TagList } from "./tag-list";

const parts = ["overview", "relations", "configuration", "tags"] as const;

export interface ResourcePanelProps {
  resourceKey: string;
  /** Shows another resource: a relation's other end, a parent. */
  onGo: (key: string) => void;
  onClose: () => void;
  /** Adds a term to the filter; without it tags can only be copied. */
  onFilter?: (term: string) => void;
  /** Buttons for what can be done with it here: pin, hide, rename. */
  actions?: (resource: Resource) => ReactNode;
  /** The person's own words about it. */
  note?: (resource: Resource) => ReactNode;
}

/** Everything that is known of one resource. Which part is open stays when another one is chosen, and is in the address. */
export function ResourcePanel({ resourceKey, onClose, ...rest }: ResourcePanelProps) {
  const { data: detail, error, refetch } = useResource(resourceKey);
  return (
    <SidePanel label="Details" onClose={onClose}>
      {detail === undefined && error === null && <SkeletonRows rows={8} label="Loading the details" />}
      {detail === undefined && error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} className="m-4 mt-12" />}
      {detail !== undefined && <Detail detail={detail} {...rest} />}
    </SidePanel>
  );
}

function Detail({ detail, onGo, onFilter, actions, note }: { detail: ResourceDetail } & Omit<ResourcePanelProps, "resourceKey" | "onClose">) {
  const [part, setPart] = useQueryState("details", parseAsStringLiteral(parts).withDefault("overview"));
  const { resource, relations } = detail;
  const relationCount = relations.reduce((sum, { kind, page }) => sum + (kind === "contains" ? 0 : (page.total ?? 0)), 0);
  return (
    <>
      <header className="flex shrink-0 items-start gap-3 px-4 pb-2 pe-12 sm:pt-3">
        <TypeTile type={resource.type} size={36} />
        <div className="min-w-0">
          <h2 className="line-clamp-3 text-md font-semibold break-words [unicode-bidi:isolate]" title={resource.name}>{resource.name}</h2>
          <p className="text-sm text-muted">{[describeType(resource.type).label, providerLabel(resource.provider), resource.region].filter(Boolean).join(" · ")}</p>
        </div>
      </header>
      <div className="flex shrink-0 flex-wrap items-center gap-1.5 px-4 pb-2.5">
        <ConsoleButton resource={resource} />
        <CopyButton text={resource.id} label={resource.id.startsWith("arn:") ? "Copy ARN" : "Copy id"} size="small" />
        {actions?.(resource)}
      </div>
      {isOutside(resource) && (
        <p className="mx-4 mb-3 rounded-card bg-info-ground px-3 py-2 text-sm">
          Nobody listed this. {counted(relationCount, "known resource points", "known resources point")} at it, so it is drawn with a dashed border. Connect or import where it lives to see more.
        </p>
      )}
      {note !== undefined && <div className="shrink-0 px-4 pb-2.5">{note(resource)}</div>}
      <Tabs
        label="Parts of the details"
        value={part}
        onChange={(id) => void setPart(parts.find((known) => known === id) ?? "overview")}
        items={[
          { id: "overview", label: "Overview", panel: <ResourceOverview detail={detail} onGo={onGo} /> },
          { id: "relations", label: "Relations", count: relationCount, panel: <RelationList key={resource.key} detail={detail} onGo={onGo} /> },
          { id: "configuration", label: "Configuration", panel: <Configuration key={resource.key} properties={resource.properties} /> },
          { id: "tags", label: "Tags", count: Object.keys(resource.tags).length, panel: <TagList tags={resource.tags} {...(onFilter === undefined ? {} : { onFilter })} /> },
        ]}
      />
    </>
  );
}

function ConsoleButton({ resource }: { resource: Resource }) {
  const link = isOutside(resource) ? null : consoleLink(resource);
  if (link === null) return null;
  return (
    <a href={link.url} target="_blank" rel="noreferrer noopener" className={buttonClass("plain", "small")}>
      {link.label} <ExternalLink size={13} aria-hidden className="text-muted" /><span className="sr-only">(new tab)</span>
    </a>
  );
}
