import { reportFailure, reportSuccess } from "$/public/components/connection.js";
import { view } from "$/public/components/outbox/page.js";
import { leftBehind } from "$/public/components/outbox/seal.js";
import { all } from "$/public/components/outbox/store.js";
import * as marks from "./marks.js";

// Why somebody has left, when it matters to the server or to the page that comes next.
export const ERASING = "alt"; // everything of ours on the phone is to go
export const EVERYWHERE = "overalt"; // signed out on every phone and computer
export const WRONG_CODES = "kode";
export const HIDDEN = "skjult"; // by "Skjul": whoever comes back shows who they are

const unsent = () => all().then((rows) => leftBehind(rows, view().writer)).catch(() => "");

// Who is there now has signed in after that: nobody is to be signed out for the one who has left.
export const ANOTHER = "another";
const NO_CONTENT = 204;

async function news(why) {
  if (why === ERASING) return { alt: "1" };
  if (why === EVERYWHERE) return { usendt: await unsent() };
  return { session: marks.read("session"), usendt: await unsent() };
}

// Tells the server that somebody has signed out here, and what they have not sent, or that it all
// goes; gives whether it has heard it, or ANOTHER.
export async function endSession([here, everywhere]) {
  const why = marks.read("left");
  const body = new URLSearchParams(await news(why));
  let answer;
  try {
    answer = await fetch(why === EVERYWHERE ? everywhere : here, { method: "POST", redirect: "manual", keepalive: true, body });
  } catch {
    reportFailure();
    return false;
  }
  reportSuccess();
  const isAnother = answer.status === NO_CONTENT;
  if (!isAnother && answer.type !== "opaqueredirect") return false;
  if (isAnother || why !== HIDDEN) marks.write("left", ""); // that one stands until somebody comes back
  return isAnother ? ANOTHER : true;
}
