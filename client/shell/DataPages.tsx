// The pages of the room of data, as links above each of them.

import { useWords } from "#client/i18n/words.ts";
import { useDataAddress } from "#client/model/location.ts";
import { PageLink } from "#client/ui/PageLink.tsx";
import "./data_pages.css";

/** What follows the room in the address of each. */
const PATHS = { catalog: "", public: "public", reports: "reports", format: "format" } as const;
export type DataPageId = keyof typeof PATHS;

function DataPageLink({ id, isOpen }: { readonly id: DataPageId; readonly isOpen: boolean }) {
  const { t } = useWords();
  return (
    <PageLink to={useDataAddress(PATHS[id])} isCurrent={isOpen}>
      {t.dataPages[id]}
    </PageLink>
  );
}

export function DataPages({ open }: { readonly open: DataPageId }) {
  const { t } = useWords();
  return (
    <nav className="data-pages" aria-label={t.dataPages.label}>
      {(Object.keys(PATHS) as DataPageId[]).map((id) => (
        <DataPageLink key={id} id={id} isOpen={id === open} />
      ))}
    </nav>
  );
}
