// Open pages of one browser: each has the outbox's modules for itself, and all share the storage.
import "./browser.js";
import { toText } from "../../assets/components/base64url.js";
import { Server } from "./server.js";

const MODULES = new URL("../../assets/components/outbox/", import.meta.url);
const KEY = "/api/outbox/noegle";
const OUTBOX = "/api/outbox";

async function newKey() {
  const pair = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, ["deriveBits"]);
  return { id: "2026Q4", key: toText(await crypto.subtle.exportKey("raw", pair.publicKey)) };
}
const key = await newKey();

// A server the pages reach by `fetch`; its faults are for what is sent, not for the key.
export function newServer() {
  const server = new Server();
  globalThis.fetch = async (address, request) => {
    if (address === KEY) return Response.json(key);
    return address === OUTBOX ? server.fetch(address, request) : new Response("ok");
  };
  return server;
}

// As "delete browsing data" does it, under the pages' feet.
export const clearStorage = () =>
  new Promise((resolve) => {
    indexedDB.deleteDatabase("sammen-outbox").onsuccess = resolve;
  });

export const openTab = async (number) => ({
  ...(await import(`${MODULES}page.js?tab=${number}`)),
  ...(await import(`${MODULES}written.js?tab=${number}`)),
  ...(await import(`${MODULES}../connection.js?tab=${number}`)),
});
