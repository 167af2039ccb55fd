import type { TerraformTypes } from "../../../../core/terraform/terraform-type";
import { ruleAllows, rulesAllow } from "./exposure";
import { association, azure, end, fragment, hostAliases, inSubnet, inside, insideParent, parentEnd, to, toHost } from "./row";

const frontends = [to("frontend_ip_configuration[].public_ip_address_id", "depends-on"), inSubnet("frontend_ip_configuration[].subnet_id")];
const addressed = [inSubnet("ip_configuration[].subnet_id"), to("ip_configuration[].public_ip_address_id", "depends-on")];

export const networkTypes: TerraformTypes = {
  azurerm_virtual_network: azure("Microsoft.Network/virtualNetworks", [to("ddos_protection_plan[].id", "secured-by")]),
  azurerm_subnet: azure("Microsoft.Network/virtualNetworks/subnets", [insideParent]),
  azurerm_virtual_network_peering: association("peers-with", parentEnd, "remote_virtual_network_id"),
  azurerm_subnet_network_security_group_association: association("secured-by", "subnet_id", "network_security_group_id"),
  azurerm_subnet_route_table_association: association("routes-to", "subnet_id", "route_table_id"),
  azurerm_subnet_nat_gateway_association: association("routes-to", "subnet_id", "nat_gateway_id"),

  azurerm_network_interface: azure("Microsoft.Network/networkInterfaces", [...addressed, to("network_security_group_id", "secured-by")], {
    aliases: hostAliases("private_ip_address", "private_ip_addresses[]"),
  }),
  azurerm_network_interface_security_group_association: association("secured-by", "network_interface_id", "network_security_group_id"),
  azurerm_network_interface_backend_address_pool_association: association("routes-to", "backend_address_pool_id", "network_interface_id"),
  azurerm_network_interface_application_gateway_backend_address_pool_association: association("routes-to", "backend_address_pool_id", "network_interface_id"),
  azurerm_network_interface_nat_rule_association: association("routes-to", "nat_rule_id", "network_interface_id"),
  azurerm_network_interface_application_security_group_association: association("secured-by", "network_interface_id", "application_security_group_id"),

  azurerm_network_security_group: azure("Microsoft.Network/networkSecurityGroups", [], { refsOf: rulesAllow }),
  azurerm_network_security_rule: fragment("securityRules", parentEnd, [], (attributes) => ruleAllows(attributes)),
  azurerm_application_security_group: azure("Microsoft.Network/applicationSecurityGroups"),
  azurerm_network_ddos_protection_plan: azure("Microsoft.Network/ddosProtectionPlans"),

  azurerm_public_ip: azure("Microsoft.Network/publicIPAddresses", [to("public_ip_prefix_id", "depends-on")], { aliases: hostAliases("ip_address", "fqdn") }),
  azurerm_public_ip_prefix: azure("Microsoft.Network/publicIPPrefixes"),
  azurerm_nat_gateway: azure("Microsoft.Network/natGateways", [to("public_ip_address_ids[]", "depends-on")]),
  azurerm_nat_gateway_public_ip_association: association("depends-on", "nat_gateway_id", "public_ip_address_id"),
  azurerm_nat_gateway_public_ip_prefix_association: association("depends-on", "nat_gateway_id", "public_ip_prefix_id"),

  azurerm_route_table: azure("Microsoft.Network/routeTables", [toHost("route[].next_hop_in_ip_address", "routes-to")]),
  azurerm_route: fragment("routes", parentEnd, [toHost("next_hop_in_ip_address", "routes-to")]),

  azurerm_lb: azure("Microsoft.Network/loadBalancers", frontends),
  azurerm_lb_backend_address_pool: fragment("backendAddressPools", "loadbalancer_id"),
  azurerm_lb_backend_address_pool_address: fragment("backendAddresses", "backend_address_pool_id", [to("virtual_network_id", "routes-to"), toHost("ip_address", "routes-to")]),
  azurerm_lb_probe: fragment("probes", "loadbalancer_id"),
  azurerm_lb_rule: fragment("loadBalancingRules", "loadbalancer_id"),
  azurerm_lb_nat_rule: fragment("inboundNatRules", "loadbalancer_id"),
  azurerm_lb_nat_pool: fragment("inboundNatPools", "loadbalancer_id"),
  azurerm_lb_outbound_rule: fragment("outboundRules", "loadbalancer_id"),

  azurerm_application_gateway: azure("Microsoft.Network/applicationGateways", [
    inSubnet("gateway_ip_configuration[].subnet_id"),
    to("frontend_ip_configuration[].public_ip_address_id", "depends-on"),
    to("firewall_policy_id", "secured-by"),
    toHost("backend_address_pool[].fqdns[]", "routes-to"),
    toHost("backend_address_pool[].ip_addresses[]", "routes-to"),
  ]),
  azurerm_web_application_firewall_policy: azure("Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies"),

  azurerm_firewall: azure("Microsoft.Network/azureFirewalls", [...addressed, to("firewall_policy_id", "depends-on"), to("virtual_hub[].virtual_hub_id", "connects-to")], {
    aliases: hostAliases("ip_configuration[].private_ip_address"),
  }),
  azurerm_firewall_policy: azure("Microsoft.Network/firewallPolicies", [to("base_policy_id", "depends-on")]),
  azurerm_firewall_policy_rule_collection_group: fragment("ruleCollectionGroups", "firewall_policy_id"),
  azurerm_bastion_host: azure("Microsoft.Network/bastionHosts", addressed),

  azurerm_virtual_network_gateway: azure("Microsoft.Network/virtualNetworkGateways", addressed),
  azurerm_local_network_gateway: azure("Microsoft.Network/localNetworkGateways", [toHost("gateway_address", "connects-to")]),
  azurerm_virtual_network_gateway_connection: azure("Microsoft.Network/connections", [
    to("virtual_network_gateway_id", "connects-to"),
    to("local_network_gateway_id", "connects-to"),
    to("peer_virtual_network_gateway_id", "connects-to"),
    to("express_route_circuit_id", "connects-to"),
  ]),
  azurerm_express_route_circuit: azure("Microsoft.Network/expressRouteCircuits"),
  azurerm_virtual_wan: azure("Microsoft.Network/virtualWans"),
  azurerm_virtual_hub: azure("Microsoft.Network/virtualHubs", [to("virtual_wan_id", "connects-to")]),
  azurerm_virtual_hub_connection: association("connects-to", "virtual_hub_id", "remote_virtual_network_id"),

  azurerm_private_endpoint: azure("Microsoft.Network/privateEndpoints", [
    inSubnet("subnet_id"),
    to("private_service_connection[].private_connection_resource_id", "connects-to"),
    to("private_dns_zone_group[].private_dns_zone_ids[]", "depends-on"),
  ]),
  azurerm_private_link_service: azure("Microsoft.Network/privateLinkServices", [
    inSubnet("nat_ip_configuration[].subnet_id"),
    to("load_balancer_frontend_ip_configuration_ids[]", "routes-to"),
  ]),
  azurerm_network_watcher: azure("Microsoft.Network/networkWatchers"),
  azurerm_network_watcher_flow_log: association("writes", end({ ...end("target_resource_id"), paths: ["target_resource_id", "network_security_group_id"] }), "storage_account_id"),
  azurerm_ip_group: azure("Microsoft.Network/ipGroups"),
  azurerm_vpn_gateway: azure("Microsoft.Network/vpnGateways", [inside("virtual_hub_id")]),
};
