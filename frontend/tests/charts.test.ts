import { describe, expect, it } from "vitest";
import { axis, rows } from "../src/charts/axis";
import { days } from "../src/charts/days";
import { felt, held, partings, spaces } from "../src/charts/heart";
import type { Heart } from "../src/model/types";
import { scene, story } from "./made";

const made = story("x".repeat(100), { scenes: [scene("s0", 0, 20), scene("s1", 20, 100)] });

describe("the axis", () => {
  it("gives scenes the same width, and never goes back", () => {
    const { x } = axis(made, 0, 200);
    expect([x(0), x(20), x(60)]).toEqual([0, 100, 150]);
    const all = Array.from({ length: 100 }, (_, n) => x(n));
    expect(all).toEqual([...all].sort((a, b) => a - b));
  });
});

describe("rows of labels", () => {
  it("keep them apart, and leave out what has no room", () => {
    expect(rows([{ x: 0, width: 50 }, { x: 10, width: 50 }, { x: 60, width: 10 }, { x: 20, width: 50 }], 2)).toEqual([0, 1, 0, null]);
  });
});

describe("the days of scenes", () => {
  it("add up, and are not moved by flashbacks", () => {
    const found = days([
      scene("a", 0, 1), scene("b", 1, 2, { days: 2 }), scene("c", 2, 3, { mode: "analepsis", days: -300 }),
      scene("d", 3, 4), scene("e", 4, 5, { days: 1 }), scene("f", 5, 6, { mode: "analepsis" }),
    ]);
    expect(found.map((d) => d.day)).toEqual([0, 2, -298, 2, 3, null]);
    expect(found.map((d) => d.sure)).toEqual([true, true, true, false, true, false]);
  });
});

describe("a heart", () => {
  const heart: Heart = {
    holder: "a", target: "b",
    felt: [{ start: 10, value: 0.5, known: 10 }, { start: 40, value: -0.5, known: 60 }],
    held: [{ start: 20, end: 30, value: -0.5, belief: "b0" }],
    partings: [{ gap: "g0", start: 50, end: 80, believed: -0.4, felt: 0.9 }],
  };

  it("is drawn up to where a reader is", () => {
    expect(felt(heart, 100, Infinity)).toEqual([{ start: 10, end: 40, value: 0.5 }, { start: 40, end: 100, value: -0.5 }]);
    expect(felt(heart, 50, 50)).toEqual([{ start: 10, end: 50, value: 0.5 }]);
  });

  it("is shaded where what is felt and what is believed lie apart", () => {
    expect(spaces(felt(heart, 100, Infinity), held(made, heart, 100, Infinity), [])).toEqual([{ start: 20, end: 30, value: 0.5, other: -0.5, gap: null }]);
  });

  it("has no gap that is not known", () => {
    expect(partings(made, heart, 100, Infinity)).toEqual([]); // the story has no such gap
  });
});
