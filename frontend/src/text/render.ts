// Chunks as elements. By hand, since a novel has a million of them over time; words go in as text alone, never as markup.
import type { Spanned } from "../model/spans";
import type { Story } from "../model/story";
import { settingOf } from "../model/setting";
import type { Scene } from "../model/types";
import { atoms } from "./atoms";
import type { Chunk } from "./chunks";

type Children = (Node | string)[];

export function element(tag: string, classes: string, ...children: Children): HTMLElement {
  const made = document.createElement(tag);
  if (classes) made.className = classes;
  made.append(...children);
  return made;
}

export function rendered(story: Story, chunk: Chunk, until: number): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const titles = new Map(story.view.chapters.map((c) => [c.start, (c.title ?? "").trim()]));
  const scenes = new Map(story.scenes.map((s) => [s.start, s]));
  const unread = story.blocks.records[story.blocks.indexAt(until - 1) + 1]; // the first, where there is one
  let before = "";
  for (const paragraph of chunk.paragraphs) {
    if (paragraph === unread)
      fragment.append(element("div", "marker", "Your bookmark. What comes after it is not told."));
    for (const start of startsIn(scenes, paragraph)) fragment.append(sceneHeading(story, scenes.get(start)!, until));
    const words = story.words(paragraph.start, paragraph.end);
    const made = paragraphElement(story, paragraph, words, titles.get(paragraph.start) === words.trim(), until);
    const by = made.tagName === "P" ? speakers(story, paragraph, until) : null;
    const said = by?.textContent ?? "";
    if (by && said !== before) made.prepend(by);
    if (words.trim()) before = said;
    fragment.append(made);
  }
  return fragment;
}

function startsIn(scenes: Map<number, Scene>, paragraph: Spanned): number[] {
  return [...scenes.keys()].filter((start) => start >= paragraph.start && start < Math.max(paragraph.end, paragraph.start + 1));
}

function paragraphElement(story: Story, span: Spanned, words: string, title: boolean, until: number): HTMLElement {
  const bare = !/[\p{L}\p{N}]/u.test(words);
  const letter = story.letters.touching(span.start, span.end).find((l) => 2 * (Math.min(l.end, span.end) - Math.max(l.start, span.start)) > span.end - span.start);
  const classes = [title ? "title" : "", bare ? "ornament" : "", letter ? "letter" : "", span.start >= until ? "unread" : ""];
  const made = element(title ? "h2" : "p", classes.filter(Boolean).join(" "));
  made.dataset["s"] = String(span.start);
  made.dir = "auto";
  for (const atom of atoms(story, span.start, span.end, until)) {
    const text = story.words(atom.start, atom.end);
    made.append(atom.classes.length ? element("span", atom.classes.join(" "), text) : text);
  }
  return made;
}

function speakers(story: Story, span: Spanned, until: number): HTMLElement | null {
  const here = story.quotes.touching(span.start, span.end).filter((q) => q.known <= until && partsIn(q.parts, span));
  if (here.length === 0) return null;
  const ids = [...new Set(here.map((q) => q.speaker))];
  const label = element("span", `by b${ids.length === 1 ? story.colour(ids[0]!) : -1}`);
  label.append(ids.map((id) => (id ? story.name(id, until) : "?")).join(" · "), element("span", "hidden", ": "));
  return label;
}

function partsIn(parts: number[], span: Spanned): boolean {
  for (let i = 0; i + 1 < parts.length; i += 2) if (parts[i]! < span.end && parts[i + 1]! > span.start) return true;
  return false;
}

function sceneHeading(story: Story, scene: Scene, until: number): HTMLElement {
  const known = scene.end <= until;
  const people = known ? scene.present.slice(0, 6).map((id) => story.name(id, until)) : [];
  const more = known && scene.present.length > 6 ? ` and ${scene.present.length - 6} more` : "";
  const eyes = known && scene.focal ? `seen by ${story.name(scene.focal, until)}` : "";
  const facts = [...settingOf(scene, until), people.join(", ") + more, eyes].filter(Boolean).join(" · ");
  const heading = element("h2", `scene${scene.start >= until ? " unread" : ""}`, element("b", "", `Scene ${story.sceneNumber.get(scene.id)}`));
  if (scene.start < until) heading.append(` ${facts}`);
  heading.dataset["scene"] = scene.id;
  return heading;
}

/** The offset, in code points, of a place in a rendered paragraph, or null outside of one. */
export function offsetOf(story: Story, node: Node, within: number): number | null {
  const paragraph = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-s]");
  if (!paragraph) return null;
  let before = 0;
  for (const text of texts(paragraph)) {
    if (text === node) return story.offsets.point(story.offsets.unit(Number(paragraph.dataset["s"])) + before + within);
    before += text.length;
  }
  return null;
}

/** The part of a rendered paragraph that shows [start, end), or null where none of it is shown. */
export function rangeOf(story: Story, paragraph: HTMLElement, span: Spanned): Range | null {
  const base = story.offsets.unit(Number(paragraph.dataset["s"]));
  const from = story.offsets.unit(span.start) - base;
  const to = story.offsets.unit(span.end) - base;
  const range = document.createRange();
  let before = 0;
  let begun = false;
  for (const text of texts(paragraph)) {
    const after = before + text.length;
    if (!begun && from < after) {
      range.setStart(text, Math.max(0, from - before));
      begun = true;
    }
    if (begun) range.setEnd(text, Math.max(0, Math.min(text.length, to - before)));
    if (to <= after) break;
    before = after;
  }
  return begun && !range.collapsed ? range : null;
}

/** The text nodes of a paragraph that hold the story's words: not those of the label beside it. */
function* texts(paragraph: HTMLElement): Generator<Text> {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (!node.parentElement?.closest(".by")) yield node as Text;
}
