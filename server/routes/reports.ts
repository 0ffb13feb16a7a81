// The staff desk of reports by the public.

import {
  reportContract,
  reportPhotoContract,
  reportsContract,
  reportStepContract,
} from "#domain/contract/reports";
import { NOT_KEPT } from "#server/http/cache_headers";
import { parseParameters } from "#server/http/parameters";
import { plain, raw } from "#server/http/route";
import { findPhoto, findReport, listOffices, listReports, takeStep } from "#server/reports/desk";

export const reportsRoute = plain(reportsContract, async ({ primary }, { query }) => {
  const { state = null, office = null, overdue } = query;
  return {
    ...(await listReports(primary, { state, office, overdue: overdue === "true" })),
    ...(await listOffices(primary)),
  };
});

export const reportRoute = plain(reportContract, ({ primary }, { params }) => findReport(primary, params.id));

export const reportStepRoute = plain(reportStepContract, ({ primary }, { params, body }) =>
  takeStep(primary, params.id, body),
);

export const reportPhotoRoute = raw(reportPhotoContract, async ({ primary }, req, res) => {
  const { id } = parseParameters(reportPhotoContract.params, req.params);
  const { media, bytes } = await findPhoto(primary, id);
  res.setHeader("Cache-Control", NOT_KEPT);
  res.type(media).send(bytes);
});
