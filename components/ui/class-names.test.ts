import { describe, expect, it } from "vitest";
import { buttonClass } from "./button";
import { classNames } from "./class-names";

describe("classNames", () => {
  it.each([
    ["h-8 px-3 py-1", "px-0", "h-8 py-1 px-0"],
    ["size-8", "h-6", "size-8 h-6"],
    ["w-8 h-8", "size-6", "size-6"],
    ["rounded-chip text-muted", "rounded-card text-ink", "rounded-card text-ink"],
    ["text-sm text-muted", "text-lg", "text-muted text-lg"],
    ["text-sm text-center", "text-danger", "text-sm text-center text-danger"],
    ["border border-control", "border-dashed border-danger", "border border-dashed border-danger"],
    ["border-b border-hairline rounded-t-frame", "border-control rounded-card", "border-b rounded-t-frame border-control rounded-card"],
    ["bg-surface hover:bg-hover", "bg-transparent", "hover:bg-hover bg-transparent"],
    ["hover:not-disabled:bg-hover sm:w-14", "hover:not-disabled:bg-frame w-8", "sm:w-14 hover:not-disabled:bg-frame w-8"],
    ["inline-flex min-w-6 flex-1", "hidden min-w-0", "flex-1 hidden min-w-0"],
  ])("%s + %s", (one, other, both) => expect(classNames(one, other)).toBe(both));

  it("leaves what cannot be told apart as it is", () => {
    expect(classNames("divide-y underline", null, undefined, false, ["tabular-nums"])).toBe("divide-y underline tabular-nums");
    expect(classNames(buttonClass("quiet"), "w-8 px-0")).not.toMatch(/px-3/);
  });
});
