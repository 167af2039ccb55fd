import type { Collector } from "../../provider";
import type { AwsSession } from "../session";
import { bucket } from "./s3/bucket";
import { dbInstance } from "./rds/db-instance";
import { elasticIp } from "./ec2/elastic-ip";
import { instance } from "./ec2/instance";
import { internetGateway } from "./ec2/internet-gateway";
import { lambdaFunction } from "./lambda/lambda-function";
import { listener } from "./elasticloadbalancing/listener";
import { loadBalancer } from "./elasticloadbalancing/load-balancer";
import { natGateway } from "./ec2/nat-gateway";
import { networkInterface } from "./ec2/network-interface";
import { role } from "./iam/role";
import { routeTable } from "./ec2/route-table";
import { securityGroup } from "./ec2/security-group";
import { subnet } from "./ec2/subnet";
import { targetGroup } from "./elasticloadbalancing/target-group";
import { volume } from "./ec2/volume";
import { vpc } from "./ec2/vpc";

/** Every kind of AWS resource that is looked for, one line a kind. */
export const awsCollectors: readonly Collector<AwsSession, unknown>[] = [
  vpc,
  subnet,
  routeTable,
  internetGateway,
  natGateway,
  securityGroup,
  networkInterface,
  elasticIp,
  instance,
  volume,
  loadBalancer,
  listener,
  targetGroup,
  dbInstance,
  bucket,
  lambdaFunction,
  role,
];
