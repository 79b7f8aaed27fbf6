import { useEffect } from "react";

const PHONES = "(pointer: coarse)";

// Phones show pictures of open apps to whoever looks: from the moment the app is put aside, this
// stands over it. Nothing waits for React; the browser takes the picture at once.
export function Cover({ children }) {
  useEffect(() => {
    const page = document.documentElement;
    const cover = () => {
      if (matchMedia(PHONES).matches) page.dataset.covered ??= "";
    };
    const uncover = () => {
      if (page.dataset.covered === "" && document.visibilityState === "visible") delete page.dataset.covered;
    };
    const turn = () => (document.visibilityState === "hidden" ? cover() : uncover());
    const moments = [
      [document, "visibilitychange", turn],
      [window, "pagehide", cover],
      [window, "blur", cover],
      [window, "focus", uncover],
      [window, "pageshow", uncover],
      [document, "pointerdown", uncover],
    ];
    for (const [target, kind, act] of moments) target.addEventListener(kind, act);
    return () => {
      for (const [target, kind, act] of moments) target.removeEventListener(kind, act);
    };
  }, []);
  return (
    <div className="cover" aria-hidden="true">
      {children}
    </div>
  );
}
