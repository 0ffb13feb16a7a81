// The staff desk of reports: which are there, and what is done with one.

import type { Knex } from "knex";
import type { DeskReport, DeskStep, ReportSummary } from "#domain/contract/reports";
import {
  isOverdue,
  OPEN_STATES,
  reportNumber,
  stateAfter,
  stepsFrom,
  type ReportState,
} from "#domain/report";
import type { Text } from "#domain/text";
import { ProblemError } from "#server/errors";
import { query } from "#sql/query";
import { recordChange } from "#server/audit/record";
import { answeredShares } from "./answered_share.ts";

interface Row {
  readonly id: number;
  readonly year: number;
  readonly serial: number;
  readonly state: ReportState;
  readonly dueOn: string;
  readonly today: string;
}

const COLUMNS = `r.id, r.year, r.serial, r.kind, r.subject, r.area_code as "areaCode", r.area_names as "areaNames",
  r.indicator, r.period, r.shown, r.state, r.office, r.received_at::date::text as "receivedOn", r.due_on::text as "dueOn",
  r.is_proven as "isProven", p.state as photo, left(r.words, 160) as start, current_date::text as today,
  (select count(*)::integer from report.support s where s.report = r.id) as supporters`;
const FROM = "from report.report r left join report.photo p on p.report = r.id";

const summaryOf = <T extends Row>({ year, serial, today, ...row }: T) => ({
  ...row,
  number: reportNumber({ year, serial }),
  isOverdue: isOverdue(row, today),
});

export interface DeskFilter {
  readonly state: ReportState | "open" | null;
  readonly office: number | null;
  readonly overdue: boolean;
}

/** Reports that a page of the list holds. */
const LISTED = 200;

/** Reports that a filter leaves, those that are due first before others, and how many there are. */
export async function listReports(
  db: Knex,
  { state, office, overdue }: DeskFilter,
): Promise<{ total: number; reports: ReportSummary[] }> {
  const open = `r.state in (${OPEN_STATES.map((id) => `'${id}'`).join()})`;
  const where = ["true"];
  const bindings: (string | number)[] = [];
  if (state === "open") where.push(open);
  else if (state !== null) {
    where.push("r.state = ?");
    bindings.push(state);
  }
  if (office !== null) {
    where.push("r.office = ?");
    bindings.push(office);
  }
  if (overdue) where.push(`${open} and r.due_on < current_date`);
  const rows = await query<Row & Omit<ReportSummary, "number" | "isOverdue"> & { total: number }>(
    db,
    `select ${COLUMNS}, count(*) over ()::integer as total ${FROM} where ${where.join(" and ")}
     order by not (${open}), case when ${open} then r.due_on end, r.id desc limit ${LISTED}`,
    bindings,
  );
  return {
    total: rows[0]?.total ?? 0,
    reports: rows.map(({ total: _total, ...row }) => summaryOf(row)),
  };
}

/** Offices in the order of their areas, and how much each has answered of what was due. */
export async function listOffices(db: Knex) {
  const offices = await query<{ id: number; areaCode: string; names: Text; answerDays: number }>(
    db,
    `select id, area_code as "areaCode", names, answer_days as "answerDays" from report.office order by area_code`,
  );
  const shares = await answeredShares(db);
  return {
    offices: offices.map((office) => ({ ...office, share: shares.ofOffice(office.id) })),
    share: shares.ofAll,
  };
}

/** A report with all that staff may see, the contact among it; throws a 404. */
export async function findReport(db: Knex, id: number): Promise<DeskReport> {
  const [row] = await query<Row & Omit<DeskReport, "number" | "isOverdue" | "steps" | "may">>(
    db,
    `select ${COLUMNS}, r.words, r.are_words_public as "areWordsPublic", r.contact, r.answer, r.language,
     case when p.report is not null
       then json_build_object('width', p.width, 'height', p.height, 'orientation', p.orientation) end as "photoSize"
     ${FROM} where r.id = ?`,
    [id],
  );
  if (!row) throw new ProblemError(404, "unknown report", `there is no report ${id}`);
  const steps = await query<DeskReport["steps"][number]>(
    db,
    `select step, at::date::text as on, office, note from report.step where report = ? order by id`,
    [id],
  );
  // To reopen is for the public.
  const may = stepsFrom(row.state).filter((step) => step !== "reopen");
  return { ...summaryOf(row), steps, may };
}

/** The photo of a report, released or not; throws a 404. */
export async function findPhoto(db: Knex, id: number): Promise<{ media: string; bytes: Buffer }> {
  const [row] = await query<{ media: string; bytes: Buffer }>(
    db,
    "select media, bytes from report.photo where report = ?",
    [id],
  );
  if (!row) throw new ProblemError(404, "unknown photo", `report ${id} has no photo`);
  return row;
}

/** Takes a step with a report; throws a 404 for an unknown one, a 409 where its state does not allow it. */
export async function takeStep(db: Knex, id: number, step: DeskStep): Promise<DeskReport> {
  await db.transaction(async (trx) => {
    const [row] = await query<{ state: ReportState; year: number; serial: number }>(
      trx,
      "select state, year, serial from report.report where id = ? for update",
      [id],
    );
    if (!row) throw new ProblemError(404, "unknown report", `there is no report ${id}`);
    const object = `report:${reportNumber(row)}`;
    const before = { state: row.state };
    if (step.step === "release") {
      await release(trx, id, step);
      const { words, photo } = step;
      return recordChange(trx, { action: "report.release", object, before, after: { words, photo } });
    }
    const to = stateAfter(row.state, step.step);
    if (to === null)
      throw new ProblemError(
        409,
        "not in this state",
        `${reportNumber(row)} is ${row.state}: ${stepsFrom(row.state).join(", ") || "nothing"} can be done with it, not ${step.step}`,
      );
    await writeStep(trx, id, step, row.state);
    await query(trx, "update report.report set state = ? where id = ?", [to, id]);
    const shown = step.step === "answer" ? { words: step.showWords } : {};
    await recordChange(trx, {
      action: `report.${step.step}`,
      object,
      before,
      after: { state: to, ...shown },
    });
  });
  return findReport(db, id);
}

type Step<K extends DeskStep["step"]> = Extract<DeskStep, { step: K }>;

const addStep = (trx: Knex, id: number, step: string, note: string | null): Promise<unknown[]> =>
  query(
    trx,
    "insert into report.step (report, step, office, note) select id, ?, office, ? from report.report where id = ?",
    [step, note, id],
  );

/** Writes what a step says beside the state. */
function writeStep(
  trx: Knex,
  id: number,
  step: Exclude<DeskStep, { step: "release" }>,
  from: ReportState,
): Promise<unknown> {
  switch (step.step) {
    case "forward":
      return forward(trx, id, step);
    case "answer":
      return answer(trx, id, step);
    case "close":
      return close(trx, id, step, from);
  }
}

async function forward(trx: Knex, id: number, { office, note }: Step<"forward">): Promise<void> {
  const known = await query(trx, "select from report.office where id = ?", [office]);
  if (known.length === 0) throw new ProblemError(400, "unknown office", `there is no office ${office}`);
  await query(trx, "update report.report set office = ? where id = ?", [office, id]);
  await addStep(trx, id, "forward", note);
}

async function answer(trx: Knex, id: number, { text, showWords }: Step<"answer">): Promise<void> {
  await query(
    trx,
    "update report.report set answer = ?, answered_at = now(), are_words_public = ? where id = ?",
    [text, showWords, id],
  );
  await addStep(trx, id, "answer", text);
}

async function close(trx: Knex, id: number, { text }: Step<"close">, from: ReportState): Promise<void> {
  if (from === "received") {
    if (text === null)
      throw new ProblemError(
        400,
        "reason missing",
        'field "text" is null: a report that nobody answered is closed with a reason, which everybody can read',
      );
    await query(trx, "update report.report set answer = ?, answered_at = now() where id = ?", [text, id]);
  }
  await addStep(trx, id, "close", text);
}

/** Lets the public see the words or the photo of a report, or no more. */
async function release(trx: Knex, id: number, { words, photo }: Step<"release">): Promise<void> {
  if (words !== null)
    await query(trx, "update report.report set are_words_public = ? where id = ?", [words, id]);
  if (photo === null) return;
  const changed = await query(trx, "update report.photo set state = ? where report = ? returning report", [
    photo ? "released" : "refused",
    id,
  ]);
  if (changed.length === 0) throw new ProblemError(404, "unknown photo", `report ${id} has no photo`);
}
