// Where and when a scene is, as far as it has been read.
import type { Story } from "./story";
import type { Scene } from "./types";

/** Place and time; what the text has not said by an offset is left out. */
export function settingOf(story: Story, scene: Scene, until: number): string[] {
  const read = Math.min(until, scene.end);
  const told = story.words(scene.start, read);
  const place = scene.place !== null && (read === scene.end || told.includes(scene.place)) ? scene.place : null;
  const when = read === scene.end || (scene.evidence !== null && scene.evidence[1] <= read) ? scene.when : null;
  return [place, when].filter((fact) => fact !== null);
}
