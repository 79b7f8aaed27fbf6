// What the service worker does with a message, and with a tap on it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";

const script = readFileSync(new URL("../../assets/sw/push.js", import.meta.url), "utf8");
const MESSAGE = {
  web_push: 8030,
  notification: {
    title: "Der er nyt til dig",
    body: "Åbn appen for at se det.",
    navigate: "https://sammen.example/moeder/1",
    lang: "da",
    tag: "news",
  },
  app_badge: 2,
};

// The worker's world: what it showed, the number on the icon, the pages that are open.
function worker({ pages = [] } = {}) {
  const seen = { shown: [], icon: [], opened: [] };
  const listeners = {};
  const self = {
    location: { origin: "https://sammen.example" },
    registration: { showNotification: async (title, more) => seen.shown.push({ title, ...more }) },
    navigator: {
      setAppBadge: async (count) => seen.icon.push(count),
      clearAppBadge: async () => seen.icon.push(0),
    },
    clients: { matchAll: async () => pages, openWindow: async (to) => seen.opened.push(to) },
    addEventListener: (kind, listener) => (listeners[kind] = listener),
  };
  vm.runInNewContext(script, { self, URL });
  const happens = async (kind, event) => {
    const work = [];
    listeners[kind]({ ...event, waitUntil: (promise) => work.push(promise) });
    await Promise.all(work);
  };
  return { seen, happens };
}

const page = () => {
  const told = [];
  const self = { told, focus: async () => self, postMessage: (said) => told.push(said) };
  return self;
};
const tapped = (navigate) => ({ notification: { close: () => {}, data: { navigate } } });

test("a message is shown as it came, with its number on the icon", async () => {
  const { seen, happens } = worker();
  await happens("push", { data: { json: () => MESSAGE } });
  const [shown] = seen.shown;
  assert.equal(shown.title, "Der er nyt til dig");
  assert.equal(shown.body, "Åbn appen for at se det.");
  assert.equal(shown.lang, "da");
  assert.equal(shown.data.navigate, "https://sammen.example/moeder/1");
  assert.deepEqual(seen.icon, [2]);
});

test("when nothing waits the number goes", async () => {
  const { seen, happens } = worker();
  await happens("push", { data: { json: () => ({ ...MESSAGE, app_badge: 0 }) } });
  assert.deepEqual(seen.icon, [0]);
});

test("what the browser shows by itself is not shown twice", async () => {
  const { seen, happens } = worker();
  await happens("push", { data: null, notification: {} });
  assert.deepEqual(seen.shown, []);
});

test("a tap opens the app at the right page", async () => {
  const { seen, happens } = worker();
  await happens("notificationclick", tapped("https://sammen.example/moeder/1"));
  assert.deepEqual(seen.opened, ["https://sammen.example/moeder/1"]);
});

test("an open page is brought forward and told where to go", async () => {
  const open = page();
  const { seen, happens } = worker({ pages: [open] });
  await happens("notificationclick", tapped("https://sammen.example/moeder/1"));
  assert.deepEqual(seen.opened, []);
  assert.equal(open.told[0].opens, "/moeder/1");
});

test("a tap never leads to another site", async () => {
  const { seen, happens } = worker();
  await happens("notificationclick", tapped("https://evil.example/"));
  assert.deepEqual(seen.opened, []);
});
