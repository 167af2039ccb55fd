"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useSyncExternalStore } from "react";
import { buttonClass } from "../ui/button";
import { classNames } from "../ui/class-names";
import { Menu, MenuRadioGroup } from "../ui/menu";
import { chooseUiMode, onUiMode, presentUiMode, readUiMode, uiModeLabels as labels, uiModes, type UiMode } from "./ui-mode";

const icons = { light: Sun, dark: Moon, system: Monitor } as const;

export function ModeSwitch({ initial }: { initial: UiMode }) {
  const mode = useSyncExternalStore(onUiMode, presentUiMode, () => initial);
  const Icon = icons[mode];
  return (
    <Menu
      trigger={
        <button type="button" className={classNames(buttonClass("quiet"), "w-8 px-0")} aria-label={`Appearance: ${labels[mode]}`}>
          <Icon size={16} aria-hidden />
        </button>
      }
    >
      <MenuRadioGroup
        label="Appearance"
        value={mode}
        onChange={(value) => chooseUiMode(readUiMode(value))}
        options={uiModes.map((value) => {
          const OptionIcon = icons[value];
          return { value, label: labels[value], icon: <OptionIcon size={14} aria-hidden /> };
        })}
      />
    </Menu>
  );
}
