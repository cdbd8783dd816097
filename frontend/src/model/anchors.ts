// Corrections hold on to words, not to places: the words of a passage, as many around them as tell it from its like,
// and words before it where even these come twice.
import type { Spanned } from "./spans";
import type { Story } from "./story";

const WIDEST = 12; // words taken in on each side, at most
const BEFORE = 8; // words before a passage that tell it from its like
const EDGES = /^["'.,;:!?\-()[\]]+|["'.,;:!?\-()[\]]+$/g;

export interface Anchor {
  passage: string;
  after?: string;
}

/** The words of a span, and as many around them as make them come once; none that another claim of the layer rests on. */
export function anchor(story: Story, span: Spanned, layer: string): Anchor {
  const others = layer === "quote" ? story.quotes : layer === "feelings" ? story.feelings : layer === "beliefs" ? story.beliefs : null;
  const here = others?.touching(span.start, span.end).length;
  return told(story, span, (wide) => others?.touching(wide.start, wide.end).length === here);
}

/** A passage around a mention in which its word comes once, and the word itself. */
export function mentionAnchor(story: Story, span: Spanned): Anchor & { name: string } {
  const name = flat(story.words(span.start, span.end));
  const same = (wide: Spanned): boolean => {
    const inside = story.mentions.touching(wide.start, wide.end).filter((m) => wide.start <= m.start && m.end <= wide.end);
    return inside.filter((m) => folded(story.words(m.start, m.end)) === folded(name)).length < 2;
  };
  return { ...told(story, span, same), name };
}

/** Widen a span by whole words, one on each side in turn, until its words come once in the text. */
function told(story: Story, span: Spanned, fits: (wide: Spanned) => boolean): Anchor {
  const text = foldedText(story);
  let wide = { start: edge(story, span.start, -1), end: edge(story, span.end, 1) }; // whole words: “You’re”, not “You”
  const words = (s: Spanned): string => story.words(s.start, s.end);
  const once = (): boolean => times(text, folded(words(wide))) < 2;
  for (let n = 0; n < WIDEST && !once(); n++) {
    const left = { ...wide, start: wordBefore(story, wide.start) };
    if (fits(left)) wide = left;
    const right = { ...wide, end: wordAfter(story, wide.end) };
    if (!once() && fits(right)) wide = right;
  }
  const passage = flat(words(wide));
  if (once()) return { passage };
  const before = flat(story.words(Math.max(0, wide.start - 300), wide.start)).split(" ").slice(-BEFORE).join(" ");
  return before ? { passage, after: before } : { passage };
}

/** The end, on one side, of the word that an offset stands in. */
function edge(story: Story, at: number, by: 1 | -1): number {
  for (let n = 0; n < 60; n++) {
    const next = by > 0 ? story.words(at, at + 1) : story.words(at - 1, at);
    if (!next || at + by < 0 || /\s/u.test(next)) return at;
    at += by;
  }
  return at;
}

function wordBefore(story: Story, at: number): number {
  const gap = /\s*$/u.exec(story.words(Math.max(0, at - 60), at))![0];
  return edge(story, at - [...gap].length, -1);
}

function wordAfter(story: Story, at: number): number {
  const gap = /^\s*/u.exec(story.words(at, Math.min(story.end, at + 60)))![0];
  return edge(story, at + [...gap].length, 1);
}

const flat = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Words as the program compares them (`folded_words`): without case, marks around them, and kinds of apostrophe. */
function folded(text: string): string {
  const plain = text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/--|[—–…_*]/g, " ").toLowerCase();
  return plain.split(/\s+/u).map((word) => word.replace(EDGES, "")).filter(Boolean).join(" ");
}

const texts = new WeakMap<Story, string>(); // a novel is folded once, not at each click
function foldedText(story: Story): string {
  const known = texts.get(story) ?? ` ${folded(story.view.text)} `;
  texts.set(story, known);
  return known;
}

function times(text: string, words: string): number {
  let count = 0;
  for (let at = text.indexOf(` ${words} `); at >= 0 && words && count < 2; at = text.indexOf(` ${words} `, at + 1)) count += 1;
  return count;
}
