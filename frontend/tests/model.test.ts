import { describe, expect, it } from "vitest";
import { anchor, mentionAnchor } from "../src/model/anchors";
import { below, Offsets } from "../src/model/offsets";
import { settingOf } from "../src/model/setting";
import { SpanIndex } from "../src/model/spans";
import { person, scene, story } from "./made";

describe("offsets", () => {
  const texts = ["", "plain", "🦀", "a🦀b🦀🦀c", "🦀🦀", "é\u0301 ﬁ 🦀"];

  it.each(texts)("go there and back in %j", (text) => {
    const offsets = new Offsets(text);
    const points = [...text];
    expect(offsets.length).toBe(points.length);
    for (let n = 0; n <= points.length; n++) {
      expect(offsets.unit(n)).toBe(points.slice(0, n).join("").length);
      expect(offsets.point(offsets.unit(n))).toBe(n);
      expect(offsets.slice(0, n)).toBe(points.slice(0, n).join(""));
    }
  });

  it("count what is below a value", () => {
    expect([0, 1, 2, 3].map((v) => below([1, 1, 3], v))).toEqual([0, 0, 2, 2]);
  });
});

describe("spans", () => {
  it("are found as by looking at every one", () => {
    let seed = 7;
    const random = (most: number): number => (seed = (seed * 1103515245 + 12345) % 2147483648) % most;
    for (let round = 0; round < 200; round++) {
      const records = Array.from({ length: random(12) }, () => {
        const start = random(40);
        return { start, end: start + 1 + random(15) };
      });
      const index = new SpanIndex(records);
      const [low, high] = [random(50), random(10) + 1];
      const wanted = records.filter((r) => r.start < low + high && r.end > low).sort((a, b) => a.start - b.start || b.end - a.end);
      expect(index.touching(low, low + high)).toEqual(wanted);
    }
  });
});

describe("names", () => {
  const made = story("x".repeat(100), {
    people: [{ ...person("c0", "Ada Vale", [["the stranger", 10], ["Ada Vale", 60]]) }, { ...person("c1", "I", [["I", 1]]), narrator: true }],
    mentions: { start: [5, 50, 70], end: [10, 60, 71], who: ["c0", "c0", "c1"], form: [1, 0, 2], confidence: [90, 90, 90] },
  });

  it("are those that have been read", () => {
    expect([5, 10, 59, 60, Infinity].map((until) => made.name("c0", until))).toEqual(["somebody", "the stranger", "the stranger", "Ada Vale", "Ada Vale"]);
  });

  it("are not made up for narrators without one", () => {
    expect(made.name("c1")).toBe("the narrator");
  });

  it("stand in sentences", () => {
    expect(made.said("\ue000c0\ue001 is glad.", 20)).toBe("The stranger is glad.");
  });

  it("of people not met yet are not listed", () => {
    expect(made.met(20).map((p) => p.id)).toEqual(["c0"]);
    expect(made.met(Infinity)).toHaveLength(2);
  });
});

describe("the setting of a scene", () => {
  const there = scene("s0", 0, 50, { place: "the press house", when: "Sunday", evidence: [5, 11] });

  it("is told when it has been read", () => {
    expect(settingOf(there, 4)).toEqual([]);
    expect(settingOf(there, 12)).toEqual(["Sunday"]);
    expect(settingOf(there, 50)).toEqual(["the press house", "Sunday"]);
  });
});

describe("anchors", () => {
  const text = "She wept. Ada said that she knew she was late. Then Bram came, and she laughed. She wept.";
  const made = story(text, { sentences: [0, 9, 10, 46, 47, 79, 80, 89] });
  const at = (words: string, from = 0): { start: number; end: number } => {
    const start = text.indexOf(words, from);
    return { start, end: start + words.length };
  };

  it("are the words alone where they come once", () => {
    expect(anchor(made, at("Then Bram came"), "quote")).toEqual({ passage: "Then Bram came," }); // whole words: marks are no part of the comparison
  });

  it("take in words around them where they come twice", () => {
    const second = at("She wept", 20);
    const { passage } = anchor(made, second, "quote");
    expect(passage).toContain("She wept");
    expect(text.split(passage)).toHaveLength(2); // it comes once
  });

  it("of a pronoun hold it once", () => {
    const second = at("she was late");
    const found = mentionAnchor(made, { start: second.start, end: second.start + 3 });
    expect(found.name).toBe("she");
    expect(found.passage.split(" ").filter((w) => w === "she")).toHaveLength(1);
    expect(text.split(found.passage)).toHaveLength(2);
  });

  it("are slices of the text, whatever stands at a word's edge", () => {
    const marks = "“You’re early,” said Ada. “You’re Ada’s,” said Bram.";
    const other = story(marks, { sentences: [0, marks.length] });
    for (const [start, end] of [[1, 4], [22, 25], [28, 31], [35, 38]] as const) {
      const { passage, name } = mentionAnchor(other, { start, end });
      expect(marks).toContain(passage);
      expect(name).toBe(marks.slice(start, end));
    }
  });
});
