// What is on the reader's desk: the story, the bookmark, what is picked, what is shown. One object for the whole page.
import { api, Refused } from "./api";
import { Story } from "./story";
import type { Spanned } from "./spans";
import type { Id, Person, Progress } from "./types";

export const PANELS = ["people", "unspoken", "network", "time", "notes", "corrections"] as const;
export type Panel = (typeof PANELS)[number];
export const MARKS = ["people", "speakers", "feelings", "letters", "scenes"] as const;
export type Marks = (typeof MARKS)[number];

interface Target extends Spanned {
  again: number; // so that the same passage can be gone to twice
}

class Desk {
  progress = $state.raw<Progress | null>(null);
  story = $state.raw<Story | null>(null);
  failure = $state<string | null>(null);
  message = $state<string | null>(null);
  busy = $state(false);

  panel = $state<Panel>("people");
  person = $state<Id | null>(null);
  pair = $state.raw<[Id, Id] | null>(null);
  picked = $state<number | null>(null); // the offset that was clicked on
  target = $state.raw<Target | null>(null); // the passage to be shown
  open = $state(false); // the panel, on a narrow window
  bookmark = $state<number | null>(null);
  marks = $state<Record<Marks, boolean>>({ people: true, speakers: true, feelings: true, letters: true, scenes: true });
  quiet = $state.raw<ReadonlySet<string>>(new Set()); // kinds of notes that are silenced
  reading = $state(0); // the offset at the top of the window

  /** The people whom the reader has met. */
  people = $derived<Person[]>(this.story?.met(this.bookmark ?? Infinity) ?? []);

  /** How far the reader is: nothing is shown that cannot be known by then. */
  get until(): number {
    return this.bookmark ?? Infinity;
  }

  name(id: Id | null): string {
    return this.story?.name(id, this.until) ?? "somebody";
  }

  said(sentence: string): string {
    return this.story?.said(sentence, this.until) ?? "";
  }

  /** Scroll the text to a passage and show it. */
  go(span: Spanned): void {
    this.target = { start: span.start, end: span.end, again: (this.target?.again ?? 0) + 1 };
    this.open = false;
  }

  /** Hide what cannot be known at an offset; null: show everything. Kept in the address, so that it outlives a reload. */
  mark(offset: number | null): void {
    this.bookmark = offset;
    if (this.picked !== null && this.picked >= this.until) this.picked = null;
    history.replaceState(null, "", offset === null ? location.pathname : `#up-to=${offset}`);
  }

  pick(offset: number): void {
    this.picked = offset;
    this.open = true;
  }

  show(panel: Panel): void {
    if (panel === this.panel && this.picked === null) this.person = null; // the same tab again: back to all people
    this.panel = panel;
    this.picked = null;
    this.open = true;
  }

  showPerson(id: Id): void {
    this.show("people");
    this.person = id;
  }

  showPair(a: Id, b: Id): void {
    this.pair = [a, b];
    this.show("unspoken");
  }

  /** Follow the reading, and fetch the story whenever there is a new one. */
  start(): () => void {
    return api.follow((progress) => {
      const fresh = progress.status === "ready" && progress.revision !== this.progress?.revision;
      this.progress = progress;
      this.failure = progress.status === "failed" ? progress.error : null;
      if (fresh || (progress.status === "ready" && !this.story)) void this.fetch();
    });
  }

  async fetch(): Promise<void> {
    await this.tried(async () => {
      this.story = new Story(await api.story());
      const kept = /^#up-to=(\d+)$/.exec(location.hash);
      if (kept && this.bookmark === null) this.mark(Math.min(Number(kept[1]), this.story.end));
    });
  }

  /** Ask for a change of the corrections; true if it was made. What is remarked on it is told, else what is done. */
  async change(ask: () => Promise<Progress>, done: string): Promise<boolean> {
    this.busy = true;
    const good = await this.tried(async () => {
      const before = new Set(this.story?.view.source.warnings);
      this.progress = await ask(); // known now, so that the news of it does not fetch the story a second time
      this.story = new Story(await api.story());
      const remark = this.story.view.source.warnings.find((warning) => !before.has(warning));
      this.message = remark ? `It is noted, but ${remark}.` : done;
    });
    this.busy = false;
    return good;
  }

  private async tried(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.message = error instanceof Refused ? error.message : "A fault of this page; please report it.";
      if (!(error instanceof Refused)) console.error(error);
      return false;
    }
  }
}

export const desk = new Desk();
