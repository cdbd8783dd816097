// What is between two people as far as a reader knows it.
import type { Story } from "./story";
import type { Id, Relationship } from "./types";

/** What somebody is to the other: "wife", or the kinds of what is between them; empty where nothing is known yet. */
export function tie(r: Relationship, me: Id, until: number): string {
  const role = r.role && r.roleKnown <= until ? r.role[r.pair[0] === me ? 0 : 1] : null;
  const kinds = r.kinds.filter((k) => k.known <= until).map((k) => k.kind);
  return role ?? kinds.join(", ");
}

export function status(r: Relationship, until: number): string | null {
  const told = r.timeline.filter((m) => m.known <= until && m.status);
  return told.at(-1)?.status?.replaceAll("_", " ") ?? null;
}

/** The relationships of a person that are known, those in which most happens first. */
export function ties(story: Story, id: Id, until: number): { relationship: Relationship; other: Id; word: string }[] {
  return story.view.relationships
    .filter((r) => r.pair.includes(id))
    .map((relationship) => ({
      relationship,
      other: relationship.pair[0] === id ? relationship.pair[1] : relationship.pair[0],
      word: tie(relationship, relationship.pair[0] === id ? relationship.pair[1] : relationship.pair[0], until),
    }))
    .filter(({ word }) => word)
    .sort((a, b) => weight(b.relationship, until) - weight(a.relationship, until));
}

/** How much is known to be between two people; 0: nothing so far. */
export function weight(r: Relationship, until: number): number {
  const close = r.kinds.some((k) => k.known <= until && k.kind !== "acquaintance") ? 3 : 0;
  const felt = r.attitudes.filter((a) => a.known <= until).length;
  return close + felt + 3 * r.events.filter((e) => e.known <= until).length + r.timeline.filter((m) => m.known <= until).length;
}
