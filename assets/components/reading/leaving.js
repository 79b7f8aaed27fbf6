import { reportFailure, reportSuccess } from "$/public/components/connection.js";
import { leftBehind } from "$/public/components/outbox/seal.js";
import { waiting } from "$/public/components/outbox/store.js";
import * as marks from "./marks.js";

// Why somebody has left, when it matters to the server or to the page that comes next.
export const ERASING = "alt"; // everything of ours on the phone is to go
export const EVERYWHERE = "overalt"; // signed out on every phone and computer
export const WRONG_CODES = "kode";
export const HIDDEN = "skjult"; // by "Skjul": whoever comes back shows who they are

const unsent = () => waiting().then(leftBehind).catch(() => "");

// Tells the server that somebody has signed out here, and what they have not sent, or that it all
// goes; gives whether it has heard it.
export async function endSession([here, everywhere]) {
  const why = marks.read("left");
  const body = new URLSearchParams(why === ERASING ? { alt: "1" } : { usendt: await unsent() });
  try {
    const answer = await fetch(why === EVERYWHERE ? everywhere : here, { method: "POST", redirect: "manual", keepalive: true, body });
    reportSuccess();
    if (answer.type !== "opaqueredirect") return false;
  } catch {
    reportFailure();
    return false;
  }
  if (why !== HIDDEN) marks.write("left", ""); // that one stands until somebody comes back
  return true;
}
