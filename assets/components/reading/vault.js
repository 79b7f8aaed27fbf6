// Pages this phone remembers, encrypted. The key lies beside them only while the app is unlocked and
// before somebody's eyes; else it is wrapped by a key that comes from the reader's passkey or six
// digits.
import { keyFrom, newSalt, random, seal, unseal, usable, wrapping } from "./cipher.js";
import { almanac } from "./days.js";
import { ask, use } from "./safe.js";

export { newSalt } from "./cipher.js";
export { destroy } from "./safe.js";

const ROUNDS = 600_000; // PBKDF2-SHA256, OWASP's least
export const TRIES = 10;
export const LIFE_MS = 72 * 60 * 60 * 1000;
const MOST_PAGES = 60;
const CLOCK_SLACK_MS = 5 * 60 * 1000;

const about = (name) => use("readonly", (row) => ask(row.get(name)));

// Begins to remember for `person`. `way` is "pin" or "passkey", `secret` what it gives.
export async function begin({ person, way, secret, salt = newSalt(), credential }) {
  const raw = random(32);
  const lock = { person, way, salt, credential, rounds: ROUNDS, iv: random(12), tries: 0 };
  const outer = await keyFrom[way](secret, lock);
  lock.wrapped = await crypto.subtle.encrypt(wrapping(lock), outer, raw);
  const key = await usable(raw);
  const write = (row, pages) => {
    pages.clear();
    row.put(lock, "lock");
    row.put(key, "key");
  };
  await use("readwrite", write, { isNew: true });
}

// How the vault stands: null when there is none, else whose it is, how it is unlocked, and whether
// there is anything in it.
export async function look() {
  const found = await use("readonly", (row, pages) =>
    Promise.all([row.get("lock"), row.get("key"), pages.count()].map(ask)),
  );
  if (!found?.[0]) return null;
  const [lock, key, count] = found;
  const { person, way, salt, credential } = lock;
  const isOpen = Boolean(keyTo(lock, key));
  return { person, way, salt, credential, left: TRIES - lock.tries, isOpen, isEmpty: count === 0 };
}

// A try is counted before it is made: ending the app in the middle gives none for free. The last one
// takes the wrapped key along: only when it is right does it come back.
const oneTryLess = () =>
  use("readwrite", async (row) => {
    const lock = await ask(row.get("lock"));
    if (!lock || lock.tries >= TRIES) return null;
    lock.tries += 1;
    row.put(lock.tries < TRIES ? lock : { ...lock, wrapped: null }, "lock");
    return lock;
  });

// Unlocks; gives how many tries are left, or -1 when it is open. After the last wrong one there is
// nothing left to open.
export async function unlock(secret) {
  const lock = await oneTryLess();
  if (!lock) return 0;
  try {
    const outer = await keyFrom[lock.way](secret, lock);
    const raw = await crypto.subtle.decrypt(wrapping(lock), outer, lock.wrapped);
    const key = await usable(new Uint8Array(raw));
    await use("readwrite", (row) => {
      row.put({ ...lock, tries: 0 }, "lock");
      row.put(key, "key");
    });
    return -1;
  } catch (error) {
    if (error.name !== "OperationError") throw error; // that one says: another key
    if (lock.tries === TRIES) await empty();
    return TRIES - lock.tries;
  }
}

// Locks: what is remembered cannot be read until it is unlocked.
export const close = () =>
  inTurn(async () => {
    held = null;
    await use("readwrite", (row) => row.delete("key"));
  });

// The key while the app is put aside ---------------------------------------------------------------

let held = null; // the key of this page's vault, and which vault that is
let turn = Promise.resolve();

const inTurn = (work) => (turn = turn.catch(() => undefined).then(work));
const nameOf = (lock) => String(lock.iv);
const keyTo = (lock, key) => (held?.name === nameOf(lock) ? held.key : key);

// A phone ends an app that is put aside without telling it. From here on only this page has the key,
// and takes it along when it ends.
export const putAside = () =>
  inTurn(() =>
    use("readwrite", async (row) => {
      const [lock, key] = await Promise.all([row.get("lock"), row.get("key")].map(ask));
      if (key) held = { key, name: nameOf(lock) };
      row.delete("key");
    }),
  );

// Before somebody's eyes again: the next page may be opened without the code.
export const takeUp = () =>
  inTurn(async () => {
    if (!held) return;
    await use("readwrite", async (row) => {
      const lock = await ask(row.get("lock"));
      if (lock && held.name === nameOf(lock)) row.put(held.key, "key");
    });
    held = null;
  });

// Forgets everything that was remembered, but not by what it is opened.
export const empty = () =>
  use("readwrite", (row, pages) => {
    pages.clear();
    row.delete("drafts");
  });

// The server's time, told by the phone's clock as far as that can be believed ---------------------

let ahead = null; // how much the phone's clock is ahead of the server's

export const hearTime = (serverTime) => {
  ahead = Date.now() - serverTime;
};

// The time as the server would tell it, whatever the phone's clock says.
export const serverNow = () => Date.now() - (ahead ?? 0);

const moment = (clock) => Date.now() - (ahead ?? clock?.ahead ?? 0);

// A clock that was set back would keep a page alive for ever: then nothing is shown.
const isBelieved = (now, clock) => ahead !== null || !clock || now >= clock.latest - CLOCK_SLACK_MS;

// Remembering -------------------------------------------------------------------------------------

// What is needed to read or write, in one go; and the page at `path`.
async function opened(path = "") {
  const found = await use("readonly", async (row, pages) => {
    const asked = [row.get("lock"), row.get("key"), row.get("clock"), pages.get(path)];
    const [lock, key, clock, page] = await Promise.all(asked.map(ask));
    return { person: lock?.person, key: lock && keyTo(lock, key), clock, page };
  });
  return found ?? {};
}

// Remembers what `path` shows now to the reader `id`, who is in `circles`. One that is no longer there
// takes every page with it. Nothing happens while locked, before the time is known, or for anybody but
// the one whose vault it is.
export async function keep(path, shown, { id, circles }) {
  const { person, key, clock } = await opened();
  if (!key || ahead === null || id !== person) return;
  const at = moment(clock);
  const row = { path, at, almanac: almanac(at), ...(await seal(key, shown, person, path, at)) };
  await use("readwrite", async (rows, pages) => {
    const before = (await ask(rows.get("circles"))) ?? [];
    if (before.some((circle) => !circles.includes(circle))) pages.clear();
    rows.put(circles, "circles");
    pages.put(row);
    rows.put({ ahead, latest: at }, "clock");
    const all = (await ask(pages.getAll())).sort((one, other) => other.at - one.at);
    all.filter((each, n) => n >= MOST_PAGES || at - each.at > LIFE_MS).forEach((each) => pages.delete(each.path));
  });
}

// What `path` showed when it was last seen, with its almanac: `{almanac, now, shown}`, or null.
export async function recall(path) {
  const { person, key, clock, page } = await opened(path);
  const told = moment(clock);
  if (!key || !page || !isBelieved(told, clock)) return null;
  const now = ahead === null ? Math.max(told, clock.latest) : told;
  if (now - page.at > LIFE_MS) return drop(path);
  const shown = await unseal(key, page, person, path, page.at);
  noteTime({ ...clock, latest: now });
  return { almanac: page.almanac ?? almanac(page.at), now, shown };
}

// Nobody waits for this: what is remembered must paint at once.
const noteTime = (clock) => use("readwrite", (row) => row.put(clock, "clock")).catch(() => undefined);

export const drop = (path) => use("readwrite", (_rows, pages) => pages.delete(path) && null);

// Half-written words, for the time the phone is locked.
export async function keepDrafts(drafts) {
  const { person, key } = await opened();
  if (!key || drafts.length === 0) return;
  const row = await seal(key, drafts, person, "drafts");
  await use("readwrite", (rows) => rows.put(row, "drafts"));
}

export async function takeDrafts() {
  const { person, key } = await opened();
  const row = key && (await about("drafts"));
  if (!row) return [];
  await use("readwrite", (rows) => rows.delete("drafts"));
  return unseal(key, row, person, "drafts");
}
