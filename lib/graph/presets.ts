import { describeType, spellType, type GlyphId, type ResourceType } from "../catalogue";
import type { Category } from "../core/resource/category";
import type { GroupKey } from "../core/diagram/diagram";
import type { EdgeKind } from "../core/resource/edge";
import { presetLabels } from "../core/diagram/preset-labels";
import type { PresetId } from "../core/diagram/view";

/** What a diagram leaves out to tell one thing well. */
export interface Preset {
  id: PresetId;
  label: string;
  hides(type: string): boolean;
  /** Kinds of lines that are not drawn. */
  hiddenLines: ReadonlySet<EdgeKind>;
  /** Null: as the diagram is grouped. */
  grouping: readonly GroupKey[] | null;
}

/** Parts and by-products: what exists because of something else, and says little beside it. */
const parts: readonly GlyphId[] = ["disk", "interface", "ip", "route", "policy", "log", "snapshot", "image", "alarm", "monitor", "certificate"];
const identities: readonly GlyphId[] = ["identity", "key"];

/** What the glyph does not tell: rule sets that guard everything, halves of a load balancer, settings of something else. */
const guards = types(
  "AWS::EC2::SecurityGroup", "AWS::EC2::NetworkAcl", "AWS::WAFv2::IPSet",
  "Microsoft.Network/networkSecurityGroups", "Microsoft.Network/applicationSecurityGroups", "compute.googleapis.com/Firewall",
);
const halves = types(
  "AWS::ElasticLoadBalancingV2::Listener", "AWS::ElasticLoadBalancingV2::TargetGroup",
  "compute.googleapis.com/TargetHttpProxy", "compute.googleapis.com/TargetHttpsProxy", "compute.googleapis.com/TargetSslProxy", "compute.googleapis.com/TargetTcpProxy",
  "compute.googleapis.com/BackendService", "compute.googleapis.com/BackendBucket", "compute.googleapis.com/TargetPool", "compute.googleapis.com/TargetInstance", "compute.googleapis.com/NetworkEndpointGroup",
);
const settings = types(
  "AWS::EC2::DHCPOptions", "AWS::EC2::PlacementGroup", "AWS::EC2::KeyPair", "AWS::RDS::DBSubnetGroup", "AWS::DocDB::DBSubnetGroup", "AWS::Neptune::DBSubnetGroup",
  "AWS::ElastiCache::SubnetGroup", "AWS::Redshift::ClusterSubnetGroup", "AWS::SSM::Parameter", "AWS::Lambda::LayerVersion", "AWS::ECS::CapacityProvider",
  "AWS::ResourceGroups::Group", "AWS::CloudFormation::Stack", "AWS::SageMaker::EndpointConfig",
  "Microsoft.Compute/availabilitySets", "Microsoft.Compute/proximityPlacementGroups", "Microsoft.Web/serverfarms",
  "pubsub.googleapis.com/Schema", "cloudkms.googleapis.com/KeyRing",
);
/** Their glyph is that of a part, but people design with them. */
const designed = types(
  "AWS::Cognito::UserPool", "Microsoft.Network/trafficManagerProfiles", "AWS::Backup::BackupVault", "Microsoft.RecoveryServices/vaults", "Microsoft.DataProtection/backupVaults",
);

const subnets: readonly GlyphId[] = ["subnet"];

export const presets: Record<PresetId, Preset> = {
  overview: preset("overview", {
    shows: () => true,
    hidesGlyphs: [...parts, ...identities, ...subnets],
    hidesTypes: [guards, halves, settings],
    hiddenLines: ["secured-by", "allows", "assumes", "encrypted-by", "managed-by"],
  }),
  network: preset("network", {
    shows: ofCategory("network", "compute", "containers", "database"),
    alsoShows: [guards, types("Microsoft.Network/azureFirewalls", "Microsoft.Network/bastionHosts", "AWS::WAFv2::WebACL")],
    hidesGlyphs: ["disk", "snapshot", "image", "policy", "monitor", "log", "alarm"],
    hidesTypes: [settings],
    hiddenLines: ["assumes", "reads", "writes", "invokes", "encrypted-by", "managed-by", "backs-up-to", "replicates-to"],
  }),
  security: preset("security", {
    shows: ofCategory("security", "compute", "containers", "database", "storage"),
    alsoShows: [(type) => ["load-balancer", "gateway", "cdn", "api", "endpoint", "internet"].includes(describeType(type).glyph)],
    hidesGlyphs: ["disk", "snapshot", "image", "interface", "scaling"],
    hidesTypes: [halves],
    hiddenLines: ["depends-on", "replicates-to", "backs-up-to", "invokes"],
  }),
  data: preset("data", {
    shows: ofCategory("database", "storage", "integration", "analytics", "compute", "containers"),
    hidesGlyphs: ["disk", "image", "policy", "subnet"],
    hidesTypes: [settings],
    hiddenLines: ["secured-by", "allows", "assumes", "encrypted-by", "managed-by", "peers-with"],
    grouping: ["provider", "account", "region"],
  }),
};

/** Hidden parts through which something flows: what stands on both of their sides may be drawn as connected. */
export function isPassedThrough(type: string): boolean {
  return halves(type) || ["interface", "ip", "route", "endpoint"].includes(describeType(type).glyph);
}

interface Rules {
  shows: TypeRule;
  /** Shown although `shows` would not. */
  alsoShows?: readonly TypeRule[];
  hidesGlyphs: readonly GlyphId[];
  hidesTypes: readonly TypeRule[];
  hiddenLines: readonly EdgeKind[];
  grouping?: readonly GroupKey[];
}

type TypeRule = (type: string, known: ResourceType) => boolean;

function preset(id: PresetId, { shows, alsoShows = [], hidesGlyphs, hidesTypes, hiddenLines, grouping }: Rules): Preset {
  const known = new Map<string, boolean>();
  const decide = (type: string): boolean => {
    const about = describeType(type);
    const told = (rule: TypeRule) => rule(type, about);
    if (alsoShows.some(told)) return false;
    return !shows(type, about) || hidesTypes.some(told) || (hidesGlyphs.includes(about.glyph) && !designed(type));
  };
  return {
    id,
    label: presetLabels[id],
    hides(type) {
      const decided = known.get(type) ?? decide(type);
      known.set(type, decided);
      return decided;
    },
    hiddenLines: new Set(hiddenLines),
    grouping: grouping ?? null,
  };
}

function ofCategory(...shown: Category[]): TypeRule {
  return (_type, { category }) => shown.includes(category);
}

function types(...names: string[]): (type: string) => boolean {
  const spelled = new Set(names);
  return (type) => spelled.has(spellType(type));
}
