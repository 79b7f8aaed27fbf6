// What a remembered page says about time: how old it is, and which day today is. Days are Danish ones.
const HERE = { timeZone: "Europe/Copenhagen" };
const DAY_MS = 24 * 60 * 60 * 1000;

const told = (at, parts) => new Intl.DateTimeFormat("da-DK", { ...HERE, ...parts }).format(at);
const dayOf = (at) => new Intl.DateTimeFormat("sv-SE", HERE).format(at); // 2026-11-27
// Counted by the calendar: two days a year are not 24 hours long.
const daysBetween = (at, now) => (Date.parse(dayOf(now)) - Date.parse(dayOf(at))) / DAY_MS;

// The sentence for a page of the moment `at`, read at `now`: "Sidst opdateret i går kl. 18.40".
export function howOld({ at, now }, { today, yesterday, earlier }) {
  const sentence = [today, yesterday][daysBetween(at, now)] ?? earlier;
  const day = told(at, { weekday: "long" });
  const time = told(at, { hour: "2-digit", minute: "2-digit" });
  return sentence.replace("{day}", day).replace("{time}", time);
}

// A view's `today` is the day it is read, and forms begin with it: what is written on a page from
// yesterday is about today.
export const asOf = (shown, now) =>
  JSON.parse(JSON.stringify(shown, (name, value) => (name === "today" && value ? dayOf(now) : value)));
