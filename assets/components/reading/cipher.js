// How what a phone remembers is encrypted, and bound to what it belongs to.
import { NAME } from "./safe.js";

const bytes = (text) => new TextEncoder().encode(text);
export const random = (length) => crypto.getRandomValues(new Uint8Array(length));
export const newSalt = () => random(32);

// The key that wraps the one for the pages, by `way` from what that gives.
export const keyFrom = {
  async pin(pin, { salt, rounds }) {
    const base = await crypto.subtle.importKey("raw", bytes(pin), "PBKDF2", false, ["deriveKey"]);
    return derived({ name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds }, base);
  },
  async passkey(secret, { salt }) {
    const base = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
    return derived({ name: "HKDF", hash: "SHA-256", salt, info: bytes(NAME) }, base);
  },
};

const derived = (how, base) =>
  crypto.subtle.deriveKey(how, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);

// The data key as the page may use it: it cannot be read out again.
export async function usable(raw) {
  const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
  raw.fill(0);
  return key;
}

const sealing = (iv, ...parts) => ({ name: "AES-GCM", iv, additionalData: bytes([NAME, ...parts].join("|")) });
export const wrapping = ({ iv, person, way }) => sealing(iv, person, way);

export async function seal(key, what, ...parts) {
  const iv = random(12);
  const words = bytes(JSON.stringify(what));
  return { iv, sealed: await crypto.subtle.encrypt(sealing(iv, ...parts), key, words) };
}

export async function unseal(key, { iv, sealed }, ...parts) {
  const words = await crypto.subtle.decrypt(sealing(iv, ...parts), key, sealed);
  return JSON.parse(new TextDecoder().decode(words));
}
