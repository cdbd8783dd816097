import { describe, expect, it } from "vitest";
import { Offsets } from "../src/model/offsets";
import { atoms } from "../src/text/atoms";
import { blocks } from "../src/text/blocks";
import { chunksOf } from "../src/text/chunks";
import { stopsOf } from "../src/text/stops";
import { feeling, person, story } from "./made";

const text = "“I am _glad_,” said Ada.";
const made = story(text, {
  people: [person("c0", "Ada")],
  mentions: { start: [1, 20], end: [2, 23], who: ["c0", "c0"], form: [2, 0], confidence: [90, 90] },
  quotes: [{ id: "q0", start: 0, end: 14, parts: [0, 14], kind: "speech", speaker: "c0", to: [], cue: [15, 23], method: "explicit", confidence: 0.9, known: 23 }],
  feelings: [feeling(7, 11)],
  emphasis: [6, 12],
});

describe("atoms", () => {
  it("hold all words in order, and no others", () => {
    const pieces = atoms(made, 0, text.length, Infinity);
    expect(pieces.map((a) => text.slice(a.start, a.end)).join("")).toBe(text);
  });

  it("carry every mark that covers them", () => {
    const glad = atoms(made, 0, text.length, Infinity).find((a) => text.slice(a.start, a.end) === "glad")!;
    expect(glad.classes).toEqual(expect.arrayContaining(["q", "s0", "f", "high", "em"]));
    const bars = atoms(made, 0, text.length, Infinity).filter((a) => a.classes.includes("u"));
    expect(bars.map((a) => text.slice(a.start, a.end))).toEqual(["_", "_"]);
  });

  it("tell nothing that is not known", () => {
    const early = atoms(made, 0, text.length, 11).flatMap((a) => a.classes);
    expect(early).toContain("f"); // the feeling has been read
    expect(early).not.toContain("q"); // who says it has not
    expect(atoms(made, 0, text.length, 0).flatMap((a) => a.classes)).not.toContain("m");
  });
});

describe("chunks", () => {
  it("hold every paragraph once, and begin with chapters", () => {
    const words = "word ".repeat(300).trim();
    const whole = Array.from({ length: 30 }, () => words).join("\n\n");
    const paragraphs = Array.from({ length: 30 }, (_, n) => [n * (words.length + 2), n * (words.length + 2) + words.length]);
    const long = story(whole, { paragraphs: paragraphs.flat(), chapters: [{ start: paragraphs[7]![0]!, title: null }] });
    const chunks = chunksOf(long);
    expect(chunks.flatMap((c) => c.paragraphs.map((p) => p.start))).toEqual(paragraphs.map((p) => p[0]));
    expect(chunks.map((c) => c.start)).toContain(paragraphs[7]![0]);
    expect(chunks.length).toBeGreaterThan(5);
  });
});

describe("stops of the keyboard", () => {
  it("are the marks in order, one where several begin, and no pronouns", () => {
    expect(stopsOf(made).map((s) => s.start)).toEqual([0, 7, 20]);
  });
});

describe("blocks", () => {
  it("hold an endless paragraph in pieces, every word once, cut after sentences", () => {
    const endless = "It rained on the roof, and nobody said a word. ".repeat(600).trim();
    const offsets = new Offsets(endless);
    const pieces = blocks([{ start: 0, end: offsets.length }], offsets);
    expect(pieces.map((p) => offsets.slice(p.start, p.end)).join("")).toBe(endless);
    expect(pieces.length).toBeGreaterThan(5);
    expect(pieces.slice(0, -1).every((p) => offsets.slice(p.start, p.end).endsWith(". "))).toBe(true);
  });

  it("cut where there is neither a sentence nor a word", () => {
    const offsets = new Offsets("🦀".repeat(30_000));
    const pieces = blocks([{ start: 0, end: 30_000 }], offsets);
    expect(pieces[0]!.start).toBe(0);
    expect(pieces.at(-1)!.end).toBe(30_000);
    expect(pieces.every((p, n) => n === 0 || p.start === pieces[n - 1]!.end)).toBe(true);
  });

  it("are the paragraphs where these are of a common length", () => {
    const offsets = new Offsets("word ".repeat(100));
    expect(blocks([{ start: 0, end: 200 }, { start: 202, end: 400 }], offsets)).toHaveLength(2);
  });
});
