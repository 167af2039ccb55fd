"use client";

import { SunMoon } from "lucide-react";
import { useRef, useState } from "react";
import { buttonClass } from "../ui/button";
import { HeldKeys } from "../ui/held-keys";
import { onDemand } from "../ui/on-demand";

const ModeMenu = onDemand(() => import("./mode-menu").then((module) => module.ModeMenu), HeldKeys);

export function ModeSwitch() {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button ref={button} type="button" aria-label="Appearance" title="Appearance" aria-haspopup="menu" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} className={buttonClass("quiet", "icon")}>
        <SunMoon size={16} aria-hidden />
      </button>
      {isOpen && <ModeMenu anchor={button} onClose={() => setOpen(false)} />}
    </>
  );
}
