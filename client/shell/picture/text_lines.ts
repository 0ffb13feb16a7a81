// Text that is broken into lines of a width.

/** A Chinese character or sign may end a line anywhere, a word of letters only at its end. */
const PIECES = /[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+/gu;

/** The lines of a text, none wider than `width` where its pieces allow. */
export function linesOf(text: string, width: number, widthOf: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const [piece] of text.trim().matchAll(PIECES)) {
    if (line !== "" && widthOf((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return line.trimEnd() === "" ? lines : [...lines, line.trimEnd()];
}
