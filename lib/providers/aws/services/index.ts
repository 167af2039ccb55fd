import type { Collector } from "../../provider";
import type { AwsSession } from "../session";
import { instance } from "./instance";
import { subnet } from "./subnet";
import { vpc } from "./vpc";

/** Every kind of AWS resource that is looked for. */
export const awsCollectors: readonly Collector<AwsSession, unknown>[] = [vpc, subnet, instance];
