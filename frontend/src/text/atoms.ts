// A paragraph cut into the smallest pieces that carry the same marks, since marks nest and cross and tags may only nest.
import type { Spanned } from "../model/spans";
import type { Story } from "../model/story";

export interface Atom extends Spanned {
  classes: string[];
}

interface Mark extends Spanned {
  name: string;
}

/** The pieces of [start, end), in order and without a hole. Nothing is marked that is not known at ``until``. */
export function atoms(story: Story, start: number, end: number, until: number): Atom[] {
  const marks = [...(start < until ? found(story, start, end, until) : []), ...emphasis(story, start, end)];
  const cuts = new Set([start, end]);
  for (const mark of marks) {
    if (mark.start > start) cuts.add(mark.start);
    if (mark.end < end) cuts.add(mark.end);
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, n) => {
    const to = sorted[n + 1]!;
    const here = marks.filter((m) => m.start <= from && m.end >= to);
    const begins = here.some((m) => m.name.startsWith("f ") && m.start === from);
    const names = [...here.flatMap((m) => m.name.split(" ")), ...(begins ? ["begin"] : [])];
    return { start: from, end: to, classes: [...new Set(names)] };
  });
}

function* found(story: Story, start: number, end: number, until: number): Generator<Mark> {
  for (const quote of story.quotes.touching(start, end)) {
    if (quote.known > until) continue;
    const name = `q s${story.colour(quote.speaker)}${quote.kind === "thought" ? " thought" : ""}`;
    for (let i = 0; i + 1 < quote.parts.length; i += 2) yield clipped(quote.parts[i]!, quote.parts[i + 1]!, start, end, name);
  }
  for (const m of story.mentions.touching(start, end))
    if (m.end <= until) yield clipped(m.start, m.end, start, end, `m m${story.colour(m.who)}`);
  for (const f of story.feelings.touching(start, end)) {
    const name = `f ${f.valence < 0 ? "low" : "high"}${f.negated || f.supposed ? " not" : ""}`;
    if (f.known <= until) yield clipped(f.start, f.end, start, end, name);
  }
  for (const letter of story.letters.touching(start, end)) yield clipped(letter.start, letter.end, start, end, "w");
}

function* emphasis(story: Story, start: number, end: number): Generator<Mark> {
  for (const span of story.emphasis.touching(start, end)) {
    yield clipped(span.start, span.end, start, end, "em");
    const words = story.words(span.start, span.end);
    if (words.length > 2 && words.startsWith("_") && words.endsWith("_")) {
      yield clipped(span.start, span.start + 1, start, end, "u"); // plain text's own marks, not shown
      yield clipped(span.end - 1, span.end, start, end, "u");
    }
  }
}

function clipped(from: number, to: number, start: number, end: number, name: string): Mark {
  return { start: Math.max(from, start), end: Math.min(to, end), name };
}
