"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { buttonClass } from "../ui/button";
import { classNames } from "../ui/class-names";
import { Menu, MenuRadioGroup } from "../ui/menu";
import { modeCookie, readUiMode, writeCookie, type UiMode } from "./ui-mode";

const icons = { light: Sun, dark: Moon, system: Monitor } as const;
const labels = { light: "Light", dark: "Dark", system: "As the system" } as const;

export function ModeSwitch({ initial }: { initial: UiMode }) {
  const [mode, setMode] = useState(initial);

  function choose(value: string) {
    const next = readUiMode(value);
    setMode(next);
    document.documentElement.dataset.theme = next;
    writeCookie(modeCookie, next);
  }

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
        onChange={choose}
        options={(["light", "dark", "system"] as const).map((value) => {
          const OptionIcon = icons[value];
          return { value, label: labels[value], icon: <OptionIcon size={14} aria-hidden /> };
        })}
      />
    </Menu>
  );
}
