"use client";

import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { providerLabel } from "@/lib/catalogue";
import { grantCommand } from "@/lib/catalogue/grant-command";
import type { Coverage } from "@/lib/core/resource/coverage";
import { counted, number } from "../data/words";
import { Button } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import { groupProblems, type ProblemGroup } from "./group-problems";

/** So many are looked through; more would push away everything below them. */
const mostAtFirst = 6;

/** What could not be seen, one entry for each missing permission or reason, with what to do about it. */
export function CoverageProblems({ coverage, title = "Not seen" }: { coverage: readonly Coverage[]; title?: string }) {
  const [showsAll, setShowsAll] = useState(false);
  const groups = groupProblems(coverage);
  if (groups.length === 0) return null;
  const missing = groups.flatMap(({ permission, providers }) => (permission !== null && providers.includes("aws") ? [permission] : []));
  const commands = grantsFor(coverage);
  return (
    <section aria-label="What could not be seen">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-semibold">{title}</h3>
        {commands.length > 0 && <CopyButton text={commands.join("\n")} label={commands.length === 1 ? "Copy the command that grants it" : "Copy the commands that grant it"} size="small" />}
        {missing.length > 0 && <CopyButton text={policyFor(missing)} label="Copy the missing permissions as a policy" size="small" />}
      </div>
      <ul className="flex flex-col gap-2">
        {(showsAll ? groups : groups.slice(0, mostAtFirst)).map((group) => <Group key={group.words} group={group} />)}
      </ul>
      {groups.length > mostAtFirst && <Button size="small" className="mt-2" aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>{showsAll ? "Show fewer" : `Show all ${number(groups.length)}`}</Button>}
      <p className="mt-2 text-sm text-muted">Nothing was removed from the inventory because of this: what was seen there before stays.</p>
    </section>
  );
}

function Group({ group: { permission, words, providers, accounts, regions, collectors, messages } }: { group: ProblemGroup }) {
  const where = [providers.map(providerLabel).join(", "), accounts.length === 1 ? accounts[0] : counted(accounts.length, "account"), regions.length === 0 ? "all regions" : regions.length <= 3 ? regions.join(", ") : counted(regions.length, "region")].filter((part) => part !== "" && part !== undefined).join(" · ");
  return (
    <li className="flex gap-3 rounded-card bg-warn-ground px-3 py-2">
      <TriangleAlert size={15} aria-hidden className="mt-0.5 shrink-0 text-warn" />
      <div className="min-w-0 flex-1">
        <p className="font-medium break-words">{permission === null ? words : <>Missing permission <code className="font-mono text-sm">{permission}</code></>}</p>
        <p className="text-sm break-words text-muted">{where} · skipped: {collectors.join(", ")}</p>
        {messages.map((message) => <p key={message} className="text-sm break-words">{message}</p>)}
      </div>
      {permission !== null && <CopyButton text={permission} label={`Copy ${permission}`} />}
    </li>
  );
}

/** One for each account in which something is denied, in clouds where a role holds it all. */
function grantsFor(coverage: readonly Coverage[]): string[] {
  const denied = coverage.filter(({ status }) => status === "denied");
  return [...new Set(denied.map(({ provider, account }) => grantCommand(provider, account)).filter((command) => command !== null))];
}

function policyFor(actions: readonly string[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: [{ Sid: "CloudVizRead", Effect: "Allow", Action: actions, Resource: "*" }] }, null, 2);
}
