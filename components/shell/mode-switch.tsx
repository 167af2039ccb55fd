"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useSyncExternalStore } from "react";
import { buttonClass } from "../ui/button";
import { classNames } from "../ui/class-names";
import { Popover } from "../ui/popover";
import { RadioList } from "../ui/radio-list";
import { chooseUiMode, onUiMode, presentUiMode, readUiMode, uiModeLabels as labels, uiModes, type UiMode } from "./ui-mode";

const icons = { light: Sun, dark: Moon, system: Monitor } as const;

export function ModeSwitch({ initial }: { initial: UiMode }) {
  const mode = useSyncExternalStore(onUiMode, presentUiMode, () => initial);
  const Icon = icons[mode];
  return (
    <Popover label="Appearance" buttonLabel={`Appearance: ${labels[mode]}`} button={<Icon size={16} aria-hidden />} className={classNames(buttonClass("quiet"), "w-8 px-0")} size="small">
      <RadioList
        label="Appearance"
        value={mode}
        onChange={(value) => chooseUiMode(readUiMode(value))}
        options={uiModes.map((value) => {
          const OptionIcon = icons[value];
          return { value, label: labels[value], picture: <OptionIcon size={14} aria-hidden className="text-muted" /> };
        })}
      />
    </Popover>
  );
}
