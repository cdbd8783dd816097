import type { Correction, Note, Progress, View } from "./types";

/** What went wrong, in one line for a person. */
export class Refused extends Error {}

async function asked<T>(path: string, options: RequestInit = {}): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(path, { credentials: "same-origin", ...options });
  } catch {
    throw new Refused("The program that read the story does not answer. Is it still running?");
  }
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok) {
    const error = (body as { error?: string } | null)?.error;
    throw new Refused(error ?? `The program answered with ${answer.status}.`);
  }
  return body as T;
}

const change = (method: string, body: unknown = {}): RequestInit => ({
  method,
  headers: { "content-type": "application/json", "x-unspoken": "1" },
  body: JSON.stringify(body),
});

export const api = {
  state: () => asked<Progress>("/api/state"),
  story: () => asked<View>("/api/story"),
  notes: () => asked<Note[]>("/api/notes"),
  corrections: () => asked<Correction[]>("/api/corrections"),
  correct: (kind: string, fields: Record<string, unknown>) => asked<Progress>("/api/corrections", change("POST", { kind, fields })),
  remove: (n: number) => asked<Progress>(`/api/corrections/${n}`, change("DELETE")),
  undo: () => asked<Progress>("/api/corrections/undo", change("POST")),
  redo: () => asked<Progress>("/api/corrections/redo", change("POST")),

  /** Be told of each new state, until the returned function is called. */
  follow(told: (state: Progress) => void): () => void {
    const events = new EventSource("/api/events");
    events.onmessage = (event) => told(JSON.parse(event.data as string) as Progress);
    return () => events.close();
  },
};
