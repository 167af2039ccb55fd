"use client";

import { PanelLeft } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useState } from "react";
import { classNames } from "../ui/class-names";
import { isCurrent, pages } from "./pages";
import { railCookie, writeCookie } from "./ui-mode";

/** Left on wide screens, along the lower edge on a phone. */
export function Rail({ startsNarrow }: { startsNarrow: boolean }) {
  const path = usePathname();
  const [narrow, setNarrow] = useState(startsNarrow);

  function toggle() {
    writeCookie(railCookie, narrow ? "wide" : "narrow");
    setNarrow(!narrow);
  }

  const hideLabel = narrow ? "sm:sr-only" : "sm:max-lg:sr-only";
  return (
    <nav
      aria-label="Pages"
      className={classNames(
        "z-20 flex shrink-0 border-hairline bg-frame max-sm:order-last max-sm:border-t max-sm:pb-[env(safe-area-inset-bottom)] sm:flex-col sm:border-e",
        narrow ? "sm:w-14" : "sm:w-14 lg:w-52",
      )}
    >
      <Link href="/" className="hidden h-13 items-center gap-2.5 px-3.5 focus-visible:-outline-offset-2 sm:flex">
        <Mark />
        <span className={classNames("text-md font-semibold tracking-tight", hideLabel)}>CloudViz</span>
      </Link>
      <ul className="flex flex-1 max-sm:justify-around sm:flex-col sm:gap-0.5 sm:px-2 sm:pt-1">
        {pages.map(({ href, label, icon: Icon }) => {
          const current = isCurrent(href, path);
          return (
            <li key={href} className="max-sm:flex-1">
              <Link
                href={href}
                title={label}
                aria-current={current ? "page" : undefined}
                className={classNames(
                  "flex items-center gap-3 rounded-card focus-visible:-outline-offset-2 max-sm:h-14 max-sm:flex-col max-sm:justify-center max-sm:gap-1 max-sm:text-[10px] max-sm:leading-[14px] max-sm:tracking-tight sm:h-9 sm:px-3 sm:text-base",
                  current ? "font-medium text-ink sm:bg-hover max-sm:text-link" : "text-muted hover:bg-hover hover:text-ink",
                )}
              >
                <Icon size={17} aria-hidden className={classNames("shrink-0", current && "text-link")} />
                <span className={classNames(hideLabel, "max-[374px]:sr-only")}>{label}</span>
              </Link>
            </li>
          );
        })}
      </ul>
      <button
        type="button"
        onClick={toggle}
        aria-label={narrow ? "Widen the page list" : "Narrow the page list"}
        className="m-2 hidden h-9 items-center gap-3 rounded-card px-3 text-muted hover:bg-hover hover:text-ink lg:flex"
      >
        <PanelLeft size={17} aria-hidden />
      </button>
    </nav>
  );
}

function Mark() {
  return (
    <svg width="28" height="28" viewBox="0 0 28 28" fill="none" aria-hidden className="shrink-0">
      <rect x="1.75" y="1.75" width="24.5" height="24.5" rx="6.25" stroke="var(--primary)" strokeWidth="2" strokeDasharray="4 2.5" />
      <path d="M8.5 17.5h5v-7h6" stroke="var(--primary)" strokeWidth="2" strokeLinejoin="round" />
      <rect x="5.5" y="15" width="5.5" height="5.5" rx="1.5" fill="var(--primary)" />
      <rect x="17" y="7.5" width="5.5" height="5.5" rx="1.5" fill="var(--primary)" />
    </svg>
  );
}
