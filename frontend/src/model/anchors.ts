// Corrections hold on to words, not to places: the words of a passage, and words shortly before it where it comes twice.
import type { Spanned } from "./spans";
import type { Story } from "./story";

const BEFORE = 8; // words before a passage that tell it from its like
const AROUND = 6; // words taken with a short one

export interface Anchor {
  passage: string;
  after?: string;
}

/** The words of a span, with words before it if they come more than once. */
export function anchor(story: Story, span: Spanned): Anchor {
  const passage = flat(story.words(span.start, span.end));
  return { passage, ...told(story, span, passage) };
}

/** A passage around a short mention in which its word comes once, and the word itself. */
export function mentionAnchor(story: Story, span: Spanned): Anchor & { name: string } {
  const name = flat(story.words(span.start, span.end));
  const sentence = story.around(span);
  const before = words(story.words(sentence.start, span.start)).slice(-AROUND);
  const after = words(story.words(span.end, sentence.end)).slice(0, AROUND);
  const again = (list: string[], back: boolean): string[] => {
    const at = back ? list.findLastIndex((w) => fold(w) === fold(name)) : list.findIndex((w) => fold(w) === fold(name));
    return at < 0 ? list : back ? list.slice(at + 1) : list.slice(0, at);
  };
  const passage = [...again(before, true), name, ...again(after, false)].join(" ");
  return { passage, name, ...told(story, span, passage) };
}

function told(story: Story, span: Spanned, passage: string): { after?: string } {
  if (times(fold(story.view.text), fold(passage)) < 2) return {};
  const before = words(story.words(Math.max(0, span.start - 300), span.start)).slice(-BEFORE - AROUND);
  return before.length ? { after: before.slice(0, BEFORE).join(" ") } : {};
}

const flat = (text: string): string => text.replace(/\s+/g, " ").trim();
const words = (text: string): string[] => flat(text).split(" ").filter(Boolean);
const fold = (text: string): string => flat(text).toLowerCase().replace(/[^\p{L}\p{N} ]/gu, "");

function times(text: string, words: string): number {
  let count = 0;
  for (let at = text.indexOf(words); at >= 0 && words && count < 2; at = text.indexOf(words, at + 1)) count += 1;
  return count;
}
