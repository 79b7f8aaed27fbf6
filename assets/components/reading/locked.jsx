import { useEffect, useRef, useState } from "react";
import { UnsentCount } from "$/public/components/outbox/status.jsx";
import { EraseAll } from "./erase.jsx";
import { leave, unlocked } from "./guard.js";
import { WRONG_CODES } from "./leaving.js";
import { askPasskey } from "./passkey_key.js";
import { PinField } from "./pin.jsx";
import * as vault from "./vault.js";

// Six digits or the passkey; or a new sign-in, which makes the phone forget.
export function Locked({ words, endings }) {
  const [door, setDoor] = useState(null);
  const [error, setError] = useState("");
  const [busy, setBusy] = useState(false);
  const head = useRef(null);
  useEffect(() => {
    vault.look().then((found) => (found ? setDoor(found) : leave()), () => leave());
    head.current?.focus();
  }, []);

  const open = async (secret) => {
    const left = await vault.unlock(secret);
    if (left < 0) return unlocked();
    if (left === 0) return leave(WRONG_CODES);
    setError(left === 1 ? words.wrongLast : words.wrong.replace("{n}", left));
  };
  const during = async (work) => {
    if (busy) return;
    setBusy(true);
    setError("");
    try {
      await work();
    } catch {
      setError(words.notThisTime);
    }
    setBusy(false);
  };
  const byPin = (event) => {
    event.preventDefault();
    const field = event.currentTarget.elements.pin;
    const pin = field.value;
    field.value = "";
    during(() => (pin.length === 6 ? open(new TextEncoder().encode(pin)) : setError(words.sixDigits)));
  };
  const byPasskey = () =>
    during(async () => {
      const given = await askPasskey(door.salt, door.credential);
      if (given) await open(given.secret);
      else setError(words.notThisTime);
    });

  return (
    <main className="alone" id="indhold">
      <h1 ref={head} tabIndex={-1}>
        {words.locked}
      </h1>
      <p className="lead">{door?.way === "passkey" ? words.lockedPasskey : words.lockedPin}</p>
      {door?.way === "pin" && (
        <form className="form" onSubmit={byPin} noValidate>
          <PinField name="pin" label={words.pin} error={error} errorLabel={words.error} />
          <button type="submit" className="button primary" aria-busy={busy || undefined}>
            {words.unlock}
          </button>
        </form>
      )}
      {door?.way === "passkey" && (
        <>
          {error && <p role="alert">{error}</p>}
          <button type="button" className="button primary" onClick={byPasskey}>
            {words.usePasskey}
          </button>
        </>
      )}
      <p role="status">{busy ? words.oneMoment : ""}</p>
      <form method="post" action={endings[0]}>
        <UnsentCount name={words.unsentField} one={words.waitsOne} many={words.waitsMany} />
        <button type="submit" className="button quiet">
          {words.signInInstead}
        </button>
      </form>
      <EraseAll words={words} className="button quiet" />
    </main>
  );
}
