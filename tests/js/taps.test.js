// A tap on a message leads there, unless it would take somebody away from what they write.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import "./browser.js";

const workers = new EventTarget();
Object.defineProperty(navigator, "serviceWorker", { value: workers });
const kept = new Map();
globalThis.localStorage = { getItem: (name) => kept.get(name) ?? null };
globalThis.location = { assign: (to) => ledTo.push(to), reload: () => ledTo.push("here") };
const FRESH = new URL("../../assets/components/reading/taps.js", import.meta.url);

// An app that is "open", "locked" or "left".
async function appThatIs(phase) {
  const app = await import(`${FRESH}?${Math.random()}`);
  globalThis.undo?.();
  app.useTaps(phase);
  return app;
}

const tap = (opens) => workers.dispatchEvent(new MessageEvent("message", { data: { opens } }));

// A page with one form, and these fields in it.
function pageWith(...fields) {
  document.forms = [{ elements: fields.map((field) => ({ name: "rating", ...field })) }];
  document.querySelectorAll = () => fields;
}

const radio = { tagName: "INPUT", type: "radio", value: "4", defaultValue: "4" };
const menu = (...chosen) => ({
  tagName: "SELECT",
  type: "select-one",
  options: chosen.map((selected, n) => ({ selected, defaultSelected: n === 0 })),
});
const words = { tagName: "TEXTAREA", type: "textarea", defaultValue: "" };

const untouched = () => pageWith({ ...words, value: "" });

beforeEach(() => {
  ledTo.length = 0;
  kept.clear();
});

test("an untouched page goes where the message leads", async () => {
  await appThatIs("open");
  pageWith({ ...radio, checked: false, defaultChecked: false }, menu(true, false), { ...words, value: "" });
  tap("/maal");
  assert.deepEqual(ledTo, ["/maal"]);
});

test("a half-given answer of any kind stays before its writer", async () => {
  await appThatIs("open");
  const given = [{ ...radio, checked: true, defaultChecked: false }, menu(false, true), { ...words, value: "Han" }];
  for (const field of given) {
    pageWith(field);
    tap("/maal");
  }
  assert.deepEqual(ledTo, []);
});

test("a locked app waits, and goes there when it is unlocked", async () => {
  untouched();
  const app = await appThatIs("locked");
  tap("/maal");
  tap("/moeder");
  assert.deepEqual(ledTo, []);
  app.beginAnew({ stays: false });
  assert.deepEqual(ledTo, ["/moeder"]);
});

test("who was writing when it locked comes back to the words", async () => {
  const app = await appThatIs("locked");
  tap("/maal");
  app.beginAnew({ stays: true });
  assert.deepEqual(ledTo, ["here"]);
});

test("without a tap the page is unlocked where it was", async () => {
  (await appThatIs("locked")).beginAnew({ stays: false });
  assert.deepEqual(ledTo, ["here"]);
});

test("where somebody has left or hidden everything, a tap leads nowhere", async () => {
  untouched();
  await appThatIs("left");
  tap("/maal");
  kept.set("sammen-left", "skjult");
  await appThatIs("open");
  tap("/maal");
  assert.deepEqual(ledTo, []);
});
