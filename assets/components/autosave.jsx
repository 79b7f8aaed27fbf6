import { useEffect, useRef, useState } from "react";
import { carry, forgetAnswer, isTold, onAnswer as whenAnswered } from "./outbox/page.js";
import { TOO_LONG, isDecided } from "./outbox/written.js";

const PAUSE_MS = 1200;
const ANSWER_MS = 5000;
const LONGEST_MS = 60000;

const fields = (form) => [...form.elements].filter((el) => el.name);
const wordsIn = (form) => Object.fromEntries(fields(form).map((el) => [el.name, el.value]));
const asShown = (form) => JSON.stringify(wordsIn(form));

function fill(el, text) {
  el.value = text;
  el.dispatchEvent(new Event("input", { bubbles: true }));
}

// Sends what is typed at each pause, and says it is saved only when the server has said so.
// `version` is what the page was shown; a page that is not being typed in follows a newer one.
// With a `kind` the words go through the outbox: they are safe on the phone before they are sent.
export function Autosave(props) {
  const { version, answer, kind, writer, longest, onSave, onAnswer, onFinish, className, children } = props;
  const form = useRef(null);
  const [state, setState] = useState("");
  const [fault, setFault] = useState("");
  const me = useRef({ page: "", base: version, saved: "", sent: null, count: 0, timer: 0 });
  const save = useRef(onSave);
  save.current = kind ? keep : onSave;
  const hear = useRef(null);
  hear.current = (id) => {
    onAnswer(id);
    isTold(id);
  };

  // An untouched field follows what it is shown, so its value alone does not tell who wrote it.
  const isDirty = () => me.current.isTouched && asShown(form.current) !== me.current.saved;
  const payload = () => ({
    ...wordsIn(form.current),
    page_key: me.current.page,
    version: String(me.current.base),
    serial: `${me.current.page}-${me.current.count}`,
  });
  const later = (act, ms) => {
    clearTimeout(me.current.timer);
    me.current.timer = setTimeout(act, ms);
  };
  const isLast = ({ serial }) => me.current.sent?.serial === serial;
  // Nobody else has these words, and sending them again would not help: they stand here.
  const stand = (fields, sentence) => {
    const isChanged = me.current.sent?.words !== asShown(form.current);
    if (!isLast(fields) || isChanged) return;
    clearTimeout(me.current.timer);
    Object.assign(me.current, { saved: "", isTouched: true, stands: "fault" });
    setFault(sentence);
    setState("fault");
  };
  async function keep(fields) {
    const slot = fields.page_key;
    const entry = { kind, writer, fields, slot, longest };
    const failed = (error) => ({ isTooLong: error.name === TOO_LONG });
    const { id, isKept, isTooLong, answer: said } = await carry(entry).catch(failed);
    const answered = (its) => (isDecided(its) ? hear.current(id) : stand(fields, its.sentence));
    if (said) return answered(said);
    if (isTooLong) return stand(fields, props.tooLong);
    if (!isKept) return undefined; // it is tried again, and said to be late
    forgetAnswer(me.current.late);
    me.current.late = id;
    whenAnswered(id, answered);
    if (!isLast(fields)) return undefined;
    clearTimeout(me.current.timer);
    me.current.saved = me.current.sent.words;
    me.current.isTouched = isDirty();
    if (isDirty()) later(send, PAUSE_MS);
    return setState(isDirty() ? "saving" : "kept");
  }
  const post = (to, patience = ANSWER_MS) => {
    me.current.count += 1;
    me.current.sent = { serial: payload().serial, words: asShown(form.current) };
    setState((now) => (now === "late" ? now : "saving"));
    to?.(payload());
    later(() => {
      setState("late");
      if (isDirty()) post(save.current, Math.min(2 * patience, LONGEST_MS));
    }, patience);
  };
  const send = () => {
    const isUnderWay = me.current.sent?.words === asShown(form.current);
    if (isDirty() && !isUnderWay && !me.current.stands) post(save.current);
  };
  const typed = () => {
    me.current.isTouched = true;
    if (["refused", "fault"].includes(me.current.stands)) me.current.stands = "";
    if (me.current.stands) return;
    setState((now) => (now === "late" ? now : "saving"));
    later(send, PAUSE_MS);
  };
  const settle = (base) => {
    clearTimeout(me.current.timer);
    const saved = asShown(form.current);
    Object.assign(me.current, { base, saved, sent: null, stands: "", isTouched: false });
  };

  useEffect(() => {
    const shown = form.current; // the ref is gone when the page is left
    me.current.page = crypto.randomUUID();
    settle(version);
    const now = () => document.visibilityState === "hidden" && send();
    const warn = (event) => isDirty() && event.preventDefault();
    document.addEventListener("visibilitychange", now);
    window.addEventListener("beforeunload", warn);
    return () => {
      document.removeEventListener("visibilitychange", now);
      window.removeEventListener("beforeunload", warn);
      clearTimeout(me.current.timer);
      form.current = shown;
      send();
      clearTimeout(me.current.timer);
      forgetAnswer(me.current.late);
    };
  }, []);

  useEffect(() => {
    if (version === me.current.base || isDirty()) return;
    for (const el of fields(form.current)) if (el.type !== "hidden") fill(el, el.defaultValue);
    settle(version);
    setState("");
  }, [version]);

  useEffect(() => {
    const sent = me.current.sent;
    if (!sent || answer.serial !== sent.serial) return;
    clearTimeout(me.current.timer);
    me.current.sent = null;
    if (answer.is_saved) {
      Object.assign(me.current, { base: answer.version, saved: sent.words });
      me.current.isTouched = isDirty();
      setState(isDirty() ? "saving" : "saved");
      if (isDirty()) later(send, PAUSE_MS);
    } else {
      Object.assign(me.current, { saved: "", isTouched: true });
      me.current.stands = answer.others.length > 0 ? "clash" : "refused";
      setState(me.current.stands);
    }
  }, [answer]);

  const differs = ({ field, text }) => form.current.elements[field].value !== text;
  const keepMine = () => {
    Object.assign(me.current, { base: answer.version, stands: "" });
    send();
  };
  const takeOther = () => {
    for (const { field, text } of answer.others) fill(form.current.elements[field], text);
    settle(answer.version);
    setState("");
  };
  const finish = (event) => {
    event.preventDefault();
    if (!onFinish) return send(); // Enter in a field: there is nothing to finish, only words to save
    if (me.current.stands === "clash") return;
    post(onFinish);
    me.current.saved = asShown(form.current); // it goes with the form, not once more by itself
  };
  const { savedLine, kept, late } = props;
  const line = { "": savedLine, saved: answer.line, refused: answer.line, fault, kept, late };
  return (
    <form
      ref={form}
      className={className}
      noValidate
      data-outbox={kind}
      onInput={typed}
      onBlur={send}
      onSubmit={finish}
    >
      {children}
      {state === "clash" && (
        <div role="alert" className="notice" data-kind="wait">
          <div className="stack">
            <p>{answer.line}</p>
            {answer.others.filter(differs).map(({ field, label, text }) => (
              <div key={field}>
                <p className="small soft">{label}</p>
                <blockquote className="words" dir="auto">
                  {text || "–"}
                </blockquote>
              </div>
            ))}
            <div className="acts">
              <button type="button" className="button secondary" onClick={keepMine}>
                {props.keepMine}
              </button>
              <button type="button" className="button secondary" onClick={takeOther}>
                {props.takeOther}
              </button>
            </div>
          </div>
        </div>
      )}
      <p className="saved" data-state={state}>
        {state === "saving" && <span aria-hidden="true">{props.saving}</span>}
        <span role="status" className={state === "saving" ? "hidden" : undefined}>
          {line[state === "saving" ? "saved" : state] ?? ""}
        </span>
      </p>
    </form>
  );
}
