import type { Font } from "fontkit";
import { openFont } from "../fonts/open-font";
import type { FontWeight } from "../../scene/text/text-width";
import { ascii, hexOf, reference, type PdfFile } from "./pdf-file";

/** One weight of Arimo, of which the file gets the glyphs that were written. */
export interface PdfFont {
  /** As pages call it. */
  name: string;
  object: number;
  /** The numbers of a text's glyphs, as a string of the content. Widths are those by which everything was measured: no kerning. */
  encode(text: string): string;
  /** When everything is written. */
  embed(): void;
}

interface Written {
  text: string;
  code: string;
  width: number;
}

export async function pdfFont(file: PdfFile, weight: FontWeight): Promise<PdfFont> {
  const font = await openFont(weight);
  const subset = font.createSubset();
  const object = file.reserve();
  const perMille = 1000 / font.unitsPerEm;
  // The first is what stands for characters that there are not.
  const glyphs: Written[] = [{ text: "\ufffd", code: "0000", width: font.getGlyph(0).advanceWidth * perMille }];
  const codes = new Map<number, string>();
  const codeOf = (character: number): string => {
    let code = codes.get(character);
    if (code !== undefined) return code;
    if (font.hasGlyphForCodePoint(character)) {
      // One number for each character, though two may look alike: each is found as what it is.
      const glyph = font.glyphForCodePoint(character);
      const known = glyphIds.get(glyph.id);
      code = known ?? glyphs.length.toString(16).padStart(4, "0");
      if (known === undefined) {
        glyphIds.set(glyph.id, code);
        subset.includeGlyph(glyph);
        glyphs.push({ text: String.fromCodePoint(character), code, width: glyph.advanceWidth * perMille });
      }
    } else code = "0000";
    codes.set(character, code);
    return code;
  };
  const glyphIds = new Map<number, string>();
  return {
    name: `F${weight}`,
    object,
    encode: (text) => {
      let hex = "";
      for (let index = 0; index < text.length; index++) {
        const character = text.codePointAt(index) ?? 0;
        if (character > 0xffff) index++;
        hex += codeOf(character);
      }
      return `<${hex}>`;
    },
    embed: () => embed(file, object, font, weight, glyphs, subset.encode()),
  };
}

function embed(file: PdfFile, object: number, font: Font, weight: FontWeight, glyphs: readonly Written[], data: Uint8Array): void {
  const perMille = 1000 / font.unitsPerEm;
  // Six letters, as the standard wants it of a part of a font.
  const name = `/${weight === 600 ? "CVBOLD" : "CVTEXT"}+${font.postscriptName}`;
  const { minX, minY, maxX, maxY } = font.bbox;
  const box = [minX, minY, maxX, maxY].map((value) => Math.round(value * perMille)).join(" ");
  const descriptor = file.add({
    Type: "/FontDescriptor", FontName: name, Flags: "4", FontBBox: `[${box}]`, ItalicAngle: "0", StemV: weight === 600 ? "140" : "80",
    Ascent: String(Math.round(font.ascent * perMille)), Descent: String(Math.round(font.descent * perMille)), CapHeight: String(Math.round(font.capHeight * perMille)),
    FontFile2: reference(file.add({ Length1: String(data.length) }, data)),
  });
  const descendant = file.add({
    Type: "/Font", Subtype: "/CIDFontType2", BaseFont: name, CIDToGIDMap: "/Identity", FontDescriptor: reference(descriptor),
    CIDSystemInfo: "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>", W: `[0 [${glyphs.map(({ width }) => Math.round(width)).join(" ")}]]`,
  });
  file.set(object, {
    Type: "/Font", Subtype: "/Type0", BaseFont: name, Encoding: "/Identity-H", DescendantFonts: `[${reference(descendant)}]`,
    ToUnicode: reference(file.add({}, ascii(toUnicode(glyphs)))),
  });
}

const mostInBlock = 100;

/** Which glyph is which character, for searching and copying. */
function toUnicode(glyphs: readonly Written[]): string {
  const blocks = Array.from({ length: Math.ceil(glyphs.length / mostInBlock) }, (_, index) => glyphs.slice(index * mostInBlock, (index + 1) * mostInBlock));
  return [
    "/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap", "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def", "/CMapType 2 def", "1 begincodespacerange", "<0000> <ffff>", "endcodespacerange",
    ...blocks.flatMap((block) => [`${block.length} beginbfchar`, ...block.map(({ code, text }) => `<${code}> <${hexOf(text)}>`), "endbfchar"]),
    "endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end",
  ].join("\n");
}
