import { clsx, type ClassValue } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

const merge = extendTailwindMerge({ extend: { theme: { text: ["xs", "sm", "base", "md", "lg", "xl", "2xl"], radius: ["chip", "card", "frame", "full"] } } });

/** Joins class names; of two that set the same thing the later wins. */
export function classNames(...values: ClassValue[]): string {
  return merge(clsx(values));
}
