// The shape of the screen while the catalogue is on its way.

import { useWords } from "#client/i18n/words.ts";
import "./skeleton.css";

export function Skeleton() {
  const { t } = useWords();
  return (
    <div className="skeleton-screen">
      <output className="visually-hidden">{t.loading}</output>
      <div className="skeleton-rail" />
      <div className="skeleton-bar">
        <div className="skeleton" style={{ width: 72, height: 22 }} />
        <div className="skeleton" style={{ width: 380, height: 32 }} />
      </div>
      <div className="skeleton-body">
        {[30, 60, 168, 320].map((height) => (
          <div key={height} className="skeleton" style={{ height }} />
        ))}
      </div>
    </div>
  );
}
