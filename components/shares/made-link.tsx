"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { updateShare } from "@/lib/api-client";
import type { MadeShare } from "@/lib/core/api/shares";
import { sharesKey } from "../data/queries";
import { embedPath, shareFilePath, shareFiles, sharePath } from "../share/share-url";
import { Button } from "../ui/button";
import { CommandToCopy } from "../ui/command-to-copy";
import { CopyButton } from "../ui/copy-button";
import { Field } from "../ui/field";
import { ProblemNotice } from "../ui/problem-notice";
import { TabBar } from "../ui/tab-bar";
import { embedSnippet, imageMarkdown } from "./snippets";
import { originsOf } from "./origins";
import { OriginsField } from "./share-fields";

const tabs = [{ id: "link", content: "Link" }, { id: "embed", content: "Embed" }, { id: "image", content: "Image" }] as const;

/** A link the only time that it can be shown, and the ways to use it. */
export function MadeLink({ made }: { made: MadeShare }) {
  const [tab, setTab] = useState<(typeof tabs)[number]["id"]>("link");
  return (
    <div className="flex flex-col gap-4">
      <TabBar
        label="Ways to use the link"
        items={tabs}
        value={tab}
        onChange={setTab}
        className="flex h-8 w-fit items-center rounded-card border border-control p-px"
        tabClassName="flex h-full items-center rounded-[7px] px-3 text-muted hover:text-ink aria-selected:bg-hover aria-selected:font-medium aria-selected:text-ink"
      />
      {tab === "link" && <LinkTab made={made} />}
      {tab === "embed" && <EmbedTab made={made} />}
      {tab === "image" && <ImageTab made={made} />}
      <p className="text-sm text-muted">Shown once: afterwards only a new one can be made.</p>
    </div>
  );
}

function absolute(path: string): string {
  return `${window.location.origin}${path}`;
}

function LinkTab({ made: { share, token } }: { made: MadeShare }) {
  const address = absolute(sharePath(token));
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-center gap-2 rounded-card border border-control bg-frame py-2 ps-3 pe-2">
        <code aria-label="Link" className="min-w-0 flex-1 font-mono text-sm break-all">{address}</code>
        <CopyButton text={address} label="Copy" size="small" />
      </div>
      <p className="text-muted">{share.hasPassword ? "Tell the password another way than the link." : "Who has it can open the diagram, without an account."}</p>
    </div>
  );
}

function EmbedTab({ made: { share, token } }: { made: MadeShare }) {
  const [size, setSize] = useState({ width: "800", height: "450" });
  const [origins, setOrigins] = useState(share.origins.join("\n"));
  const [saved, setSaved] = useState(share.origins);
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () => updateShare(share.id, { origins: originsOf(origins) }),
    onSuccess: (changed) => {
      setSaved(changed.origins);
      setOrigins(changed.origins.join("\n"));
      return client.invalidateQueries({ queryKey: sharesKey });
    },
  });
  const isSame = originsOf(origins).join(" ") === saved.join(" ");
  return (
    <div className="flex flex-col gap-4">
      <OriginsField value={origins} onChange={setOrigins} />
      {!isSame && <Button className="self-start" disabled={save.isPending} onClick={() => save.mutate()}>{save.isPending ? "Saving…" : "Allow these pages"}</Button>}
      {save.error !== null && <ProblemNotice error={save.error} />}
      {saved.length === 0 && isSame && <p className="rounded-card bg-warn-ground px-3 py-2 text-sm">No page may embed it yet: without one above, the frame stays empty.</p>}
      <div className="grid grid-cols-2 gap-4">
        <Field label="Width (px)" inputMode="numeric" value={size.width} maxLength={5} onChange={({ target }) => setSize({ ...size, width: target.value.replace(/\D/g, "") })} />
        <Field label="Height (px)" inputMode="numeric" value={size.height} maxLength={5} onChange={({ target }) => setSize({ ...size, height: target.value.replace(/\D/g, "") })} />
      </div>
      <div>
        <CommandToCopy title="HTML for the page" label="HTML" copyLabel="Copy the HTML" text={embedSnippet(absolute(embedPath(token)), share.diagramTitle, size)} className="whitespace-pre-wrap break-all" />
      </div>
    </div>
  );
}

function ImageTab({ made: { share, token } }: { made: MadeShare }) {
  if (!share.allow.files) return <Hint>This link gives no files. Edit it to allow them, and its picture can stand in a README.</Hint>;
  if (share.hasPassword) return <Hint>A link with a password shows no picture elsewhere: a README or a wiki cannot give the password. Make one without for that.</Hint>;
  return (
    <div className="flex flex-col gap-4">
      <div>
        <CommandToCopy title="Markdown for a README" label="Markdown" copyLabel="Copy the Markdown" text={imageMarkdown(absolute(shareFilePath(token, "svg")), share.diagramTitle)} className="whitespace-pre-wrap break-all" />
      </div>
      <div>
        <p className="mb-1 text-sm font-medium">Addresses</p>
        <ul className="flex flex-col divide-y divide-hairline rounded-card border border-hairline">
          {shareFiles.map(({ extension, label }) => {
            const address = absolute(shareFilePath(token, extension));
            return (
              <li key={extension} className="flex items-center gap-3 px-3 py-1.5">
                <span className="w-16 shrink-0 text-sm text-muted">{label}</span>
                <code className="min-w-0 flex-1 truncate font-mono text-xs" title={address}>{address}</code>
                <CopyButton text={address} label={`Copy the ${label} address`} />
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}

function Hint({ children }: { children: ReactNode }) {
  return <p className="rounded-card bg-info-ground px-3 py-2">{children}</p>;
}
