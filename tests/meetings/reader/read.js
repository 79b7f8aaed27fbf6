// What the calendars built on ical.js (Thunderbird, Nextcloud) make of a calendar on stdin.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const moment = (time) => time.toJSDate().toISOString();
const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
const events = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    sequence: event.sequence,
    summary: event.summary,
    place: event.location,
    status: component.getFirstPropertyValue("status"),
    url: component.getFirstPropertyValue("url"),
    rings: component.getAllSubcomponents("valarm").length,
    starts: moment(event.startDate),
    ends: moment(event.endDate),
  };
});
console.log(JSON.stringify({ name: calendar.getFirstPropertyValue("x-wr-calname"), events }));
