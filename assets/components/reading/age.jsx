import { useSyncExternalStore } from "react";
import { useOffline } from "$/public/components/connection.js";
import { present, subscribe } from "./guard.js";
import { howOld } from "./days.js";

// How old a remembered page is, while nobody can tell us more.
export function Age({ className, ...sentences }) {
  const { age } = useSyncExternalStore(subscribe, present, present);
  if (!useOffline() || !age) return null;
  return <p className={className}>{howOld(age, sentences)}</p>;
}
