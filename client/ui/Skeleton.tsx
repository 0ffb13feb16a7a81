// The shape of the screen while the catalogue is on its way.

import { useWords } from "#client/i18n/words.ts";
import "#client/styles/layout.css";
import "#client/styles/header.css";
import "./skeleton.css";

export function Skeleton() {
  const { t } = useWords();
  return (
    <div className="skeleton-screen">
      <output className="visually-hidden">{t.loading}</output>
      <div className="header">
        <div className="skeleton" style={{ width: 140, height: 24 }} />
        <div className="skeleton" style={{ width: 260, height: 36 }} />
      </div>
      <div className="profile card">
        {[120, 60, 90, 48, 140, 96].map((height) => (
          <div key={height} className="skeleton" style={{ height }} />
        ))}
      </div>
    </div>
  );
}
