// What the certificate of the public edition says of the whole release.

import type { Catalog } from "#domain/contract/catalog";
import { certificateContract } from "#domain/contract/certificate";
import { useAnswer } from "#client/data/use_answer.ts";
import { useWords } from "#client/i18n/words.ts";

export function CertificateFacts({ catalog }: { readonly catalog: Catalog }) {
  const words = useWords();
  const p = words.t.publicEdition;
  const answer = useAnswer(certificateContract, { query: { release: catalog.address, edition: "public" } });
  if (answer.error) return <p className="card edition-facts">{p.noEdition}</p>;
  const facts = answer.data;
  if (!facts) return null;
  const { figures, cells, narrowest, shareShown, releases, withheld } = facts.certificate;
  /** Of `indicator@period`. */
  const nameOf = (column: string): string => {
    const [id, period] = column.split("@");
    const indicator = catalog.indicators.find((row) => row.id === id);
    return indicator ? `${words.label(indicator.label)} ${period}` : column;
  };
  const whole = (count: number): string => words.number(count, "count", { whole: true });
  const rows = [
    [p.facts.shown, whole(figures.shown)],
    [p.facts.byRule, whole(figures.byRule)],
    [p.facts.byRepair, whole(figures.byRepair)],
    [p.facts.share, words.number(shareShown, "share", { digits: 0 })],
    [p.facts.attacked, whole(cells)],
    [p.facts.narrowest, narrowest === null ? "–" : whole(narrowest)],
    [p.facts.releases, releases.length === 0 ? "–" : releases.join(", ")],
    ...(withheld.length > 0 ? [[p.facts.periods, withheld.map(nameOf).join(words.t.comma)] as const] : []),
  ] as const;
  return (
    <dl className="card edition-facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <dt>{p.facts.hash}</dt>
        <dd>
          <a href="/open/certificate" target="_blank" rel="noreferrer">
            <code>{facts.hash.slice(0, 12)}</code>
          </a>
        </dd>
      </div>
    </dl>
  );
}
