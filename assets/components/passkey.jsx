import { useEffect, useRef, useState } from "react";
import { toBytes, toText } from "$/public/components/base64url.js";

const RENEW_MS = 4 * 60 * 1000; // a question can be answered for five minutes

const canUsePasskeys = () =>
  typeof window.PublicKeyCredential === "function" && Boolean(navigator.credentials);

const withBytes = (list) => list?.map((each) => ({ ...each, id: toBytes(each.id) }));

function unpacked(question) {
  return {
    ...question,
    challenge: toBytes(question.challenge),
    ...(question.user && { user: { ...question.user, id: toBytes(question.user.id) } }),
    excludeCredentials: withBytes(question.excludeCredentials),
    allowCredentials: withBytes(question.allowCredentials),
  };
}

function packed(credential) {
  const { response } = credential;
  const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
  const given = parts.filter((part) => response[part]);
  return {
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    clientExtensionResults: {},
    response: Object.fromEntries(given.map((part) => [part, toText(response[part])])),
  };
}

async function post(address, body) {
  const answer = await fetch(address, {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw Object.assign(new Error("refused"), { status: answer.status });
  return answer.json();
}

// Some passkeys can only give a secret (reading/passkey_key.js) when this was asked from the start.
const CAN_OPEN_THE_PHONE = { extensions: { prf: {} } };

const NOT_FRESH = 403;
const BY_STATUS = { 401: "signedOut", 429: "wait" };
const BY_NAME = { NotAllowedError: "cancelled", InvalidStateError: "exists", TypeError: "offline" };

const reason = (error) =>
  error.status ? (BY_STATUS[error.status] ?? "refused") : (BY_NAME[error.name] ?? "cancelled");

// One button: asks the server for a question, lets the phone's passkey answer it, sends the answer.
// With `autofill` the browser also offers the passkey in the e-mail field. Not drawn where the
// browser has no passkeys; `sentences` holds what to say when something does not work.
export function PasskeyButton(props) {
  const { purpose, askAt, answerAt, proveAt, label, busyLabel, kind, sentences, autofill, children } = props;
  const [can, setCan] = useState(null);
  const [said, setSaid] = useState("");
  const [busy, setBusy] = useState(false);
  const running = useRef(null);
  const busyNow = useRef(false);
  busyNow.current = busy;

  const ceremony = async (options) => {
    running.current?.abort();
    const turn = (running.current = new AbortController());
    const act = purpose === "register" ? "create" : "get";
    const question = await post(askAt, { purpose });
    if (turn.signal.aborted) return;
    const credential = await navigator.credentials[act]({
      publicKey: { ...unpacked(question), ...(purpose === "register" && CAN_OPEN_THE_PHONE) },
      signal: turn.signal,
      ...options,
    });
    const next = new URLSearchParams(location.search).get("videre") ?? "";
    const { to } = await post(answerAt, { purpose, next, credential: packed(credential) });
    if (props.onDone) props.onDone();
    else location.assign(to);
  };

  const tap = async () => {
    if (busy) return;
    setBusy(true);
    setSaid("");
    try {
      await ceremony({});
    } catch (error) {
      if (error.status === NOT_FRESH) location.assign(proveAt + location.pathname);
      else setSaid(sentences[reason(error)]);
    }
    setBusy(false);
  };

  const listen = async () => {
    try {
      if (await window.PublicKeyCredential.isConditionalMediationAvailable?.())
        await ceremony({ mediation: "conditional" });
    } catch (error) {
      if (error.status === 400) setSaid(sentences.refused);
    }
  };

  useEffect(() => {
    setCan(canUsePasskeys());
    if (!autofill || !canUsePasskeys()) return () => running.current?.abort();
    listen();
    const renew = () => document.visibilityState === "visible" && !busyNow.current && listen();
    const timer = setInterval(renew, RENEW_MS);
    return () => {
      clearInterval(timer);
      running.current?.abort();
    };
  }, []);

  if (can === false) return null;
  return (
    <div className="passkey" data-ready={can === true}>
      <button type="button" className={`button ${kind}`} onClick={tap} aria-disabled={busy || undefined}>
        {label}
      </button>
      <p className="passkey-said" role="status">
        {busy ? busyLabel : said}
      </p>
      {children}
    </div>
  );
}
