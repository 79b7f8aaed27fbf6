// What a remembered page says about time: how old it is, and which day today is. Days are Danish ones.
const HERE = { timeZone: "Europe/Copenhagen" };
const DAY_MS = 24 * 60 * 60 * 1000;

const told = (at, parts) => new Intl.DateTimeFormat("da-DK", { ...HERE, ...parts }).format(at);
const dayOf = (at) => new Intl.DateTimeFormat("sv-SE", HERE).format(at); // 2026-11-27
const dayBefore = (day) => new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);

// `when` names the sentence for a page that is as old as this; `day` and `time` stand in it.
export function ageOf({ at, now }) {
  const today = dayOf(now);
  const when = { [today]: "today", [dayBefore(today)]: "yesterday" }[dayOf(at)] ?? "earlier";
  return { when, day: told(at, { weekday: "long" }), time: told(at, { hour: "2-digit", minute: "2-digit" }) };
}

// A view's `today` is the day it is read, and forms begin with it: what is written on a page from
// yesterday is about today.
export const asOf = (shown, now) =>
  JSON.parse(JSON.stringify(shown, (name, value) => (name === "today" && value ? dayOf(now) : value)));
