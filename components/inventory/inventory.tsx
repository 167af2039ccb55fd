"use client";

import { Boxes } from "lucide-react";
import Link from "next/link";
import { useQueryStates } from "nuqs";
import { describeType } from "@/lib/catalogue";
import type { Summary } from "@/lib/core/api/summary";
import { andFilters } from "@/lib/graph/filter";
import { useSummary } from "../data/queries";
import { FilterInput } from "../filter/filter-input";
import { ResourcePanel } from "../resource/resource-panel";
import { PageFrame } from "../shell/page-frame";
import { Button, buttonClass } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Select, type SelectOption } from "../ui/select";
import { filterOf, inventoryUrl } from "./inventory-url";
import { ResourceList } from "./resource-list";

const noFilters = { q: "", provider: "", type: "", region: "" };

export function Inventory() {
  const [url, setUrl] = useQueryStates(inventoryUrl, { history: "replace" });
  const filter = filterOf(url);
  const { data: summary } = useSummary();
  return (
    <PageFrame crumbs={[{ label: "Inventory" }]} fixed>
      <div className="flex shrink-0 flex-wrap items-center gap-2 border-b border-hairline bg-surface px-4 py-2.5 sm:px-6">
        <FilterInput value={url.q} onChange={(q) => void setUrl({ q })} className="max-sm:w-full sm:w-72" />
        <Facet label="Provider" all="All providers" value={url.provider} rows={summary?.byProvider} onChange={(provider) => void setUrl({ provider })} />
        <Facet label="Type" all="All types" value={url.type} rows={summary?.byType} onChange={(type) => void setUrl({ type })} />
        <Facet label="Region" all="All regions" value={url.region} rows={summary?.byRegion} onChange={(region) => void setUrl({ region })} />
        {filter !== "" && <Button look="quiet" onClick={() => void setUrl(noFilters)}>Clear filters</Button>}
      </div>
      <div className="relative flex min-h-0 flex-1">
        <div className="flex min-w-0 flex-1 flex-col bg-surface">
          <ResourceList
            label="Resources"
            filter={filter}
            total={summary?.resources ?? null}
            selectedKeys={url.sel === null ? [] : [url.sel]}
            onSelect={(sel) => void setUrl({ sel }, { history: "push" })}
            onClear={filter === "" ? null : () => void setUrl(noFilters)}
            nothing={<NothingKnown />}
          />
        </div>
        {url.sel !== null && <ResourcePanel resourceKey={url.sel} onGo={(sel) => void setUrl({ sel }, { history: "push" })} onClose={() => void setUrl({ sel: null })} onFilter={(term) => void setUrl({ q: andFilters(url.q, term) })} />}
      </div>
    </PageFrame>
  );
}

function Facet({ label, all, value, rows, onChange }: { label: string; all: string; value: string; rows: Summary["byType"] | undefined; onChange: (value: string) => void }) {
  const options: SelectOption[] = [{ value: "", label: all }, ...(rows ?? []).map(({ id, label: text, count }) => ({ value: id, label: text, count }))];
  if (value !== "" && !options.some((option) => option.value === value)) options.push({ value, label: label === "Type" ? describeType(value).label : value });
  return <Select label={label} value={value} options={options} onChange={onChange} className="max-w-52 max-sm:max-w-none max-sm:flex-1" />;
}

function NothingKnown() {
  return (
    <EmptyState icon={<Boxes size={28} aria-hidden />} title="No resources yet" actions={<Link href="/" className={buttonClass("primary")}>Begin on the dashboard</Link>}>
      Import files, connect a cloud, or add the demo data: what they hold is listed here.
    </EmptyState>
  );
}
