import { useEffect, useRef } from "react";
import { hideAway } from "./guard.js";

const PRESSES = 3;
const WITHIN_MS = 1500;

// Hides everything at once: one tap, or Escape three times. What is typed goes to the server before.
export function Hide({ to, className, children }) {
  const button = useRef(null);
  useEffect(() => {
    let pressed = [];
    const press = (event) => {
      if (event.key !== "Escape") return;
      pressed = [...pressed.filter((at) => event.timeStamp - at < WITHIN_MS), event.timeStamp];
      if (pressed.length >= PRESSES) button.current.click();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  return (
    <button type="button" ref={button} className={className} data-keep onClick={() => hideAway(to)}>
      {children}
    </button>
  );
}
