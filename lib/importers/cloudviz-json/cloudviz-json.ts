import { CloudVizError } from "../../core/error";
import type { Collected } from "../../core/resource/collected";
import { inventoryVersion } from "../../core/resource/inventory-json";
import type { ImportedFile, Importer } from "../importer";
import { countedNotice, tooDeepNotice } from "../json/counted-notice";
import { jsonParts, readJson, type JsonPart } from "../json/json-parts";
import { refusingMistakes } from "../json/refusing-mistakes";
import { SharedTexts } from "../json/shared-texts";
import { utf8Of } from "../json/utf8-of";
import { collectEdge, collectResource, importerId, readCoverage, readEdge, readResource, type EdgeEnd, type EdgeRecord } from "./records";

const words = { what: "an export of CloudViz", again: "a diagram exported as JSON, or `cloudviz render <file> --format json`, is one" };

/** CloudViz's own JSON: an exported diagram, the command line's `--format json`, an answer of GET /api/v1/graph. */
export const cloudvizJson: Importer = {
  id: importerId,
  label: "CloudViz JSON",
  command: "cloudviz discover aws --format json -o cloudviz.json",
  recognizes({ head }) {
    const text = head.replaceAll("\0", "");
    return /^\ufeff?\s*\{/.test(text) && (/"cloudviz"\s*:\s*\d/.test(text) || /"key"\s*:\s*"res_[a-z2-7]{26}"/.test(text));
  },
  read(file): ImportedFile {
    const text = utf8Of(file.bytes, words);
    const read = refusingMistakes(text, words, () => new ExportedInventory(text));
    return { identity: file.name, title: file.name, collected: read.collected() };
  },
};

/** Looked through once when it is made, so that nothing of a broken file is used; the records are read again when they are given out. */
class ExportedInventory {
  readonly #text: Uint8Array;
  readonly #lists: Map<string, JsonPart>;
  /** By id. */
  readonly #ends = new Map<string, EdgeEnd>();

  constructor(text: Uint8Array) {
    this.#text = text;
    // An array has parts without a name.
    this.#lists = new Map(Array.from(jsonParts(text), (part) => [part.key ?? "", part]));
    this.#checkVersion();
    const texts = new SharedTexts();
    for (const record of this.#records("resources")) {
      const read = readResource(record);
      if (read === null) continue;
      const end = { type: read.type, provider: read.provider, account: read.account, region: read.region };
      texts.shareIn(end);
      this.#ends.set(read.id, end);
    }
    for (const list of ["edges", "coverage"]) for (const record of this.#records(list)) void record;
    if (this.#ends.size === 0) throw new CloudVizError("unreadable-file", `The file holds no resource as CloudViz writes them. What CloudViz reads: ${words.again}.`);
  }

  async *collected(): AsyncGenerator<Collected> {
    let resources = 0;
    let cut = 0;
    for (const record of this.#records("resources")) {
      const read = readResource(record);
      if (read?.tooDeep === true) cut++;
      if (read === null) resources++;
      else yield collectResource(read);
    }
    let edges = 0;
    for (const record of this.#records("edges")) {
      const read = readEdge(record);
      const ends = read === null ? null : this.#endsOf(read);
      if (read === null || ends === null) edges++;
      else yield collectEdge(read, ends);
    }
    let rows = 0;
    for (const record of this.#records("coverage")) {
      const coverage = readCoverage(record);
      if (coverage === null) rows++;
      else yield { kind: "coverage", coverage };
    }
    yield* countedNotice(resources, "One resource was left out: it is not as CloudViz writes them.", "# resources were left out: they are not as CloudViz writes them.");
    const why = "of a kind that CloudViz does not know, or not between two resources of the file.";
    yield* countedNotice(edges, `One relation was left out: ${why}`, `# relations were left out: ${why}`);
    yield* countedNotice(rows, "One row of coverage was left out: it is not as CloudViz writes them.", "# rows of coverage were left out: they are not as CloudViz writes them.");
    yield* tooDeepNotice(cut);
  }

  #checkVersion(): void {
    const part = this.#lists.get("cloudviz");
    const version = part === undefined ? inventoryVersion : readJson(this.#text, part);
    if (typeof version !== "number" || !Number.isInteger(version) || version < 1) {
      throw new CloudVizError("unreadable-file", `The file does not say in which version of CloudViz's JSON it is written: "cloudviz" is no whole number from 1. What CloudViz reads: ${words.again}.`);
    }
    if (version > inventoryVersion) {
      throw new CloudVizError("unsupported-version", `The file is written in version ${version} of CloudViz's JSON, and this CloudViz reads version ${inventoryVersion}. Update CloudViz, or export the file with this version.`);
    }
  }

  *#records(name: string): Generator<unknown> {
    const list = this.#lists.get(name);
    if (list === undefined || this.#text[list.start] !== 0x5b) return;
    const texts = new SharedTexts();
    for (const part of jsonParts(this.#text, list.start)) {
      const record = readJson(this.#text, part);
      texts.shareIn(record);
      yield record;
    }
  }

  /** Null when one is not in the file, or both are the same. */
  #endsOf({ from, to }: EdgeRecord): { from: EdgeEnd; to: EdgeEnd } | null {
    const ends = { from: this.#ends.get(from), to: this.#ends.get(to) };
    return ends.from === undefined || ends.to === undefined || from === to ? null : { from: ends.from, to: ends.to };
  }
}
