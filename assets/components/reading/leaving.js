import { reportFailure, reportSuccess } from "$/public/components/connection.js";
import * as marks from "./marks.js";

export const ERASING = "alt"; // everything of ours on the phone is to go

// Tells the server that somebody has signed out here, and why; gives whether it has heard it.
export async function endSession(address) {
  const why = marks.read("left");
  const body = new URLSearchParams(why === ERASING ? { alt: "1" } : {});
  try {
    const answer = await fetch(address, { method: "POST", redirect: "manual", keepalive: true, body });
    reportSuccess();
    if (answer.type !== "opaqueredirect") return false;
  } catch {
    reportFailure();
    return false;
  }
  marks.write("left", "");
  return true;
}
