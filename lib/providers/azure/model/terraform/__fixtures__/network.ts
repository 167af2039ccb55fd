import type { TerraformFixtures } from "../../../../../core/terraform/terraform-fixture";
import { arm, box, joint, part } from "./build";

const network = "Microsoft.Network";
const vnet = arm(`${network}/virtualNetworks/vnet`);
const subnet = `${vnet}/subnets/front`;
const pip = arm(`${network}/publicIPAddresses/pip`);
const nic = arm(`${network}/networkInterfaces/nic`);
const nsg = arm(`${network}/networkSecurityGroups/nsg`);
const lb = arm(`${network}/loadBalancers/lb`);
const agw = arm(`${network}/applicationGateways/agw`);
const gateway = arm(`${network}/virtualNetworkGateways/vng`);
const inSubnet = "azurerm_subnet contains this";

export const networkFixtures: TerraformFixtures = {
  azurerm_virtual_network: box(`${network}/virtualNetworks/vnet`, { ddos_protection_plan: [{ id: arm(`${network}/ddosProtectionPlans/ddos`), enable: true }] },
    "azurerm_resource_group contains this", "this secured-by azurerm_network_ddos_protection_plan"),
  "azurerm_virtual_network#other": box(`${network}/virtualNetworks/other`),
  azurerm_subnet: box(`${network}/virtualNetworks/vnet/subnets/front`, { virtual_network_name: "vnet", address_prefixes: ["10.1.0.0/24"] }, "azurerm_virtual_network contains this"),
  "azurerm_subnet#back": box(`${network}/virtualNetworks/vnet/subnets/back`, {}, "azurerm_virtual_network contains this"),
  azurerm_virtual_network_peering: joint(
    { id: `${vnet}/virtualNetworkPeerings/p`, name: "p", virtual_network_name: "vnet", remote_virtual_network_id: arm(`${network}/virtualNetworks/other`) },
    "azurerm_virtual_network peers-with azurerm_virtual_network#other",
  ),
  azurerm_subnet_network_security_group_association: joint({ id: subnet, subnet_id: subnet, network_security_group_id: nsg }, "azurerm_subnet secured-by azurerm_network_security_group"),
  azurerm_subnet_route_table_association: joint({ subnet_id: subnet, route_table_id: arm(`${network}/routeTables/rt`) }, "azurerm_subnet routes-to azurerm_route_table"),
  azurerm_subnet_nat_gateway_association: joint({ subnet_id: subnet, nat_gateway_id: arm(`${network}/natGateways/nat`) }, "azurerm_subnet routes-to azurerm_nat_gateway"),
  azurerm_network_interface: box(`${network}/networkInterfaces/nic`, {
    private_ip_address: "10.1.0.4",
    ip_configuration: [{ name: "ipc", subnet_id: subnet, public_ip_address_id: pip }],
  }, inSubnet, "this depends-on azurerm_public_ip"),
  "azurerm_network_interface#two": box(`${network}/networkInterfaces/two`, {
    ip_configuration: [{ subnet_id: subnet }, { subnet_id: `${vnet}/subnets/back` }],
  }, "azurerm_resource_group contains this", "this connects-to azurerm_subnet", "this connects-to azurerm_subnet#back"),
  azurerm_network_interface_security_group_association: joint({ network_interface_id: nic, network_security_group_id: nsg }, "azurerm_network_interface secured-by azurerm_network_security_group"),
  azurerm_network_interface_backend_address_pool_association: joint(
    { network_interface_id: nic, ip_configuration_name: "ipc", backend_address_pool_id: `${lb}/backendAddressPools/pool` },
    "azurerm_lb routes-to azurerm_network_interface",
  ),
  azurerm_network_interface_application_gateway_backend_address_pool_association: joint(
    { network_interface_id: nic, backend_address_pool_id: `${agw}/backendAddressPools/pool` },
    "azurerm_application_gateway routes-to azurerm_network_interface",
  ),
  azurerm_network_interface_nat_rule_association: joint({ network_interface_id: `${arm(`${network}/networkInterfaces/two`)}`, nat_rule_id: `${lb}/inboundNatRules/ssh` }, "azurerm_lb routes-to azurerm_network_interface#two"),
  azurerm_network_interface_application_security_group_association: joint(
    { network_interface_id: nic, application_security_group_id: arm(`${network}/applicationSecurityGroups/asg`) },
    "azurerm_network_interface secured-by azurerm_application_security_group",
  ),
  azurerm_network_security_group: box(`${network}/networkSecurityGroups/nsg`, {
    security_rule: [
      { name: "https", access: "Allow", direction: "Inbound", source_address_prefix: "Internet", destination_port_range: "443" },
      { name: "app", access: "Allow", direction: "Inbound", source_application_security_group_ids: [arm(`${network}/applicationSecurityGroups/asg`)] },
    ],
  }, "internet allows this", "azurerm_application_security_group allows this"),
  azurerm_network_security_rule: part("azurerm_network_security_group#bare", {
    id: `${arm(`${network}/networkSecurityGroups/bare`)}/securityRules/ssh`, access: "Allow", direction: "Inbound", source_address_prefixes: ["0.0.0.0/0"],
  }, "internet allows azurerm_network_security_group#bare"),
  "azurerm_network_security_group#bare": box(`${network}/networkSecurityGroups/bare`),
  azurerm_application_security_group: box(`${network}/applicationSecurityGroups/asg`),
  azurerm_network_ddos_protection_plan: box(`${network}/ddosProtectionPlans/ddos`),
  azurerm_public_ip: box(`${network}/publicIPAddresses/pip`, { ip_address: "203.0.113.10", fqdn: "shop.westeurope.cloudapp.azure.com", public_ip_prefix_id: arm(`${network}/publicIPPrefixes/prefix`) }, "this depends-on azurerm_public_ip_prefix"),
  azurerm_public_ip_prefix: box(`${network}/publicIPPrefixes/prefix`),
  azurerm_nat_gateway: box(`${network}/natGateways/nat`),
  azurerm_nat_gateway_public_ip_association: joint({ nat_gateway_id: arm(`${network}/natGateways/nat`), public_ip_address_id: pip }, "azurerm_nat_gateway depends-on azurerm_public_ip"),
  azurerm_nat_gateway_public_ip_prefix_association: joint({ nat_gateway_id: arm(`${network}/natGateways/nat`), public_ip_prefix_id: arm(`${network}/publicIPPrefixes/prefix`) }, "azurerm_nat_gateway depends-on azurerm_public_ip_prefix"),
  azurerm_route_table: box(`${network}/routeTables/rt`, { route: [{ name: "out", address_prefix: "0.0.0.0/0", next_hop_type: "VirtualAppliance", next_hop_in_ip_address: "10.1.9.4" }] }, "this routes-to azurerm_firewall"),
  azurerm_route: part("azurerm_route_table", { id: `${arm(`${network}/routeTables/rt`)}/routes/r`, next_hop_in_ip_address: "10.1.9.4" }),
  azurerm_lb: box(`${network}/loadBalancers/lb`, { frontend_ip_configuration: [{ name: "fe", public_ip_address_id: pip }] }, "this depends-on azurerm_public_ip"),
  azurerm_lb_backend_address_pool: part("azurerm_lb", { id: `${lb}/backendAddressPools/pool`, loadbalancer_id: lb }),
  azurerm_lb_backend_address_pool_address: part("azurerm_lb", { backend_address_pool_id: `${lb}/backendAddressPools/pool`, virtual_network_id: vnet }, "azurerm_lb routes-to azurerm_virtual_network"),
  azurerm_lb_probe: part("azurerm_lb", { loadbalancer_id: lb, port: 80 }),
  azurerm_lb_rule: part("azurerm_lb", { loadbalancer_id: lb, frontend_port: 80 }),
  azurerm_lb_nat_rule: part("azurerm_lb", { loadbalancer_id: lb }),
  azurerm_lb_nat_pool: part("azurerm_lb", { loadbalancer_id: lb }),
  azurerm_lb_outbound_rule: part("azurerm_lb", { loadbalancer_id: lb }),
  azurerm_application_gateway: box(`${network}/applicationGateways/agw`, {
    gateway_ip_configuration: [{ subnet_id: subnet }],
    frontend_ip_configuration: [{ public_ip_address_id: pip }],
    firewall_policy_id: arm(`${network}/ApplicationGatewayWebApplicationFirewallPolicies/waf`),
    backend_address_pool: [{ name: "pool", fqdns: ["shop.azurewebsites.net"] }],
  }, inSubnet, "this secured-by azurerm_web_application_firewall_policy", "this routes-to azurerm_linux_web_app"),
  azurerm_web_application_firewall_policy: box(`${network}/ApplicationGatewayWebApplicationFirewallPolicies/waf`),
  azurerm_firewall: box(`${network}/azureFirewalls/fw`, {
    ip_configuration: [{ subnet_id: `${vnet}/subnets/back`, public_ip_address_id: pip, private_ip_address: "10.1.9.4" }],
    firewall_policy_id: arm(`${network}/firewallPolicies/fwp`),
  }, "azurerm_subnet#back contains this", "this depends-on azurerm_firewall_policy"),
  azurerm_firewall_policy: box(`${network}/firewallPolicies/fwp`),
  azurerm_firewall_policy_rule_collection_group: part("azurerm_firewall_policy", { firewall_policy_id: arm(`${network}/firewallPolicies/fwp`) }),
  azurerm_bastion_host: box(`${network}/bastionHosts/bastion`, { ip_configuration: [{ subnet_id: subnet, public_ip_address_id: pip }] }, inSubnet),
  azurerm_virtual_network_gateway: box(`${network}/virtualNetworkGateways/vng`, { ip_configuration: [{ subnet_id: subnet, public_ip_address_id: pip }] }, inSubnet),
  azurerm_local_network_gateway: box(`${network}/localNetworkGateways/lng`, { gateway_address: "198.51.100.7" }),
  azurerm_virtual_network_gateway_connection: box(`${network}/connections/vpn`, { virtual_network_gateway_id: gateway, local_network_gateway_id: arm(`${network}/localNetworkGateways/lng`) },
    "this connects-to azurerm_virtual_network_gateway", "this connects-to azurerm_local_network_gateway"),
  azurerm_express_route_circuit: box(`${network}/expressRouteCircuits/er`),
  azurerm_virtual_wan: box(`${network}/virtualWans/wan`),
  azurerm_virtual_hub: box(`${network}/virtualHubs/hub`, { virtual_wan_id: arm(`${network}/virtualWans/wan`) }, "this connects-to azurerm_virtual_wan"),
  azurerm_virtual_hub_connection: joint({ virtual_hub_id: arm(`${network}/virtualHubs/hub`), remote_virtual_network_id: vnet }, "azurerm_virtual_hub connects-to azurerm_virtual_network"),
  azurerm_vpn_gateway: box(`${network}/vpnGateways/vpngw`, { virtual_hub_id: arm(`${network}/virtualHubs/hub`) }, "azurerm_virtual_hub contains this"),
  azurerm_private_endpoint: box(`${network}/privateEndpoints/pe`, {
    subnet_id: subnet,
    private_service_connection: [{ private_connection_resource_id: arm("Microsoft.Storage/storageAccounts/shopstore") }],
    private_dns_zone_group: [{ private_dns_zone_ids: [arm(`${network}/privateDnsZones/internal.example.com`)] }],
  }, inSubnet, "this connects-to azurerm_storage_account", "this depends-on azurerm_private_dns_zone"),
  azurerm_private_link_service: box(`${network}/privateLinkServices/pls`, {
    nat_ip_configuration: [{ subnet_id: subnet }], load_balancer_frontend_ip_configuration_ids: [`${lb}/frontendIPConfigurations/fe`],
  }, inSubnet, "this routes-to azurerm_lb"),
  azurerm_network_watcher: box(`${network}/networkWatchers/watcher`),
  azurerm_network_watcher_flow_log: joint({ target_resource_id: nsg, storage_account_id: arm("Microsoft.Storage/storageAccounts/shopstore") }, "azurerm_network_security_group writes azurerm_storage_account"),
  azurerm_ip_group: box(`${network}/ipGroups/office`),
};
