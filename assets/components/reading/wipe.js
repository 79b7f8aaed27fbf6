import { wipeOutbox } from "../outbox/page.js";
import * as marks from "./marks.js";
import * as vault from "./vault.js";

// Reflex's own: a number for the tab, which opens nothing without a sign-in, and what keeps it from
// reloading for ever.
const OF_NOBODY = ["token", "reflex_last_reloaded_on_error"];

const quietly = (work) => Promise.resolve(work).catch(() => undefined); // storage may be gone already

// Everything readable goes: what was remembered, the unlocked key, what the tab kept, and what the
// phone shows outside the app. Entries that wait in the outbox are sealed and stay.
export async function wipe() {
  forgetTab();
  const off = Promise.all([quietly(clearIcon()), quietly(closeMessages())]);
  if (marks.read("reading")) await quietly(vault.empty());
  else await quietly(vault.destroy());
  await off;
}

// The number is how much waits for somebody who is no longer here.
async function clearIcon() {
  await navigator.clearAppBadge?.();
}

async function closeMessages() {
  const worker = await navigator.serviceWorker?.getRegistration();
  for (const message of (await worker?.getNotifications?.()) ?? []) message.close();
}

function forgetTab() {
  try {
    for (const name of Object.keys(sessionStorage)) if (!OF_NOBODY.includes(name)) sessionStorage.removeItem(name);
  } catch {
    // a browser without storage kept nothing
  }
}

function rememberNoMore() {
  marks.write("seen", "");
  return quietly(marks.sayReading(false));
}

// Wipes, and the phone no longer remembers: signing out, or another person.
export async function forget() {
  const off = rememberNoMore();
  await wipe();
  await off;
}

// The same for the pages alone: whoever reads them stays.
export async function forgetPages() {
  const off = rememberNoMore();
  await quietly(vault.destroy());
  await off;
}

// Everything of ours on this phone, the outbox and the service worker too.
export async function eraseAll() {
  await forget();
  await quietly(wipeOutbox()); // in all tabs: none of them puts back what it still remembers
  marks.eraseOthers();
  for (const name of await caches.keys()) await caches.delete(name);
  for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
}
