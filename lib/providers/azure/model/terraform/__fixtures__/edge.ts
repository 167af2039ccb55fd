import type { TerraformFixture, TerraformFixtures } from "../../../../../core/terraform/terraform-fixture";
import { arm, box, joint, part } from "./build";

const network = "Microsoft.Network";
const profile = arm("Microsoft.Cdn/profiles/afd");

function record(zone: "dnszones" | "privateDnsZones", owner: string, kind: string, attributes: TerraformFixture["attributes"] = {}, ...edges: string[]): TerraformFixture {
  const name = zone === "dnszones" ? "example.com" : "internal.example.com";
  return part(owner, { id: arm(`${network}/${zone}/${name}/${kind}/www`), zone_name: name, ttl: 300, ...attributes }, ...edges);
}

const publicZone = "azurerm_dns_zone";
const privateZone = "azurerm_private_dns_zone";

export const edgeFixtures: TerraformFixtures = {
  azurerm_dns_zone: box(`${network}/dnszones/example.com`),
  azurerm_dns_a_record: record("dnszones", publicZone, "A", { target_resource_id: arm(`${network}/publicIPAddresses/pip`) }, "azurerm_dns_zone routes-to azurerm_public_ip"),
  azurerm_dns_aaaa_record: record("dnszones", publicZone, "AAAA", { records: ["2001:db8::1"] }),
  azurerm_dns_cname_record: record("dnszones", publicZone, "CNAME", { record: "shop.azurewebsites.net" }, "azurerm_dns_zone routes-to azurerm_linux_web_app"),
  azurerm_dns_caa_record: record("dnszones", publicZone, "CAA"),
  azurerm_dns_mx_record: record("dnszones", publicZone, "MX"),
  azurerm_dns_ns_record: record("dnszones", publicZone, "NS"),
  azurerm_dns_ptr_record: record("dnszones", publicZone, "PTR"),
  azurerm_dns_srv_record: record("dnszones", publicZone, "SRV"),
  azurerm_dns_txt_record: record("dnszones", publicZone, "TXT"),
  azurerm_private_dns_zone: box(`${network}/privateDnsZones/internal.example.com`),
  azurerm_private_dns_zone_virtual_network_link: joint(
    { id: arm(`${network}/privateDnsZones/internal.example.com/virtualNetworkLinks/l`), virtual_network_id: arm(`${network}/virtualNetworks/vnet`) },
    "azurerm_private_dns_zone connects-to azurerm_virtual_network",
  ),
  azurerm_private_dns_a_record: record("privateDnsZones", privateZone, "A", { records: ["10.1.0.4"] }, "azurerm_private_dns_zone routes-to azurerm_network_interface"),
  azurerm_private_dns_aaaa_record: record("privateDnsZones", privateZone, "AAAA"),
  azurerm_private_dns_cname_record: record("privateDnsZones", privateZone, "CNAME"),
  azurerm_private_dns_mx_record: record("privateDnsZones", privateZone, "MX"),
  azurerm_private_dns_ptr_record: record("privateDnsZones", privateZone, "PTR"),
  azurerm_private_dns_srv_record: record("privateDnsZones", privateZone, "SRV"),
  azurerm_private_dns_txt_record: record("privateDnsZones", privateZone, "TXT"),

  azurerm_cdn_profile: box("Microsoft.Cdn/profiles/cdn"),
  azurerm_cdn_endpoint: box("Microsoft.Cdn/profiles/cdn/endpoints/static", { origin: [{ host_name: "shopstore.blob.core.windows.net" }] }, "azurerm_cdn_profile contains this", "this routes-to azurerm_storage_account"),
  azurerm_cdn_frontdoor_profile: box("Microsoft.Cdn/profiles/afd"),
  azurerm_cdn_frontdoor_endpoint: box("Microsoft.Cdn/profiles/afd/afdEndpoints/www", { host_name: "www-abc.z01.azurefd.net" }, "azurerm_cdn_frontdoor_profile contains this"),
  azurerm_cdn_frontdoor_origin_group: part("azurerm_cdn_frontdoor_profile", { cdn_frontdoor_profile_id: profile }),
  azurerm_cdn_frontdoor_origin: part("azurerm_cdn_frontdoor_profile", { cdn_frontdoor_origin_group_id: `${profile}/originGroups/g`, host_name: "shop.azurewebsites.net" }, "azurerm_cdn_frontdoor_profile routes-to azurerm_linux_web_app"),
  azurerm_cdn_frontdoor_route: part("azurerm_cdn_frontdoor_endpoint", { cdn_frontdoor_endpoint_id: `${profile}/afdEndpoints/www` }),
  azurerm_cdn_frontdoor_custom_domain: part("azurerm_cdn_frontdoor_profile", { cdn_frontdoor_profile_id: profile, dns_zone_id: arm(`${network}/dnszones/example.com`) }, "azurerm_cdn_frontdoor_profile depends-on azurerm_dns_zone"),
  azurerm_cdn_frontdoor_firewall_policy: box(`${network}/frontdoorWebApplicationFirewallPolicies/afdwaf`),
  azurerm_cdn_frontdoor_security_policy: part("azurerm_cdn_frontdoor_profile", {
    cdn_frontdoor_profile_id: profile,
    security_policies: [{ firewall: [{ cdn_frontdoor_firewall_policy_id: arm(`${network}/frontdoorWebApplicationFirewallPolicies/afdwaf`) }] }],
  }, "azurerm_cdn_frontdoor_profile secured-by azurerm_cdn_frontdoor_firewall_policy"),
  azurerm_frontdoor: box(`${network}/frontDoors/fd`, { backend_pool: [{ backend: [{ address: "shop.azurewebsites.net" }] }] }, "this routes-to azurerm_linux_web_app"),
  azurerm_frontdoor_firewall_policy: box(`${network}/frontdoorWebApplicationFirewallPolicies/fdwaf`),
  azurerm_traffic_manager_profile: box(`${network}/trafficManagerProfiles/tm`, { fqdn: "shop.trafficmanager.net" }),
  azurerm_traffic_manager_azure_endpoint: joint({ profile_id: arm(`${network}/trafficManagerProfiles/tm`), target_resource_id: arm("Microsoft.Web/sites/shop") }, "azurerm_traffic_manager_profile routes-to azurerm_linux_web_app"),
  azurerm_traffic_manager_external_endpoint: part("azurerm_traffic_manager_profile", { profile_id: arm(`${network}/trafficManagerProfiles/tm`), target: "legacy.example.org" }),
};
