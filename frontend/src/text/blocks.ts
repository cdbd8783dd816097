// What is laid out as one: a paragraph, or, of one that goes on for many pages, a piece.
import type { Offsets } from "../model/offsets";
import type { Spanned } from "../model/spans";

const LONGEST = 12_000; // code points of a paragraph that is laid out whole
const PIECE = 3_000; // of a longer one, from where on it may be cut
const ENDS = [/[.!?…]["”’»)]*\s/u, /\s/u]; // after a sentence, or else after a word

/** The paragraphs, the endless ones in pieces that hold all of their words. */
export function blocks(paragraphs: Spanned[], offsets: Offsets): Spanned[] {
  return paragraphs.flatMap((p) => (p.end - p.start > LONGEST ? pieces(p, offsets) : [p]));
}

function pieces(paragraph: Spanned, offsets: Offsets): Spanned[] {
  const out: Spanned[] = [];
  for (let start = paragraph.start; start < paragraph.end; ) {
    const end = paragraph.end - start > 2 * PIECE ? cut(start, offsets) : paragraph.end;
    out.push({ start, end });
    start = end;
  }
  return out;
}

function cut(start: number, offsets: Offsets): number {
  const from = start + PIECE;
  const ahead = offsets.slice(from, from + PIECE);
  for (const end of ENDS) {
    const found = end.exec(ahead);
    if (found) return from + [...ahead.slice(0, found.index + found[0].length)].length;
  }
  return from;
}
