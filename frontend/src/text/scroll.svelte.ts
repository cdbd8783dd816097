// Which chunks are in the document, and how to get to one that is not.
import { tick } from "svelte";
import type { Story } from "../model/story";
import { below } from "../model/offsets";
import type { Spanned } from "../model/spans";
import type { Chunk } from "./chunks";
import { rangeOf, rendered } from "./render";

const LINE = 30; // pixels of a line, until one has been laid out
const NEAR = "120% 0px"; // how far from the window chunks are laid out
const FAR = 8; // windows away, a chunk is taken out again

export class Scroll {
  private readonly elements: HTMLElement[];
  private readonly shown = new Set<number>();
  private readonly observer: IntersectionObserver;
  private readonly starts: number[];
  private readonly number: Map<Element, number>;
  private readonly waiting = new Set<number>();
  private frame = 0;
  private until = Infinity;

  constructor(
    private readonly story: Story,
    private readonly chunks: Chunk[],
    private readonly root: HTMLElement,
  ) {
    this.elements = [...root.querySelectorAll<HTMLElement>(":scope > section")];
    this.number = new Map(this.elements.map((e, n) => [e, n]));
    this.starts = chunks.map((c) => c.start);
    this.elements.forEach((e, n) => (e.style.height = `${Math.round(chunks[n]!.lines * LINE)}px`));
    this.observer = new IntersectionObserver((entries) => this.seen(entries), { root, rootMargin: NEAR });
    this.elements.forEach((e) => this.observer.observe(e));
  }

  stop(): void {
    this.observer.disconnect();
    cancelAnimationFrame(this.frame);
  }

  /** Show all chunks again that are in the document, as of an offset. */
  redraw(until: number): void {
    this.until = until;
    for (const n of this.shown) this.fill(n);
  }

  /** Put every chunk into the document, for printing. */
  everything(): void {
    this.chunks.forEach((_, n) => this.shown.has(n) || this.fill(n));
  }

  /** Scroll to a passage; gives its ranges in the document. */
  async to(span: Spanned, block: ScrollLogicalPosition = "center"): Promise<Range[]> {
    const first = this.chunkAt(span.start);
    const last = Math.min(this.chunkAt(Math.max(span.start, span.end - 1)), first + 3);
    for (let n = Math.max(0, first - 1); n <= last; n++) if (!this.shown.has(n)) this.fill(n);
    for (let round = 0; round < 3; round++) {
      this.paragraphAt(span.start)?.scrollIntoView({ block, behavior: "instant" });
      await tick();
      await new Promise(requestAnimationFrame);
    }
    return this.ranges(span);
  }

  /** The ranges of a passage as far as it is in the document. */
  ranges(span: Spanned): Range[] {
    const found: Range[] = [];
    for (const paragraph of this.story.blocks.touching(span.start, Math.max(span.end, span.start + 1))) {
      const made = this.paragraphAt(paragraph.start);
      const clip = { start: Math.max(span.start, paragraph.start), end: Math.min(span.end, paragraph.end) };
      const range = made && clip.end > clip.start ? rangeOf(this.story, made, clip) : null;
      if (range) found.push(range);
    }
    return found;
  }

  /** The offset of the first paragraph in the window. */
  top(): number {
    const edge = this.root.getBoundingClientRect().top + 60;
    let low = 0;
    let high = this.elements.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.elements[middle]!.getBoundingClientRect().top <= edge) low = middle;
      else high = middle - 1;
    }
    for (const paragraph of this.elements[low]?.querySelectorAll<HTMLElement>("[data-s]") ?? [])
      if (paragraph.getBoundingClientRect().bottom > edge) return Number(paragraph.dataset["s"]);
    return this.chunks[low]?.start ?? 0;
  }

  private chunkAt(offset: number): number {
    return Math.max(0, below(this.starts, offset + 1) - 1);
  }

  private paragraphAt(offset: number): HTMLElement | null {
    const paragraph = this.story.blocks.records[this.story.blocks.indexAt(offset)];
    const chunk = this.elements[this.chunkAt(offset)];
    return paragraph ? (chunk?.querySelector<HTMLElement>(`[data-s="${paragraph.start}"]`) ?? null) : null;
  }

  private seen(entries: IntersectionObserverEntry[]): void {
    const window = this.root.getBoundingClientRect();
    for (const entry of entries) {
      const n = this.number.get(entry.target)!;
      if (!entry.isIntersecting || this.shown.has(n)) continue;
      const box = entry.boundingClientRect;
      if (box.bottom > window.top && box.top < window.bottom) this.fill(n);
      else this.waiting.add(n);
    }
    this.pump();
  }

  /** Fill what is near, one chunk a frame, so that no frame is late. */
  private pump(): void {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      const [next] = this.waiting;
      if (next === undefined) return this.tidy();
      this.waiting.delete(next);
      if (!this.shown.has(next)) this.fill(next);
      this.pump();
    });
  }

  private fill(n: number): void {
    const element = this.elements[n]!;
    element.replaceChildren(rendered(this.story, this.chunks[n]!, this.until));
    element.style.height = "";
    this.shown.add(n);
  }

  /** Take out what is far away, at the height that it had, so that a long book does not grow in memory. */
  private tidy(): void {
    const window = this.root.getBoundingClientRect();
    for (const n of [...this.shown]) {
      const box = this.elements[n]!.getBoundingClientRect();
      if (box.bottom > window.top - FAR * window.height && box.top < window.bottom + FAR * window.height) continue;
      this.elements[n]!.style.height = `${box.height}px`;
      this.elements[n]!.replaceChildren();
      this.shown.delete(n);
    }
  }
}
