// When the app is before somebody's eyes, when it is touched, and when it is put aside.
const PULSE_MS = 20 * 1000;
const PHONES = "(pointer: coarse)";
const MOMENTS = [
  [() => document, "visibilitychange"],
  [() => window, "pagehide"],
  [() => window, "pageshow"], // back from a page that replaced this one
  [() => window, "storage"], // another tab
  [() => document, "pointerdown"],
  [() => document, "keydown"],
];

let touchedAt = Date.now();
let isGivingWay = false; // to the next page, which is not being put aside

export const untouchedFor = () => Date.now() - touchedAt;
export const isVisible = () => document.visibilityState === "visible";
export const isPutAside = (event) =>
  event?.type === "visibilitychange" && !isVisible() && !isGivingWay && matchMedia(PHONES).matches;

function note({ type, isTrusted }) {
  if (isTrusted && ["pointerdown", "keydown"].includes(type)) touchedAt = Date.now();
  if (["pagehide", "pageshow"].includes(type)) isGivingWay = type === "pagehide";
}

// Calls `beat` with each of these moments, and every twenty seconds without; gives what ends it.
export function follow(beat) {
  const hear = (event) => {
    note(event);
    beat(event);
  };
  const pulse = setInterval(beat, PULSE_MS);
  for (const [target, kind] of MOMENTS) target().addEventListener(kind, hear);
  return () => {
    clearInterval(pulse);
    for (const [target, kind] of MOMENTS) target().removeEventListener(kind, hear);
  };
}
