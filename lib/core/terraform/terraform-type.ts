import type { Ref } from "../resource/collected";
import type { EdgeKind } from "../resource/edge";
import type { JsonObject } from "../json";

/** The attributes of one Terraform instance, secrets already removed. */
export type TerraformAttributes = JsonObject;

/** What the whole state tells that one instance may not: filled in from the other instances of the same provider. */
export interface TerraformContext {
  /** AWS account, Azure subscription or GCP project of the state when all that name one agree, else "". */
  account: string;
  /** AWS partition: aws, aws-cn, aws-us-gov. */
  partition: string;
  /** The only region that the state's instances name, else null. */
  region: string | null;
  /** `module.a["k"].aws_instance.web[0]` */
  address: string;
}

/**
 * A reference read from attributes. `path` is dotted, `[]` walks a list: `vpc_config[].subnet_ids[]`.
 * `targetType` (the cloud's type name) is given when the value is a bare name.
 * `whenMany` replaces kind and direction when the path has more than one distinct value: something that lives in several
 * subnets cannot be drawn inside one of them. `pick` turns the value into a target (a policy document into its ARNs).
 */
export interface TerraformRef {
  path: string;
  kind: EdgeKind;
  direction?: "in";
  targetType?: string;
  whenMany?: { kind: EdgeKind; direction?: "in" };
  certainty?: "derived";
  outside?: false;
  pick?: (value: string) => string[];
  /** Counts only when this holds (an egress rule points the other way than an ingress rule). */
  when?: (attributes: TerraformAttributes) => boolean;
}

/** References that no single path tells: a firewall rule's source counts only where the same rule's access is "Allow". */
export type TerraformRefsOf = (attributes: TerraformAttributes, context: TerraformContext) => Ref[];

/** The end of an association, or a fragment's owner: the first path that has a value counts; `pick` as in `TerraformRef`. */
export interface TerraformEnd {
  paths: readonly string[];
  targetType?: string;
  pick?: (value: string) => string[];
}

/** A box of its own. What is left out is read the provider's usual way (`arn`, `id`, `name`, `tags` …). */
export interface TerraformResource {
  as: "resource";
  /** The cloud's own type name. A function where one Terraform type stands for several. */
  type: string | ((attributes: TerraformAttributes) => string);
  /** The cloud's own address, or null when the state does not hold enough to build it. */
  id?: (attributes: TerraformAttributes, context: TerraformContext) => string | null;
  name?: (attributes: TerraformAttributes) => string | null;
  region?: (attributes: TerraformAttributes) => string | null;
  state?: (attributes: TerraformAttributes) => string | null;
  aliases?: (attributes: TerraformAttributes, context: TerraformContext) => string[];
  refs?: readonly TerraformRef[];
  refsOf?: TerraformRefsOf;
  /** It lies where this other resource lies: a database where its subnet group is. */
  placedLike?: { path: string; targetType?: string };
}

/** An association or attachment: an edge between two others. Several when an attribute holds a list. */
export interface TerraformAssociation {
  as: "association";
  kind: EdgeKind;
  from: TerraformEnd;
  to: TerraformEnd;
}

/** A part of another resource: its attributes become `properties[property]` of the owner, its refs the owner's. */
export interface TerraformFragment {
  as: "fragment";
  owner: TerraformEnd;
  property: string;
  refs?: readonly TerraformRef[];
  refsOf?: TerraformRefsOf;
}

/** Not a thing in a cloud (random_pet, null_resource, local_file): left out unless asked for. */
export interface TerraformHidden {
  as: "hidden";
}

export type TerraformType = TerraformResource | TerraformAssociation | TerraformFragment | TerraformHidden;

/** Terraform resource type → what it is. One table a provider, next to that provider's id rules. */
export type TerraformTypes = Record<string, TerraformType>;
