"use client";

import type { ResourceDetail } from "@/lib/core/api";
import { describeType } from "@/lib/catalogue";
import { isOutside } from "@/lib/core/resource";
import { useResource } from "../data/queries";
import { counted } from "../data/words";
import { ProblemNotice } from "../ui/problem-notice";
import { SkeletonRows } from "../ui/skeleton";
import { Tabs } from "../ui/tabs";
import { TypeTile } from "../ui/glyph";
import { PropertyTree } from "./property-tree";
import { RelationList } from "./relation-list";
import { ResourceOverview } from "./resource-overview";
import { SidePanel } from "./side-panel";
import { TagList } from "./tag-list";

/** Everything that is known of one resource. `onGo` shows another one (a relation's other end, a parent). */
export function ResourcePanel({ resourceKey, onGo, onClose }: { resourceKey: string; onGo: (key: string) => void; onClose: () => void }) {
  const { data: detail, error, refetch } = useResource(resourceKey);
  return (
    <SidePanel label="Details" onClose={onClose}>
      {detail === undefined && error === null && <SkeletonRows rows={8} label="Loading the details" />}
      {detail === undefined && error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} className="m-4 mt-12" />}
      {detail !== undefined && <Detail key={detail.resource.key} detail={detail} onGo={onGo} />}
    </SidePanel>
  );
}

function Detail({ detail, onGo }: { detail: ResourceDetail; onGo: (key: string) => void }) {
  const { resource, relations } = detail;
  const relationCount = relations.in.length + relations.out.length;
  const tagCount = Object.keys(resource.tags).length;
  const propertyCount = Object.keys(resource.properties).length;
  return (
    <>
      <header className="flex shrink-0 items-start gap-3 px-4 pt-3 pb-3 pe-12">
        <TypeTile type={resource.type} size={36} />
        <div className="min-w-0">
          <h2 className="text-md font-semibold break-words [unicode-bidi:isolate]">{resource.name}</h2>
          <p className="text-sm text-muted">{describeType(resource.type).label}</p>
        </div>
      </header>
      {isOutside(resource) && (
        <p className="mx-4 mb-3 rounded-card bg-info-ground px-3 py-2 text-sm">
          Nobody listed this. {counted(relations.in.length + relations.out.length, "known resource points", "known resources point")} at it, so it is drawn with a dashed border. Connect or import where it lives to see more.
        </p>
      )}
      <Tabs
        label="Parts of the details"
        defaultId="overview"
        items={[
          { id: "overview", label: "Overview", panel: <ResourceOverview detail={detail} onGo={onGo} /> },
          { id: "relations", label: "Relations", count: relationCount, panel: <RelationList relations={relations} unseen={detail.unseen} onGo={onGo} /> },
          { id: "properties", label: "Properties", count: propertyCount, panel: <PropertyTree properties={resource.properties} /> },
          { id: "tags", label: "Tags", count: tagCount, panel: <TagList tags={resource.tags} /> },
        ]}
      />
    </>
  );
}
