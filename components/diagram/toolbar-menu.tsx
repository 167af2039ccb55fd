import { ChevronDown, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { buttonClass } from "../ui/button";
import { classNames } from "../ui/class-names";
import { Popover } from "../ui/popover";

const goesBelow = { first: "@max-[1400px]/toolbar:sr-only", then: "@max-[1180px]/toolbar:sr-only", last: "@max-[960px]/toolbar:sr-only" } as const;

/**
 * A choice in the diagram's toolbar. Where the toolbar is narrow its words go, from the outside in: first what it is, then what
 * is chosen, last the arrow; it keeps them as its name and tooltip.
 */
export function ToolbarMenu({ label, heading = label, icon: Icon, value, goes = "then", children }: {
  label: string;
  /** What the panel is called, where that is not the label. */
  heading?: string;
  icon: LucideIcon;
  value: string;
  /** When its words go, compared with the others'. */
  goes?: keyof typeof goesBelow;
  children: ReactNode;
}) {
  return (
    <Popover
      label={heading}
      title={`${label}: ${value}`}
      className={classNames(buttonClass("plain"), "@max-[960px]/toolbar:px-2.5")}
      button={
        <>
          <Icon size={14} aria-hidden className="text-muted" />
          <span className={goesBelow[goes]}>
            <span className="text-muted @max-[1400px]/toolbar:sr-only">{label}</span> {value}
          </span>
          <ChevronDown size={14} aria-hidden className="text-muted @max-[960px]/toolbar:hidden" />
        </>
      }
    >
      {children}
    </Popover>
  );
}
