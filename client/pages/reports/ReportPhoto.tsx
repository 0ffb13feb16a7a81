// The photo of a report, upright, and whether the public sees it.

import { reportPhotoContract } from "#domain/contract/reports";
import { uprightPhoto } from "#domain/report";
import { addressOf } from "#client/data/api.ts";
import { useWords } from "#client/i18n/words.ts";
import type { ReportPartProps } from "./part.ts";

export function ReportPhoto({ report: { id, photo, photoSize }, take }: ReportPartProps) {
  const { t } = useWords();
  const r = t.reports;
  if (photo === null || photoSize === null) return null;
  const upright = uprightPhoto(photoSize);
  const release = (isShown: boolean): void => take({ step: "release", words: null, photo: isShown });
  return (
    <section>
      <h3>{r.photo}</h3>
      <svg
        className="report-photo"
        viewBox={`0 0 ${upright.width} ${upright.height}`}
        role="img"
        aria-label={r.photo}
      >
        <image
          href={addressOf({ contract: reportPhotoContract, params: { id: String(id) } })}
          width={photoSize.width}
          height={photoSize.height}
          transform={upright.transform}
        />
      </svg>
      <p className="report-release">
        <span>{r.photoStates[photo]}</span>
        {photo !== "released" && (
          <button type="button" className="button" onClick={() => release(true)}>
            {r.show}
          </button>
        )}
        {photo !== "refused" && (
          <button type="button" className="button" onClick={() => release(false)}>
            {photo === "released" ? r.hide : r.refuse}
          </button>
        )}
      </p>
    </section>
  );
}
