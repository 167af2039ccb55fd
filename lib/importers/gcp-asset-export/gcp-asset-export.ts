import { CloudVizError } from "../../core/error";
import type { JsonObject } from "../../core/json";
import type { Collected } from "../../core/resource/collected";
import { readAsset } from "../../providers/gcp/model/asset/asset";
import { collectAsset } from "../../providers/gcp/model/asset/collect-asset";
import { AssetNames } from "../../providers/gcp/model/asset/names/asset-names";
import { NetworkTags } from "../../providers/gcp/model/asset/network-tags";
import { withoutSecrets } from "../../secrets/without-secrets";
import type { ImportedFile, Importer } from "../importer";
import { countedNotice, tooDeepNotice } from "../json/counted-notice";
import { readExport } from "../json/read-export";
import { Together } from "../together";

const id = "gcp-asset-export";
const words = { what: "an export of Cloud Asset Inventory", again: "`gcloud asset list --project=<project> --content-type=resource --format=json` prints it" };

/** What `gcloud asset export` and `gcloud asset list` write: an asset a line or an array, in either spelling. */
export const gcpAssetExport: Importer = {
  id,
  label: "Google Cloud asset export",
  command: 'gcloud asset list --project="<project id>" --content-type=resource --format=json > assets.json',
  recognizes({ head }) {
    const text = head.replaceAll("\0", "");
    return /"asset_?[tT]ype"\s*:/.test(text) && /"name"\s*:\s*"\/\//.test(text);
  },
  read(file, together = new Together()): ImportedFile {
    const { names, tags } = together.of(knownOfAll);
    let assets = 0;
    const records = readExport(file.bytes, words, ["assets"], (record) => {
      const asset = readAsset(record);
      if (asset === null) return;
      names.learn(asset);
      assets++;
    });
    if (assets === 0) throw new CloudVizError("unreadable-file", `The file holds no asset of Google Cloud: nothing in it has a name and an asset type. What CloudViz reads: ${words.again}.`);
    return { identity: file.name, title: file.name, collected: collected(records.objects(), { names, tags }, records.others) };
  },
};

interface Known {
  names: AssetNames;
  tags: NetworkTags;
}

/** Which project a number means, and which firewall rules go for a machine, may be told in another file than the one that needs it. */
function knownOfAll(): Known {
  return { names: new AssetNames(), tags: new NetworkTags() };
}

async function* collected(records: Iterable<JsonObject>, { names, tags }: Known, others: number): AsyncGenerator<Collected> {
  const origin = { kind: id, address: null, merged: [] };
  let leftOut = others;
  let cut = 0;
  for (const record of records) {
    const { attributes, takenOut, tooDeep } = withoutSecrets(record, null);
    const asset = readAsset(attributes);
    if (tooDeep) cut++;
    if (asset === null) {
      leftOut++;
      continue;
    }
    yield collectAsset(asset, { collector: id, origin, names, takenOut });
    yield* tags.add(asset, names, id);
  }
  const why = "left out: without a name and an asset type they are no assets.";
  yield* countedNotice(leftOut, `One entry was ${why}`, `# entries were ${why}`);
  yield* tooDeepNotice(cut);
}
