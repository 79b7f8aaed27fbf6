import { useEffect } from "react";
import { useNavigate } from "react-router";
import { isAnythingTyped } from "../typed.js";
import * as marks from "./marks.js";

let waiting = ""; // where a tap on a message led while the app was locked

// A tap leads an open app to the message's page, and a locked one when it is unlocked. It takes nobody
// away from what they are writing, and nothing leads away from the page that hides.
export function useTaps(phase) {
  const navigate = useNavigate();
  useEffect(() => {
    const workers = navigator.serviceWorker;
    const go = ({ data }) => {
      if (!data?.opens) return;
      if (phase === "locked") waiting = data.opens;
      else if (phase === "open" && !marks.read("left") && !isAnythingTyped()) navigate(data.opens);
    };
    workers?.addEventListener("message", go);
    return () => workers?.removeEventListener("message", go);
  }, [phase]);
}

// Unlocked: the page begins anew, where the tap led or where it was.
export const beginAnew = ({ stays }) => (waiting && !stays ? location.assign(waiting) : location.reload());
