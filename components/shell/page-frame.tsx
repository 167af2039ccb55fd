"use client";

import type { ReactNode } from "react";
import { PaletteButton } from "../commands/palette-button";
import { Breadcrumb, type Crumb } from "./breadcrumb";
import { ModeSwitch } from "./mode-switch";
import { RunningJobs } from "./running-jobs";

/** Top bar and content of one page. `fixed` pages fill the window and scroll inside themselves. */
export function PageFrame({ crumbs, actions, fixed = false, children }: { crumbs: readonly Crumb[]; actions?: ReactNode; fixed?: boolean; children: ReactNode }) {
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <header className="flex h-13 shrink-0 items-center gap-2 border-b border-hairline bg-surface px-4 sm:px-6">
        <Breadcrumb crumbs={crumbs} />
        <RunningJobs />
        {actions}
        <PaletteButton />
        <ModeSwitch />
      </header>
      <main id="content" tabIndex={-1} className="relative flex min-h-0 flex-1 flex-col overflow-y-auto outline-none">
        {fixed ? children : <div className="mx-auto flex w-full max-w-[1280px] flex-col gap-4 p-4 sm:gap-6 sm:p-6">{children}</div>}
      </main>
    </div>
  );
}
