import type { ReactNode } from "react";
import { providerLabel } from "@/lib/catalogue";
import type { ResourceDetail } from "@/lib/core/api/resources";
import { dateTime } from "../data/words";
import { CopyButton } from "../ui/copy-button";

export function ResourceOverview({ detail: { resource, parent, sources }, onGo }: { detail: ResourceDetail; onGo: (key: string) => void }) {
  return (
    <dl className="flex flex-col gap-3 p-4">
      <Row label="Type"><code className="font-mono text-sm break-all">{resource.type}</code></Row>
      <Row label="Id" copy={resource.id}><code className="font-mono text-sm break-all">{resource.id}</code></Row>
      <Row label="Provider">{providerLabel(resource.provider)}</Row>
      {resource.account !== "" && <Row label="Account" copy={resource.account}>{resource.account}</Row>}
      {resource.group !== null && <Row label="Resource group">{resource.group}</Row>}
      {resource.region !== null && <Row label="Region">{resource.region}{resource.zone !== null && <span className="text-muted"> · {resource.zone}</span>}</Row>}
      {resource.state !== null && <Row label="State">{resource.state}</Row>}
      {parent !== null && (
        <Row label="Inside"><button type="button" onClick={() => onGo(parent.key)} className="rounded-chip text-start break-words text-link hover:underline">{parent.name}</button></Row>
      )}
      {resource.origin !== null && resource.origin.address !== null && (
        <Row label="Address" copy={resource.origin.address}><code className="font-mono text-sm break-all">{resource.origin.address}</code></Row>
      )}
      {resource.origin !== null && resource.origin.merged.length > 0 && (
        <Row label="Together with">
          <ul>{resource.origin.merged.map((address) => <li key={address}><code className="font-mono text-sm break-all">{address}</code></li>)}</ul>
        </Row>
      )}
      {sources.length > 0 && <Row label="Seen by">{sources.map(({ name }) => name).join(", ")}</Row>}
      {resource.createdAt !== null && <Row label="Created">{dateTime(resource.createdAt)}</Row>}
      <Row label="First seen">{dateTime(resource.firstSeenAt)}</Row>
    </dl>
  );
}

function Row({ label, copy, children }: { label: string; copy?: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[88px_minmax(0,1fr)] gap-2">
      <dt className="text-muted">{label}</dt>
      <dd className="flex min-w-0 items-start gap-1">
        <span className="min-w-0 flex-1 break-words [unicode-bidi:isolate]">{children}</span>
        {copy !== undefined && <CopyButton text={copy} label={`Copy ${label.toLowerCase()}`} className="-my-0.5" />}
      </dd>
    </div>
  );
}
