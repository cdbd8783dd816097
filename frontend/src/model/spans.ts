import { below } from "./offsets";

export interface Spanned {
  start: number;
  end: number;
}

/** Records by position; they may nest and overlap. Found in logarithmic time. */
export class SpanIndex<T extends Spanned> {
  readonly records: T[];
  private readonly starts: number[];
  private readonly reach: number[]; // the furthest end so far: where a search to the left may stop

  constructor(records: Iterable<T>) {
    this.records = [...records].sort((a, b) => a.start - b.start || b.end - a.end);
    this.starts = this.records.map((r) => r.start);
    let furthest = 0;
    this.reach = this.records.map((r) => (furthest = Math.max(furthest, r.end)));
  }

  /** Records that share at least one code point with [start, end). */
  touching(start: number, end: number): T[] {
    const high = below(this.starts, end);
    const low = below(this.reach, start + 1);
    return this.records.slice(low, high).filter((r) => r.end > start);
  }

  /** Records that hold the code point at an offset. */
  at(offset: number): T[] {
    return this.touching(offset, offset + 1);
  }

  /** The index of the last record that starts at or before an offset, -1 if there is none. */
  indexAt(offset: number): number {
    return below(this.starts, offset + 1) - 1;
  }
}

/** A flat list ``[start, end, ...]`` as records. */
export function spansOf(flat: number[]): Spanned[] {
  const spans: Spanned[] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) spans.push({ start: flat[i]!, end: flat[i + 1]! });
  return spans;
}
