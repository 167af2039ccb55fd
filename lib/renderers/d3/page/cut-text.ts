/** At most that many characters of one line; the middle goes, because names differ at their ends. */
export function cutText(text: string, most: number): string {
  const characters = Array.from(text.slice(0, 400).replace(/[\s\p{Cc}]+/gu, " "));
  if (characters.length <= most && text.length <= 400) return characters.join("");
  const room = Math.max(2, most - 1);
  const end = Math.floor(room * 0.4);
  const all = text.length <= 400 ? characters : [...characters, ...Array.from(text.slice(-40).replace(/[\s\p{Cc}]+/gu, " "))];
  return `${all.slice(0, room - end).join("")}…${all.slice(all.length - end).join("")}`;
}
