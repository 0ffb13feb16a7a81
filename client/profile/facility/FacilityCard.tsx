// The card of a facility: its figures in the period, the norms it keeps or breaks, and the villages whose people go there.

import type { Facility } from "#domain/contract/things";
import { facilityKind, FACILITY_MEASURES, isOverfull } from "#domain/facilities";
import { useFacility } from "#client/data/use_facility.ts";
import { useOpen } from "#client/data/use_navigation.ts";
import { useView } from "#client/data/view_context.ts";
import { useWords } from "#client/i18n/words.ts";
import { Icon } from "#client/ui/Icon.tsx";
import { Problem } from "#client/ui/Problem.tsx";
import { Catchment } from "./Catchment.tsx";
import { FacilitySymbol } from "./FacilitySymbol.tsx";
import { FacilityTrend } from "./FacilityTrend.tsx";
import { Norms } from "./Norms.tsx";
import "./facility.css";

export function FacilityCard() {
  const { data, shown, error, isLoading, retry } = useFacility();
  const facility = data ?? (isLoading ? shown?.answer : null);
  return (
    <article className="profile-body facility-card" aria-busy={isLoading}>
      {!facility && <CloseButton />}
      {facility ? (
        <Details facility={facility} />
      ) : error ? (
        <Problem error={error} retry={retry} />
      ) : (
        <Waiting />
      )}
    </article>
  );
}

function CloseButton() {
  const { t } = useWords();
  const { change } = useView();
  return (
    <button
      type="button"
      className="button is-square facility-close"
      aria-label={t.things.close}
      title={t.things.close}
      onClick={() => change({ facility: null })}
    >
      <Icon name="close" />
    </button>
  );
}

const Waiting = () => (
  <>
    {[40, 96, 120].map((height) => (
      <div key={height} className="skeleton" style={{ height, marginBottom: 14 }} />
    ))}
  </>
);

function Details({ facility }: { readonly facility: Facility }) {
  const words = useWords();
  const { t } = words;
  const openArea = useOpen();
  const kind = facilityKind(facility.kind);
  const { village, statedVillage, opened, closed, period } = facility;
  const isOpen = (opened === null || opened <= period) && (closed === null || closed > period);
  const other = words.otherText(facility.names);
  const measures = FACILITY_MEASURES.filter(({ id }) => typeof facility.figures[id] === "number");
  return (
    <>
      <div className="facility-head">
        <div>
          <h2 data-facility={facility.code}>
            <FacilitySymbol kind={facility.kind} /> {words.text(facility.names)}
          </h2>
          <CloseButton />
        </div>
        <p>
          {t.join([
            ...(other ? [other] : []),
            words.label(kind?.label ?? {}),
            ...facility.parentNames.map(words.text).reverse(),
          ])}
        </p>
        {village && (
          <p>
            <button type="button" className="link" onClick={() => openArea(village.code)}>
              {words.text(village.names)}
            </button>
          </p>
        )}
        {statedVillage && <p className="bad">{t.things.otherVillage(words.text(statedVillage.names))}</p>}
        {!isOpen && (
          <p className="bad">
            {opened !== null && opened > period ? t.things.opens(opened) : t.things.closed(closed!)}
          </p>
        )}
      </div>
      {measures.length > 0 && (
        <section>
          <h3>{t.things.figures(period)}</h3>
          {kind && isOverfull(kind, facility.figures) && (
            <p className="facility-overfull">{t.things.overfull}</p>
          )}
          <dl className="facility-figures">
            {measures.map(({ id, label, unit }) => (
              <div key={id}>
                <dt>{words.label(label)}</dt>
                <dd>{words.number(facility.figures[id]!, unit, { whole: true })}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {measures.length === 0 && <p className="nothing">{t.things.noFigures}</p>}
      {kind && <Norms kind={kind} figures={facility.figures} />}
      {kind?.served && <FacilityTrend facility={facility} kind={kind} />}
      <Catchment facility={facility} />
      <p className="facility-source">
        {t.things.source(
          words.text(facility.source.department),
          facility.source.fileName,
          facility.source.reportingDate,
        )}
      </p>
    </>
  );
}
