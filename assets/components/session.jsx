import { useEffect, useRef } from "react";
import { isOffline, subscribe } from "$/public/components/connection.js";
import { runOut } from "$/public/components/reading/guard.js";
import { serverNow } from "$/public/components/reading/vault.js";
import { fields, isChoice, isTyped } from "$/public/components/typed.js";

const WARN_MS = 5 * 60 * 1000;
const CHECK_MS = 20 * 1000;
const KEEP_MS = 60 * 1000;

const drafts = () => [...document.querySelectorAll("form[data-draft]")];
export const typed = () =>
  drafts().flatMap((form) =>
    fields(form)
      .filter(isTyped)
      .map((el) => ({ form: form.dataset.draft, field: el.name, text: el.value })),
  );

function putBack({ form, field, text }) {
  const home = drafts().find((candidate) => candidate.dataset.draft === form);
  const found = home ? fields(home).filter((el) => el.name === field) : [];
  if (found.length === 0) return false;
  const choice = found.find((el) => isChoice(el) && el.value === text);
  if (choice) choice.checked = true;
  else if (!isChoice(found[0]) && (found[0].value === "" || found[0].tagName === "SELECT")) {
    found[0].value = text;
    found[0].dispatchEvent(new Event("input", { bubbles: true }));
  }
  return true;
}

// Puts kept words back; a form may be drawn long after the words arrive, when it is unfolded.
export function useRestored(kept) {
  useEffect(() => {
    let left = (kept ?? []).filter((item) => !putBack(item));
    if (left.length === 0) return undefined;
    const watch = new MutationObserver(() => {
      left = left.filter((item) => !putBack(item));
      if (left.length === 0) watch.disconnect();
    });
    watch.observe(document.body, { childList: true, subtree: true });
    return () => watch.disconnect();
  }, [kept]);
}

// Warns five minutes before the session ends, keeps what is typed, and leaves when time is out. Its
// children are how to sign out at once.
export function SessionWatch(props) {
  const { expiresAt, kept, onStay, onKeep, leaveTo, children } = props;
  const { heading, text, stay } = props;
  const dialog = useRef(null);
  const lastKept = useRef("[]");
  const send = useRef(onKeep);
  send.current = onKeep;
  useRestored(kept);

  useEffect(() => {
    const keep = () => {
      if (isOffline()) {
        lastKept.current = null; // what was sent last may not have been heard either
        return;
      }
      const found = typed();
      const words = JSON.stringify(found);
      if (words === lastKept.current) return;
      lastKept.current = words;
      send.current?.(found);
    };
    const onHide = () => document.visibilityState === "hidden" && keep();
    const onLeave = (event) => event.target.closest?.("[data-keep]") && keep();
    const timer = setInterval(keep, KEEP_MS);
    const forget = subscribe(keep);
    document.addEventListener("visibilitychange", onHide);
    document.addEventListener("click", onLeave, true);

    let until = expiresAt;
    const channel = typeof BroadcastChannel === "function" ? new BroadcastChannel("session") : null;
    const check = () => {
      const left = until - serverNow();
      if (!until) return;
      if (left <= 0) runOut(leaveTo);
      else if (left <= WARN_MS && !dialog.current?.open) {
        keep();
        dialog.current?.showModal();
      } else if (left > WARN_MS && dialog.current?.open) dialog.current.close();
    };
    const onOther = (event) => {
      until = Math.max(until, event.data);
      check();
    };
    channel?.addEventListener("message", onOther);
    channel?.postMessage(until);
    check();
    const clock = setInterval(check, CHECK_MS);
    document.addEventListener("visibilitychange", check);
    return () => {
      clearInterval(timer);
      forget();
      clearInterval(clock);
      document.removeEventListener("visibilitychange", onHide);
      document.removeEventListener("click", onLeave, true);
      document.removeEventListener("visibilitychange", check);
      channel?.close();
    };
  }, [expiresAt, leaveTo]);

  return (
    <dialog ref={dialog} className="sheet" aria-labelledby="session-heading">
      <h2 id="session-heading">{heading}</h2>
      <p>{text}</p>
      <div className="acts">
        <button
          type="button"
          className="button primary"
          onClick={() => {
            dialog.current.close();
            onStay?.();
          }}
        >
          {stay}
        </button>
        {children}
      </div>
    </dialog>
  );
}

const isText = (el) => !isChoice(el) && el.tagName !== "SELECT" && el.type !== "date";
const texts = () =>
  drafts().flatMap((form) => fields(form).filter((el) => isText(el) && isTyped(el)).map((el) => el.value));

// The forms go in the same breath as the news comes: their words are read just before, while
// React is still drawing, and stay here until the reader leaves the page.
export function LeftOver({ gone, unsent, onKeep, className, children }) {
  const left = useRef(null);
  const box = useRef(null);
  if (gone && !left.current) left.current = { said: gone, words: texts(), entries: typed() };
  useEffect(() => {
    if (!gone) return;
    box.current?.focus();
    if (left.current.entries.length > 0) onKeep?.(left.current.entries);
  }, [gone]);
  if (!left.current) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className={className} data-kind="wait">
      <div className="stack">
        <p>{left.current.said}</p>
        {left.current.words.length > 0 && <p>{unsent}</p>}
        {left.current.words.map((words, n) => (
          <blockquote key={n} className="words" dir="auto">
            {words}
          </blockquote>
        ))}
        {children}
      </div>
    </div>
  );
}
