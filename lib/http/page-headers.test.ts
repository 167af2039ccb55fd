import { expect, test } from "vitest";
import { contentSecurityPolicy, isEmbedded, isSharedFile, sharedHeaders, sharedToken } from "./page-headers";

test("only the sites of a link may frame it, and nobody frames anything else", () => {
  expect(contentSecurityPolicy("n", { isDevelopment: false })).toContain("; frame-ancestors 'none';");
  expect(contentSecurityPolicy("n", { isDevelopment: false }, ["https://wiki.example.com", "https://*.corp.example:8443"])).toContain("; frame-ancestors https://wiki.example.com https://*.corp.example:8443;");
});

test("what a link opens is listed by no search engine, and its pages are kept by nobody", () => {
  for (const path of ["/s/token", "/embed/token", "/s/token/"]) expect(sharedHeaders(path)).toEqual({ "x-robots-tag": "noindex", "cache-control": "no-store" });
  for (const path of ["/s/token.svg", "/s/token.json", "/s/token/file/png"]) {
    expect(isSharedFile(path)).toBe(true);
    expect(sharedHeaders(path)).toEqual({ "x-robots-tag": "noindex", "referrer-policy": "no-referrer" });
  }
  for (const path of ["/", "/shares", "/settings", "/d/dgm_1", "/embedded/x"]) expect(sharedHeaders(path)).toEqual({});
});

test("pages of links are told by their token, frames by their path", () => {
  expect(["/s/token", "/embed/token", "/embed/token/", "/s", "/s/", "/shares/token", "/s/a/b"].map(sharedToken)).toEqual(["token", "token", "token", null, null, null, null]);
  expect(["/s/token", "/embed/token"].map(isEmbedded)).toEqual([false, true]);
});
