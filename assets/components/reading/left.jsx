import { useEffect } from "react";
import { useOffline } from "$/public/components/connection.js";
import { whenEmptied } from "./guard.js";
import { ANOTHER, WRONG_CODES, endSession } from "./leaving.js";
import * as marks from "./marks.js";

const AGAIN_MS = 5000;
const NOTICES = { [WRONG_CODES]: "?fejl=kodelaas" };

// Somebody has signed out while nobody could be told. The server hears it as soon as it can.
export function Left({ words, endings, signIn }) {
  const offline = useOffline();
  useEffect(() => {
    const end = async () => {
      const notice = NOTICES[marks.read("left")] ?? "";
      const heard = await endSession(endings);
      await whenEmptied();
      if (heard === ANOTHER) location.reload();
      else if (heard) location.replace(signIn + notice);
    };
    end();
    const timer = setInterval(end, AGAIN_MS);
    return () => clearInterval(timer);
  }, [offline]);
  return (
    <main className="alone" id="indhold">
      <h1 tabIndex={-1}>{words.left}</h1>
      <p role="status">{offline ? words.leftOffline : ""}</p>
    </main>
  );
}
