// The text in pieces of a few pages each: only those near the window are in the document.
import type { Spanned } from "../model/spans";
import type { Story } from "../model/story";

const LARGEST = 3_000; // code points, about two pages: what one frame can lay out
const LINE = 68; // code points in a line, for the height of what has not been laid out

export interface Chunk extends Spanned {
  paragraphs: Spanned[];
  lines: number; // a guess
}

export function chunksOf(story: Story): Chunk[] {
  const chapters = new Set(story.view.chapters.map((c) => c.start));
  const chunks: Chunk[] = [];
  let last: Chunk | undefined;
  for (const paragraph of story.blocks.records) {
    if (!last || chapters.has(paragraph.start) || paragraph.end - last.start > LARGEST) {
      last = { start: paragraph.start, end: paragraph.end, paragraphs: [], lines: 0 };
      chunks.push(last);
    }
    last.paragraphs.push(paragraph);
    last.end = paragraph.end;
    last.lines += Math.ceil((paragraph.end - paragraph.start) / LINE) + 0.6;
  }
  return chunks;
}
