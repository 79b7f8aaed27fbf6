// Sealing to the server's public key: what is sealed here cannot be read again on this phone.
import { toBytes, toText } from "../base64url.js";
import { isWaiting } from "./store.js";

const SCHEMA = 1;
const CURVE = { name: "ECDH", namedCurve: "P-256" };
const utf8 = (text) => new TextEncoder().encode(text);

// A UUIDv7. The clock may be wrong by years: the server looks at the form alone.
export function newId(now = Date.now()) {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const clock = Math.min(Math.max(Math.trunc(now), 0), 2 ** 48 - 1);
  for (let n = 0; n < 6; n += 1) bytes[n] = Math.floor(clock / 2 ** (8 * (5 - n))) % 256;
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function joined(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

async function sharedKey(own, ephemeral, server) {
  const theirs = await crypto.subtle.importKey("raw", server, CURVE, false, []);
  const agreed = { name: "ECDH", public: theirs };
  const secret = await crypto.subtle.deriveBits(agreed, own.privateKey, 256);
  const material = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  const salt = joined(ephemeral, server);
  const hkdf = { name: "HKDF", hash: "SHA-256", salt, info: utf8("sammen-outbox") };
  return crypto.subtle.deriveKey(hkdf, material, { name: "AES-GCM", length: 256 }, false, [
    "encrypt",
  ]);
}

const LEFT_AT_MOST = 500; // what is over that waits until its writer signs in again

// By this the server knows one envelope from every other, without having it.
export async function fingerprint({ ephemeral, iv, sealed }) {
  const envelope = joined(toBytes(ephemeral), toBytes(iv), toBytes(sealed));
  return toText(await crypto.subtle.digest("SHA-256", envelope));
}

// What the server hears when somebody signs out: which of their things wait here. Of anybody, each
// with whose it is, where nobody knows who that is.
export async function leftBehind(rows, writer = "") {
  const waiting = rows.filter(isWaiting(writer)).slice(0, LEFT_AT_MOST);
  const named = waiting.map(async (row) => `${row.person}.${await fingerprint(row.entry)}`);
  return (await Promise.all(named)).join(" ");
}

// `form` names the kept form that is sent with it, `key` is {id, key} as the server gives it. Gives
// the entry as it is stored and sent.
export async function seal({ id, person, kind, fields, form = "", writtenAt }, key) {
  const own = await crypto.subtle.generateKey(CURVE, false, ["deriveBits"]);
  const ephemeral = new Uint8Array(await crypto.subtle.exportKey("raw", own.publicKey));
  const secret = await sharedKey(own, ephemeral, toBytes(key.key));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bound = utf8(`sammen-outbox|${SCHEMA}|${id}|${person}`.toLowerCase());
  const plain = utf8(JSON.stringify({ kind, written_at: writtenAt, fields, form }));
  const how = { name: "AES-GCM", iv, additionalData: bound };
  const sealed = toText(await crypto.subtle.encrypt(how, secret, plain));
  return {
    id,
    schema: SCHEMA,
    person,
    key: key.id,
    ephemeral: toText(ephemeral),
    iv: toText(iv),
    sealed,
  };
}
