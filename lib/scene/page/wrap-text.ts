import { cleanText } from "../text/clean-text";
import { graphemes, textWidth, type FontWeight } from "../text/text-width";

interface Room {
  roomPx: number;
  sizePx: number;
  weight?: FontWeight;
}

/** Breaks a person's text into lines, at its own line ends and between words; a word that is wider than the room is broken where it must. */
export function wrapText(text: string, room: Room): string[] {
  return text.trim().split(/\r\n|[\r\n\u2028\u2029]/).flatMap((paragraph) => wrapParagraph(wordsOf(paragraph), room));
}

/** Cleaned in pieces: all of a long text at once would be cut. */
function wordsOf(paragraph: string): string[] {
  return paragraph.split(/\s+/).flatMap((word) => word.match(/.{1,1000}/gsu) ?? []).map(cleanText).filter((word) => word !== "");
}

function wrapParagraph(words: readonly string[], room: Room): string[] {
  const spacePx = textWidth(" ", room.sizePx, room.weight);
  const lines: string[] = [];
  let line = "";
  let linePx = 0;
  for (const word of words) {
    for (const piece of breakWord(word, room)) {
      const piecePx = textWidth(piece, room.sizePx, room.weight);
      const isFirst = line === "";
      if (!isFirst && linePx + spacePx + piecePx > room.roomPx) {
        lines.push(line);
        line = piece;
        linePx = piecePx;
      } else {
        line = isFirst ? piece : `${line} ${piece}`;
        linePx += piecePx + (isFirst ? 0 : spacePx);
      }
    }
  }
  return [...lines, line];
}

function breakWord(word: string, { roomPx, sizePx, weight }: Room): string[] {
  if (textWidth(word, sizePx, weight) <= roomPx) return [word];
  const pieces: string[] = [];
  let piece = "";
  let piecePx = 0;
  for (const character of graphemes(word)) {
    const characterPx = textWidth(character, sizePx, weight);
    if (piece !== "" && piecePx + characterPx > roomPx) {
      pieces.push(piece);
      piece = "";
      piecePx = 0;
    }
    piece += character;
    piecePx += characterPx;
  }
  return [...pieces, piece];
}
