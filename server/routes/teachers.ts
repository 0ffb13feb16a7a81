// Teachers to post: where they go by need, and the same as a file.

import { adoptTeachersContract } from "#domain/contract/adopted_plans";
import { teachersContract, teachersFileContract } from "#domain/contract/teachers";
import type { TeachersQuery } from "#domain/contract/teachers";
import { NOT_KEPT } from "#server/http/cache_headers";
import { clientGone } from "#server/http/client_gone";
import { parseParameters } from "#server/http/parameters";
import { plain, raw } from "#server/http/route";
import type { AppServices } from "#server/http/services";
import { toXlsx, XLSX_TYPE } from "#server/http/xlsx";
import { teacherFile, teachersOf } from "#server/planning/read_teachers";
import { adoptTeachers } from "#server/planning/teacher_plans";
import { teacherRows, teacherSheets } from "#server/planning/teacher_sheets";
import { toCsv } from "#server/read/csv";
import { findRelease } from "#server/read/find_release";

const asked = async (services: AppServices, query: TeachersQuery) =>
  teachersOf(
    services.store,
    await findRelease(services, { address: query.release, edition: "internal" }),
    query,
  );

export const teachersRoute = plain(teachersContract, async (services, { query }) => {
  const { plan } = await asked(services, query);
  return plan;
});

export const adoptTeachersRoute = plain(adoptTeachersContract, async (services, { body }) => {
  const { asked: question, ...commitment } = body;
  return {
    id: await adoptTeachers(services.planning.db, question, await asked(services, question), commitment),
  };
});

export const teachersFileRoute = raw(teachersFileContract, async (services, req, res) => {
  const query = parseParameters(teachersFileContract.query, req.query);
  const { format, language } = query;
  const { plan, solved } = await asked(services, query);
  res.setHeader("Cache-Control", NOT_KEPT);
  res.attachment(`teachers-${plan.area.code}.${format}`);
  if (format === "json") {
    res.type("application/json; charset=utf-8").send(teacherFile(solved));
    return;
  }
  if (format === "csv") {
    const { heads, rows } = teacherRows(plan, language);
    res.type("text/csv; charset=utf-8").send(await toCsv(heads, rows));
    return;
  }
  res.type(XLSX_TYPE).send(await toXlsx(teacherSheets(plan, query, language), clientGone(res)));
});
