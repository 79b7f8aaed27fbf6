// Whether the app has been away for five minutes is told by two clocks, and the stricter one decides.
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

const MINUTE = 60 * 1000;
const NOON = Date.UTC(2026, 10, 27, 12);
const storage = new Map();
globalThis.localStorage = {
  getItem: (name) => storage.get(name) ?? null,
  setItem: (name, value) => storage.set(name, value),
  removeItem: (name) => storage.delete(name),
};

let own = 0; // the page's own clock
mock.method(performance, "now", () => own);
const open = (page) => import(`../../assets/components/reading/rest.js?${page}`);
const turnTo = (moment) => mock.timers.setTime(moment);

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["Date"], now: NOON });
  storage.clear();
  own = 0;
});

test("five minutes by the phone's clock, also when the page's own stood still", async () => {
  const page = await open("still");
  assert.equal(page.isRested(), true, "nobody has been here yet");
  page.isHere();
  turnTo(NOON + 4 * MINUTE);
  assert.equal(page.isRested(), false);
  turnTo(NOON + 6 * MINUTE);
  assert.equal(page.isRested(), true);
});

test("five minutes by the page's own clock, also when the phone's was set back", async () => {
  const page = await open("set-back");
  page.isHere();
  own = 6 * MINUTE;
  turnTo(NOON + MINUTE);
  assert.equal(page.isRested(), true);
});

test("a clock that went backwards locks a page that is opened anew, a second of it does not", async () => {
  (await open("earlier")).isHere();
  const later = await open("later");
  turnTo(NOON - MINUTE);
  assert.equal(later.isRested(), true);
  turnTo(NOON - 1000);
  assert.equal(later.isRested(), false);
});

test("who was here in another tab was here", async () => {
  const [one, other] = [await open("one"), await open("other")];
  one.isHere();
  own = 10 * MINUTE;
  turnTo(NOON + 10 * MINUTE);
  other.isHere();
  assert.equal(one.isRested(), false);
  own = 16 * MINUTE;
  assert.equal(one.isRested(), true);
});
