import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import { railCookie } from "@/components/shell/ui-mode";

export default async function AppLayout({ children }: { children: ReactNode }) {
  const jar = await cookies();
  return <AppShell startsNarrow={jar.get(railCookie)?.value === "narrow"}>{children}</AppShell>;
}
