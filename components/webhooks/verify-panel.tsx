"use client";

import { useState } from "react";
import { CopyButton } from "../ui/copy-button";
import { Panel } from "../ui/panel";
import { TabBar } from "../ui/tab-bar";
import { verifySnippets } from "./verify-snippets";

type Language = keyof typeof verifySnippets;

const languages = [{ id: "node", content: "Node.js" }, { id: "python", content: "Python" }] as const satisfies { id: Language; content: string }[];

/** How a receiver sees that a message is from here. */
export function VerifyPanel() {
  const [language, setLanguage] = useState<Language>("node");
  const text = verifySnippets[language];
  return (
    <Panel title="Verify what arrives" aside={<CopyButton text={text} label="Copy" size="small" />}>
      <div className="flex flex-col gap-3 p-4">
        <p className="text-muted">Messages follow the <a href="https://www.standardwebhooks.com" rel="noreferrer" target="_blank" className="rounded-chip text-link underline underline-offset-2">Standard Webhooks</a> specification, for which there are libraries in most languages. Without one:</p>
        <TabBar
          label="Language"
          items={languages}
          value={language}
          onChange={setLanguage}
          className="flex gap-4 border-b border-hairline"
          tabClassName="-mb-px flex h-9 items-center border-b-2 border-transparent font-medium text-muted hover:text-ink aria-selected:border-primary aria-selected:text-ink"
        />
        <pre tabIndex={0} aria-label={`Verification in ${language === "node" ? "Node.js" : "Python"}`} className="overflow-auto rounded-card border border-hairline bg-frame p-3 font-mono text-xs">{text}</pre>
      </div>
    </Panel>
  );
}
