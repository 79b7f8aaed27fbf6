import { useSyncExternalStore } from "react";
import { isAnythingTyped } from "$/public/components/typed.js";

const CALM_MS = 2500; // the worker's downloads wait until the page stands
const GIVE_UP_MS = 4000;
const COOLDOWN_MS = 10000;
const UPDATED_AT = "reflex_last_reloaded_on_error"; // one pause for every kind of reload

const listeners = new Set();
let isNew = false;

const subscribe = (listener) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function announce() {
  isNew = true;
  for (const tell of [...listeners]) tell();
}

// The server says that it is of another version than this page (build/swaps.py). Nobody is
// interrupted: only a page with nothing typed in it goes on by itself, and never twice in a row.
export function serverIsOther() {
  const last = Number(sessionStorage.getItem(UPDATED_AT));
  if (isAnythingTyped() || Date.now() - last < COOLDOWN_MS) announce();
  else takeNew();
}

async function takeNew() {
  const pause = () => sessionStorage.setItem(UPDATED_AT, Date.now());
  const reload = () => {
    pause(); // it counts from the reload: a worker may have been waited for
    location.reload();
  };
  pause();
  const worker = await newWorker().catch(() => null);
  if (!worker) return reload();
  navigator.serviceWorker.addEventListener("controllerchange", reload, { once: true });
  setTimeout(reload, GIVE_UP_MS);
  worker.postMessage("take-over");
}

async function newWorker() {
  const registration = await navigator.serviceWorker?.getRegistration();
  await registration?.update();
  const coming = registration?.installing;
  if (coming) await settled(coming);
  return registration?.waiting;
}

const settled = (worker) =>
  new Promise((resolve) => {
    setTimeout(resolve, GIVE_UP_MS);
    worker.addEventListener("statechange", resolve, { once: true });
  });

// Says that there is a new version, and lets the reader choose the moment.
export function UpdateBar({ text, act }) {
  const shown = useSyncExternalStore(subscribe, () => isNew, () => false);
  return (
    <div role="status" className="connection" data-kind="news">
      {shown && (
        <p>
          <span>{text}</span>
          <button type="button" className="button secondary" data-keep onClick={takeNew}>
            {act}
          </button>
        </p>
      )}
    </div>
  );
}

const whenCalm = (act) =>
  setTimeout(() => (window.requestIdleCallback ?? setTimeout)(act), CALM_MS);

if (typeof window !== "undefined") {
  const start = () => whenCalm(() => import("$/public/components/app.js").then((app) => app.start(announce)));
  if (document.readyState === "complete") start();
  else addEventListener("load", start, { once: true });
}
