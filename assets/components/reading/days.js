// What a remembered page says about time: how old it is, and which day today is. Days are Danish ones.
const MINUTE_MS = 60 * 1000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const DAYS = 5; // more than a page lives to see
const ALL = { weekday: "long", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" };

let calendar; // on an old phone it takes as long to make as a page to draw
function read(at) {
  calendar ??= new Intl.DateTimeFormat("da-DK", { ...ALL, timeZone: "Europe/Copenhagen" });
  const parts = Object.fromEntries(calendar.formatToParts(at).map(({ type, value }) => [type, value]));
  return { ...parts, date: `${parts.year}-${parts.month}-${parts.day}` };
}

const onTheWall = ({ date, hour, minute }) => Date.parse(`${date}T${hour}:${minute}Z`);

// Clocks are put forward and back in the night, never at midnight.
function dayOf(at) {
  const now = read(at);
  const midnight = Date.parse(now.date) + DAY_MS;
  const nearly = midnight - onTheWall(now) + (at - (at % MINUTE_MS));
  return { date: now.date, ends: nearly - (onTheWall(read(nearly)) - midnight) };
}

// All that is ever told of a page of the moment `at`: made when the page is kept, so that nobody
// waits for a calendar when it is drawn.
export function almanac(at) {
  const { weekday, hour, minute } = read(at);
  const days = [dayOf(at)];
  while (days.length < DAYS) days.push(dayOf(days.at(-1).ends));
  return { weekday, time: `${hour}.${minute}`, days };
}

// The sentence for a page read at `now`: "Sidst opdateret i går kl. 18.40".
export function howOld({ almanac: { weekday, time, days }, now }, { today, yesterday, earlier }) {
  const sentence = [today, yesterday][days.findIndex(({ ends }) => now < ends)] ?? earlier;
  return sentence.replace("{day}", weekday).replace("{time}", time);
}

// A view's `today` is the day it is read, and forms begin with it: what is written on a page from
// yesterday is about today.
export function asOf({ shown, almanac: { days }, now }) {
  const today = days.find(({ ends }) => now < ends);
  if (today === days[0]) return shown;
  return JSON.parse(JSON.stringify(shown, (name, value) => (name === "today" && value ? today.date : value)));
}
