// How old a remembered page is said to be, whatever clock the phone goes by.
import assert from "node:assert/strict";
import { test } from "node:test";
import { howOld } from "../../assets/components/reading/how_old.js";

const SENTENCES = {
  today: "i dag {time}",
  yesterday: "i går {time}",
  earlier: "{day} {time}",
};
const said = (at, now) => howOld({ at: Date.parse(at), now: Date.parse(now) }, SENTENCES);
process.env.TZ = "America/Los_Angeles"; // a phone on its travels

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
