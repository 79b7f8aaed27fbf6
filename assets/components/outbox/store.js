// The sealed entries on this phone. One that is kept here is gone only when it has been answered.
const NAME = "sammen-outbox";
const VERSION = 1; // a later version may add to the stores; it never drops one
const STORES = ["entries", "settings"];
const CLOSED = ["InvalidStateError", "AbortError"]; // somebody closed or deleted it under us

let opened = null;

function grow(db) {
  if (db.objectStoreNames.contains("entries")) return;
  const entries = db.createObjectStore("entries", { keyPath: "seq", autoIncrement: true });
  entries.createIndex("id", "id", { unique: true });
  db.createObjectStore("settings", { keyPath: "name" });
}

function connect(version) {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, version);
    asked.onupgradeneeded = () => grow(asked.result);
    asked.onerror = () => reject(asked.error);
    asked.onsuccess = () => {
      const db = asked.result;
      const forget = () => (opened = null);
      db.onclose = forget;
      db.onversionchange = () => {
        db.close();
        forget();
      };
      resolve(db);
    };
  });
}

function open() {
  if (opened) return opened;
  const newer = (error) => (error.name === "VersionError" ? connect() : Promise.reject(error));
  const attempt = connect(VERSION).catch(newer); // a newer page has been here: its store will do
  opened = attempt;
  attempt.catch(() => (opened = null));
  return attempt;
}

// Resolves when the disk has it: `complete` comes after the last write, strictly durable.
function transact(db, mode, work) {
  return new Promise((resolve, reject) => {
    const turn = db.transaction(STORES, mode, { durability: "strict" });
    turn.oncomplete = () => resolve(asked?.result);
    turn.onabort = () => reject(turn.error ?? new DOMException("closed", "AbortError"));
    const asked = work(turn.objectStore("entries"), turn.objectStore("settings"));
  });
}

async function within(mode, work) {
  try {
    return await transact(await open(), mode, work);
  } catch (error) {
    if (!CLOSED.includes(error.name)) throw error;
    opened = null;
    return transact(await open(), mode, work);
  }
}

// Runs `act` on each entry's cursor, and then `after`.
function each(entries, act, after = () => {}) {
  entries.openCursor().onsuccess = ({ target: { result: cursor } }) => {
    if (!cursor) return after();
    act(cursor);
    return cursor.continue();
  };
}

const UNTRIED = { slot: "", tried: false, fault: "", sentence: "" };

// `row`: {id, person, kind, at, slot, entry}. The same id twice is kept once. A newer row of a
// slot takes the place of an older one that has never left the phone.
export function keep(row) {
  const isOverwritten = (old) => row.slot && old.slot === row.slot && !old.tried;
  return within("readwrite", (entries) => {
    const add = () => entries.add({ ...UNTRIED, ...row });
    const known = entries.index("id").getKey(row.id);
    known.onsuccess = () => {
      if (known.result !== undefined) return;
      each(entries, (cursor) => isOverwritten(cursor.value) && cursor.delete(), add);
    };
  });
}

// What was deleted under us comes back. Where its slot holds something, that is newer.
export function putBack(rows) {
  return within("readwrite", (entries) => {
    entries.getAll().onsuccess = ({ target: { result: here } }) => {
      const isThere = (row) => here.some(({ id, slot }) => id === row.id || (slot && slot === row.slot));
      for (const row of rows) if (!isThere(row)) entries.add({ ...UNTRIED, ...row });
    };
  });
}

// Everything on the phone, in the order it was written.
export const all = () => within("readonly", (entries) => entries.getAll());

// Whether a row waits to be sent; of `person` alone when named.
export const isWaiting = (person) => (row) => !row.fault && (!person || row.person === person);

export const waiting = async (person = "") => (await all()).filter(isWaiting(person));

export const count = () => within("readonly", (entries) => entries.count());

// Said before these are sent: from now on nothing takes their place.
export function markTried(ids) {
  return within("readwrite", (entries) =>
    each(entries, (cursor) => {
      if (ids.includes(cursor.value.id)) cursor.update({ ...cursor.value, tried: true });
    }),
  );
}

const FAULTS = ["mismatch", "unreadable"];

// What the server said of each becomes true here before anybody is told. Of what it refused it has
// the words; here a line stays that says so, until a page has heard why.
export function settle(answers) {
  const said = new Map(answers.map((answer) => [answer.id, answer]));
  return within("readwrite", (entries) =>
    each(entries, (cursor) => {
      const { status, sentence } = said.get(cursor.value.id) ?? {};
      if (status === "applied") cursor.delete();
      else if (status === "refused") cursor.update({ ...cursor.value, entry: null, fault: status });
      else if (FAULTS.includes(status))
        cursor.update({ ...cursor.value, fault: status, sentence: sentence ?? "" });
    }),
  );
}

export function remove(id) {
  return within("readwrite", (entries) =>
    each(entries, (cursor) => {
      if (cursor.value.id === id) cursor.delete();
    }),
  );
}

export const setting = (name) => within("readonly", (_entries, settings) => settings.get(name));

export const remember = (name, values) =>
  within("readwrite", (_entries, settings) => settings.put({ ...values, name }));

// For "delete everything on this phone" alone.
export async function wipe() {
  (await opened?.catch(() => null))?.close();
  opened = null;
  await new Promise((resolve, reject) => {
    const asked = indexedDB.deleteDatabase(NAME);
    asked.onsuccess = resolve;
    asked.onerror = () => reject(asked.error);
  });
}
