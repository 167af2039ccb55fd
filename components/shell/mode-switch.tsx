"use client";

import { SunMoon } from "lucide-react";
import { useRef, useState, useSyncExternalStore } from "react";
import { buttonClass } from "../ui/button";
import { HeldKeys } from "../ui/held-keys";
import { onDemand } from "../ui/on-demand";
import { onUiMode, presentUiMode, uiModeLabels, type UiMode } from "./ui-mode";

const ModeMenu = onDemand(() => import("./mode-menu").then((module) => module.ModeMenu), HeldKeys);

export function ModeSwitch({ initial }: { initial: UiMode }) {
  const mode = useSyncExternalStore(onUiMode, presentUiMode, () => initial);
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button ref={button} type="button" aria-label={`Appearance: ${uiModeLabels[mode]}`} aria-haspopup="menu" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} className={buttonClass("quiet", "icon")}>
        <SunMoon size={16} aria-hidden />
      </button>
      {isOpen && <ModeMenu anchor={button} mode={mode} onClose={() => setOpen(false)} />}
    </>
  );
}
