import { useEffect, useState } from "react";
import { isApple, isInstalled } from "$/public/components/device.js";

// Whether this is the moment to say that the app can stand among the phone's others: on the third
// day, or on the way in from an invitation; never in the installed app, never after a no.
const SAID_NO = "sammen-install-no";
const DAYS = "sammen-install-days";
const ENOUGH_DAYS = 3;

let offer = null; // the browser's own question, kept for our button
const listeners = new Set();
const tell = () => listeners.forEach((listener) => listener());

if (typeof window !== "undefined") {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    offer = event;
    tell();
  });
  addEventListener("appinstalled", () => {
    sayNo(); // it is there now: nothing more to ask
    tell();
  });
}

const way = () =>
  offer ? "button" : isApple() ? "apple" : /Android/.test(navigator.userAgent) ? "android" : "";

const cameByInvitation = () => document.referrer.startsWith(`${location.origin}/invitation`);

function sayNo() {
  try {
    localStorage.setItem(SAID_NO, "1");
    localStorage.removeItem(DAYS);
  } catch {
    // a browser that remembers nothing asks again another day
  }
}

function isMoment() {
  try {
    if (isInstalled() || localStorage.getItem(SAID_NO)) return false;
    const days = new Set(JSON.parse(localStorage.getItem(DAYS) ?? "[]"));
    days.add(new Date().toDateString());
    localStorage.setItem(DAYS, JSON.stringify([...days].slice(-ENOUGH_DAYS)));
    return days.size >= ENOUGH_DAYS || cameByInvitation();
  } catch {
    return false;
  }
}

// The invitation, with the steps of this very phone; `steps` has a list for each kind.
export function InstallInvitation({ heading, text, steps, act, no }) {
  const [shown, setShown] = useState("");
  useEffect(() => {
    const look = () => setShown(isMoment() ? way() : "");
    listeners.add(look);
    look();
    return () => listeners.delete(look);
  }, []);
  if (!shown) return null;
  const decline = () => {
    sayNo();
    setShown("");
  };
  const install = async () => {
    await offer.prompt();
    offer = null; // it can be put once
    setShown("");
  };
  return (
    <section className="card install" aria-labelledby="install-heading">
      <h2 id="install-heading">{heading}</h2>
      <p>{text}</p>
      {shown !== "button" && (
        <ol className="how">
          {steps[shown].map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      <div className="acts">
        {shown === "button" && (
          <button type="button" className="button primary" onClick={install}>
            {act}
          </button>
        )}
        <button type="button" className="button quiet" onClick={decline}>
          {no}
        </button>
      </div>
    </section>
  );
}
