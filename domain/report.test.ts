import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isOverdue,
  parseReportNumber,
  readAbout,
  aboutValue,
  REPORT_STATES,
  REPORT_STEPS,
  reportNumber,
  stateAfter,
  stepsFrom,
  uprightPhoto,
  type ReportStep,
} from "./report.ts";

const ids = fc.record({
  year: fc.integer({ min: 2000, max: 2999 }),
  serial: fc.integer({ min: 1, max: 99_999_999 }),
});

describe("the number of a report", () => {
  it("is read as it was written, however it is typed", () => {
    fc.assert(
      fc.property(ids, (id) => {
        const number = reportNumber(id);
        expect(parseReportNumber(number)).toEqual(id);
        expect(parseReportNumber(` ${number.toLowerCase().replaceAll("-", " ")} `)).toEqual(id);
      }),
    );
  });

  it("is refused after a slip of one digit, and where two neighbours changed places", () => {
    fc.assert(
      fc.property(ids, fc.nat(), fc.integer({ min: 1, max: 9 }), (id, place, by) => {
        const number = reportNumber(id);
        const digits = [...number.matchAll(/\d/g)].map(({ index }) => index);
        const at = digits[place % digits.length]!;
        const slip = number.slice(0, at) + ((Number(number[at]) + by) % 10) + number.slice(at + 1);
        expect(parseReportNumber(slip)).toBeNull();
        const swapped = number.replace(/(\d)(\d)(?=-[A-Z])/, "$2$1");
        if (swapped !== number) expect(parseReportNumber(swapped)).toBeNull();
      }),
    );
  });

  it("is nothing else", () => {
    for (const typed of ["", "R-2026-0000-A", "2026-0001", "R-2026-0001", "R-2026-0001-AA", "x".repeat(500)])
      expect(parseReportNumber(typed)).toBeNull();
  });
});

describe("the states of a report", () => {
  it("go from receipt to an answer and its end, and back from both", () => {
    expect(stateAfter("received", "forward")).toBe("forwarded");
    expect(stateAfter("forwarded", "answer")).toBe("answered");
    expect(stateAfter("answered", "close")).toBe("closed");
    expect(stateAfter("closed", "reopen")).toBe("reopened");
    expect(stateAfter("answered", "reopen")).toBe("reopened");
    expect(stateAfter("reopened", "answer")).toBe("answered");
  });

  it("allow nothing else: no answer before somebody is in charge, no end of what is under way", () => {
    const allowed = REPORT_STATES.flatMap((state) => stepsFrom(state).map((step) => `${state} ${step}`));
    expect(allowed).toEqual([
      "received forward",
      "received close",
      "forwarded forward",
      "forwarded answer",
      "answered close",
      "answered reopen",
      "closed reopen",
      "reopened forward",
      "reopened answer",
    ]);
  });

  it("can all be reached and left", () => {
    const reached = new Set(["received", ...Object.values(REPORT_STEPS).map(({ to }) => to)]);
    expect([...reached].sort()).toEqual([...REPORT_STATES].sort());
    for (const state of REPORT_STATES) expect(stepsFrom(state).length).toBeGreaterThan(0);
    for (const step of Object.keys(REPORT_STEPS) as ReportStep[])
      expect(REPORT_STATES.some((state) => stateAfter(state, step) !== null)).toBe(true);
  });

  it("are late after the day only, and only while somebody has to do something", () => {
    expect(isOverdue({ state: "forwarded", dueOn: "2026-03-01" }, "2026-03-01")).toBe(false);
    expect(isOverdue({ state: "forwarded", dueOn: "2026-03-01" }, "2026-03-02")).toBe(true);
    expect(isOverdue({ state: "reopened", dueOn: "2026-03-01" }, "2026-03-02")).toBe(true);
    expect(isOverdue({ state: "answered", dueOn: "2026-03-01" }, "2026-03-02")).toBe(false);
  });
});

it("turns a photo so that the corner that was up left is where EXIF says", () => {
  /** Where a point of the stored picture, 30 × 20, comes to lie. */
  const at = (orientation: number, x: number, y: number) => {
    const { transform } = uprightPhoto({ width: 30, height: 20, orientation });
    const [a, b, c, d, e, f] = transform.match(/-?\d+/g)!.map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    return [a * x + c * y + e, b * x + d * y + f];
  };
  // EXIF 2.32, tag 274: the 0th row and column are at the visual top and left (1), top and right (2), …
  const corners = [
    [0, 0],
    [30, 0],
    [30, 20],
    [0, 20],
    [0, 0],
    [20, 0],
    [20, 30],
    [0, 30],
  ];
  expect(corners.map((_, n) => at(n + 1, 0, 0))).toEqual(corners);
  expect(uprightPhoto({ width: 30, height: 20, orientation: 6 })).toMatchObject({ width: 20, height: 30 });
});

it("says what it is about in one value of a form", () => {
  for (const about of ["figure:mpi@2022", "place:water"]) expect(aboutValue(readAbout(about)!)).toBe(about);
  for (const wrong of ["", "figure:mpi", "place:moon", "figure:a b@2022", "figure:mpi@2022@1"])
    expect(readAbout(wrong)).toBeNull();
});
