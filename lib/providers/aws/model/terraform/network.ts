import type { TerraformRef, TerraformTypes } from "../../../../core/terraform/terraform-type";
import { globalId, box, ec2Id, end, joins, named, part, regionalId } from "./row";
import { connectsTo, dependsOn, inside, openToAll, picked, reversed, routesTo, securedBy } from "./refs";

const vpc = "AWS::EC2::VPC";
const inVpc = inside("vpc_id");

const routeTargets: readonly TerraformRef[] = ["gateway_id", "nat_gateway_id", "transit_gateway_id", "vpc_peering_connection_id", "network_interface_id", "egress_only_gateway_id", "vpc_endpoint_id", "instance_id", "carrier_gateway_id", "local_gateway_id"].map(
  (path) => picked(routesTo(path), notLocal),
);

const routeTableRefs: readonly TerraformRef[] = [inVpc, ...routeTargets.map((ref) => ({ ...ref, path: `route[].${ref.path}` }))];

/** The route inside the network itself leads nowhere else. */
function notLocal(gateway: string): string[] {
  return gateway === "local" ? [] : [gateway];
}

const aclRefs: readonly TerraformRef[] = [inVpc, reversed(securedBy("subnet_ids[]"))];

const vpcRow = box(vpc, [], { id: ec2Id("vpc") });
const subnetRow = box("AWS::EC2::Subnet", [inVpc], { id: ec2Id("subnet") });

/** Networks, their subnets and what leads out of them. */
export const awsNetwork: TerraformTypes = {
  aws_vpc: vpcRow,
  aws_default_vpc: vpcRow,
  aws_subnet: subnetRow,
  aws_default_subnet: subnetRow,
  aws_vpc_ipv4_cidr_block_association: part("vpc_id", "cidrBlocks", [], vpc),
  aws_vpc_dhcp_options: box("AWS::EC2::DHCPOptions", [], { id: ec2Id("dhcp-options") }),
  aws_vpc_dhcp_options_association: joins(end("vpc_id", vpc), "depends-on", end("dhcp_options_id")),
  aws_route_table: box("AWS::EC2::RouteTable", routeTableRefs, { id: ec2Id("route-table") }),
  aws_default_route_table: box("AWS::EC2::RouteTable", routeTableRefs, { id: ec2Id("route-table") }),
  aws_route: part("route_table_id", "routes", routeTargets),
  aws_route_table_association: joins(end(["subnet_id", "gateway_id"]), "depends-on", end("route_table_id")),
  aws_main_route_table_association: joins(end("vpc_id"), "depends-on", end("route_table_id")),
  aws_internet_gateway: box("AWS::EC2::InternetGateway", [connectsTo("vpc_id")], { id: ec2Id("internet-gateway") }),
  aws_internet_gateway_attachment: joins(end("internet_gateway_id"), "connects-to", end("vpc_id")),
  aws_egress_only_internet_gateway: box("AWS::EC2::EgressOnlyInternetGateway", [connectsTo("vpc_id")], { id: ec2Id("egress-only-internet-gateway") }),
  aws_nat_gateway: box("AWS::EC2::NatGateway", [inside("subnet_id"), dependsOn("allocation_id")], { id: ec2Id("natgateway") }),
  aws_eip: box("AWS::EC2::EIP", [dependsOn("instance"), dependsOn("network_interface")], {
    id: ec2Id("elastic-ip", "allocation_id"),
    ...named("public_ip"),
    aliases: (attributes) => [attributes.allocation_id, attributes.public_ip].filter((alias) => typeof alias === "string"),
  }),
  aws_eip_association: joins(end(["allocation_id", "public_ip"]), "depends-on", end(["instance_id", "network_interface_id"])),
  aws_network_interface: box("AWS::EC2::NetworkInterface", [inside("subnet_id"), securedBy("security_groups[]"), dependsOn("attachment[].instance")], { id: ec2Id("network-interface") }),
  aws_network_interface_attachment: joins(end("network_interface_id"), "depends-on", end("instance_id")),
  aws_network_interface_sg_attachment: joins(end("network_interface_id"), "secured-by", end("security_group_id")),
  aws_network_acl: box("AWS::EC2::NetworkAcl", aclRefs, { id: ec2Id("network-acl") }),
  aws_default_network_acl: box("AWS::EC2::NetworkAcl", aclRefs, { id: ec2Id("network-acl") }),
  aws_network_acl_rule: part("network_acl_id", "rules"),
  aws_network_acl_association: joins(end("subnet_id"), "secured-by", end("network_acl_id")),
  aws_vpc_endpoint: box("AWS::EC2::VPCEndpoint", [inVpc, connectsTo("subnet_ids[]"), dependsOn("route_table_ids[]"), securedBy("security_group_ids[]")], { id: ec2Id("vpc-endpoint"), ...named("service_name") }),
  aws_vpc_endpoint_subnet_association: joins(end("vpc_endpoint_id"), "connects-to", end("subnet_id")),
  aws_vpc_endpoint_route_table_association: joins(end("vpc_endpoint_id"), "depends-on", end("route_table_id")),
  aws_vpc_endpoint_security_group_association: joins(end("vpc_endpoint_id"), "secured-by", end("security_group_id")),
  aws_vpc_endpoint_service: box("AWS::EC2::VPCEndpointService", [routesTo("network_load_balancer_arns[]"), routesTo("gateway_load_balancer_arns[]")], { id: ec2Id("vpc-endpoint-service") }),
  aws_vpc_peering_connection: box("AWS::EC2::VPCPeeringConnection", [connectsTo("vpc_id"), connectsTo("peer_vpc_id")], { id: ec2Id("vpc-peering-connection") }),
  aws_vpc_peering_connection_accepter: part("vpc_peering_connection_id", "accepter"),
  aws_ec2_managed_prefix_list: box("AWS::EC2::PrefixList", [], { id: ec2Id("prefix-list") }),
  aws_flow_log: box("AWS::EC2::FlowLog", [dependsOn("vpc_id"), dependsOn("subnet_id"), dependsOn("eni_id"), { path: "log_destination", kind: "writes", pick: (arn) => [arn.replace(/:\*$/, "")] }, { path: "iam_role_arn", kind: "assumes" }], { id: ec2Id("vpc-flow-log") }),
};

/** Security groups and their rules. */
export const awsSecurityGroups: TerraformTypes = {
  aws_security_group: box("AWS::EC2::SecurityGroup", groupRefs(), { id: ec2Id("security-group"), ...named("name") }),
  aws_default_security_group: box("AWS::EC2::SecurityGroup", groupRefs(), { id: ec2Id("security-group"), ...named("name") }),
  aws_security_group_rule: part("security_group_id", "rules", [
    ...both("source_security_group_id", (attributes) => attributes.type !== "egress"),
    ...both("cidr_blocks[]", (attributes) => attributes.type !== "egress", openToAll),
    ...both("ipv6_cidr_blocks[]", (attributes) => attributes.type !== "egress", openToAll),
  ]),
  aws_vpc_security_group_ingress_rule: part("security_group_id", "ingressRules", ["referenced_security_group_id", "cidr_ipv4", "cidr_ipv6"].map((path) => reversed(allows(path)))),
  aws_vpc_security_group_egress_rule: part("security_group_id", "egressRules", [allows("referenced_security_group_id")]),
};

function groupRefs(): readonly TerraformRef[] {
  const sources = ["ingress[].security_groups[]", "ingress[].cidr_blocks[]", "ingress[].ipv6_cidr_blocks[]"];
  return [inVpc, ...sources.map((path) => reversed(allows(path))), allows("egress[].security_groups[]")];
}

/** Another group, or everybody; other address ranges stay in the properties. */
function allows(path: string): TerraformRef {
  return /cidr/.test(path) ? { path, kind: "allows", pick: openToAll } : { path, kind: "allows", pick: (group) => [group.replace(/^\d{12}\//, "")] };
}

/** A rule that lets in points at its group; one that lets out, away from it. Leaving to everywhere is the default and says nothing. */
function both(path: string, isIngress: NonNullable<TerraformRef["when"]>, pick?: (value: string) => string[]): TerraformRef[] {
  const incoming: TerraformRef = { ...reversed(allows(path)), when: isIngress };
  return pick ? [incoming] : [incoming, { ...allows(path), when: (attributes) => !isIngress(attributes) }];
}

/** What joins networks with each other and with other places. */
export const awsConnectivity: TerraformTypes = {
  aws_ec2_transit_gateway: box("AWS::EC2::TransitGateway", [], { id: ec2Id("transit-gateway") }),
  aws_ec2_transit_gateway_vpc_attachment: box("AWS::EC2::TransitGatewayAttachment", [connectsTo("transit_gateway_id"), connectsTo("vpc_id"), connectsTo("subnet_ids[]")], { id: ec2Id("transit-gateway-attachment") }),
  aws_ec2_transit_gateway_route_table: box("AWS::EC2::TransitGatewayRouteTable", [inside("transit_gateway_id")], { id: ec2Id("transit-gateway-route-table") }),
  aws_ec2_transit_gateway_route_table_association: joins(end("transit_gateway_attachment_id"), "depends-on", end("transit_gateway_route_table_id")),
  aws_ec2_transit_gateway_route_table_propagation: joins(end("transit_gateway_route_table_id"), "routes-to", end("transit_gateway_attachment_id")),
  aws_ec2_transit_gateway_route: part("transit_gateway_route_table_id", "routes", [routesTo("transit_gateway_attachment_id")]),
  aws_customer_gateway: box("AWS::EC2::CustomerGateway", [], { id: ec2Id("customer-gateway") }),
  aws_vpn_gateway: box("AWS::EC2::VPNGateway", [connectsTo("vpc_id")], { id: ec2Id("vpn-gateway") }),
  aws_vpn_gateway_attachment: joins(end("vpn_gateway_id"), "connects-to", end("vpc_id")),
  aws_vpn_connection: box("AWS::EC2::VPNConnection", [connectsTo("vpn_gateway_id"), connectsTo("transit_gateway_id"), connectsTo("customer_gateway_id")], { id: ec2Id("vpn-connection") }),
  aws_vpn_connection_route: part("vpn_connection_id", "routes"),
  aws_dx_connection: box("AWS::DirectConnect::Connection", [], { id: regionalId("directconnect", "dxcon/") }),
  aws_dx_gateway: box("AWS::DirectConnect::DirectConnectGateway", [], { id: globalId("directconnect", "dx-gateway/"), region: () => null }),
  aws_dx_gateway_association: joins(end("dx_gateway_id"), "connects-to", end(["associated_gateway_id", "vpn_gateway_id"])),
  aws_dx_private_virtual_interface: box("AWS::DirectConnect::VirtualInterface", [dependsOn("connection_id"), connectsTo("vpn_gateway_id"), connectsTo("dx_gateway_id")], { id: regionalId("directconnect", "dxvif/") }),
};
