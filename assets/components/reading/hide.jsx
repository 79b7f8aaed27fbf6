import { useEffect } from "react";
import { hideAway } from "./guard.js";

const PRESSES = 3;
const WITHIN_MS = 1500;

// Hides everything at once: one tap, or Escape three times.
export function Hide({ to, className, children }) {
  useEffect(() => {
    let pressed = [];
    const press = (event) => {
      if (event.key !== "Escape") return;
      pressed = [...pressed.filter((at) => event.timeStamp - at < WITHIN_MS), event.timeStamp];
      if (pressed.length >= PRESSES) hideAway(to);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [to]);
  return (
    <button type="button" className={className} onClick={() => hideAway(to)}>
      {children}
    </button>
  );
}
