// Reports as the public sends and sees them: in the public's role, through functions and views that hold nothing else.

import { createHash, randomBytes } from "node:crypto";
import type { Knex } from "knex";
import {
  isOverdue,
  reportNumber,
  type OwnReport,
  type PublicReport,
  type ReportId,
  type ReportState,
} from "#domain/report";
import type { Text } from "#domain/text";
import { recordChange } from "#server/audit/record";
import { Admission } from "./admission.ts";
import type { CleanPhoto } from "./photo/clean_photo.ts";
import { asPublicOf, type AskAsPublic } from "./public_role.ts";
import type { ReportForm } from "./received.ts";

const SECRET_BYTES = 16;
const SECRET = /^[\w-]{22}$/;

/** Reports that a list shows. */
const LISTED = 50;

export interface SentReport extends ReportForm {
  /** Code of the area. */
  readonly area: string;
  /** The figure as the page showed it, and in which release; null for a report about the place. */
  readonly shown: Text | null;
  readonly release: number;
  readonly language: string;
  readonly isProven: boolean;
  readonly photo: CleanPhoto | null;
}

interface ReportRow extends Omit<PublicReport, "number" | "isOverdue" | "photo" | "steps"> {
  readonly id: number;
  readonly year: number;
  readonly serial: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly orientation: number | null;
  readonly today: string;
}

const SELECT = `select id, year, serial, kind, subject, area_code as "areaCode", area_names as "areaNames", indicator, period,
  shown, state, office_names as "officeNames", received_at::date::text as "receivedOn", due_on::text as "dueOn", answer,
  answered_at::date::text as "answeredOn", words, width, height, orientation, current_date::text as today, supporters
  from report.public_report`;

const hashOf = (secret: string): Buffer => createHash("sha256").update(secret).digest();

function fromRow(row: ReportRow, steps: PublicReport["steps"] = []): PublicReport {
  const { id: _id, year, serial, width, height, orientation, today, ...shown } = row;
  return {
    ...shown,
    number: reportNumber({ year, serial }),
    isOverdue: isOverdue(shown, today),
    photo: width === null ? null : { width, height: height!, orientation: orientation! },
    steps,
  };
}

export class PublicReports {
  readonly admission: Admission;
  readonly #asPublic: AskAsPublic;

  /** `db` is the primary: a report is written, and read again at once. */
  constructor(db: Knex) {
    this.#asPublic = asPublicOf(db);
    this.admission = new Admission(this.#asPublic);
  }

  /** Takes a report; returns its number and the secret of its link, of which only a hash is kept. */
  async receive({ photo, about, ...sent }: SentReport): Promise<{ id: ReportId; secret: string }> {
    const secret = randomBytes(SECRET_BYTES).toString("base64url");
    const { area, words, contact, shown, release, language, isProven } = sent;
    const received = { ...about, areaCode: area, words, contact, shown, release, language, isProven };
    const { bytes = null, ...size } = photo ?? {};
    const [id] = await this.#asPublic<ReportId>(
      "select year, serial from report.receive(?::jsonb, ?::bytea, ?::jsonb, ?::bytea)",
      [JSON.stringify(received), hashOf(secret), photo ? JSON.stringify(size) : null, bytes],
    );
    return { id: id!, secret };
  }

  /** What everybody may see of a report; null where there is none. */
  async find({ year, serial }: ReportId): Promise<PublicReport | null> {
    const [row] = await this.#asPublic<ReportRow>(`${SELECT} where year = ? and serial = ?`, [year, serial]);
    if (!row) return null;
    const steps = await this.#asPublic<PublicReport["steps"][number]>(
      `select step, at::date::text as on, office_names as "officeNames" from report.public_step
       where report = ? order by id`,
      [row.id],
    );
    return fromRow(row, steps);
  }

  /** The report of a secret link, and what only its sender sees; null for an unknown secret. */
  async findOwn(secret: string): Promise<{ readonly id: ReportId; readonly own: OwnReport } | null> {
    if (!SECRET.test(secret)) return null;
    const [row] = await this.#asPublic<ReportId & OwnReport>(
      "select year, serial, words, photo from report.own_report(?::bytea)",
      [hashOf(secret)],
    );
    return row
      ? { id: { year: row.year, serial: row.serial }, own: { words: row.words, photo: row.photo } }
      : null;
  }

  /** Reports of an area, or of all, the last first. */
  async list(area: string | null, isOpenOnly = false): Promise<PublicReport[]> {
    const where = [
      ...(area === null ? [] : ["area_code = ?"]),
      ...(isOpenOnly ? ["state in ('received', 'forwarded', 'reopened')"] : []),
    ];
    const rows = await this.#asPublic<ReportRow>(
      `${SELECT} ${where.length > 0 ? `where ${where.join(" and ")}` : ""} order by id desc limit ${LISTED}`,
      area === null ? [] : [area],
    );
    return rows.map((row) => fromRow(row));
  }

  /** The released photo of a report; null without one. */
  async photo({
    year,
    serial,
  }: ReportId): Promise<{ readonly media: string; readonly bytes: Buffer } | null> {
    const [row] = await this.#asPublic<{ media: string; bytes: Buffer }>(
      `select media, bytes from report.public_photo p join report.public_report r on r.id = p.report
       where year = ? and serial = ?`,
      [year, serial],
    );
    return row ?? null;
  }

  /** Returns an answered or closed report to its office; false where it is in no such state. */
  async reopen({ year, serial }: ReportId, because: string | null): Promise<boolean> {
    const [row] = await this.#asPublic<{ before: ReportState | null }>(
      "select report.reopen(?, ?, ?) as before",
      [year, serial, because],
      async (trx, [reopened]) => {
        if (reopened!.before !== null)
          await recordChange(trx, {
            action: "report.reopen",
            object: `report:${reportNumber({ year, serial })}`,
            before: { state: reopened!.before },
            after: { state: "reopened" },
          });
      },
    );
    return row!.before !== null;
  }

  /** Counts a browser for a report that holds for somebody else too; null where there is no such report, false where it is counted already. */
  async support({ year, serial }: ReportId, browser: string): Promise<boolean | null> {
    const [row] = await this.#asPublic<{ isNew: boolean | null }>(
      `select report.support_report(?, ?, ?::bytea) as "isNew"`,
      // With the report in it, so that nobody can follow a browser from one to another.
      [year, serial, await this.admission.keyedHash(`support ${year}/${serial} ${browser}`)],
    );
    return row!.isNew;
  }

  /** Who answers for an area whose chain of codes is given, the area itself last; null where nobody is entered. */
  async office(codes: readonly string[]): Promise<{ readonly names: Text; readonly days: number } | null> {
    const rows = await this.#asPublic<{ code: string; names: Text; days: number }>(
      `select area_code as code, names, answer_days as days from report.public_office where area_code = any(?::text[])`,
      [[...codes]],
    );
    const nearest = codes.findLast((code) => rows.some((row) => row.code === code));
    return rows.find(({ code }) => code === nearest) ?? null;
  }
}
