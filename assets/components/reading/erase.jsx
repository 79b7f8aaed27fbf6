import { useEffect, useState } from "react";
import { count } from "$/public/components/outbox/store.js";
import { leave } from "./guard.js";
import { ERASING } from "./leaving.js";

// Everything of ours on this phone goes, after a warning about what is not sent.
export function EraseAll({ words, className }) {
  const [unsent, setUnsent] = useState(null); // null: nobody can tell
  const [asks, setAsks] = useState(false);
  useEffect(() => {
    if (asks) count().then(setUnsent, () => setUnsent(null));
  }, [asks]);
  if (!asks)
    return (
      <button type="button" className={className} onClick={() => setAsks(true)}>
        {words.eraseAll}
      </button>
    );
  const lost =
    unsent === null ? words.unsentUnknown : unsent === 1 ? words.unsentOne : words.unsentMany.replace("{n}", unsent);
  return (
    <div className="notice" data-kind="wait" role="alert">
      <div className="stack">
        <p>{words.eraseWarning}</p>
        {unsent !== 0 && <p>{lost}</p>}
        <div className="acts">
          <button type="button" className="button secondary" onClick={() => leave(ERASING)}>
            {words.eraseYes}
          </button>
          <button type="button" className="button quiet" onClick={() => setAsks(false)}>
            {words.eraseNo}
          </button>
        </div>
      </div>
    </div>
  );
}
