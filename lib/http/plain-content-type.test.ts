import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { keepContentTypePlain } from "./plain-content-type";

test("a content type that is a list of one becomes a text, everything else stays", () => {
  keepContentTypePlain();
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  response.setHeader("content-type", ["application/json"]);
  response.setHeader("set-cookie", ["a=b"]);
  response.setHeader("vary", "rsc");
  expect(response.getHeaders()).toEqual({ "content-type": "application/json", "set-cookie": ["a=b"], vary: "rsc" });
});
