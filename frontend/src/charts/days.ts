// Story time against reading order: on which day each scene happens, as far as the story says.
import type { Scene } from "../model/types";

export interface Day {
  day: number | null; // days after the first scene; null: not told
  sure: boolean; // the time since the scene before is told
}

/** The days of scenes in reading order. A scene of the past or the future does not move the clock of those after it. */
export function days(scenes: Scene[]): Day[] {
  let clock = 0;
  return scenes.map((scene, n) => {
    if (scene.mode !== "linear") return { day: scene.days === null ? null : clock + scene.days, sure: scene.days !== null };
    if (n > 0) clock += scene.days ?? 0;
    return { day: clock, sure: n === 0 || scene.days !== null };
  });
}
