// Carrying the sealed entries to the server, one tab at a time, until each has been answered.
import { markTried, remember, setting, settle, waiting } from "./store.js";

const OUTBOX = "/api/outbox";
const PUBLIC_KEY = "/api/outbox/noegle";
const MOST_ENTRIES = 50;
export const MOST_BYTES = 200_000;
const PATIENCE_MS = 10_000;
const KEY_PATIENCE_MS = 3000;
const BYTES_A_MS = 5; // a slow line must have time for a large batch
const TURN_MS = 10_000; // a tab that sleeps with the lock must not keep the others from sending
const KEY_IS_FRESH_MS = 24 * 60 * 60 * 1000;
const TOO_MUCH = [400, 413];

const TROUBLE = { 401: "signed_out", 403: "refused" };
let most = MOST_ENTRIES; // fewer at a time while the line, or somebody on it, breaks off larger ones
const foreign = new Set(); // another person's, the server said: not sent again in this session

export const size = (row) => JSON.stringify(row.entry).length;

// The oldest first, and of one slot only its oldest: what came before must be answered before.
export function batchOf(rows, asked = new Set(), limit = MOST_ENTRIES) {
  const slots = new Set();
  const batch = [];
  let bytes = 0;
  for (const row of rows) {
    const isBehind = row.slot && slots.has(row.slot);
    if (row.slot) slots.add(row.slot);
    if (isBehind || asked.has(row.id)) continue;
    bytes += size(row);
    if (batch.length === limit || (batch.length > 0 && bytes > MOST_BYTES)) break;
    batch.push(row);
  }
  return batch;
}

const isAnswer = (answer) => typeof answer?.id === "string" && typeof answer.status === "string";

// Gives {answers} or {trouble, sentence}. A portal's sign-in page, a cut answer, a silent server:
// all of them are `unreached`.
export async function post(rows) {
  const body = JSON.stringify({ entries: rows.map((row) => row.entry) });
  try {
    const answer = await fetch(OUTBOX, {
      method: "POST",
      credentials: "same-origin",
      redirect: "error",
      cache: "no-store",
      headers: { "content-type": "application/json" },
      body,
      signal: AbortSignal.timeout(PATIENCE_MS + Math.ceil(body.length / BYTES_A_MS)),
    });
    const said = await answer.json();
    if (answer.ok && said.answers?.every(isAnswer)) {
      renewKey(said.key);
      return { answers: said.answers };
    }
    const isTooMuch = TOO_MUCH.includes(answer.status);
    return { trouble: TROUBLE[answer.status] ?? "unreached", isTooMuch, sentence: said.sentence };
  } catch (error) {
    return { trouble: "unreached", isSilent: error.name !== "SyntaxError" };
  }
}

// A batch that is refused as a whole is sent one by one; the one that cannot be sent is set apart.
async function postOrSplit(rows) {
  const said = await post(rows);
  if (!said.isTooMuch) return said;
  if (rows.length === 1) {
    return { answers: [{ id: rows[0].id, status: "unreadable", sentence: said.sentence }] };
  }
  const answers = [];
  for (const row of rows) {
    const one = await postOrSplit([row]);
    if (!one.answers) return answers.length > 0 ? { answers, ...one } : one;
    answers.push(...one.answers);
  }
  return { answers };
}

async function sendAll(person, heard) {
  const asked = new Set(); // once a turn: what the server has no time for now waits for the next
  for (;;) {
    const rows = (await waiting(person)).filter(({ id }) => !foreign.has(id));
    const batch = batchOf(rows, asked, most);
    if (batch.length === 0) {
      return { trouble: rows.length > 0 ? "unreached" : "", wasAsked: asked.size > 0 };
    }
    await markTried(batch.filter((row) => row.slot).map((row) => row.id));
    const said = await postOrSplit(batch);
    const broke = said.trouble === "unreached";
    most = broke ? Math.ceil(batch.length / 2) : Math.min(MOST_ENTRIES, most * 2);
    const answers = said.answers ?? [];
    await settle(answers);
    for (const { id, status } of answers) if (status === "not_yours") foreign.add(id);
    for (const { id } of batch) asked.add(id);
    if (answers.length > 0) await heard(answers);
    if (said.trouble) return said;
  }
}

// Sends what waits, of `person` alone when named, and tells `heard` each set of answers once the
// store has them. Gives {trouble}: "", "unreached", "signed_out" or "refused"; `isSilent` when
// nobody answered at all, `wasAsked` when somebody did.
export async function deliver(person = "", heard = () => {}) {
  const send = () => sendAll(person, heard);
  if (!globalThis.navigator?.locks) return send();
  try {
    const signal = AbortSignal.timeout(TURN_MS);
    return await navigator.locks.request("sammen-outbox", { signal }, send);
  } catch (error) {
    if (error.name !== "TimeoutError" && error.name !== "AbortError") throw error;
    return send(); // the server answers a second sending as the first
  }
}

// The key to seal with. An old one will do for 400 days, so nobody waits for a newer one.
export async function publicKey() {
  const known = await setting("key").catch(() => undefined);
  if (!known) return fetchKey();
  if (Math.abs(Date.now() - known.at) > KEY_IS_FRESH_MS) fetchKey();
  return known;
}

// The server has another key than the one kept here: what is written from now on is sealed to it.
// What was sealed to the old one waits, and goes on being sent.
async function renewKey(id) {
  const known = id && (await setting("key").catch(() => undefined));
  if (known && known.id !== id) await fetchKey();
}

async function fetchKey() {
  try {
    const answer = await fetch(PUBLIC_KEY, {
      redirect: "error",
      cache: "no-store",
      signal: AbortSignal.timeout(KEY_PATIENCE_MS),
    });
    const { id, key } = await answer.json();
    if (!answer.ok || typeof id !== "string" || typeof key !== "string") return undefined;
    await remember("key", { id, key, at: Date.now() }).catch(() => {}); // it will do for now
    return { id, key };
  } catch {
    return undefined;
  }
}
