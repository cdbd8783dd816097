import { blocks } from "../text/blocks";
import { Offsets } from "./offsets";
import { SpanIndex, spansOf, type Spanned } from "./spans";
import type { Belief, Course, Feeling, Gap, Id, Letter, Person, Quote, Relationship, Scene, View } from "./types";

export const FORMS = ["name", "nominal", "pronoun"] as const;
export const COLOURS = 12; // people that have a colour and a pattern of their own
const NAME = /\ue000(.*?)\ue001/g;
const NAMELESS = ["", "i", "me", "narrator", "the narrator"];

export interface Mention extends Spanned {
  who: Id;
  form: number;
  confidence: number;
}

/** A story with its people, scenes and claims at hand. Never changes: a new reading is a new one. */
export class Story {
  readonly offsets: Offsets;
  readonly people: Map<Id, Person>;
  readonly rank: Map<Id, number>;
  readonly scenes: Scene[];
  readonly sceneNumber: Map<Id, number>;
  readonly blocks: SpanIndex<Spanned>;
  readonly sentences: SpanIndex<Spanned>;
  readonly emphasis: SpanIndex<Spanned>;
  readonly mentions: SpanIndex<Mention>;
  readonly quotes: SpanIndex<Quote>;
  readonly feelings: SpanIndex<Feeling>;
  readonly beliefs: SpanIndex<Belief>;
  readonly letters: SpanIndex<Letter>;
  readonly relationships: Map<Id, Relationship>;
  readonly beliefById: Map<Id, Belief>;
  readonly gaps: Gap[];
  readonly courses: Course[];
  readonly end: number;
  private readonly sceneIndex: SpanIndex<Scene>;

  constructor(readonly view: View) {
    this.offsets = new Offsets(view.text);
    this.end = this.offsets.length;
    this.people = new Map(view.people.map((p) => [p.id, p]));
    this.rank = new Map(view.people.map((p, n) => [p.id, n]));
    this.scenes = view.scenes;
    this.sceneIndex = new SpanIndex(view.scenes);
    this.sceneNumber = new Map(view.scenes.map((s, n) => [s.id, n + 1]));
    const paragraphs = view.paragraphs.length ? spansOf(view.paragraphs) : [{ start: 0, end: this.end }];
    this.blocks = new SpanIndex(blocks(paragraphs, this.offsets));
    this.sentences = new SpanIndex(spansOf(view.sentences));
    this.emphasis = new SpanIndex(spansOf(view.emphasis));
    const m = view.mentions;
    this.mentions = new SpanIndex(
      m.start.map((start, n) => ({ start, end: m.end[n]!, who: m.who[n]!, form: m.form[n]!, confidence: m.confidence[n]! / 100 })),
    );
    this.quotes = new SpanIndex(view.quotes);
    this.feelings = new SpanIndex(view.feelings);
    this.beliefs = new SpanIndex(view.beliefs);
    this.letters = new SpanIndex(view.documents);
    this.relationships = new Map(view.relationships.map((r) => [r.id, r]));
    this.beliefById = new Map(view.beliefs.map((b) => [b.id, b]));
    this.gaps = view.gaps;
    this.courses = view.courses;
  }

  get title(): string {
    return this.view.source.title ?? this.view.source.name;
  }

  words(start: number, end: number): string {
    return this.offsets.slice(start, end);
  }

  /** The sentence around a span, where the text has one, else the span itself. */
  around(span: Spanned): Spanned {
    const found = this.sentences.at(span.start).find((s) => s.end >= span.end);
    return found ?? span;
  }

  sceneAt(offset: number): Scene | undefined {
    return this.scenes[Math.max(0, this.sceneIndex.indexAt(offset))];
  }

  /** The place of a person's colour and pattern, or -1: the main people have their own. */
  colour(id: Id | null): number {
    const rank = id === null ? undefined : this.rank.get(id);
    return rank === undefined || rank >= COLOURS ? -1 : rank;
  }

  /** What a reader calls somebody who has read as far as an offset. */
  name(id: Id | null, until: number = Infinity): string {
    const person = id === null ? undefined : this.people.get(id);
    if (!person) return "somebody";
    if (until >= this.end || person.names.length === 0) return shown(person, person.name);
    const told = person.names.filter((n) => n.known <= until);
    const whole = told.find((n) => n.name === person.name);
    return shown(person, (whole ?? told[0])?.name ?? (person.narrator ? "" : "somebody"));
  }

  /** A sentence with the people's names, as far as they are known. */
  said(sentence: string, until: number = Infinity): string {
    const names = sentence.replace(NAME, (_, id: Id) => this.name(id, until));
    return names.slice(0, 1).toUpperCase() + names.slice(1);
  }

  /** The people whom a reader has met, those most spoken of so far first: who will matter later is not told. */
  met(until: number): Person[] {
    if (until >= this.end) return this.view.people;
    const counts = new Map<Id, number>();
    for (const m of this.mentions.records) if (m.end <= until) counts.set(m.who, (counts.get(m.who) ?? 0) + 1);
    return this.view.people.filter((p) => counts.has(p.id)).sort((a, b) => counts.get(b.id)! - counts.get(a.id)!);
  }

  relationshipOf(a: Id, b: Id): Relationship | undefined {
    return this.view.relationships.find((r) => r.pair.includes(a) && r.pair.includes(b) && a !== b);
  }

  courseOf(a: Id, b: Id): Course | undefined {
    return this.courses.find((c) => c.pair.includes(a) && c.pair.includes(b) && a !== b);
  }
}

function shown(person: Person, name: string): string {
  return person.narrator && NAMELESS.includes(name.toLowerCase()) ? "the narrator" : name || "somebody";
}
