import { expect, test } from "vitest";
import { z } from "zod";
import { problem } from "../core/api/problem";
import { CloudVizError, errorStatus, type ErrorCode } from "../core/error";
import { invalidRequest, problemResponse, toCloudVizError } from "./problem";

const request = { path: "/api/v1/things", requestId: "r-1" };

test.each(Object.keys(errorStatus) as ErrorCode[])("%s is a complete problem document", async (code) => {
  const response = problemResponse(new CloudVizError(code, "What to do."), request);
  expect(response.status).toBe(errorStatus[code]);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(response.headers.get("x-request-id")).toBe("r-1");
  const body = problem.parse(await response.json());
  expect(body).toMatchObject({ status: errorStatus[code], code, detail: "What to do.", instance: "/api/v1/things", requestId: "r-1", errors: [] });
  expect(body.title).not.toBe("");
});

test("what nobody wrote for people is not told", async () => {
  const told = toCloudVizError(new Error("connect postgres://root:hunter2@db"));
  expect(told.code).toBe("internal");
  expect(await problemResponse(told, request).text()).not.toContain("hunter2");
});

test("an error of another copy of the class keeps its code", () => {
  const foreign = Object.assign(new Error("Gone."), { name: "CloudVizError", code: "not-found" });
  expect(toCloudVizError(foreign)).toMatchObject({ code: "not-found", message: "Gone." });
});

test("a failed parse names every field by JSON pointer", () => {
  const failed = z.object({ a: z.object({ "b/c": z.number() }), d: z.string() }).safeParse({ a: { "b/c": "x" } });
  if (failed.success) throw new Error("parsed");
  const error = invalidRequest("body", failed.error);
  expect(error.details.map((detail) => detail.pointer)).toEqual(["/a/b~1c", "/d"]);
  expect(error.message).toContain("/a/b~1c");
});
