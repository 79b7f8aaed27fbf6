import { useSyncExternalStore } from "react";

// Whether there is somebody at the other end. `navigator.onLine` knows only its own half: a server
// that hangs or refuses is as far away as one behind a mountain, and three seconds is an answer.
const ANSWER_MS = 3000;
const SILENCE_MS = 1000; // this long the socket may be quiet before we ask once more, in plain HTTP
const IS_THERE = "/healthz";
const IN_BROWSER = typeof window !== "undefined";

const failing = { socket: false, request: false };
const listeners = new Set();
let offline = false;
let timer = 0;

export const isOffline = () => offline;

export function subscribe(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useOffline = () => useSyncExternalStore(subscribe, isOffline, () => false);

// Whoever fetches tells how it went: an answer of any kind is a success, silence a failure.
export function reportFailure() {
  failing.request = true;
  settle();
  later(ANSWER_MS * (1 + Math.random())); // not every phone of a town in the same second
}

export function reportSuccess() {
  failing.request = false;
  settle();
}

// Reflex's socket says these three (build/swaps.py puts them into its state.js).
export const socketAsked = () => timer || later(SILENCE_MS);

export function socketHeard() {
  clearTimeout(timer);
  timer = 0;
  failing.socket = false;
  reportSuccess();
}

export function socketLost(queue) {
  failing.socket = true;
  settle();
  queue.splice(0, queue.length, ...whatCanBeSent(queue));
}

// A tap that reached nobody is not kept for later: by then it may mean something else. What the page
// itself asks for it asks again when the socket is back.
export const whatCanBeSent = (events) =>
  failing.socket ? events.filter(({ name }) => !name?.startsWith("reflex___state")) : events;

function settle() {
  const now = !navigator.onLine || failing.socket || failing.request;
  if (now === offline) return;
  offline = now;
  document.documentElement.toggleAttribute("data-offline", offline);
  for (const tell of [...listeners]) tell(offline);
}

function later(ms) {
  clearTimeout(timer);
  timer = setTimeout(ask, ms);
}

async function ask() {
  timer = 0;
  if (document.visibilityState === "hidden") return;
  const signal = AbortSignal.timeout(ANSWER_MS - SILENCE_MS);
  try {
    const answer = await fetch(IS_THERE, { cache: "no-store", signal });
    if (answer.ok) reportSuccess();
    else reportFailure();
  } catch {
    reportFailure();
  }
}

if (IN_BROWSER) {
  settle();
  addEventListener("offline", settle);
  addEventListener("online", () => {
    settle();
    ask();
  });
  // A link may need a part of the app that has not come yet: that too is a question.
  document.addEventListener("click", ({ target }) => target.closest?.("a[href^='/']") && socketAsked());
  document.addEventListener("visibilitychange", ask); // a phone out of a pocket is somewhere else
}
