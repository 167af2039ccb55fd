import { z } from "zod";
import { category } from "./category";
import { jsonObject } from "../json";
import { resourceCost } from "./money";

/**
 * Where a resource is known from. `live`: a cloud's API. `terraform-state` and other importer ids: a file.
 * `outside`: nobody listed it; something that was listed points at it.
 * `address` is the file's own name for it, `merged` the addresses of the fragments folded into it.
 */
export const origin = z.object({ kind: z.string(), address: z.string().nullable(), merged: z.array(z.string()).default([]) });
export type Origin = z.infer<typeof origin>;

/**
 * One thing in a cloud. `id` is the cloud's own address (ARN, lower-cased ARM id, GCP full resource name); `key` stands for
 * it in URLs. `type` is the cloud's own type name. `account` is the AWS account, Azure subscription or GCP project id, and
 * empty where nothing tells. `group` is the Azure resource group. `parent` is the id of the containing resource.
 * `null` = known to be absent.
 */
export const resource = z.object({
  key: z.string(),
  id: z.string(),
  provider: z.string(),
  type: z.string(),
  category,
  name: z.string(),
  account: z.string(),
  region: z.string().nullable(),
  zone: z.string().nullable(),
  group: z.string().nullable(),
  parent: z.string().nullable(),
  state: z.string().nullable(),
  tags: z.record(z.string(), z.string()),
  properties: jsonObject,
  cost: resourceCost,
  origin: origin.nullable(),
  createdAt: z.iso.datetime().nullable(),
  firstSeenAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
});
export type Resource = z.infer<typeof resource>;
