import { describe, expect, it } from "vitest";
import { statusOf } from "./status-of";

describe("statusOf", () => {
  it.each([
    ["running", "ok"],
    ["in-use", "ok"],
    ["RUNNABLE", "ok"],
    ["VM deallocated", "stopped"],
    ["PowerState/stopped", "stopped"],
    ["storage-full", "error"],
    ["CREATE_FAILED", "error"],
    ["backing-up", "warning"],
    ["something the cloud thought of last week", "unknown"],
    ["constructor", "unknown"],
  ] as const)("%s is %s", (state, status) => {
    expect(statusOf(state)).toBe(status);
  });

  it("knows nothing where nothing is told", () => {
    expect(statusOf(null)).toBe("unknown");
  });
});
