import { deflateSync } from "node:zlib";

/** A PDF file's objects, numbered in the order in which they are asked for. pdfkit lays out each word anew, which takes 40 s for 10,000 cards, and stamps the time. */
export interface PdfFile {
  /** A number for an object that others name before it is known. */
  reserve(): number;
  /** Writes an object; a stream is deflated. */
  set(object: number, dictionary: Record<string, string>, stream?: Uint8Array): void;
  add(dictionary: Record<string, string>, stream?: Uint8Array): number;
  /** The whole file; `root` and `info` are object numbers. */
  finish(root: number, info: number): Uint8Array;
}

export function pdfFile(): PdfFile {
  const objects: Uint8Array[][] = [];
  const reserve = () => objects.push([]);
  const set = (object: number, dictionary: Record<string, string>, stream?: Uint8Array): void => {
    const data = stream === undefined ? undefined : deflateSync(stream);
    const entries = data === undefined ? dictionary : { ...dictionary, Filter: "/FlateDecode", Length: String(data.length) };
    const head = `${object} 0 obj\n${dictionaryText(entries)}\n`;
    objects[object - 1] = data === undefined ? [ascii(`${head}endobj\n`)] : [ascii(`${head}stream\n`), data, ascii("\nendstream\nendobj\n")];
  };
  return {
    reserve,
    set,
    add: (dictionary, stream) => {
      const object = reserve();
      set(object, dictionary, stream);
      return object;
    },
    finish: (root, info) => joinFile(objects, { Size: String(objects.length + 1), Root: reference(root), Info: reference(info) }),
  };
}

function joinFile(objects: readonly Uint8Array[][], trailer: Record<string, string>): Uint8Array {
  // The second line tells programs that the file is no text.
  const head = Uint8Array.from([...ascii("%PDF-1.7\n%"), 0xe2, 0xe3, 0xcf, 0xd3, 0x0a]);
  let at = head.length;
  const places = objects.map((parts) => {
    const place = at;
    at += parts.reduce((sum, { length }) => sum + length, 0);
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}trailer\n${dictionaryText(trailer)}\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([head, ...objects.flat(), ascii(table)]);
}

export function ascii(text: string): Uint8Array {
  return Buffer.from(text, "latin1");
}

export function reference(object: number): string {
  return `${object} 0 R`;
}

export function dictionaryText(entries: Record<string, string>): string {
  return `<< ${Object.entries(entries).map(([name, value]) => `/${name} ${value}`).join(" ")} >>`;
}

/** Any text as one of PDF's strings, without anything to escape. */
export function textString(text: string): string {
  return `<feff${hexOf(text)}>`;
}

/** UTF-16, the upper byte first. */
export function hexOf(text: string): string {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, "0")).join("");
}
