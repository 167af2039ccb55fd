import { inflateSync } from "node:zlib";

export interface ReadPdf {
  /** Each page's operators. */
  contents: string[];
  sizes: number[][];
  /** Each page's words, as they were written, one a piece. */
  words: string[][];
  /** The dictionary that tells the title. */
  info: string;
}

/** A reader that believes nothing: objects are where the table says, streams as long as they say. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const text = Buffer.from(bytes).toString("latin1");
  if (!text.startsWith("%PDF-1.7\n") || !text.endsWith("%%EOF\n")) throw new Error("no PDF");
  const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const places = Array.from(text.slice(table).matchAll(/(\d{10}) \d{5} ([fn]) \n/g)).filter(([, , kind]) => kind === "n").map(([, place]) => Number(place));
  const objects = places.map((place, index) => {
    const head = `${index + 1} 0 obj\n`;
    if (text.slice(place, place + head.length) !== head) throw new Error(`object ${index + 1} is not where the table says`);
    return { dictionary: text.slice(place, text.indexOf("endobj", place)), place };
  });
  const objectAt = (number: number) => objects[number - 1] ?? { dictionary: "", place: 0 };
  const streamOf = (number: number) => {
    const { place } = objectAt(number);
    const begin = text.indexOf("stream\n", place) + "stream\n".length;
    const length = Number(/\/Length (\d+)/.exec(text.slice(place, begin))?.[1]);
    if (text.slice(begin + length, begin + length + 10) !== "\nendstream") throw new Error(`the stream of ${number} is not as long as it says`);
    return inflateSync(bytes.subarray(begin, begin + length)).toString("latin1");
  };
  const named = (dictionary: string, name: string) => Number(new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1]);
  const pages = objects.filter(({ dictionary }) => dictionary.includes("/Type /Page "));
  const letters = new Map(["F400", "F600"].map((name) => [name, readLetters(streamOf(named(objectAt(named(pages[0]?.dictionary ?? "", name)).dictionary, "ToUnicode")))]));
  const contents = pages.map(({ dictionary }) => streamOf(named(dictionary, "Contents")));
  return {
    contents,
    sizes: pages.map(({ dictionary }) => (/\/MediaBox \[([^\]]*)\]/.exec(dictionary)?.[1] ?? "").split(" ").map(Number)),
    words: contents.map((content) => Array.from(content.matchAll(/\/(F\d+) [\d.]+ Tf [^<]*<([0-9a-f]*)> Tj/g), ([, font = "", hex = ""]) => (hex.match(/.{4}/g) ?? []).map((code) => letters.get(font)?.get(code) ?? "?").join(""))),
    info: objectAt(named(text.slice(table), "Info")).dictionary,
  };
}

function readLetters(map: string): Map<string, string> {
  return new Map(Array.from(map.matchAll(/^<([0-9a-f]{4})> <([0-9a-f]+)>$/gm), ([, code = "", hex = ""]) => [code, Buffer.from(hex, "hex").swap16().toString("utf16le")]));
}
