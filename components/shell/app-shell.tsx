"use client";

import type { ReactNode } from "react";
import { Commands } from "../commands/commands";
import { useAppEvents } from "../data/app-events";
import { Rail } from "./rail";

/** What the pages of people who are signed in have around them; print views and opened links have none of it. */
export function AppShell({ startsNarrow, children }: { startsNarrow: boolean; children: ReactNode }) {
  useAppEvents();
  return (
    <>
      <div className="root flex h-dvh flex-col overflow-hidden sm:flex-row">
        <Rail startsNarrow={startsNarrow} />
        {children}
      </div>
      <Commands />
    </>
  );
}
