import { useContext, useEffect, useRef, useState } from "react";
import { StateStoreContext } from "$/utils/context-registry";
import { isPin, isWeak } from "./codes.js";
import { EraseAll } from "./erase.jsx";
import * as marks from "./marks.js";
import { askPasskey, hasPasskeys } from "./passkey_key.js";
import { PinField } from "./pin.jsx";
import { isHere } from "./rest.js";
import * as vault from "./vault.js";
import { forgetPages } from "./wipe.js";

const PERSON = "person_rx_state_";
const NO_ERRORS = { pin: "", again: "" };

function checked({ pin, again }, words) {
  if (!isPin(pin)) return { ...NO_ERRORS, pin: words.sixDigits };
  if (isWeak(pin)) return { ...NO_ERRORS, pin: words.weak };
  return pin === again ? NO_ERRORS : { ...NO_ERRORS, again: words.notTheSame };
}

// The setting: off until somebody who has just shown who they are asks for it on this very phone, and
// chooses how it is unlocked. Another person's code would open the phone to them.
export function Remember({ auth, hasPasskey, isFresh, words, children }) {
  const store = useContext(StateStoreContext);
  const [isOn, setOn] = useState(null);
  const [chooses, setChooses] = useState(false);
  const [errors, setErrors] = useState(NO_ERRORS);
  const [said, setSaid] = useState("");
  const head = useRef(null);
  useEffect(() => setOn(marks.read("reading") !== ""), []);

  const begin = async (how) => {
    setSaid(words.oneMoment);
    try {
      await vault.begin({ person: store.getSnapshot(auth)[PERSON], ...how });
      await marks.sayReading(true);
      isHere();
      setOn(true);
      setChooses(false);
      setSaid(words.isOnNow);
    } catch {
      setSaid(words.noStorage);
    }
  };
  const byPin = (event) => {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.currentTarget));
    const found = checked(given, words);
    setErrors(found);
    if (found.pin || found.again) return;
    begin({ way: "pin", secret: new TextEncoder().encode(given.pin) });
  };
  const byPasskey = async () => {
    const salt = vault.newSalt();
    try {
      const given = await askPasskey(salt);
      if (given) await begin({ way: "passkey", salt, ...given });
      else setSaid(words.noPasskey);
    } catch {
      setSaid(words.notThisTime);
    }
  };
  const stop = async () => {
    await forgetPages();
    setOn(false);
    setSaid(words.isOffNow);
  };

  return (
    <article className="card">
      <h3 ref={head} tabIndex={-1}>
        {words.heading}
      </h3>
      {isOn ? <p>{words.isOn}</p> : children}
      <p role="status">{said}</p>
      {isOn === false && isFresh && !chooses && (
        <div className="acts">
          <button type="button" className="button secondary" onClick={() => setChooses(true)}>
            {words.turnOn}
          </button>
        </div>
      )}
      {chooses && hasPasskey && hasPasskeys() && (
        <>
          <button type="button" className="button secondary" onClick={byPasskey}>
            {words.withPasskey}
          </button>
          <p className="or">{words.orPin}</p>
        </>
      )}
      {chooses && (
        <form className="form" onSubmit={byPin} noValidate>
          <PinField name="pin" label={words.choosePin} hint={words.pinHint} error={errors.pin} errorLabel={words.error} />
          <PinField name="again" label={words.pinAgain} error={errors.again} errorLabel={words.error} />
          <div className="acts">
            <button type="submit" className="button primary">
              {words.turnOn}
            </button>
            <button type="button" className="button quiet" onClick={() => setChooses(false)}>
              {words.notNow}
            </button>
          </div>
        </form>
      )}
      {isOn && (
        <div className="acts">
          <button type="button" className="button secondary" onClick={stop}>
            {words.turnOff}
          </button>
        </div>
      )}
      <EraseAll words={words} className="button quiet" />
    </article>
  );
}
