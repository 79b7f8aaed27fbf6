// What was written on this page and nobody has taken in: readable while the page is open.
import { MOST_BYTES, publicKey, size } from "./deliver.js";
import { newId, seal } from "./seal.js";
import { keep, putBack } from "./store.js";

const mine = new Map(); // id -> {row, words, isKept}
const DECIDED = ["applied", "refused"];
export const TOO_LONG = "DataError"; // an error's name: the server reads no text of this length

let turn = Promise.resolve();

// The server has the words, whether it said yes or no. After any other answer they are here alone.
export const isDecided = (answer) => DECIDED.includes(answer?.status);

export const wordsOf = (id) => mine.get(id)?.words;
export const forget = (id) => mine.delete(id);
export const forgetAll = () => mine.clear();

// Words that the server could not take in stay readable; their row is no longer put back.
export function settled(answer) {
  if (isDecided(answer)) forget(answer.id);
  else if (mine.has(answer.id)) mine.get(answer.id).isKept = false;
}

async function write({ id = newId(), kind, fields, form = "", slot = "", writer, longest }) {
  if (Object.values(fields).some((text) => text.length > longest)) throw tooLong();
  const key = await publicKey();
  if (!key || !writer) throw new DOMException("nothing to seal it with", "NotReadyError");
  const at = new Date().toISOString();
  const said = "client_key" in fields ? { ...fields, client_key: id } : fields;
  const entry = await seal({ id, person: writer, kind, fields: said, form, writtenAt: at }, key);
  const row = { id, person: writer, kind, at, slot, entry };
  if (size(row) > MOST_BYTES) throw tooLong();
  return { row, words: fields };
}

const tooLong = () => new DOMException("more than the server reads", TOO_LONG);

async function writeAndKeep(entry) {
  const written = await write(entry);
  const { id, slot } = written.row;
  mine.set(id, written);
  written.isKept = await keep(written.row).then(() => true, () => false);
  if (slot && written.isKept) forgetOlder(id, slot);
  return written;
}

// What a newer save of the slot says again must not come back in its place.
function forgetOlder(id, slot) {
  for (const { row } of [...mine.values()]) if (row.slot === slot && row.id !== id) forget(row.id);
}

// Seals and keeps in the order it was written, however long each takes: a slot's newest save is
// its last. Gives {row, isKept}. Rejects with TOO_LONG, the words being more than the server reads,
// and when there is neither a key nor a writer.
export function keepInTurn(entry) {
  const done = turn.then(() => writeAndKeep(entry));
  turn = done.catch(() => {});
  return done;
}

// What was here and is not among `rows`, though nobody has answered it, was deleted under us: it is
// put back. Gives whether there was any.
export async function putBackLost(rows) {
  const here = new Set(rows.map(({ id }) => id));
  const lost = [...mine.values()].filter(({ row, isKept }) => isKept && !here.has(row.id));
  if (lost.length > 0) await putBack(lost.map(({ row }) => row)).catch(() => {});
  return lost.length > 0;
}
