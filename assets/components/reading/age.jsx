import { useSyncExternalStore } from "react";
import { useOffline } from "$/public/components/connection.js";
import { present, subscribe } from "./guard.js";

const HERE = { timeZone: "Europe/Copenhagen" };
const DAY_MS = 24 * 60 * 60 * 1000;
const told = (at, parts) => new Intl.DateTimeFormat("da-DK", { ...HERE, ...parts }).format(at);
const dayOf = (at) => told(at, { dateStyle: "short" });

// "Sidst opdateret i går 18.40": how old a remembered page is, while nobody can tell us more.
export function Age({ today, yesterday, earlier, className }) {
  const { age } = useSyncExternalStore(subscribe, present, present);
  if (!useOffline() || !age) return null;
  const { at, now } = age;
  const days = [now, now - DAY_MS].map(dayOf).indexOf(dayOf(at));
  const sentence = [today, yesterday][days] ?? earlier;
  const day = told(at, { weekday: "long" });
  const time = told(at, { hour: "2-digit", minute: "2-digit" });
  return <p className={className}>{sentence.replace("{day}", day).replace("{time}", time)}</p>;
}
