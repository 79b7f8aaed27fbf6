// What the worker answers when the server hangs, is away, or is there; and when it installs nothing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mock, test } from "node:test";
import vm from "node:vm";

const script = readFileSync(new URL("../../assets/sw/shell.js", import.meta.url), "utf8");
const ORIGIN = "https://sammen.example";
const PART = "/assets/goal-1.js";
const BUILD = {
  version: "3",
  pages: [["/maal/[^/]+", "/maal/[id]/"], ["/maal", "/maal/"]],
  files: [PART, "/offline.html"],
  shells: "/assets/shells-1.json",
  hashed: "/assets/",
  offline: "/offline.html",
  style: "/*style*/",
  socket: "socket:",
};
const SHELLS = JSON.stringify({
  style: "body {}",
  headers: { "content-type": "text/html" },
  pages: {
    "/maal/": { html: "the goals", policy: "connect-src socket:" },
    "/maal/[id]/": { html: "<style>/*style*/</style>a goal", policy: "" },
  },
});
const HANGS = new Promise(() => {});
const THREE_SECONDS = 3000;

// The worker's world. `server` has an answer for each path, or none, and may change.
function worker({ server = {}, remembers = false, versions = [] } = {}) {
  const stores = new Map(versions.map((name) => [name, new Map()]));
  if (remembers) stores.set("sammen-marks", new Map());
  const read = async (store, path) => store.get(path)?.clone();
  const cacheOf = (store) => ({
    put: async (path, answer) => store.set(path, answer),
    match: (path) => read(store, path),
  });
  const caches = {
    has: async (name) => stores.has(name),
    keys: async () => [...stores.keys()],
    delete: async (name) => stores.delete(name),
    open: async (name) => cacheOf(stores.get(name) ?? stores.set(name, new Map()).get(name)),
    match: async (path) => {
      for (const store of stores.values()) if (store.has(path)) return read(store, path);
    },
  };
  const fetch = async (asked) => {
    const answer = server[new URL(asked.url ?? asked, ORIGIN).pathname];
    if (!answer) throw TypeError("Failed to fetch");
    return answer === HANGS ? HANGS : new Response(...answer);
  };
  const listeners = {};
  vm.runInNewContext(script, {
    ...{ BUILD, URL, Response, Error, RegExp, caches, fetch },
    setTimeout: (act, after) => setTimeout(act, after), // the one that the test may stop
    location: new URL(ORIGIN),
    clients: { claim: async () => {} },
    addEventListener: (kind, listener) => (listeners[kind] = listener),
  });
  const happens = async (kind) => {
    let work;
    listeners[kind]({ waitUntil: (promise) => (work = promise) });
    await work;
  };
  // What is asked for, as text; "not ours" when the worker leaves it to the browser.
  const asks = async (path, { mode = "navigate", method = "GET" } = {}) => {
    let answer;
    const request = { url: ORIGIN + path, mode, method };
    listeners.fetch({ request, respondWith: (promise) => (answer = promise) });
    return answer ? (await answer).text() : "not ours";
  };
  return { happens, asks, caches, server };
}

const EVERYTHING = {
  [PART]: ["a part"],
  "/offline.html": ["no connection"],
  [BUILD.shells]: [SHELLS],
};

async function installed(options = {}) {
  const at = worker({ ...options, server: { ...EVERYTHING } });
  await at.happens("install");
  for (const path in EVERYTHING) delete at.server[path];
  return at;
}

test("a server that answers is heard, also when it says no", async () => {
  const at = await installed();
  at.server["/maal"] = ["the live goals"];
  at.server["/moeder"] = ["not found", { status: 404 }];
  at.server["/maal/1"] = ["broken", { status: 500 }];
  assert.equal(await at.asks("/maal"), "the live goals");
  assert.equal(await at.asks("/moeder"), "not found");
  assert.equal(await at.asks("/maal/1"), "broken");
});

test("a server that hangs counts as gone after three seconds, and not before", async () => {
  const at = await installed();
  at.server["/maal"] = HANGS;
  mock.timers.enable({ apis: ["setTimeout"] });
  let answer;
  const asked = at.asks("/maal").then((text) => (answer = text));
  const turn = () => new Promise((done) => setImmediate(done));
  await turn();
  mock.timers.tick(THREE_SECONDS - 1);
  await turn();
  assert.equal(answer, undefined);
  mock.timers.tick(1);
  mock.timers.reset();
  await asked;
  assert.equal(answer, "the goals");
});

for (const status of [502, 503, 504]) {
  test(`a proxy that says ${status} stands before a server that is gone`, async () => {
    const at = await installed();
    at.server["/maal"] = ["bad gateway", { status }];
    assert.equal(await at.asks("/maal"), "the goals");
  });
}

test("without a server each address has its own page, whole, and any other the page that says so", async () => {
  const at = await installed();
  assert.equal(await at.asks("/maal/"), "the goals");
  assert.equal(await at.asks("/maal/1"), "<style>body {}</style>a goal");
  assert.equal(await at.asks("/findes-ikke"), "no connection");
  assert.equal(await at.asks(PART, { mode: "cors" }), "a part");
  const kept = await (await at.caches.open("pages-3")).match("/maal/");
  assert.equal(kept.headers.get("content-security-policy"), "connect-src wss://sammen.example");
});

test("a phone that remembers begins with the page it has, and asks nobody", async () => {
  const at = await installed({ remembers: true });
  at.server["/maal"] = ["the live goals"];
  assert.equal(await at.asks("/maal"), "the goals");
});

test("what is a person's own is never the worker's", async () => {
  const at = await installed();
  for (const path of ["/api/outbox", "/api/mine-ord", "/_event/", "/api"]) {
    assert.equal(await at.asks(path), "not ours");
  }
  assert.equal(await at.asks("/maal", { method: "POST" }), "not ours");
});

test("with one part missing a version is not installed", async () => {
  for (const missing of Object.keys(EVERYTHING)) {
    const at = worker({ server: { ...EVERYTHING, [missing]: ["gone", { status: 404 }] } });
    await assert.rejects(at.happens("install"), { message: `${missing}: 404` });
  }
});

test("the former version's parts stay for the tabs that show it, older ones go", async () => {
  const at = await installed({ versions: ["pages-1", "pages-2"], remembers: true });
  const former = await at.caches.open("pages-2");
  await former.put("/assets/former.js", new Response("a former part"));
  await at.happens("activate");
  assert.deepEqual((await at.caches.keys()).sort(), ["pages-2", "pages-3", "sammen-marks"]);
  assert.equal(await at.asks("/assets/former.js", { mode: "cors" }), "a former part");
});
