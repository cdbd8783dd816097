// Where an offset of the text stands on a chart: scenes side by side, each as wide as the others, or, where there are
// very many, as wide as they are long.
import type { Story } from "../model/story";

const EQUAL = 60; // the most scenes that have equal widths

export interface Axis {
  x(offset: number): number;
  left: number;
  right: number;
}

export function axis(story: Story, left: number, right: number): Axis {
  const scenes = story.scenes;
  const width = right - left;
  const even = scenes.length > 1 && scenes.length <= EQUAL;
  const x = (offset: number): number => {
    if (!even) return left + (width * offset) / Math.max(1, story.end);
    const scene = story.sceneAt(offset)!;
    const number = (story.sceneNumber.get(scene.id) ?? 1) - 1;
    const inside = Math.min(1, Math.max(0, (offset - scene.start) / Math.max(1, scene.end - scene.start)));
    return left + (width * (number + inside)) / scenes.length;
  };
  return { x, left, right };
}

/** Labels at wanted places in as few rows as keep them apart; a label that would need one row too many is left out. */
export function rows(labels: { x: number; width: number }[], most: number): (number | null)[] {
  const ends: number[] = [];
  const order = [...labels.keys()].sort((a, b) => labels[a]!.x - labels[b]!.x);
  const out: (number | null)[] = labels.map(() => null);
  for (const n of order) {
    const { x, width } = labels[n]!;
    let row = ends.findIndex((end) => end < x);
    if (row < 0) row = ends.length;
    if (row >= most) continue;
    ends[row] = x + width + 4;
    out[n] = row;
  }
  return out;
}
