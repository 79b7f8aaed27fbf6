// How old a remembered page is, by the calendar of the people it is about.
const HERE = { timeZone: "Europe/Copenhagen" };
const DAY_MS = 24 * 60 * 60 * 1000;
const told = (at, parts) => new Intl.DateTimeFormat("da-DK", { ...HERE, ...parts }).format(at);
// Days are counted by the calendar: two a year are not 24 hours long. In Swedish a day is 2026-11-27.
const dayNumber = (at) => Date.parse(new Intl.DateTimeFormat("sv-SE", HERE).format(at)) / DAY_MS;

// The sentence for a page of the moment `at`, read at `now`: "Sidst opdateret i går kl. 18.40".
export function howOld({ at, now }, { today, yesterday, earlier }) {
  const sentence = [today, yesterday][dayNumber(now) - dayNumber(at)] ?? earlier;
  const day = told(at, { weekday: "long" });
  const time = told(at, { hour: "2-digit", minute: "2-digit" });
  return sentence.replace("{day}", day).replace("{time}", time);
}
