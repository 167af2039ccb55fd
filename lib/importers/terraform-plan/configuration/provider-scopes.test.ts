import { expect, it } from "vitest";
import { inventoryOf, planText } from "../test-plan";

it("tells region and account of each configured provider, also within modules, by what variables are set to", async () => {
  const addresses = ["aws_vpc.usual", "aws_vpc.west", "module.net.aws_vpc.inner", "azurerm_virtual_network.v", "aws_vpc.unset"];
  const text = planText(addresses.map((address) => ({ address })), {
    resources: { "aws_vpc.usual": {}, "aws_vpc.west": {}, "azurerm_virtual_network.v": {}, "aws_vpc.unset": {} },
    calls: { net: { module: { resources: { "aws_vpc.inner": {} } } } },
  });
  const keys: Record<string, string> = { "aws_vpc.usual": "aws", "aws_vpc.west": "aws.west", "aws_vpc.inner": "module.net:aws.west", "azurerm_virtual_network.v": "azurerm", "aws_vpc.unset": "aws.unset" };
  const keyed = Object.entries(keys).reduce((all, [address, key]) => all.replace(`"address":"${address}","expressions"`, `"address":"${address}","provider_config_key":"${key}","expressions"`), text);
  const providers = {
    aws: { name: "aws", expressions: { region: { constant_value: "eu-west-1" }, secret_key: { constant_value: "canary" } } },
    "aws.west": { name: "aws", alias: "west", expressions: { region: { references: ["var.place"] } } },
    "aws.unset": { name: "aws", alias: "unset", expressions: { region: { references: ["local.region"] }, assume_role: [{ role_arn: { constant_value: "canary" } }] } },
    azurerm: { name: "azurerm", expressions: { subscription_id: { references: ["var.subscription"] }, features: [{}] } },
  };
  const content = JSON.parse(keyed) as { configuration: object };
  const inventory = await inventoryOf(JSON.stringify({ ...content, variables: { place: { value: "us-west-2" }, subscription: { value: "00000000-0000-4000-8000-0000000000a1" } }, configuration: { ...content.configuration, provider_config: providers } }));
  expect(Object.fromEntries(inventory.resources.map(({ origin, region, account }) => [origin?.address, [region, account]]))).toEqual({
    "aws_vpc.usual": ["eu-west-1", ""],
    "aws_vpc.west": ["us-west-2", ""],
    "module.net.aws_vpc.inner": ["us-west-2", ""],
    "azurerm_virtual_network.v": [null, "00000000-0000-4000-8000-0000000000a1"],
    "aws_vpc.unset": [null, ""],
  });
  expect(JSON.stringify(inventory)).not.toContain("canary");
});
