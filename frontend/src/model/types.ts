// What `GET /api/story` answers with; see `unspoken/web/view` for what makes it. Offsets are code points.
export type Offsets = number[];
export type Id = string;
export type SpanPair = [number, number];

export interface Person {
  id: Id;
  name: string;
  names: { name: string; known: number }[];
  kind: string;
  pronouns: string | null;
  pronounsKnown: number;
  narrator: boolean;
  share: number;
  mentions: number;
  scenes: number;
  first: number;
  last: number;
}

export interface Mentions {
  start: Offsets;
  end: Offsets;
  who: Id[];
  form: number[];
  confidence: number[];
}

export interface Quote {
  id: Id;
  start: number;
  end: number;
  parts: Offsets;
  kind: "speech" | "thought";
  speaker: Id | null;
  to: Id[];
  cue: SpanPair | null;
  method: string;
  confidence: number;
  known: number;
}

export interface Scene {
  id: Id;
  start: number;
  end: number;
  place: string | null;
  when: string | null;
  present: Id[];
  focal: Id | null;
  person: string;
  tense: string;
  mode: "linear" | "analepsis" | "prolepsis";
  days: number | null;
  evidence: SpanPair | null;
}

export interface Letter {
  id: Id;
  kind: string;
  start: number;
  end: number;
  author: Id | null;
  to: Id | null;
  title: string;
  readers: [Id, Id | null][];
  confidence: number;
  known: number;
}

export interface Feeling {
  id: Id;
  start: number;
  end: number;
  experiencer: Id | null;
  target: Id | null;
  emotion: string;
  others: string[];
  valence: number;
  intensity: number;
  channel: string;
  cause: SpanPair | null;
  negated: boolean;
  supposed: boolean;
  source: Id[];
  confidence: number;
  known: number;
  said: string;
}

export interface Mutual {
  a: number | null;
  b: number | null;
}

export interface Moment {
  scene: Id;
  start: number;
  status: string | null;
  contact: string | null;
  valence: Mutual;
  trust: Mutual;
  known: number;
}

export interface Happening {
  type: string;
  scene: Id;
  start: number;
  end: number;
  actor: Id | null;
  confidence: number;
  known: number;
  said: string;
}

export interface Attitude {
  id: Id;
  holder: Id;
  target: Id;
  value: string;
  said: string;
  from: Id;
  until: Id | null;
  evidence: SpanPair[];
  confidence: number;
  known: number;
}

export interface Kind {
  kind: string;
  known: number;
}

export interface Relationship {
  id: Id;
  pair: [Id, Id];
  kinds: Kind[];
  role: [string | null, string | null] | null;
  roleKnown: number;
  confidence: number;
  events: Happening[];
  timeline: Moment[];
  attitudes: Attitude[];
}

export interface Belief {
  id: Id;
  holder: Id;
  about: Id | null;
  start: number;
  end: number;
  from: Id;
  until: Id | null;
  ended: SpanPair | null;
  via: string;
  stance: string;
  confidence: number;
  known: number;
  said: string;
}

export interface Passage {
  start: number;
  end: number;
  words: string;
  teller: string | null;
}

export interface Gap {
  id: Id;
  holder: Id;
  about: Id;
  type: "misbelief" | "ignorance";
  said: string;
  lead: string;
  believed: Passage | null;
  truth: Passage;
  closing: Passage | null;
  course: string;
  reader: string;
  readerFrom: number;
  start: number;
  end: number;
  opens: number | null;
  closes: number | null;
  closed: boolean;
  closedBy: SpanPair | null;
  severity: number;
  confidence: number;
  belief: Id | null;
  known: number;
}

export interface Heart {
  holder: Id;
  target: Id;
  felt: { start: number; value: number; known: number }[];
  held: { start: number; end: number | null; value: number; belief: Id }[];
  partings: { gap: Id; start: number; end: number | null; believed: number | null; felt: number | null }[];
}

export interface Course {
  pair: [Id, Id];
  relationship: Id | null;
  hearts: [Heart, Heart];
}

type PairRow = [scene: number, kinds: string[], status: string | null, a: number | null, b: number | null, words: number, scenes: number];

export interface NetworkView {
  people: { id: Id; rows: [scene: number, words: number, scenes: number, mentions: number][] }[];
  pairs: { pair: [Id, Id]; rows: PairRow[] }[];
}

export interface View {
  source: {
    name: string;
    title: string | null;
    author: string | null;
    language: string | null;
    words: number;
    warnings: string[];
  };
  version: string;
  text: string;
  paragraphs: Offsets;
  sentences: Offsets;
  emphasis: Offsets;
  chapters: { start: number; title: string | null }[];
  people: Person[];
  mentions: Mentions;
  quotes: Quote[];
  scenes: Scene[];
  documents: Letter[];
  feelings: Feeling[];
  relationships: Relationship[];
  beliefs: Belief[];
  gaps: Gap[];
  courses: Course[];
  network: NetworkView;
}

export interface Progress {
  status: "reading" | "ready" | "failed";
  stage: string | null;
  done: number;
  total: number;
  error: string | null;
  revision: number;
  correctable: boolean;
  why_not: string | null;
}

export interface Note {
  code: string;
  kind: string;
  title: string;
  severity: "slip" | "doubt" | "remark";
  message: string;
  passages: { start: number; end: number }[];
  people: Id[];
  confidence: number;
}

export interface Correction {
  n: number;
  kind: string;
  described: string;
  unfit: boolean;
  why: string | null;
}
