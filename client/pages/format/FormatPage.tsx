// The format of imports: keys of a profile, built-in measures, indicators and units, what becomes of odd input.

import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { formatContract } from "#domain/contract/format";
import { useAnswer } from "#client/data/use_answer.ts";
import { useWords } from "#client/i18n/words.ts";
import type { PageProps } from "#client/pages/page.ts";
import { DataPages } from "#client/shell/DataPages.tsx";
import { Problem } from "#client/ui/Problem.tsx";
import { SearchField } from "#client/ui/SearchField.tsx";
import { FormatTable } from "./FormatTable.tsx";
import { matching, sectionsOf } from "./sections.ts";
import "./format.css";

/** The question: it has no parameters. */
const ASKED = {};

export function FormatPage({ catalog }: PageProps) {
  const words = useWords();
  const { t, text } = words;
  const f = t.format;
  const [typed, setTyped] = useState("");
  const wanted = useDeferredValue(typed);
  const { data, error, retry, isLoading } = useAnswer(formatContract, ASKED);
  const sections = useMemo(() => (data ? sectionsOf(data, words) : []), [data, words]);
  const found = useMemo(() => matching(sections, wanted), [sections, wanted]);
  const title = t.documentTitle(f.title, text(catalog.title));
  useEffect(() => {
    document.title = title;
  }, [title]);
  const count = (list: typeof sections): number => list.reduce((sum, { rows }) => sum + rows.length, 0);
  const parts = [...new Set(found.map(({ part }) => part))];
  return (
    <main id="room" className="data-page format-page" aria-busy={isLoading}>
      <DataPages open="format" />
      <div className="data-page-head format-head">
        <h1>{f.title}</h1>
        <p>{f.lead}</p>
      </div>
      <search className="format-search">
        <SearchField label={f.search} hint={f.searchHint} typed={typed} onType={setTyped} />
        {data && <output>{f.count(count(found), count(sections))}</output>}
      </search>
      {error && <Problem error={error} retry={retry} />}
      <nav className="format-contents" aria-label={f.contents}>
        {parts.map((part) => {
          const own = found.filter((section) => section.part === part);
          return (
            <div key={part}>
              <strong>{part}</strong>
              <span>
                {own.map(({ id, title: name, rows }) => (
                  <a key={id} href={`#${id}`}>
                    {own.length === 1 ? f.count(rows.length, rows.length) : name}
                  </a>
                ))}
              </span>
            </div>
          );
        })}
      </nav>
      {data && found.length === 0 && <p className="card format-none">{f.none}</p>}
      {parts.map((part) => (
        <section key={part}>
          <h2>{part}</h2>
          {found
            .filter((section) => section.part === part)
            .map((section) => (
              <FormatTable key={section.id} section={section} />
            ))}
        </section>
      ))}
    </main>
  );
}
