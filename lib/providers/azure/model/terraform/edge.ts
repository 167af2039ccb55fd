import type { TerraformFragment, TerraformTypes } from "../../../../core/terraform/terraform-type";
import { association, azure, fragment, hostAliases, insideParent, parentEnd, parentTargets, to, toHost } from "./row";

/** A record set is a line in its zone; what it points at becomes the zone's. */
function record(): TerraformFragment {
  return fragment(
    "records",
    { paths: ["id"], pick: parentTargets },
    [to("target_resource_id", "routes-to"), toHost("records[]", "routes-to"), toHost("record", "routes-to")],
  );
}

/** Names and content delivery: DNS, Front Door, CDN, Traffic Manager. */
export const edgeTypes: TerraformTypes = {
  azurerm_dns_zone: azure("Microsoft.Network/dnszones"),
  azurerm_dns_a_record: record(),
  azurerm_dns_aaaa_record: record(),
  azurerm_dns_cname_record: record(),
  azurerm_dns_caa_record: record(),
  azurerm_dns_mx_record: record(),
  azurerm_dns_ns_record: record(),
  azurerm_dns_ptr_record: record(),
  azurerm_dns_srv_record: record(),
  azurerm_dns_txt_record: record(),
  azurerm_private_dns_zone: azure("Microsoft.Network/privateDnsZones"),
  azurerm_private_dns_zone_virtual_network_link: association("connects-to", parentEnd, "virtual_network_id"),
  azurerm_private_dns_a_record: record(),
  azurerm_private_dns_aaaa_record: record(),
  azurerm_private_dns_cname_record: record(),
  azurerm_private_dns_mx_record: record(),
  azurerm_private_dns_ptr_record: record(),
  azurerm_private_dns_srv_record: record(),
  azurerm_private_dns_txt_record: record(),

  azurerm_cdn_profile: azure("Microsoft.Cdn/profiles"),
  azurerm_cdn_endpoint: azure("Microsoft.Cdn/profiles/endpoints", [insideParent, toHost("origin[].host_name", "routes-to")], { aliases: hostAliases("fqdn") }),
  azurerm_cdn_frontdoor_profile: azure("Microsoft.Cdn/profiles"),
  azurerm_cdn_frontdoor_endpoint: azure("Microsoft.Cdn/profiles/afdEndpoints", [insideParent], { aliases: hostAliases("host_name") }),
  azurerm_cdn_frontdoor_origin_group: fragment("originGroups", "cdn_frontdoor_profile_id"),
  azurerm_cdn_frontdoor_origin: fragment("origins", "cdn_frontdoor_origin_group_id", [toHost("host_name", "routes-to"), to("private_link[].private_link_target_id", "routes-to")]),
  azurerm_cdn_frontdoor_route: fragment("routes", "cdn_frontdoor_endpoint_id", [to("cdn_frontdoor_origin_group_id", "routes-to")]),
  azurerm_cdn_frontdoor_custom_domain: fragment("customDomains", "cdn_frontdoor_profile_id", [to("dns_zone_id", "depends-on")]),
  azurerm_cdn_frontdoor_firewall_policy: azure("Microsoft.Network/frontdoorWebApplicationFirewallPolicies"),
  azurerm_cdn_frontdoor_security_policy: fragment("securityPolicies", "cdn_frontdoor_profile_id", [
    to("security_policies[].firewall[].cdn_frontdoor_firewall_policy_id", "secured-by"),
  ]),
  azurerm_frontdoor: azure("Microsoft.Network/frontDoors", [
    toHost("backend_pool[].backend[].address", "routes-to"),
    to("frontend_endpoint[].web_application_firewall_policy_link_id", "secured-by"),
  ], { aliases: hostAliases("cname") }),
  azurerm_frontdoor_firewall_policy: azure("Microsoft.Network/frontdoorWebApplicationFirewallPolicies"),

  azurerm_traffic_manager_profile: azure("Microsoft.Network/trafficManagerProfiles", [], { aliases: hostAliases("fqdn") }),
  azurerm_traffic_manager_azure_endpoint: association("routes-to", "profile_id", "target_resource_id"),
  azurerm_traffic_manager_external_endpoint: fragment("endpoints", "profile_id", [toHost("target", "routes-to")]),
};
