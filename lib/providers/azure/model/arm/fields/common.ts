import { from, to, type ArmField } from "../field";

/** Fields that many services have, by the end of their path; the longest that fits counts. */
export const commonFields: readonly ArmField[] = [
  to("managedBy", "managed-by"),
  to("managedByExtended[]", "managed-by"),
  to("identity.userAssignedIdentities", "assumes"),
  from("privateEndpointConnections[].properties.privateEndpoint.id", "connects-to"),
  from("virtualNetworkRules[].id", "allows"),
  from("virtualNetworkRules[].subnet.id", "allows"),
  from("virtualNetworkRules[].virtualNetworkSubnetId", "allows"),
  from("virtualNetworkRules[].properties.subnet.id", "allows"),
  from("resourceAccessRules[].resourceId", "allows"),
  to("virtualHub.id", "connects-to"),
  to("firewallPolicy.id", "secured-by"),
  to("wafPolicy.id", "secured-by"),
  to("webApplicationFirewallPolicyLink.id", "secured-by"),
  // Keys are known by a URL in their vault.
  to("keyUrl", "encrypted-by"),
  to("keyUri", "encrypted-by"),
  to("keyIdentifier", "encrypted-by"),
  to("keyVaultUri", "encrypted-by"),
  to("keyVaultKeyUri", "encrypted-by"),
  to("currentVersionedKeyIdentifier", "encrypted-by"),
  to("primaryKeyURI", "encrypted-by"),
  to("geoBackupKeyURI", "encrypted-by"),
  to("keyVaultProperties.keyIdentifier", "encrypted-by"),
  // What another resource made for itself.
  from("managedResourceGroupId", "managed-by"),
  from("managedResourceGroup", "managed-by"),
];
