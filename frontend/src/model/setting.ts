// Where and when a scene is, as far as it has been read.
import type { Scene } from "./types";

/** Place and time; the place, as who is there, is told when the scene has ended, the time when its words have been read. */
export function settingOf(scene: Scene, until: number): string[] {
  const read = Math.min(until, scene.end);
  const place = read === scene.end ? scene.place : null;
  const when = read === scene.end || (scene.evidence !== null && scene.evidence[1] <= read) ? scene.when : null;
  return [place, when].filter((fact) => fact !== null);
}
