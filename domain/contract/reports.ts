// The staff desk of reports by the public.

import { z } from "zod";
import { REPORT_KINDS, REPORT_STATES, REPORT_SUBJECTS } from "#domain/report";
import { textSchema } from "#domain/text";
import { contract, noParams } from "./contract.ts";

const date = z.iso.date();
const share = z.object({
  answered: z.int(),
  /** Answered, or to be answered by now. */
  due: z.int(),
  /** 95 % interval of the share (Wilson); null with none due. */
  low: z.number().nullable(),
  high: z.number().nullable(),
});
const photoState = z.enum(["held", "released", "refused"]);

const summary = z.object({
  id: z.int(),
  number: z.string(),
  kind: z.enum(REPORT_KINDS),
  subject: z.enum(REPORT_SUBJECTS).nullable(),
  areaCode: z.string(),
  areaNames: textSchema,
  indicator: z.string().nullable(),
  period: z.string().nullable(),
  /** The figure as its pages showed it. */
  shown: textSchema.nullable(),
  state: z.enum(REPORT_STATES),
  office: z.int().nullable(),
  receivedOn: date,
  dueOn: date,
  isOverdue: z.boolean(),
  /** Whether the sender's device did work for it. */
  isProven: z.boolean(),
  photo: photoState.nullable(),
  /** Others who pressed "mine too", each browser once. */
  supporters: z.int().nonnegative(),
  /** Its first words. */
  start: z.string(),
});
export type ReportSummary = z.infer<typeof summary>;

const office = z.object({
  id: z.int(),
  areaCode: z.string(),
  names: textSchema,
  answerDays: z.int(),
  share,
});
export type Office = z.infer<typeof office>;

export const reportsContract = contract({
  id: "reports",
  path: "/api/reports",
  summary:
    "Reports by the public for staff, those that are due first before others; offices and how much they answer",
  params: noParams,
  query: z.strictObject({
    state: z.enum([...REPORT_STATES, "open"]).optional(),
    office: z.coerce
      .number()
      .int()
      .min(1)
      .max(2 ** 31 - 1)
      .optional(),
    overdue: z.enum(["true", "false"]).default("false"),
  }),
  response: z.object({
    total: z.int(),
    reports: z.array(summary),
    offices: z.array(office),
    /** Of all offices. */
    share,
  }),
});

const idParams = z.strictObject({
  id: z.coerce
    .number()
    .int()
    .min(1)
    .max(2 ** 31 - 1),
});
const noQuery = z.strictObject({});

const deskReport = summary.extend({
  /** Pixels of the photo as stored, and how it is turned. */
  photoSize: z.object({ width: z.int(), height: z.int(), orientation: z.int().min(1).max(8) }).nullable(),
  words: z.string(),
  areWordsPublic: z.boolean(),
  contact: z.string().nullable(),
  answer: z.string().nullable(),
  language: z.string(),
  steps: z.array(
    z.object({
      step: z.enum(["receive", "forward", "answer", "close", "reopen"]),
      on: date,
      office: z.int().nullable(),
      note: z.string().nullable(),
    }),
  ),
  /** What can be done with it now. */
  may: z.array(z.enum(["forward", "answer", "close"])),
});
export type DeskReport = z.infer<typeof deskReport>;

export const reportContract = contract({
  id: "report",
  path: "/api/reports/:id",
  summary: "One report with all that staff may see, the contact among it",
  params: idParams,
  query: noQuery,
  response: deskReport,
});

export const reportPhotoContract = contract({
  id: "reportPhoto",
  path: "/api/reports/:id/photo",
  summary: "The photo of a report, released or not",
  params: idParams,
  query: noQuery,
  media: "image/jpeg",
  also: ["image/png", "image/webp"],
  response: z.unknown(),
});

const note = z.string().trim().min(1).max(2000);

const step = z.discriminatedUnion("step", [
  z.strictObject({
    step: z.literal("forward"),
    office: z.int().min(1),
    /** For the office. */
    note: note.nullable().default(null),
  }),
  z.strictObject({
    step: z.literal("answer"),
    text: note,
    /** Whether everybody may read what was reported. */
    showWords: z.boolean().default(false),
  }),
  z.strictObject({
    step: z.literal("close"),
    /** Why; needed where nobody answered. */
    text: note.nullable().default(null),
  }),
  z.strictObject({
    step: z.literal("release"),
    /** Whether everybody may see them; null for as it was. */
    words: z.boolean().nullable().default(null),
    photo: z.boolean().nullable().default(null),
  }),
]);
export type DeskStep = z.infer<typeof step>;

export const reportStepContract = contract({
  id: "reportStep",
  method: "POST",
  path: "/api/reports/:id/steps",
  summary: "Forwards a report to an office, answers or closes it, or releases its words and photo",
  params: idParams,
  query: noQuery,
  body: step,
  response: deskReport,
});
