/** Cells as one line of RFC 4180, with its line end. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(quoted).join(",")}\r\n`;
}

/**
 * Text that others wrote as a cell's content: one line, and never a formula. Spreadsheets calculate what begins with one of
 * `= + - @`, also behind spaces and marks that nobody sees; an apostrophe in front makes it text (OWASP, CSV Injection).
 */
export function csvText(text: string): string {
  // Nearly every cell is plain: a look costs a tenth of the replacing.
  if (plain.test(text)) return text;
  const line = text.replace(/\p{Cs}/gu, "\ufffd").replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, " ").replace(/\p{Cc}/gu, "");
  return formula.test(line) ? `'${line}` : line;
}

const plain = /^[A-Za-z0-9][\u0020-\u007e]*$|^$/;
/** The wide ones are what East Asian spreadsheets take for the same. */
const formula = /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u;

function quoted(cell: string): string {
  // Spaces at the ends are quoted because some readers trim what is not.
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
