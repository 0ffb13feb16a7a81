// Reports by the public: what they are about, the states they pass through, the number by which people name one.

import type { Text } from "./text.ts";

/** A number that is wrong, or something about a place. */
export const REPORT_KINDS = ["figure", "place"] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** What a report about a place is about. */
export const REPORT_SUBJECTS = ["water", "road", "housing", "school", "health", "help", "other"] as const;
export type ReportSubject = (typeof REPORT_SUBJECTS)[number];

export const REPORT_STATES = ["received", "forwarded", "answered", "closed", "reopened"] as const;
export type ReportState = (typeof REPORT_STATES)[number];

interface StepRule {
  readonly from: readonly ReportState[];
  readonly to: ReportState;
}

/** What can be done with a report: from which states, and what it is then. Anybody may reopen one, all else is for staff. */
export const REPORT_STEPS = {
  forward: { from: ["received", "forwarded", "reopened"], to: "forwarded" },
  answer: { from: ["forwarded", "reopened"], to: "answered" },
  close: { from: ["received", "answered"], to: "closed" },
  reopen: { from: ["answered", "closed"], to: "reopened" },
} as const satisfies Record<string, StepRule>;
export type ReportStep = keyof typeof REPORT_STEPS;

const rule = (step: ReportStep): StepRule => REPORT_STEPS[step];

/** The state after a step; null where it cannot be taken. */
export const stateAfter = (state: ReportState, step: ReportStep): ReportState | null =>
  rule(step).from.includes(state) ? rule(step).to : null;

/** The steps that can be taken from a state. */
export const stepsFrom = (state: ReportState): ReportStep[] =>
  (Object.keys(REPORT_STEPS) as ReportStep[]).filter((step) => rule(step).from.includes(state));

/** States in which somebody has to do something. */
export const OPEN_STATES: readonly ReportState[] = ["received", "forwarded", "reopened"];

/** Whether a report should have been answered by now; days as ISO dates. */
export const isOverdue = (
  { state, dueOn }: { readonly state: ReportState; readonly dueOn: string },
  today: string,
): boolean => OPEN_STATES.includes(state) && dueOn < today;

/** Days to an answer where no office says otherwise. */
export const ANSWER_DAYS = 15;

export const MIN_WORDS = 2;
export const MAX_WORDS = 2000;
export const MAX_CONTACT = 200;
export const MAX_PHOTO_BYTES = 5 << 20;

/** An office of which fewer reports are due is not compared with others. */
export const MIN_COMPARED = 10;

/** Letters that are not mistaken for digits or for each other; as many as a prime, so that every slip of one digit is seen. */
const CHECK_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";

/** Serial number within a year. */
export interface ReportId {
  readonly year: number;
  readonly serial: number;
}

function checkLetter({ year, serial }: ReportId): string {
  const digits = `${year}${String(serial).padStart(4, "0")}`;
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at + 2), 0);
  return CHECK_LETTERS[sum % CHECK_LETTERS.length]!;
}

/** The number that people read, write and say: `R-2026-0042-K`. */
export const reportNumber = (id: ReportId): string =>
  `R-${id.year}-${String(id.serial).padStart(4, "0")}-${checkLetter(id)}`;

/** Of five digits and more the first is no 0. */
const NUMBER = /^R-?(\d{4})-?(\d{4}|[1-9]\d{4,8})-?([A-Z])$/;

/** The report with a number, however it was typed; null where it is none, as after a slip of one digit or two that changed places. */
export function parseReportNumber(typed: string): ReportId | null {
  const [, year, serial, letter] =
    NUMBER.exec(
      typed
        .trim()
        .toUpperCase()
        .replaceAll(/[\s–—]/g, "-"),
    ) ?? [];
  if (letter === undefined) return null;
  const id = { year: Number(year), serial: Number(serial) };
  return id.serial > 0 && checkLetter(id) === letter ? id : null;
}

/** What a report is about: a figure in a period, or something at the place. */
export type ReportAbout =
  | { readonly kind: "figure"; readonly indicator: string; readonly period: string }
  | { readonly kind: "place"; readonly subject: ReportSubject };

const FIGURE = /^figure:(?<indicator>[\w-]{1,64})@(?<period>[\w-]{1,32})$/;

/** `figure:{indicator}@{period}` or `place:{subject}`, as forms have it; null for anything else. */
export function readAbout(value: string): ReportAbout | null {
  const { indicator, period } = FIGURE.exec(value)?.groups ?? {};
  if (indicator !== undefined && period !== undefined) return { kind: "figure", indicator, period };
  const subject = REPORT_SUBJECTS.find((known) => value === `place:${known}`);
  return subject ? { kind: "place", subject } : null;
}

/** What `readAbout` reads. */
export const aboutValue = (about: ReportAbout): string =>
  about.kind === "figure" ? `figure:${about.indicator}@${about.period}` : `place:${about.subject}`;

/** What is wrong with a field of the form, which rule it breaks, and what it holds, shortened. */
export interface ReportFault {
  readonly field: "about" | "words" | "contact" | "photo" | "website";
  readonly rule: "missing" | "unknown" | "short" | "long" | "filled" | "unreadable";
  readonly value: string;
}

/** What everybody may see of a report. */
export interface PublicReport {
  readonly number: string;
  readonly kind: ReportKind;
  readonly subject: ReportSubject | null;
  readonly areaCode: string;
  readonly areaNames: Text;
  /** The figure, its period and how it was shown; null for a report about the place. */
  readonly indicator: string | null;
  readonly period: string | null;
  readonly shown: Text | null;
  readonly state: ReportState;
  /** Null before one is found that is answerable for the area. */
  readonly officeNames: Text | null;
  /** ISO dates. */
  readonly receivedOn: string;
  readonly dueOn: string;
  readonly isOverdue: boolean;
  readonly answer: string | null;
  readonly answeredOn: string | null;
  /** What was written; null until it is released. */
  readonly words: string | null;
  /** Released photo; null without one. */
  readonly photo: PhotoSize | null;
  /** Browsers in which somebody else said that it is theirs too. */
  readonly supporters: number;
  /** What happened, the first first. */
  readonly steps: readonly {
    readonly step: ReportStep | "receive";
    readonly on: string;
    readonly officeNames: Text | null;
  }[];
}

/** Pixels as stored, and how they are turned: 1–8 as in EXIF, 1 for upright. */
export interface PhotoSize {
  readonly width: number;
  readonly height: number;
  readonly orientation: number;
}

/** Turns by orientation, as a matrix for a box of the stored width and height (EXIF 2.32, tag 274). */
const TURNS: Readonly<Record<number, (width: number, height: number) => string>> = {
  1: () => "1 0 0 1 0 0",
  2: (w) => `-1 0 0 1 ${w} 0`,
  3: (w, h) => `-1 0 0 -1 ${w} ${h}`,
  4: (_, h) => `1 0 0 -1 0 ${h}`,
  5: () => "0 1 1 0 0 0",
  6: (_, h) => `0 1 -1 0 ${h} 0`,
  7: (w, h) => `0 -1 -1 0 ${h} ${w}`,
  8: (w) => `0 -1 1 0 0 ${w}`,
};

/** Size of a photo once it is upright, and the transform of SVG that makes it so, whichever way the camera was held. */
export function uprightPhoto({ width, height, orientation }: PhotoSize): {
  readonly width: number;
  readonly height: number;
  readonly transform: string;
} {
  const [w, h] = orientation >= 5 ? [height, width] : [width, height];
  return { width: w, height: h, transform: `matrix(${(TURNS[orientation] ?? TURNS[1]!)(width, height)})` };
}

/** What whoever has the secret link sees beside it. */
export interface OwnReport {
  readonly words: string;
  readonly photo: "held" | "released" | "refused" | null;
}

/** How many reports are due, and how many of those are answered. */
export interface AnsweredShare {
  readonly answered: number;
  readonly due: number;
  /** 95 % interval of the share; null with none due. */
  readonly low: number | null;
  readonly high: number | null;
}
