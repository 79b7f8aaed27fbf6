import { useEffect, useState } from "react";
import { toBytes } from "$/public/components/base64url.js";
import { useOffline } from "$/public/components/connection.js";
import { messages } from "$/public/components/device.js";

// One browser at a time says yes to messages. What the phone allows is asked for under a finger,
// never by itself; the server hears of it over HTTP, because a socket could set no cookie.

async function subscribed(worker, publicKey) {
  const options = { userVisibleOnly: true, applicationServerKey: toBytes(publicKey) };
  try {
    return await worker.pushManager.subscribe(options);
  } catch (error) {
    if (error.name !== "InvalidStateError") throw error;
    await (await worker.pushManager.getSubscription())?.unsubscribe(); // it knew another key of ours
    return worker.pushManager.subscribe(options);
  }
}

async function turnOn({ publicKey, address }) {
  const answer = await Notification.requestPermission();
  if (answer !== "granted") return answer === "denied" ? messages() : "later";
  await navigator.serviceWorker.register("/sw.js");
  const subscription = await subscribed(await navigator.serviceWorker.ready, publicKey);
  const told = await fetch(address, {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(subscription),
  });
  if (told.ok) return "on";
  return told.status === 401 ? "signedOut" : "refused";
}

function Turning({ label, kind, sentences, onDone, children, ...where }) {
  const [said, setSaid] = useState("");
  const [busy, setBusy] = useState(false);
  const tap = async () => {
    if (busy) return;
    setBusy(true);
    setSaid("");
    const went = await turnOn(where).catch((error) =>
      error.name === "TypeError" ? "offline" : "refused",
    );
    setBusy(false);
    if (went === "on") onDone();
    else setSaid(sentences[went]);
  };
  return (
    <div className="turning">
      <div className="acts">
        <button
          type="button"
          className={`button ${kind}`}
          onClick={tap}
          aria-disabled={busy || undefined}
        >
          {label}
        </button>
        {children}
      </div>
      <p className="soft" role="status">
        {busy ? sentences.busy : said}
      </p>
    </div>
  );
}

const useStanding = () => {
  const [now, setNow] = useState("");
  useEffect(() => setNow(messages()), []);
  return now;
};

// In the settings: turn messages on here, or what stands in the way.
export function TurnOnMessages(props) {
  const now = useStanding();
  const offline = useOffline();
  if (now === "") return null;
  if (offline) return <p className="soft">{props.sentences.offline}</p>;
  if (now !== "can") return <p className="soft">{props.sentences[now]}</p>;
  return <Turning {...props} />;
}

// On today's page, once: not drawn where the phone has already been asked, or cannot.
export function MessageQuestion({ heading, text, no, onDecline, ...turning }) {
  const now = useStanding();
  const offline = useOffline();
  if (offline || now !== "can" || Notification.permission !== "default") return null;
  return (
    <section className="card message-question" aria-labelledby="message-question">
      <h2 id="message-question">{heading}</h2>
      <p>{text}</p>
      <Turning {...turning}>
        <button type="button" className="button quiet" onClick={onDecline}>
          {no}
        </button>
      </Turning>
    </section>
  );
}

// The number on the app's icon follows what the reader has just seen; less than none is not known.
export function IconNumber({ count }) {
  useEffect(() => {
    if (count > 0) navigator.setAppBadge?.(count).catch(() => {});
    if (count === 0) navigator.clearAppBadge?.().catch(() => {});
  }, [count]);
  return null;
}
