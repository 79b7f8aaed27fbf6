// How old a remembered page is, and what day it is read on, whatever the phone's own time zone.
import assert from "node:assert/strict";
import { test } from "node:test";

process.env.TZ = "America/New_York";
const { ageOf, asOf } = await import("../../assets/components/reading/days.js");

const at = (moment) => Date.parse(moment);
const age = (remembered, read) => ageOf({ at: at(remembered), now: at(read) });

test("a page from this morning is from today, by Danish time", () => {
  assert.deepEqual(age("2026-11-27T06:40Z", "2026-11-27T20:00Z"), { when: "today", day: "fredag", time: "07.40" });
});

test("a page from before midnight is from yesterday a few minutes later", () => {
  const { when, time } = age("2026-11-26T22:50Z", "2026-11-26T23:10Z");
  assert.deepEqual([when, time], ["yesterday", "23.50"]);
});

test("a page from two days ago says its weekday", () => {
  const { when, day } = age("2026-11-25T12:00Z", "2026-11-27T12:00Z");
  assert.deepEqual([when, day], ["earlier", "onsdag"]);
});

test("the day with one hour more has a yesterday until it ends", () => {
  assert.equal(age("2026-10-24T12:00Z", "2026-10-25T22:50Z").when, "yesterday");
  assert.equal(age("2026-10-25T00:30Z", "2026-10-25T22:50Z").when, "today");
});

test("what is written on a page from yesterday is about today", () => {
  const form = { title: "Emil", today: "2026-11-26", earliest: "2025-11-26" };
  const shown = { write: { view_rx_state_: { form, days: [{ happened_on: "2026-11-26" }] } } };
  const { form: now, days } = asOf(shown, at("2026-11-26T23:10Z")).write.view_rx_state_;
  assert.deepEqual(now, { ...form, today: "2026-11-27" });
  assert.deepEqual(days, [{ happened_on: "2026-11-26" }]);
  assert.equal(asOf({ form: { today: "" } }, 0).form.today, "", "a form nobody may use has no day");
});
