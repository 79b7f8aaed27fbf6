import { useSyncExternalStore } from "react";
import { useOffline } from "$/public/components/connection.js";
import { ageOf } from "./days.js";
import { present, subscribe } from "./guard.js";

// "Sidst opdateret i går 18.40": how old a remembered page is, while nobody can tell us more.
export function Age({ className, ...sentences }) {
  const { age } = useSyncExternalStore(subscribe, present, present);
  if (!useOffline() || !age) return null;
  const { when, day, time } = ageOf(age);
  return <p className={className}>{sentences[when].replace("{day}", day).replace("{time}", time)}</p>;
}
