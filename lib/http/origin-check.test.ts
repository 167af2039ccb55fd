import { expect, test } from "vitest";
import { checkSource, type RequestSource } from "./origin-check";

const allowed = { port: 3000, allowedHosts: ["viz.example:8443"] };

function check(source: Partial<RequestSource>): string | null {
  return checkSource({ method: "GET", host: "localhost:3000", origin: null, fetchSite: null, ...source }, allowed)?.code ?? null;
}

test.each(["localhost:3000", "LOCALHOST:3000", "127.0.0.1:3000", "[::1]:3000", "viz.example:8443"])("answers to %s", (host) => {
  expect(check({ host })).toBeNull();
});

test.each([
  null,
  "",
  "localhost",
  "localhost:3001",
  "evil.example",
  "evil.example:3000",
  "localhost:3000.evil.example",
  "evil.example@localhost:3000",
  "viz.example",
  "127.0.0.1.nip.io:3000",
])("refuses the host %s, also for reading", (host) => {
  expect(check({ host })).toBe("forbidden-host");
});

test("the port may be left out where it is the usual one", () => {
  expect(checkSource({ method: "GET", host: "localhost", origin: null, fetchSite: null }, { port: 80, allowedHosts: [] })).toBeNull();
});

test.each(["POST", "PUT", "PATCH", "DELETE"])("%s from another site is refused", (method) => {
  expect(check({ method, origin: "https://evil.example", fetchSite: "cross-site" })).toBe("forbidden-origin");
  expect(check({ method, origin: "https://evil.example" })).toBe("forbidden-origin");
  expect(check({ method, origin: "null" })).toBe("forbidden-origin");
  expect(check({ method, origin: "http://localhost:3001" })).toBe("forbidden-origin");
  expect(check({ method, fetchSite: "cross-site" })).toBe("forbidden-origin");
  expect(check({ method, fetchSite: "same-site" })).toBe("forbidden-origin");
  expect(check({ method, origin: "http://localhost:3000", fetchSite: "cross-site" })).toBe("forbidden-origin");
});

test("writes of our own pages and of programs are let in", () => {
  expect(check({ method: "POST", origin: "http://localhost:3000", fetchSite: "same-origin" })).toBeNull();
  expect(check({ method: "POST", fetchSite: "none" })).toBeNull();
  expect(check({ method: "DELETE" })).toBeNull();
  expect(check({ method: "POST", host: "viz.example:8443", origin: "https://viz.example:8443" })).toBeNull();
});

test("reading from elsewhere is the browser's own business", () => {
  expect(check({ origin: "https://evil.example", fetchSite: "cross-site" })).toBeNull();
});
