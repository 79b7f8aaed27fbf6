// How old a remembered page is said to be, and which day it is read on, whatever clock the phone goes by.
import assert from "node:assert/strict";
import { test } from "node:test";

process.env.TZ = "America/Los_Angeles"; // a phone on its travels
const { almanac, asOf, howOld } = await import("../../assets/components/reading/days.js");

const SENTENCES = {
  today: "i dag {time}",
  yesterday: "i går {time}",
  earlier: "{day} {time}",
};
const said = (at, now) => howOld({ almanac: almanac(Date.parse(at)), now: Date.parse(now) }, SENTENCES);

test("a page of today says so, by Copenhagen's clock", () => {
  assert.equal(said("2026-11-27T07:05:00Z", "2026-11-27T22:59:00Z"), "i dag 08.05");
});

test("at midnight in Copenhagen today becomes yesterday, and not two days", () => {
  assert.equal(said("2026-11-27T22:59:00Z", "2026-11-27T23:00:00Z"), "i går 23.59");
  assert.equal(said("2026-11-26T23:00:00Z", "2026-11-28T22:59:00Z"), "i går 00.00");
});

test("what is older has its weekday", () => {
  assert.equal(said("2026-11-26T22:59:00Z", "2026-11-28T22:59:00Z"), "torsdag 23.59");
});

test("yesterday is yesterday also where a day has 23 or 25 hours", () => {
  assert.equal(said("2026-03-29T12:00:00Z", "2026-03-29T22:30:00Z"), "i går 14.00");
  assert.equal(said("2026-10-24T12:00:00Z", "2026-10-25T22:30:00Z"), "i går 14.00");
});

test("what is written on a page from yesterday is about today", () => {
  const form = { title: "Emil", today: "2026-11-26", earliest: "2025-11-26" };
  const shown = { write: { view_rx_state_: { form, days: [{ happened_on: "2026-11-26" }] } } };
  const kept = { shown, almanac: almanac(Date.parse("2026-11-26T09:00Z")) };
  const { form: now, days } = asOf({ ...kept, now: Date.parse("2026-11-26T23:10Z") }).write.view_rx_state_;
  assert.deepEqual(now, { ...form, today: "2026-11-27" });
  assert.deepEqual(days, [{ happened_on: "2026-11-26" }]);
  assert.equal(asOf({ ...kept, now: Date.parse("2026-11-26T22:59Z") }), shown, "nothing has changed today");
  const nobodys = { ...kept, shown: { form: { today: "" } }, now: Date.parse("2026-11-28T12:00Z") };
  assert.equal(asOf(nobodys).form.today, "", "a form nobody may use has no day");
});

test("a day ends at midnight in Copenhagen, whatever clocks do in the night", () => {
  const ends = (at) => almanac(Date.parse(at)).days.map((day) => new Date(day.ends).toISOString());
  const [first, ...later] = ends("2026-11-27T12:34:56.789Z");
  assert.equal(first, "2026-11-27T23:00:00.000Z");
  assert.equal(later.at(-1), "2026-12-01T23:00:00.000Z");
  assert.equal(ends("2026-11-27T23:00:00Z")[0], "2026-11-28T23:00:00.000Z");
  assert.equal(ends("2026-12-31T22:59:59.999Z")[0], "2026-12-31T23:00:00.000Z");
  assert.equal(ends("2026-03-29T00:30:00Z")[0], "2026-03-29T22:00:00.000Z");
  assert.equal(ends("2026-10-25T00:30:00Z")[0], "2026-10-25T23:00:00.000Z");
  assert.deepEqual(ends("2026-10-24T12:00:00Z").slice(0, 2), ["2026-10-24T22:00:00.000Z", "2026-10-25T23:00:00.000Z"]);
});
