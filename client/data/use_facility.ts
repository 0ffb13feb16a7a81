// The facility that is open, and those of an area.

import { facilitiesContract, facilityContract } from "#domain/contract/things";
import type { Facilities, Facility } from "#domain/contract/things";
import { useAnswer } from "./use_answer.ts";
import type { AnswerState } from "./use_answer.ts";
import { useView } from "./view_context.ts";

/** The facility that the view opens, in its period. */
export function useFacility(): AnswerState<Facility> {
  const { catalog, view, resolved } = useView();
  const { period } = resolved;
  return useAnswer(
    facilityContract,
    view.facility === null || !catalog.things || period === ""
      ? null
      : { params: { code: view.facility }, query: { release: catalog.address, period } },
  );
}

/** The facilities of an area, most of them where they are more than `limit`. */
export function useFacilitiesIn(area: string | null, limit: number): AnswerState<Facilities> {
  const { catalog, resolved } = useView();
  const { period } = resolved;
  return useAnswer(
    facilitiesContract,
    area === null || !catalog.things || period === ""
      ? null
      : { query: { release: catalog.address, area, period, limit } },
  );
}
