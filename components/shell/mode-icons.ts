import { Monitor, Moon, Sun } from "lucide-react";

export const modeIcons = { light: Sun, dark: Moon, system: Monitor } as const;
