"use client";

import { Check, Copy, type LucideIcon } from "lucide-react";
import { useEffect, useState } from "react";
import { classNames } from "./class-names";
import { useToast } from "./toast";

/** Copies `text`; the icon says that it did. */
export function CopyButton({ text, label, className, showLabel = false, icon = Copy }: { text: string; label: string; className?: string; showLabel?: boolean; icon?: LucideIcon }) {
  const [copied, setCopied] = useState(false);
  const toast = useToast();
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);

  function copy() {
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => toast({ title: "Not copied", description: "The browser does not let this page use the clipboard.", kind: "error" }),
    );
  }

  const Icon = copied ? Check : icon;
  return (
    <button
      type="button"
      aria-label={showLabel ? undefined : label}
      title={label}
      onClick={copy}
      className={classNames("inline-flex min-h-6 min-w-6 items-center justify-center gap-1.5 rounded-chip text-muted hover:bg-hover hover:text-ink", showLabel && "px-2", className)}
    >
      <Icon size={14} aria-hidden className={copied ? "text-ok" : undefined} />
      {showLabel && <span className="text-sm font-medium">{label}</span>}
      <span className="sr-only" role="status">{copied ? "Copied" : ""}</span>
    </button>
  );
}
