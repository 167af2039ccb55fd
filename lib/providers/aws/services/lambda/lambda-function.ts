import { ListTagsCommand, paginateListEventSourceMappings, paginateListFunctions } from "@aws-sdk/client-lambda";
import type { EventSourceMappingConfiguration, FunctionConfiguration } from "@aws-sdk/client-lambda";
import { nameAlias } from "../../../../core/resource/collected";
import type { Ref } from "../../../../core/resource/collected";
import { defineCollector } from "../../../bind-collector";
import type { AwsContext } from "../../collector";
import { detail, withDetails } from "../../detail";
import { placedIn, securedBy } from "../../placement-refs";
import { properties } from "../../properties";
import { required } from "../../required";
import type { AwsSession } from "../../session";
import { environmentRefs } from "./environment-refs";

const type = "AWS::Lambda::Function";

interface DescribedFunction {
  configuration: FunctionConfiguration;
  sources: readonly EventSourceMappingConfiguration[];
  /** undefined = could not be read. */
  tags: Record<string, string> | undefined;
}

export const lambdaFunction = defineCollector<AwsSession, DescribedFunction>({
  id: "aws.lambda.function",
  type,
  scope: "region",
  permissions: ["lambda:ListFunctions", "lambda:ListEventSourceMappings", "lambda:ListTags"],
  parts: ["event-sources"],
  async *list(context) {
    const { session, region, signal } = context;
    const sources = await sourcesByFunction(context);
    const pages = paginateListFunctions({ client: session.clients.lambda(region), pageSize: 50 }, {}, { abortSignal: signal });
    for await (const { Functions = [] } of pages) {
      yield* withDetails(Functions, async (configuration) => ({
        configuration,
        sources: sources.get(configuration.FunctionArn ?? "") ?? [],
        tags: await tagsOf(context, configuration),
      }));
    }
  },
  toResource({ configuration: raw, tags }) {
    const id = required(raw.FunctionArn, "FunctionArn");
    return {
      id,
      name: raw.FunctionName ?? id,
      state: raw.State ?? null,
      ...(tags === undefined ? {} : { tags }),
      properties: properties({
        runtime: raw.Runtime ?? null,
        packageType: raw.PackageType,
        handler: raw.Handler,
        architectures: raw.Architectures,
        memoryMiB: raw.MemorySize,
        timeoutSeconds: raw.Timeout,
        codeSizeBytes: raw.CodeSize,
        description: raw.Description || undefined,
        lastModified: raw.LastModified,
        layers: raw.Layers?.map(({ Arn }) => Arn),
        environmentNames: Object.keys(raw.Environment?.Variables ?? {}).sort(),
      }),
    };
  },
  aliases: ({ configuration: raw }) => [raw.FunctionName && nameAlias(type, raw.FunctionName), raw.FunctionArn && `${raw.FunctionArn}:$LATEST`],
  refs: ({ configuration: raw }) => [
    ...placedIn({ ids: raw.VpcConfig?.SubnetIds ?? [], path: "VpcConfig.SubnetIds[]" }, { id: raw.VpcConfig?.VpcId, path: "VpcConfig.VpcId" }),
    ...securedBy(raw.VpcConfig?.SecurityGroupIds, "VpcConfig.SecurityGroupIds[]"),
    raw.Role && { kind: "assumes", target: raw.Role, path: "Role" },
    raw.DeadLetterConfig?.TargetArn && { kind: "routes-to", target: raw.DeadLetterConfig.TargetArn, path: "DeadLetterConfig.TargetArn" },
    raw.KMSKeyArn && { kind: "encrypted-by", target: raw.KMSKeyArn, path: "KMSKeyArn" },
    ...(raw.FileSystemConfigs ?? []).map(({ Arn }): Ref | undefined =>
      Arn === undefined ? undefined : { kind: "depends-on", target: Arn, path: "FileSystemConfigs[].Arn" },
    ),
    ...environmentRefs(raw.Environment?.Variables ?? {}),
  ],
  partRefs: ({ sources }) => ({ "event-sources": sources.flatMap(sourceRefs) }),
});

function sourceRefs({ EventSourceArn, DestinationConfig }: EventSourceMappingConfiguration): Ref[] {
  const failures = DestinationConfig?.OnFailure?.Destination;
  return [
    ...(EventSourceArn ? [{ kind: "invokes", target: EventSourceArn, path: "EventSourceMappings[].EventSourceArn", direction: "in" } satisfies Ref] : []),
    ...(failures ? [{ kind: "routes-to", target: failures, path: "EventSourceMappings[].DestinationConfig.OnFailure.Destination" } satisfies Ref] : []),
  ];
}

/** One listing for the whole region, by the function's ARN without version or alias. */
async function sourcesByFunction(context: AwsContext): Promise<Map<string, EventSourceMappingConfiguration[]>> {
  const client = context.session.clients.lambda(context.region);
  const byFunction = new Map<string, EventSourceMappingConfiguration[]>();
  await detail(context, async () => {
    const pages = paginateListEventSourceMappings({ client, pageSize: 100 }, {}, { abortSignal: context.signal });
    for await (const { EventSourceMappings = [] } of pages) {
      for (const mapping of EventSourceMappings) {
        const arn = (mapping.FunctionArn ?? "").split(":").slice(0, 7).join(":");
        byFunction.set(arn, [...(byFunction.get(arn) ?? []), mapping]);
      }
    }
  }, "event-sources");
  return byFunction;
}

async function tagsOf(context: AwsContext, { FunctionArn }: FunctionConfiguration): Promise<Record<string, string> | undefined> {
  const client = context.session.clients.lambda(context.region);
  const answer = await detail(context, () => client.send(new ListTagsCommand({ Resource: FunctionArn }), { abortSignal: context.signal }));
  return answer === undefined ? undefined : (answer?.Tags ?? {});
}
