import { useContext, useEffect, useRef, useState } from "react";
import { StateStoreContext, app } from "$/utils/context-registry";

const GIVE_UP_MS = 4000;
const ANSWER_MS = 1500;

// Takes focus each time `on` becomes a new, non-empty value; links inside lead to their fields.
export function Attend({ on, children, className, role }) {
  const box = useRef(null);
  const present = Array.isArray(on) ? on.length > 0 : Boolean(on);
  useEffect(() => {
    if (present) box.current?.focus();
  }, [on, present]);
  // The same answer twice changes nothing on the page, yet the reader must hear it again.
  useEffect(() => {
    let timer;
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(() => box.current?.focus(), ANSWER_MS);
    };
    document.addEventListener("submit", again, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("submit", again, true);
    };
  }, []);
  const lead = (event) => {
    const name = event.target.closest("a")?.hash.slice(1);
    const found = name && document.getElementById(name);
    if (!found) return;
    event.preventDefault();
    found.closest(".field")?.scrollIntoView({ block: "start" });
    (found.matches("fieldset") ? found.querySelector("input") : found)?.focus({
      preventScroll: true,
    });
  };
  if (!present) return null;
  return (
    <div ref={box} tabIndex={-1} role={role} className={className} onClickCapture={lead}>
      {children}
    </div>
  );
}

// A textarea that says how many characters are left. It stays uncontrolled: what is typed stays.
export function CountedText({ limit, left, over, className, counterId, ...rest }) {
  const box = useRef(null);
  const [used, setUsed] = useState(0);
  const count = () => setUsed([...(box.current?.value ?? "")].length);
  useEffect(count, [rest.defaultValue]);
  const remaining = limit - used;
  const words = remaining < 0 ? over : left;
  return (
    <>
      <textarea ref={box} className={className} onInput={count} {...rest} />
      <p id={counterId} className="counter" data-over={remaining < 0 || undefined} aria-live="polite">
        {words.replace("{n}", Math.abs(remaining))}
      </p>
    </>
  );
}

// One tap, one event: further submits are swallowed until the server has answered.
export function Submit({ children, className, busyLabel, name, value }) {
  const button = useRef(null);
  const busy = useRef(false);
  const [waiting, setWaiting] = useState(false);
  const store = useContext(StateStoreContext);
  useEffect(() => {
    const form = button.current?.form;
    if (!form) return undefined;
    let timer;
    const settle = () => {
      clearTimeout(timer);
      busy.current = false;
      setWaiting(false);
    };
    const guard = (event) => {
      if (busy.current) {
        event.preventDefault();
        event.stopPropagation();
        return;
      }
      busy.current = true;
      setWaiting(true);
      timer = setTimeout(settle, GIVE_UP_MS);
    };
    const names = Object.keys(app.initialState ?? {});
    const forget = names.map((state) => store?.subscribe(state, settle));
    form.addEventListener("submit", guard, true);
    form.addEventListener("told", settle); // a form of the outbox has its own answer
    window.addEventListener("pageshow", settle);
    return () => {
      clearTimeout(timer);
      forget.forEach((stop) => stop?.());
      form.removeEventListener("submit", guard, true);
      form.removeEventListener("told", settle);
      window.removeEventListener("pageshow", settle);
    };
  }, [store]);
  return (
    <button
      ref={button}
      type="submit"
      name={name}
      value={value}
      className={className}
      aria-disabled={waiting || undefined}
      aria-busy={waiting || undefined}
    >
      {children}
      <span className="hidden" role="status">
        {waiting ? busyLabel : ""}
      </span>
    </button>
  );
}
