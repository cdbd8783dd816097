// Tiny stories made by hand.
import { Story } from "../src/model/story";
import type { View } from "../src/model/types";

export function story(text: string, more: Partial<View> = {}): Story {
  return new Story({
    source: { name: "made.txt", title: null, author: null, language: "en", words: 1, warnings: [] },
    version: "0", text, paragraphs: [0, [...text].length], sentences: [], emphasis: [], chapters: [], people: [],
    mentions: { start: [], end: [], who: [], form: [], confidence: [] }, quotes: [], scenes: [], documents: [],
    feelings: [], relationships: [], beliefs: [], gaps: [], courses: [], network: { people: [], pairs: [] }, ...more,
  });
}

export function person(id: string, name: string, names: [string, number][] = [[name, 0]]): View["people"][number] {
  return {
    id, name, names: names.map(([n, known]) => ({ name: n, known })), kind: "person", pronouns: null, pronounsKnown: 0,
    narrator: false, share: 0, mentions: 1, scenes: 1, first: 0, last: 0,
  };
}

export function scene(id: string, start: number, end: number, more: Partial<View["scenes"][number]> = {}): View["scenes"][number] {
  return {
    id, start, end, place: null, when: null, present: [], focal: null, person: "third", tense: "past", mode: "linear",
    days: null, evidence: null, ...more,
  };
}

export function feeling(start: number, end: number, more: Partial<View["feelings"][number]> = {}): View["feelings"][number] {
  return {
    id: `f${start}`, start, end, experiencer: null, target: null, emotion: "joy", others: [], valence: 0.8, intensity: 0.5,
    channel: "named", cause: null, negated: false, supposed: false, source: [], confidence: 0.8, known: end, said: "", ...more,
  };
}
