/** The language on one card; every example is a filter by itself. */
export const filterExamples: readonly { examples: readonly string[]; meaning: string }[] = [
  { examples: ["web"], meaning: "in the name, id or type" },
  { examples: ["type:AWS::EC2::*", "name:web-??"], meaning: "like: * is any text, ? one character, capitals do not matter" },
  { examples: ["region=us-east-1", "region!=us-east-1"], meaning: "exactly, or anything else" },
  { examples: ["tag.env=prod", 'tag."cost center":*'], meaning: "tags; what holds spaces stands in double quotes" },
  { examples: ["has:zone", "NOT has:tag.owner"], meaning: "has a value, or has none" },
  { examples: ["firstSeen>-7d", "createdAt<2026-01"], meaning: "dates; -7d is seven days ago" },
  { examples: ["property.sizeGb>=100"], meaning: "anything of the configuration; > and < compare numbers" },
  { examples: ["type:*Instance region:us-*", "state:running OR state:available"], meaning: "both, as with AND; or one of them" },
  { examples: ["NOT region:us-*", "-(type:*Subnet OR type:*VPC)"], meaning: "not; parentheses group" },
];
