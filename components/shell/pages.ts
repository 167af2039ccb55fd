import { Activity, Boxes, LayoutDashboard, Link2, Plug, Settings, Waypoints } from "lucide-react";

/** The pages of the rail, in its order. */
export const pages = [
  { href: "/", label: "Dashboard", icon: LayoutDashboard },
  { href: "/diagrams", label: "Diagrams", icon: Waypoints },
  { href: "/inventory", label: "Inventory", icon: Boxes },
  { href: "/connections", label: "Connections", icon: Plug },
  { href: "/jobs", label: "Jobs", icon: Activity },
  { href: "/shares", label: "Shares", icon: Link2 },
  { href: "/settings", label: "Settings", icon: Settings },
] as const;

export function isCurrent(href: string, path: string): boolean {
  if (href === "/") return path === "/";
  return path === href || path.startsWith(`${href}/`) || (href === "/diagrams" && path.startsWith("/d/"));
}
