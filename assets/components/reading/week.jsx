import { useEffect, useState } from "react";
import { useOffline } from "$/public/components/connection.js";
import { endSession } from "./leaving.js";
import * as marks from "./marks.js";

const DAY_MS = 24 * 60 * 60 * 1000;

// The ISO week: the one that holds the day's Thursday.
function weekOf(day) {
  const thursday = new Date(Date.UTC(day.getFullYear(), day.getMonth(), day.getDate()));
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  return Math.ceil(((thursday - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / DAY_MS + 1) / 7);
}

// Which week it is: where "Skjul" leads. Whoever left by it is signed out meanwhile, or as soon as
// there is a connection.
export function Week({ word, endings }) {
  const [day, setDay] = useState(null);
  const offline = useOffline();
  useEffect(() => {
    const now = new Date();
    setDay(now);
    document.title = `${word} ${weekOf(now)}`;
  }, []);
  useEffect(() => {
    if (marks.read("left")) endSession(endings);
  }, [offline]);
  const full = { weekday: "long", day: "numeric", month: "long", year: "numeric" };
  return (
    <>
      <h1>
        {word} {day ? weekOf(day) : ""}
      </h1>
      <p>{day ? day.toLocaleDateString("da-DK", full) : ""}</p>
    </>
  );
}
