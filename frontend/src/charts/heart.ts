// One heart of a pair as lines and areas: what is felt, what the other takes it for, and the space between the two.
import type { Heart } from "../model/types";
import type { Story } from "../model/story";

export interface Run {
  start: number;
  end: number;
  value: number;
}

export interface Space extends Run {
  other: number; // the lower or upper edge: ``value`` is what is felt, ``other`` what is believed
  gap: string | null;
}

const APART = 0.25; // valences nearer than this are not shaded

/** What is felt, as stretches of one valence, up to where a reader is. */
export function felt(heart: Heart, end: number, until: number): Run[] {
  const levels = heart.felt.filter((l) => l.start < end && l.known <= until);
  return levels.map((l, n) => ({ start: l.start, end: levels[n + 1]?.start ?? end, value: l.value }));
}

/** What the other takes it for, as far as the beliefs are told by then. */
export function held(story: Story, heart: Heart, end: number, until: number): Run[] {
  return heart.held
    .filter((h) => h.start < end && (story.beliefById.get(h.belief)?.known ?? 0) <= until)
    .map((h) => ({ start: h.start, end: Math.min(h.end ?? end, end), value: h.value }));
}

/** The gaps about this heart that a reader can see. */
export function partings(story: Story, heart: Heart, end: number, until: number): Space[] {
  const known = new Set(story.gaps.filter((g) => g.known <= until).map((g) => g.id));
  return heart.partings
    .filter((p) => known.has(p.gap) && p.start < end)
    .map((p) => ({ start: p.start, end: Math.min(p.end ?? end, end), value: p.felt ?? (p.believed === null ? 0.6 : -p.believed), other: p.believed ?? 0, gap: p.gap }));
}

/** Where what is felt and what is believed lie apart, outside of the gaps. */
export function spaces(feltRuns: Run[], heldRuns: Run[], gaps: Space[]): Space[] {
  const out: Space[] = [];
  for (const f of feltRuns)
    for (const h of heldRuns) {
      const start = Math.max(f.start, h.start);
      const end = Math.min(f.end, h.end);
      const inGap = gaps.some((g) => g.start < end && start < g.end);
      if (start < end && !inGap && Math.abs(f.value - h.value) >= APART) out.push({ start, end, value: f.value, other: h.value, gap: null });
    }
  return out;
}
