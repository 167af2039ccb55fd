"use client";

import { Check, Copy, type LucideIcon } from "lucide-react";
import { useEffect, useState } from "react";
import { buttonClass } from "./button";
import { classNames } from "./class-names";
import { useToast } from "./toast";

/** Copies `text` (a function makes what is long only when it is wanted); the icon says that it did. With a size it is a button with its words, without it only the icon. */
export function CopyButton({ text, label, className, size, icon = Copy }: { text: string | (() => string); label: string; className?: string; size?: "small" | "usual"; icon?: LucideIcon }) {
  const [copied, setCopied] = useState(false);
  const toast = useToast();
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);

  function copy() {
    navigator.clipboard.writeText(typeof text === "string" ? text : text()).then(
      () => setCopied(true),
      () => toast({ title: "Not copied", description: "The browser does not let this page use the clipboard.", kind: "error" }),
    );
  }

  const Icon = copied ? Check : icon;
  const isIcon = size === undefined;
  return (
    <button
      type="button"
      aria-label={isIcon ? label : undefined}
      title={label}
      onClick={copy}
      className={classNames(isIcon ? "inline-flex size-6 items-center justify-center rounded-chip text-muted hover:bg-hover hover:text-ink" : buttonClass("plain", size), className)}
    >
      <Icon size={14} aria-hidden className={copied ? "text-ok" : undefined} />
      {!isIcon && label}
      <span className="sr-only" role="status">{copied ? "Copied" : ""}</span>
    </button>
  );
}
