// A page's own part: what is written here is kept, sent when there is somebody, and answered.
import { isOffline, reportFailure, reportSuccess, subscribe } from "../connection.js";
import { deliver, post, publicKey } from "./deliver.js";
import { all, remove, wipe } from "./store.js";
import { forget, forgetAll, keepInTurn, putBackLost, settled } from "./written.js";

const MOMENT_MS = 3000; // then the words are safe on the phone, and nobody waits for the server
const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 5 * 60 * 1000;

const heard = new Map(); // id -> what to do with its answer
const listeners = new Set();

let person = null; // null: not known yet; "": nobody is signed in
let channel = null;
let seen = { rows: [], writer: "", isSending: false, sentAt: 0 };
let busy = 0;
let failures = 0;
let timer = 0;
let turn = null;
let isAskedAgain = false;

export const listen = (listener) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const view = () => seen;
export const onAnswer = (id, act) => heard.set(id, act);
export const forgetAnswer = (id) => heard.delete(id);

function show(news) {
  seen = { ...seen, ...news };
  for (const listener of [...listeners]) listener();
}

async function look() {
  const rows = await all().catch(() => []);
  const isNew = await putBackLost(rows);
  show({ rows: isNew ? await all().catch(() => rows) : rows });
}

export async function changed() {
  channel?.postMessage({ type: "changed" });
  await look();
}

// A page tells what came of it: nothing more has to be said on the phone.
export async function isTold(id) {
  forget(id);
  await remove(id).catch(() => {});
  await changed();
}

function hear(answers) {
  for (const answer of answers) {
    if (["later", "not_yours"].includes(answer.status)) continue;
    settled(answer);
    heard.get(answer.id)?.(answer);
    heard.delete(answer.id);
  }
}

async function tell(answers) {
  hear(answers);
  channel?.postMessage({ type: "answers", answers });
  const hadWaited = seen.rows.some(({ id }) => answers.some((answer) => answer.id === id));
  if (hadWaited) show({ sentAt: Date.now() });
  await look();
}

async function sendInTurn() {
  let result;
  do {
    isAskedAgain = false;
    await look();
    result = await deliver(person, tell).catch(() => ({ trouble: "unreached" }));
  } while (isAskedAgain && !result.trouble);
  if (result.isSilent) reportFailure();
  else if (result.wasAsked) reportSuccess();
  failures = result.trouble === "unreached" ? failures + 1 : 0;
  if (failures > 0) sendLater();
  turn = null;
  return result;
}

// Not all phones of a town in the same second, and less often the longer nobody answers.
function sendLater() {
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
  clearTimeout(timer);
  timer = setTimeout(send, pause * (0.5 + Math.random()));
}

export function send() {
  if (person === null) return Promise.resolve({ trouble: "unreached" });
  clearTimeout(timer);
  isAskedAgain = turn !== null;
  turn ??= sendInTurn();
  return turn;
}

// Without room on the phone there is still the server.
async function sendUnkept(row) {
  const { answers = [], trouble } = await post([row]);
  const answer = answers.find(({ id, status }) => id === row.id && status !== "later");
  if (answer) hear([answer]);
  return { id: row.id, isKept: false, answer, trouble };
}

// Keeps what was written, sends it, and gives {id, isKept, answer, trouble}; no `answer` when
// nobody has answered within a moment. Rejects as keepInTurn does.
export async function carry(entry) {
  busy += 1;
  show({ isSending: !isOffline() });
  try {
    const { row, isKept } = await keepInTurn(entry);
    if (!isKept) return await sendUnkept(row);
    navigator.storage?.persist?.().catch(() => {});
    return { id: row.id, isKept, ...(await answerWithin(row.id)) };
  } finally {
    busy -= 1;
    show({ isSending: busy > 0 });
    changed();
  }
}

async function answerWithin(id) {
  let answer;
  const answered = new Promise((resolve) => onAnswer(id, (said) => resolve((answer = said))));
  const sent = send();
  const moment = new Promise((resolve) => setTimeout(resolve, isOffline() ? 0 : MOMENT_MS));
  const result = await Promise.race([answered, sent, moment]);
  forgetAnswer(id);
  return { answer, trouble: answer ? "" : (result?.trouble ?? "") };
}

// Deletes everything that waits, in all tabs. For "delete everything on this phone" alone.
export async function wipeOutbox() {
  forgetAll();
  channel?.postMessage({ type: "wiped" });
  await wipe();
  await look();
}

function hearOthers({ data }) {
  if (data.type === "wiped") forgetAll();
  if (data.type === "answers") hear(data.answers);
  look();
}

function begin() {
  channel = new BroadcastChannel("outbox");
  channel.addEventListener("message", hearOthers);
  addEventListener("online", send);
  document.addEventListener("visibilitychange", () => document.hidden || send());
  subscribe((offline) => offline || send());
}

// `who` writes here from now on; "" when nobody is signed in: then whatever this browser may
// still deliver goes; null while it is not known: then what waits is shown. Words of somebody else
// are not kept readable.
export function start(who) {
  if (channel === null) begin();
  look();
  if (who === null) return;
  if (person !== null && who !== person) forgetAll();
  person = who;
  show({ writer: who });
  publicKey();
  send();
}
