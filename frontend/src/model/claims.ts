// What is claimed at a word of the text, in sentences, and the words that each claim rests on.
import { FORMS, type Story } from "./story";
import { settingOf } from "./setting";
import type { Spanned } from "./spans";
import type { Feeling, Gap, Id, Letter, Quote } from "./types";

export type Layer = "mention" | "quote" | "letter" | "feelings" | "attitudes" | "events" | "beliefs" | "gaps" | "scene";

export interface Claim {
  layer: Layer;
  id: string;
  title: string;
  why: string;
  confidence: number | null;
  people: Id[];
  passages: { label: string; start: number; end: number }[];
  at: Spanned; // the words that a correction of it holds on to
}

const METHODS: Record<string, string> = {
  explicit: "The words beside it name who speaks.",
  anaphoric: "The words beside it say who speaks with a pronoun or a noun.",
  vocative: "Somebody is called by name in what is said.",
  turn: "The two take turns in this conversation.",
  implicit: "Nothing beside it says so; it follows from what is around it.",
};
const CHANNELS: Record<string, string> = {
  named: "The feeling is named.",
  bodily: "The body shows it.",
  action: "It shows in what is done.",
  speech: "It is said aloud, or written.",
  inferred: "It follows from what happens.",
};
const VIAS: Record<string, string> = {
  narrated: "The story tells so.",
  perceived: "It was seen or heard.",
  told: "It was told to them.",
  read: "It was read by them.",
  inferred: "It follows from what they know.",
};

/** All claims at an offset that a reader who is at ``until`` can know, the nearest to the word first. */
export function claims(story: Story, offset: number, until: number): Claim[] {
  const known = <T extends { known: number }>(records: T[]): T[] => records.filter((r) => r.known <= until);
  return [
    ...mentions(story, offset, until),
    ...known(story.feelings.at(offset)).map((f) => feeling(story, f, until)),
    ...events(story, offset, until),
    ...attitudes(story, offset, until),
    ...known(story.beliefs.at(offset)).map((b): Claim => ({
      layer: "beliefs", id: b.id, title: story.said(b.said, until), why: VIAS[b.via] ?? "", confidence: b.confidence,
      people: [b.holder, ...(b.about ? [b.about] : [])], at: b,
      passages: b.ended && b.ended[1] <= until ? [{ label: "where it ends", start: b.ended[0], end: b.ended[1] }] : [],
    })),
    ...known(story.gaps.filter((g) => touches(g, offset))).map((g) => gap(story, g, until)),
    ...known(story.quotes.at(offset).filter((q) => within(q, offset))).map((q) => quote(story, q, until)),
    ...known(story.letters.at(offset)).map((d) => letter(story, d, until)),
    ...scene(story, offset, until),
  ];
}

function mentions(story: Story, offset: number, until: number): Claim[] {
  const found = story.mentions.at(offset).filter((m) => m.end <= until);
  found.sort((a, b) => a.end - a.start - (b.end - b.start));
  return found.map((m) => {
    const words = story.words(m.start, m.end);
    const name = story.name(m.who, until);
    const form = FORMS[m.form];
    const title = words.toLowerCase() === name.toLowerCase() ? `This is ${name}.` : `“${words}” means ${name}.`;
    const why = form === "name" ? "It is a name." : form === "pronoun" ? "It is a pronoun, read from what is around it." : "It is a description.";
    return { layer: "mention", id: m.who, title, why, confidence: m.confidence, people: [m.who], passages: [], at: m };
  });
}

function feeling(story: Story, f: Feeling, until: number): Claim {
  const others = f.others.length ? ` It could also be ${f.others.join(" or ")}.` : "";
  const passages = [{ label: "the words", start: f.start, end: f.end }];
  if (f.cause && f.cause[1] <= until) passages.push({ label: "because of", start: f.cause[0], end: f.cause[1] });
  return {
    layer: "feelings", id: f.id, title: story.said(f.said, until), why: (CHANNELS[f.channel] ?? "") + others,
    confidence: f.confidence, people: [f.experiencer, f.target].filter((p) => p !== null), passages, at: f,
  };
}

function events(story: Story, offset: number, until: number): Claim[] {
  return story.view.relationships.flatMap((r) =>
    r.events
      .filter((e) => e.start <= offset && offset < e.end && e.known <= until)
      .map((e): Claim => ({
        layer: "events", id: r.id, title: story.said(e.said, until), why: "The story tells so.", confidence: e.confidence,
        people: [...r.pair], passages: [{ label: "the words", start: e.start, end: e.end }], at: e,
      })),
  );
}

function attitudes(story: Story, offset: number, until: number): Claim[] {
  return story.view.relationships.flatMap((r) =>
    r.attitudes
      .filter((a) => a.known <= until && a.evidence.some(([start, end]) => start <= offset && offset < end))
      .map((a): Claim => ({
        layer: "attitudes", id: a.id, title: `${story.said(a.said, until).replace(/\.$/, "")}, and it lasts.`, why: "The words tell of more than a moment.",
        confidence: a.confidence, people: [a.holder, a.target],
        passages: a.evidence.filter(([, end]) => end <= until).map(([start, end]) => ({ label: "the words", start, end })), at: { start: a.evidence[0]![0], end: a.evidence[0]![1] },
      })),
  );
}

function letter(story: Story, d: Letter, until: number): Claim {
  const readers = d.readers.filter(([, scene]) => (story.scenes[(story.sceneNumber.get(scene ?? "") ?? 0) - 1]?.end ?? story.end) <= until);
  const nobody = until >= story.end ? "Nobody is seen to read it." : "Nobody is seen to read it so far.";
  return {
    layer: "letter", id: d.id, title: `${story.said(d.title, until)}.`, confidence: d.confidence,
    why: readers.length ? `Read by ${readers.map(([who]) => story.name(who, until)).join(", ")}.` : nobody,
    people: [d.author, d.to].filter((p) => p !== null), passages: [{ label: "the whole of it", start: d.start, end: d.end }], at: d,
  };
}

export function gap(story: Story, g: Gap, until: number): Claim {
  const passages = [{ label: "what is so", start: g.truth.start, end: g.truth.end }];
  if (g.believed) passages.unshift({ label: "what is believed", start: g.believed.start, end: g.believed.end });
  if (g.closing && g.closing.end <= until) passages.push({ label: "where it ends", start: g.closing.start, end: g.closing.end });
  const ends = g.end <= until ? `${g.course.replace(/:$/, ".")} ${g.reader}` : `It begins in scene ${g.opens ?? "?"}, and lasts so far.`;
  return {
    layer: "gaps", id: g.id, title: story.said(g.said, until), why: story.said(ends, until), confidence: g.confidence,
    people: [g.holder, g.about], passages, at: g.truth,
  };
}

function touches(g: Gap, offset: number): boolean {
  return [g.believed, g.truth, g.closing].some((p) => p !== null && p.start <= offset && offset < p.end);
}

function quote(story: Story, q: Quote, until: number): Claim {
  const who = q.speaker ? story.name(q.speaker, until) : "Nobody known";
  const to = q.to.length ? ` to ${q.to.map((id) => story.name(id, until)).join(" and ")}` : "";
  const verb = q.kind === "thought" ? "thinks" : "says";
  const passages = q.cue ? [{ label: "the words beside it", start: q.cue[0], end: q.cue[1] }] : [];
  return {
    layer: "quote", id: q.id, title: `${who.slice(0, 1).toUpperCase()}${who.slice(1)} ${verb} this${to}.`,
    why: q.speaker ? (METHODS[q.method] ?? "") : "It is not clear enough who speaks.", confidence: q.speaker ? q.confidence : null,
    people: [q.speaker, ...q.to].filter((p) => p !== null), passages, at: { start: q.parts[0] ?? q.start, end: q.parts[1] ?? q.end },
  };
}

function within(q: Quote, offset: number): boolean {
  for (let i = 0; i + 1 < q.parts.length; i += 2) if (q.parts[i]! <= offset && offset < q.parts[i + 1]!) return true;
  return false;
}

function scene(story: Story, offset: number, until: number): Claim[] {
  const found = story.sceneAt(offset);
  if (!found || found.start > offset) return [];
  const known = found.end <= until;
  const mode = found.mode === "linear" || !known ? null : found.mode === "analepsis" ? "a flashback" : "a flash-forward";
  const facts = [...settingOf(found, until), mode];
  const present = known ? found.present : [];
  const eyes = known && found.focal ? ` It is seen through the eyes of ${story.name(found.focal, until)}.` : "";
  const title = `Scene ${story.sceneNumber.get(found.id)}${facts.some(Boolean) ? `: ${facts.filter(Boolean).join(", ")}` : ""}.`;
  const why = present.length ? `There: ${present.map((id) => story.name(id, until)).join(", ")}.${eyes}` : known ? "" : "Who is there is told at its end.";
  const passages = found.evidence && found.evidence[1] <= until ? [{ label: "when it is", start: found.evidence[0], end: found.evidence[1] }] : [];
  return [{ layer: "scene", id: found.id, title, why, confidence: null, people: present, passages, at: { start: found.start, end: found.start + 1 } }];
}
