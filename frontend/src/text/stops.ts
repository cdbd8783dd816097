// Where the keyboard stops in the text: what is marked, in order.
import type { Spanned } from "../model/spans";
import type { Story } from "../model/story";

export type Stop = Spanned;

const NAMED = 2; // forms below this one are names and nouns; a stop at each pronoun would be too many

/** The names, feelings and quotations of a story, one stop where several begin. */
export function stopsOf(story: Story): Stop[] {
  const every: Stop[] = [
    ...story.mentions.records.filter((m) => m.form < NAMED),
    ...story.feelings.records,
    ...story.quotes.records.map((q) => ({ start: q.parts[0] ?? q.start, end: q.parts[1] ?? q.end })),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
  return every.filter((stop, n) => n === 0 || stop.start !== every[n - 1]!.start);
}
