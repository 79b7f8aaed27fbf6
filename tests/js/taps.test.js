// A tap on a message leads there, unless it would take somebody away from what they write.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import "./browser.js";

const workers = new EventTarget();
Object.defineProperty(navigator, "serviceWorker", { value: workers });
const { NotificationTaps } = await import("../../assets/components/taps.jsx");
NotificationTaps();

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

beforeEach(() => (ledTo.length = 0));

test("an untouched page goes where the message leads", () => {
  pageWith({ ...radio, checked: false, defaultChecked: false }, menu(true, false), { ...words, value: "" });
  tap("/maal");
  assert.deepEqual(ledTo, ["/maal"]);
});

test("a half-given answer of any kind stays before its writer", () => {
  const given = [{ ...radio, checked: true, defaultChecked: false }, menu(false, true), { ...words, value: "Han" }];
  for (const field of given) {
    pageWith(field);
    tap("/maal");
  }
  assert.deepEqual(ledTo, []);
});
