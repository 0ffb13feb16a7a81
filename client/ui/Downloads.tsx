// Links that save what is listed as files: CSV with the names that programs use, Excel with those that people read.

import { useWords } from "#client/i18n/words.ts";

export interface DownloadsProps {
  /** Addresses; null where there is no such file. */
  readonly csv: string | null;
  readonly xlsx: string | null;
}

export function Downloads({ csv, xlsx }: DownloadsProps) {
  const { t } = useWords();
  return (
    <span className="downloads">
      {csv && (
        <a className="link" href={csv} download>
          {t.download}
        </a>
      )}
      {xlsx && (
        <a className="link" href={xlsx} download title={t.file.xlsxWhat}>
          {t.file.xlsx}
        </a>
      )}
    </span>
  );
}
