"use client";

import type { RefObject } from "react";
import { MenuPanel, MenuRadioItem } from "../ui/menu";
import { modeIcons } from "./mode-icons";
import { chooseUiMode, uiModeLabels, uiModes, type UiMode } from "./ui-mode";

export function ModeMenu({ anchor, mode, onClose }: { anchor: RefObject<HTMLButtonElement | null>; mode: UiMode; onClose: () => void }) {
  return (
    <MenuPanel label="Appearance" anchor={anchor} align="end" startAt="selected" onClose={onClose}>
      {uiModes.map((value) => {
        const Icon = modeIcons[value];
        return <MenuRadioItem key={value} checked={value === mode} onClick={() => chooseUiMode(value)} icon={<Icon size={14} aria-hidden />}>{uiModeLabels[value]}</MenuRadioItem>;
      })}
    </MenuPanel>
  );
}
