import type { ComponentProps } from "react";
import { classNames } from "./class-names";

const looks = {
  primary: "bg-primary text-on-primary hover:not-disabled:bg-primary-hover border-transparent",
  plain: "bg-surface text-ink border-control hover:not-disabled:bg-hover",
  quiet: "border-transparent hover:not-disabled:bg-hover aria-expanded:bg-hover aria-pressed:bg-hover",
  danger: "bg-surface text-danger border-control hover:not-disabled:bg-danger-ground",
} as const;

/** `close`: in a row with others; `icon`: only an icon. */
const sizes = { small: "h-7 px-2 text-sm gap-1.5", close: "h-8 px-2.5 text-base gap-2", usual: "h-8 px-3 text-base gap-2", icon: "size-8" } as const;

export type ButtonLook = keyof typeof looks;

/** The classes of a button, for links and menu triggers that look like one. */
export function buttonClass(look: ButtonLook = "plain", size: keyof typeof sizes = "usual"): string {
  return classNames(
    "inline-flex shrink-0 items-center justify-center rounded-card border font-medium whitespace-nowrap transition-colors duration-150 disabled:opacity-55",
    looks[look],
    sizes[size],
  );
}

export function Button({ look, size, className, ...rest }: ComponentProps<"button"> & { look?: ButtonLook; size?: keyof typeof sizes }) {
  return <button type="button" className={classNames(buttonClass(look, size), className)} {...rest} />;
}
