// What is left to do, by the release: what and how much, where most of it is, which departments answer for it.

import type { Profile } from "#domain/contract/areas";
import { useView } from "#client/data/view_context.ts";
import { Sentence } from "#client/figures/Sentence.tsx";
import { useWords } from "#client/i18n/words.ts";
import { mapAddress } from "#client/model/location.ts";
import { shortOf } from "#client/model/shortfall.ts";
import { toDoOf } from "#client/model/to_do.ts";
import type { ToDo } from "#client/model/to_do.ts";
import { PageLink } from "#client/ui/PageLink.tsx";
import { countInWords, shortText } from "./figure_texts.ts";
import { insideLevel, useInsideRows } from "./use_inside.ts";

/** Places that are named. */
const NAMED = 3;

/** The areas inside that have most of it; each leads to it on the map. */
function MostIn({ profile, toDo }: { readonly profile: Profile; readonly toDo: ToDo }) {
  const words = useWords();
  const { t } = words;
  const { catalog } = useView();
  const { indicator, unit } = toDo;
  const { values, rows } = useInsideRows(profile, indicator, insideLevel(catalog, profile.area));
  if (values.isLoading) return <small className="skeleton" aria-hidden="true" />;
  const most = rows
    .flatMap(({ area, name }) => {
      const count = shortOf(indicator, area);
      return count ? [{ code: area.code, name, count }] : [];
    })
    .sort((a, b) => b.count - a.count)
    .slice(0, NAMED);
  if (most.length === 0) return null;
  return (
    <small>
      {t.overview.toDoMost}{" "}
      {most.map(({ code, name, count }, at) => (
        <span key={code}>
          <PageLink
            to={mapAddress({
              area: code,
              lens: indicator.lens,
              indicator: indicator.id,
              period: profile.period,
              level: null,
              camera: null,
              mode: { kind: "one" },
            })}
          >
            {name} {countInWords(words, count, unit)}
          </PageLink>
          {at < most.length - 1 && t.overview.comma}
        </span>
      ))}
    </small>
  );
}

function Entry({ profile, toDo }: { readonly profile: Profile; readonly toDo: ToDo }) {
  const words = useWords();
  const { t } = words;
  const { catalog } = useView();
  const { id, indicator, count, total, unit } = toDo;
  const { department } = indicator;
  return (
    <li data-to-do={id}>
      <div>
        <p>
          <b>
            <Sentence of={t.overview.toDoWhat(id, shortText(profile, toDo, catalog, words))} />
          </b>
          {total !== null && total > 0 && (
            <span>
              {t.overview.toDoShare(words.number(count / total, "share"), countInWords(words, total, unit))}
            </span>
          )}
        </p>
        <MostIn profile={profile} toDo={toDo} />
      </div>
      {department && (
        <p className="overview-who">
          <small>{t.overview.toDoDepartment}</small>
          {words.text(department)}
        </p>
      )}
    </li>
  );
}

export function ToDoList({ profile }: { readonly profile: Profile }) {
  const { t } = useWords();
  const { catalog } = useView();
  const list = toDoOf(profile, catalog);
  if (!list) return null;
  return (
    <section className="overview-to-do overview-card">
      <h2>
        {t.overview.toDo} {list.length > 0 && <small>{t.overview.toDoCount(list.length)}</small>}
      </h2>
      {list.length === 0 && <p className="nothing">{t.overview.nothingToDo}</p>}
      <ul>
        {list.map((toDo) => (
          <Entry key={toDo.id} profile={profile} toDo={toDo} />
        ))}
      </ul>
    </section>
  );
}
