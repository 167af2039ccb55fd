import { clsx, type ClassValue } from "clsx";
import { createTailwindMerge } from "tailwind-merge";

const any = () => true;
/** `rounded-t-frame`, `border-b`: sides of their own. */
const wholeBox = (value: string) => !/^(?:[tbsexy]|[se][se])(?:-|$)/.test(value);

/** What components let their callers override. tailwind-merge's own table knows all of Tailwind, for 8 kB gzip more in every page. */
const classGroups = {
  display: ["block", "inline", "inline-block", "flex", "inline-flex", "grid", "inline-grid", "contents", "hidden"],
  position: ["static", "fixed", "absolute", "relative", "sticky"],
  size: [{ size: [any] }],
  width: [{ w: [any] }],
  height: [{ h: [any] }],
  minWidth: [{ "min-w": [any] }],
  minHeight: [{ "min-h": [any] }],
  maxWidth: [{ "max-w": [any] }],
  maxHeight: [{ "max-h": [any] }],
  padding: [{ p: [any] }],
  paddingX: [{ px: [any] }],
  paddingY: [{ py: [any] }],
  paddingStart: [{ ps: [any] }],
  paddingEnd: [{ pe: [any] }],
  gap: [{ gap: [any] }],
  grow: ["flex-1", "grow", "flex-none", "flex-auto"],
  shrink: ["shrink", "shrink-0"],
  justify: [{ justify: [any] }],
  items: [{ items: [any] }],
  fontSize: [{ text: ["xs", "sm", "base", "md", "lg", "xl", "2xl"] }],
  textAlign: [{ text: ["start", "end", "center"] }],
  textColor: [{ text: [any] }],
  fontWeight: [{ font: ["normal", "medium", "semibold", "bold"] }],
  background: [{ bg: [any] }],
  borderWidth: ["border", "border-0", "border-2"],
  borderStyle: [{ border: ["solid", "dashed", "dotted"] }],
  borderColor: [{ border: [wholeBox] }],
  radius: [{ rounded: [wholeBox] }],
  opacity: [{ opacity: [any] }],
  shadow: [{ shadow: [any] }],
  cursor: [{ cursor: [any] }],
  zIndex: [{ z: [any] }],
};

const merge = createTailwindMerge(() => ({
  cacheSize: 500,
  theme: {},
  classGroups,
  conflictingClassGroups: { size: ["width", "height"], padding: ["paddingX", "paddingY", "paddingStart", "paddingEnd"], paddingX: ["paddingStart", "paddingEnd"] },
  conflictingClassGroupModifiers: {},
  orderSensitiveModifiers: [],
}));

/** Joins class names; of two that set the same thing the later wins. */
export function classNames(...values: ClassValue[]): string {
  return merge(clsx(values));
}
