"use client";

import type { RefObject } from "react";
import { MenuPanel, MenuRadioItem } from "../ui/menu";
import { modeIcons } from "./mode-icons";
import { chooseUiMode, presentUiMode, uiModeLabels, uiModes } from "./ui-mode";

export function ModeMenu({ anchor, onClose }: { anchor: RefObject<HTMLButtonElement | null>; onClose: () => void }) {
  const present = presentUiMode();
  return (
    <MenuPanel label="Appearance" anchor={anchor} align="end" startAt="selected" onClose={onClose}>
      {uiModes.map((mode) => {
        const Icon = modeIcons[mode];
        return <MenuRadioItem key={mode} checked={mode === present} onClick={() => chooseUiMode(mode)} icon={<Icon size={14} aria-hidden />}>{uiModeLabels[mode]}</MenuRadioItem>;
      })}
    </MenuPanel>
  );
}
