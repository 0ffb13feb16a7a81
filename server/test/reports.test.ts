// Reports by the public: from the form to the answer, what everybody may see of them, and what keeps spam away.

import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { DeskReport, DeskStep } from "#domain/contract/reports";
import { reportContract, reportsContract } from "#domain/contract/reports";
import { openPublicReads, type PublicReads } from "#sql/reader_pool";
import { DATABASES } from "#sql/test/databases";
import { unknownAreas, writeOffices } from "#server/reports/offices";
import type { Admission } from "#server/reports/admission";
import { WORK_BITS } from "#server/reports/proof_of_work";
import { PublicReports } from "#server/reports/public_reports";
import { REPORT_RATES } from "#server/reports/rate_limit";
import { auditEvents } from "./audit_events.ts";
import { openDemo, type DemoServer } from "./running.ts";

const CONTACT = "contact-canary@example.org";
const WORDS = "words-canary: it should be 12";
const PLACE_SECRET = "CANARY 31.2304N";

/** A JPEG of one segment of EXIF with a secret, and a picture. */
const PHOTO = (() => {
  const exif = Buffer.from(`Exif\0\0MM\0*\0\0\0\x08\0\0${PLACE_SECRET}`, "latin1");
  const head = Buffer.from("ffd8ffe10000", "hex");
  head.writeUInt16BE(exif.length + 2, 4);
  const rest = "ffc0000b08003200640101110000".slice(0, 26) + "ffda00080101003f0012340012ffd9";
  return Buffer.concat([head, exif, Buffer.from(rest, "hex")]);
})();

/** What a device finds to a challenge. */
function solve(challenge: string, bits = WORK_BITS): string {
  for (let counter = 0; ; counter++) {
    const tried = `${challenge}.${String(counter).padStart(4, "0")}`;
    if (createHash("sha256").update(tried).digest().readUInt32BE(0) < 2 ** (32 - bits)) return tried;
  }
}

describe.each(DATABASES)("reports ($name)", (kind) => {
  let demo: DemoServer;
  let reads: PublicReads;
  let village: string;
  let township: string;
  beforeAll(async () => {
    demo = await openDemo(kind);
    reads = await openPublicReads(demo.test.database);
    const [row] = await demo.test.database
      .knex("geo.area")
      .where({ level: "village" })
      .orderBy("idx")
      .limit(1);
    ({ code: village, parent_code: township } = row);
    await writeOffices(demo.test.database.knex, [
      { areaCode: township, names: { en: "Township office", zh: "乡政府" }, answerDays: 15 },
      { areaCode: "99", names: { en: "Province office" }, answerDays: 20 },
    ]);
  });
  afterAll(async () => {
    await reads.close();
    await demo.stop();
  });

  // All tests come from one address.
  beforeEach(() => demo.test.database.knex("report.rate").delete());

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(new URL(path, demo.url), { headers, redirect: "manual" });
  const text = async (path: string): Promise<string> => (await get(path)).text();

  /** Work as the script of the form does it. */
  async function proof(): Promise<string> {
    const { challenge, bits } = (await (await get("/open/report/work")).json()) as {
      challenge: string;
      bits: number;
    };
    return solve(challenge, bits);
  }

  function post(path: string, fields: Record<string, string | Blob>, headers: Record<string, string> = {}) {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    return fetch(new URL(path, demo.url), { method: "POST", body, headers, redirect: "manual" });
  }

  /** Sends a report with work done; the address of its secret link and its number. */
  async function report(fields: Record<string, string | Blob>): Promise<{ own: string; number: string }> {
    const answer = await post("/open/en/report", {
      area: village,
      about: "place:water",
      words: WORDS,
      proof: await proof(),
      ...fields,
    });
    expect([answer.status, answer.status === 303 ? "" : await answer.text()]).toEqual([303, ""]);
    const own = answer.headers.get("location")!.replace(/\?.*/, "");
    const [number] = /R-\d{4}-\d{4,}-[A-Z]/.exec(await text(own))!;
    return { own, number };
  }

  const find = async (number: string) => {
    const { reports } = await demo.ask(reportsContract, {});
    return reports.find((listed) => listed.number === number)!;
  };
  async function step(number: string, body: DeskStep): Promise<{ status: number; report: DeskReport }> {
    const { id } = await find(number);
    const answer = await fetch(`${demo.url}/api/reports/${id}/steps`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return { status: answer.status, report: (await answer.json()) as DeskReport };
  }

  it("has a form with the number that was pressed, and one for the place with all its numbers", async () => {
    const place = await text(`/open/en/place/${village}`);
    const [, flag] = /class="flag" href="([^"]*)"/.exec(place)!;
    const form = await text(flag!.replaceAll("&amp;", "&"));
    expect(form).toContain("This number is wrong");
    expect(form).toMatch(/name="about" value="figure:[\w-]+@\d{4}"/);
    expect(form).toContain("Township office has to answer within 15 days");
    expect(form).not.toContain("<select");
    const other = await text(`/open/report?area=${village}`);
    expect(other).toMatch(/<option value="place:water" ?>饮水/);
    expect(other.match(/<option value="figure:/g)!.length).toBeGreaterThan(10);
    // No place in the address: it is looked for first.
    expect(await text(`/open/en/report?q=${village}`)).toContain(`/open/en/report?area=${village}`);
    expect((await get("/open/report?area=nowhere")).status).toBe(404);
  });

  it("takes a report with a photo, and shows everybody its state and answer, never who sent it or what was not released", async () => {
    const about = /<option value="(figure:[^"]*)"/.exec(await text(`/open/en/report?area=${village}`))![1]!;
    const photo = new Blob([PHOTO], { type: "image/jpeg" });
    const { own, number } = await report({ about, contact: CONTACT, photo });
    const address = `/open/en/report/${number}`;

    const mine = await get(own);
    const minePage = await mine.text();
    expect(mine.headers.get("cache-control")).toBe("no-store");
    expect(mine.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(minePage).toContain(WORDS);
    expect(minePage).toContain("not shown before it was checked");
    expect(minePage).not.toContain(CONTACT);

    const hidden = [CONTACT, WORDS, own.split("/").at(-1)!, "/photo"];
    const isPublic = async (paths: readonly string[]): Promise<void> => {
      for (const path of paths) {
        const page = await text(path);
        for (const secret of hidden) expect([path, page.includes(secret)]).toEqual([path, false]);
      }
    };
    await isPublic([
      address,
      `/open/reports?area=${village}`,
      "/open/reports",
      `/open/report?area=${village}`,
    ]);
    expect((await get(`${address}/photo`)).status).toBe(404);
    const page = await text(address);
    expect(page).toContain("In charge: Township office");
    expect(page).toContain("An answer is due by");
    expect(page).toContain("There is no answer yet");

    const desk = await demo.ask(reportContract, {}, { id: String((await find(number)).id) });
    expect(desk).toMatchObject({
      contact: CONTACT,
      words: WORDS,
      photo: "held",
      isProven: true,
      state: "received",
    });
    expect(desk.may).toEqual(["forward", "close"]);
    // Not before somebody is in charge.
    expect((await step(number, { step: "answer", text: "Yes", showWords: false })).status).toBe(409);
    expect((await step(number, { step: "close", text: null })).status).toBe(400);
    expect((await step(number, { step: "forward", office: 999, note: null })).status).toBe(400);
    await step(number, { step: "forward", office: desk.office!, note: "note-canary" });
    await step(number, { step: "answer", text: "Answer: corrected in the next release.", showWords: false });
    hidden.push("note-canary");
    await isPublic([address]);
    for (const seen of [own, address])
      expect(await text(seen)).toContain("Answer: corrected in the next release.");

    await step(number, { step: "release", words: true, photo: true });
    const after = await text(address);
    expect(after).toContain(WORDS);
    expect(after).toContain(`/open/report/${number}/photo`);
    expect(after).not.toContain(CONTACT);
    const bytes = Buffer.from(await (await get(`${address}/photo`)).arrayBuffer());
    expect(bytes.subarray(0, 2)).toEqual(Buffer.of(0xff, 0xd8));
    expect(bytes.includes("Exif") || bytes.includes("CANARY")).toBe(false);
    await step(number, { step: "release", words: null, photo: false });
    expect((await get(`${address}/photo`)).status).toBe(404);
  });

  it("returns to the office when anybody says that it is still not right", async () => {
    const { number } = await report({ words: "still canary" });
    const address = `/open/en/report/${number}`;
    const again = async () => (await post(address, { words: "no it is not", proof: await proof() })).text();
    expect(await again()).toContain("It is at the office already");
    await step(number, { step: "close", text: "This is not about the village." });
    expect(await text(address)).toContain("This is not about the village.");
    const page = await again();
    expect(page).toContain("It is back at the office.");
    expect(page).not.toContain("no it is not");
    const row = await find(number);
    expect(row.state).toBe("reopened");
    expect(
      (await step(number, { step: "answer", text: "Now it is.", showWords: false })).report.steps,
    ).toMatchObject([
      { step: "receive" },
      { step: "close" },
      { step: "reopen", note: "no it is not" },
      { step: "answer" },
    ]);
  });

  it("counts a browser once for a report of somebody else, and says so to everybody", async () => {
    const { own, number } = await report({ words: "too canary" });
    const address = `/open/en/report/${number}`;
    const press = async (browser: string, more: Record<string, string> = {}): Promise<string> => {
      const answer = await post(`${address}/too`, { browser, proof: await proof(), ...more });
      return answer.status === 303 ? answer.headers.get("location")! : String(answer.status);
    };
    expect(await text(address)).not.toContain("others say");
    expect(await press("a".repeat(32))).toBe(`${address}?too=1`);
    expect(await press("a".repeat(32))).toBe(`${address}?too=0`);
    expect(await press("b".repeat(32))).toBe(`${address}?too=1`);
    // Without script a network and a kind of browser are one.
    expect(await press("")).toBe(`${address}?too=1`);
    expect(await press("<script>")).toBe(`${address}?too=0`);
    expect(await press("c".repeat(32), { website: "http://spam" })).toBe("400");
    expect(await text(`${address}?too=1`)).toContain("Counted. Thank you.");
    for (const path of [address, own, "/open/en/reports", `/open/en/report?area=${village}`])
      expect(await text(path)).toContain("3 others say: mine too");
    expect(await text(own)).not.toContain(">Mine too<");
    const listed = await find(number);
    expect(listed.supporters).toBe(3);
    expect(await demo.ask(reportContract, {}, { id: String(listed.id) })).toMatchObject({ supporters: 3 });
    expect((await post("/open/en/report/R-2026-9999-A/too", { browser: "a" })).status).toBe(404);
    const { rows } = await demo.test.database.knex.raw("select browser from report.support");
    expect(
      new Set(rows.map((row: { browser: Uint8Array }) => Buffer.from(row.browser).toString("hex"))).size,
    ).toBe(3);
  });

  it("has a feed of what happens, by its number and by its secret link, that holds neither words nor contact", async () => {
    const { own, number } = await report({ words: "feed canary", contact: CONTACT });
    const { office } = await demo.ask(reportContract, {}, { id: String((await find(number)).id) });
    await step(number, { step: "forward", office: office!, note: "note canary" });
    await step(number, { step: "answer", text: "A < B & so on", showWords: false });
    for (const page of [`/open/en/report/${number}`, own]) {
      expect(await text(page)).toContain(`${page}/feed"`);
      const answer = await get(`${page}/feed`);
      const feed = await answer.text();
      expect(answer.headers.get("content-type")).toContain("application/atom+xml");
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(feed.match(/<entry>/g)).toHaveLength(3);
      expect(feed.indexOf("Answered by Township office")).toBeLessThan(feed.indexOf("Given to"));
      expect(feed).toContain("A &lt; B &amp; so on");
      expect(feed).toContain(`<link rel="self" href="${demo.url}${page}/feed"/>`);
      for (const secret of ["feed canary", "note canary", CONTACT]) expect(feed).not.toContain(secret);
    }
    expect(await text(`/open/en/report/${number}/feed`)).not.toContain(own.split("/").at(-1)!);
    expect((await get("/open/en/report/R-2026-9999-A/feed")).status).toBe(404);
    expect((await get("/open/report/own/AAAAAAAAAAAAAAAAAAAAAA/feed")).status).toBe(404);
  });

  it("counts what several servers take together: rate and work that was handed in", async () => {
    const servers = [1, 2].map(() => new PublicReports(demo.test.database.knex).admission);
    const [first, second] = servers as [Admission, Admission];
    const { unproven } = REPORT_RATES;
    for (let sent = 0; sent < unproven.burst; sent++)
      expect(await servers[sent % 2]!.admit("192.0.2.7", "")).toBe(false);
    for (const server of servers)
      await expect(server.admit("192.0.2.7", "")).rejects.toMatchObject({
        status: 429,
        retryAfterSeconds: 900,
      });
    await demo.test.database.knex.raw("update report.rate set at = at - interval '15 minutes'");
    expect(await second.admit("192.0.2.7", "")).toBe(false);
    // A challenge of one server is work for the other, once.
    const done = solve(await first.challenge());
    expect(await second.admit("192.0.2.8", done)).toBe(true);
    expect(await first.admit("192.0.2.8", done)).toBe(false);
    const { rows } = await demo.test.database.knex.raw(
      "select encode(sender, 'escape') as sender from report.rate",
    );
    for (const { sender } of rows) expect(sender).not.toContain("192.0.2");
  });

  it("offers what is reported already before another is sent, those about the same first", async () => {
    const road = await report({ about: "place:road" });
    const school = await report({ about: "place:school" });
    const form = await text(`/open/en/report?area=${village}&subject=road`);
    expect(form).toContain("They are reported already");
    expect(form.indexOf(road.number)).toBeGreaterThan(0);
    expect(form.indexOf(road.number)).toBeLessThan(form.indexOf(school.number));
  });

  it("is found by its number however it is typed, and lists what is late", async () => {
    const { number } = await report({});
    const typed = number.toLowerCase().replaceAll("-", " ");
    const found = await get(`/open/en/reports?number=${encodeURIComponent(typed)}`);
    expect([found.status, found.headers.get("location")]).toEqual([303, `/open/en/report/${number}`]);
    expect(await text("/open/en/reports?number=R-2026-1")).toContain("is no number of a report");
    expect((await get("/open/report/R-2026-9999-A")).status).toBe(404);
    expect((await get("/open/report/own/AAAAAAAAAAAAAAAAAAAAAA")).status).toBe(404);
    const { id } = await find(number);
    await demo.test.database.knex("report.report").where({ id }).update({ due_on: "2020-01-01" });
    const late = await demo.ask(reportsContract, { overdue: "true" });
    expect(late.reports.map((listed) => listed.number)).toEqual([number]);
    expect(await text(`/open/en/report/${number}`)).toContain("and is late");
    const { offices, share } = await demo.ask(reportsContract, { state: "open" });
    // The late one is due and not answered, three were answered; that which was closed as none does not count.
    expect(share).toMatchObject({ answered: 3, due: 4 });
    expect(offices.find(({ areaCode }) => areaCode === township)!.share).toEqual(share);
  });

  it("says what is wrong with a form, and keeps what was written", async () => {
    const send = async (fields: Record<string, string | Blob>, headers: Record<string, string> = {}) => {
      const answer = await post(
        "/open/en/report",
        { area: village, about: "place:water", ...fields },
        headers,
      );
      return { status: answer.status, page: await answer.text() };
    };
    const bad = await send({ about: "place:moon", words: "", contact: "<b>me</b>", website: "http://spam" });
    expect(bad.status).toBe(400);
    for (const part of [
      "“place:moon” is nothing",
      "Write in a few words",
      "&lt;b&gt;me&lt;/b&gt;",
      "“Website” empty",
    ])
      expect(bad.page).toContain(part);
    const file = await send({ words: "a photo", photo: new Blob(["GIF89a and more and more"]) });
    expect([file.status, file.page.includes("it is no JPEG, PNG or WebP")]).toEqual([400, true]);
    expect(file.page).toContain("a photo</textarea>");
    // A figure that the place does not show.
    expect((await send({ about: "figure:tasks_on_time_share@2022", words: "x canary" })).status).toBe(400);
    expect((await send({ area: "nowhere", words: "x canary" })).status).toBe(404);
    const large = await send({ words: "x canary", photo: new Blob([Buffer.alloc(6 << 20)]) });
    expect([large.status, large.page.includes("larger than 5 MB")]).toEqual([413, true]);
    const strange = await send({ words: "x canary" }, { origin: "https://elsewhere.example" });
    expect([strange.status, strange.page.includes("from another site")]).toEqual([403, true]);
    expect((await send({ words: "x canary" }, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    const json = await fetch(new URL("/open/report", demo.url), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });
    expect(json.status).toBe(415);
    expect((await fetch(new URL("/open/report", demo.url), { method: "DELETE" })).status).toBe(405);
    const { reports } = await demo.ask(reportsContract, {});
    expect(reports.filter(({ start }) => start === "x canary")).toEqual([]);
  });

  it("takes a few without script, marked for staff, and then asks to wait", async () => {
    const send = () =>
      post("/open/en/report", { area: village, about: "place:other", words: "sent without script" });
    expect((await send()).status).toBe(303);
    expect((await send()).status).toBe(303);
    const third = await send();
    expect(third.status).toBe(429);
    expect(Number(third.headers.get("retry-after"))).toBeGreaterThan(60);
    expect(await third.text()).toContain("sent without script</textarea>");
    // A press of "mine too" says that it was not counted; why a report is still not right is kept like any other words.
    const { number } = (await demo.ask(reportsContract, {})).reports.find(({ start }) =>
      start.startsWith("sent without"),
    )!;
    const press = await post(`/open/en/report/${number}/too`, {});
    const pressed = await press.text();
    expect([press.status, pressed.includes("this one was not counted")]).toEqual([429, true]);
    expect(pressed).not.toContain("still below");
    expect(pressed).not.toContain("data-counted");
    expect((await step(number, { step: "close", text: "none of ours" })).status).toBe(200);
    const again = await post(`/open/en/report/${number}`, { words: "but it is" });
    expect([again.status, (await again.text()).includes(">but it is</textarea>")]).toEqual([429, true]);
    const { reports } = await demo.ask(reportsContract, {});
    const slow = reports.filter(({ start }) => start === "sent without script");
    expect(slow.map(({ isProven }) => isProven)).toEqual([false, false]);
  });

  it("knows areas by their codes where offices are entered", async () => {
    const row = { names: { en: "Office" }, answerDays: 15 };
    const offices = ["nowhere", village].map((areaCode) => ({ areaCode, ...row }));
    expect(await unknownAreas(demo.test.database.knex, offices)).toEqual(["nowhere"]);
  });

  it("is written and read by the public's role through functions and views alone", async () => {
    const asPublic = (sql: string) =>
      reads.pool.query(`${reads.localRole ? `begin; set local role ${reads.localRole}; ` : ""}${sql}`);
    for (const sql of [
      "select contact from report.report",
      "select note from report.step",
      "select bytes from report.photo",
      "insert into report.office (area_code, names) values ('x', '{}')",
      "update report.report set state = 'closed'",
      "select browser from report.support",
      "select sender from report.rate",
      "select bytes from report.key",
    ]) {
      await expect(asPublic(sql)).rejects.toThrow(/permission denied/);
      if (reads.localRole) await reads.pool.query("rollback");
    }
    const { rows } = await demo.test.database.knex.raw(
      `select table_name as name, column_name as field from information_schema.columns
       where table_schema = 'report' and table_name like 'public%'`,
    );
    expect(rows.length).toBeGreaterThan(20);
    for (const { field } of rows) expect(["contact", "secret_hash", "note"]).not.toContain(field);
    const { rows: kept } = await demo.test.database.knex.raw("select secret_hash from report.report limit 1");
    expect(kept[0].secret_hash).toHaveLength(32);
  });

  it("is in the audit log with every step of staff and of the public, without a word of what was written", async () => {
    const { number } = await report({ words: "audit-canary words", contact: CONTACT });
    const { knex: db } = demo.test.database;
    const [office] = await db("report.office").where({ area_code: township });
    const address = `/open/en/report/${number}`;
    await step(number, { step: "forward", office: office.id, note: "audit-canary note" });
    await step(number, { step: "answer", text: "audit-canary answer", showWords: true });
    await post(address, { words: "audit-canary again", proof: await proof() });
    expect((await find(number)).state).toBe("reopened");
    await step(number, { step: "answer", text: "audit-canary second", showWords: false });
    await step(number, { step: "close", text: null });
    await step(number, { step: "release", words: true, photo: null });
    // Refused, so there is no entry of it.
    expect((await step(number, { step: "forward", office: office.id, note: null })).status).toBe(409);
    const events = await auditEvents(db, `report:${number}`);
    expect(events.map(({ action, before, after }) => [action, before, after])).toEqual([
      ["report.forward", { state: "received" }, { state: "forwarded" }],
      ["report.answer", { state: "forwarded" }, { state: "answered", words: true }],
      ["report.reopen", { state: "answered" }, { state: "reopened" }],
      ["report.answer", { state: "reopened" }, { state: "answered", words: false }],
      ["report.close", { state: "answered" }, { state: "closed" }],
      ["report.release", { state: "closed" }, { words: true, photo: null }],
    ]);
    expect(JSON.stringify(await auditEvents(db, ""))).not.toMatch(/canary|@example/);
  });

  it("stays at rest where its return to the office cannot be logged", async () => {
    const { number } = await report({});
    await step(number, { step: "close", text: "Nothing to do." });
    const { knex: db } = demo.test.database;
    await db.raw("alter table audit.entry rename to gone");
    try {
      const answer = await post(`/open/en/report/${number}`, { words: "again", proof: await proof() });
      expect(answer.status).toBe(500);
    } finally {
      await db.raw("alter table audit.gone rename to entry");
    }
    expect((await find(number)).state).toBe("closed");
  });

  it("refuses what no database can keep with a 400, and keeps nothing of it", async () => {
    const { number } = await report({});
    const { id } = await find(number);
    const send = async (path: string, body: object) => {
      const answer = await fetch(demo.url + path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      return [answer.status, ((await answer.json()) as { title?: string }).title];
    };
    const nul = { step: "close", text: "a\0b" } satisfies DeskStep;
    expect(await send(`/api/reports/${id}/steps`, nul)).toEqual([400, "bad text"]);
    expect((await find(number)).state).toBe("received");
    const scenario = { name: "A", release: 1, question: { area: township } };
    const address = "/api/planning/scenarios";
    expect(await send(address, { ...scenario, name: "a\0b" })).toEqual([400, "bad text"]);
    expect(await send(address, { ...scenario, description: "x", run: 99_999 })).toEqual([
      400,
      "bad reference",
    ]);
    expect(await send(address, { ...scenario, forkOf: 2 ** 31 })).toEqual([400, "bad body"]);
    expect(await send(address, { ...scenario, release: 2 ** 40 })).toEqual([400, "bad body"]);
    expect((await (await get(`${address}?area=${township}`)).json()) as object).toEqual({ scenarios: [] });
  });
});
