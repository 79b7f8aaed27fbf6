// What makes the pages an app, fetched when they stand and nothing is waiting: the service worker,
// its updates, and saying before the tap what cannot be done without a connection.
import { startHolding } from "$/public/components/hold.js";

const HOUR_MS = 60 * 60 * 1000;

export function start(announce) {
  startHolding();
  navigator.serviceWorker
    ?.register("/sw.js", { updateViaCache: "none" })
    .then((registration) => watch(registration, announce))
    .catch(() => {}); // a private window, or a phone that is full: the app works without
}

function watch(registration, announce) {
  const meet = (worker) => {
    const isReady = () => worker.state === "installed" && navigator.serviceWorker.controller;
    const greet = async () => isReady() && ((await isOfThisPage()) ? worker.postMessage("take-over") : announce());
    worker.addEventListener("statechange", greet);
    greet();
  };
  if (registration.waiting) meet(registration.waiting);
  registration.addEventListener("updatefound", () => meet(registration.installing));
  const look = () => document.visibilityState === "visible" && registration.update().catch(() => {});
  document.addEventListener("visibilitychange", look);
  setInterval(look, HOUR_MS);
}

// Somebody who has just opened the app has the new pages already: nothing to ask them about.
async function isOfThisPage() {
  const list = document.querySelector("link[href*='/assets/manifest-']").getAttribute("href");
  const newest = (await caches.keys()).filter((name) => name.startsWith("pages-")).at(-1);
  return Boolean(newest && (await (await caches.open(newest)).match(list, { ignoreVary: true })));
}
