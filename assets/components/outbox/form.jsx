import { useEffect, useRef, useState } from "react";
import { carry, forgetAnswer, isTold, onAnswer as whenAnswered } from "./page.js";
import { TOO_LONG, isDecided } from "./written.js";

const textsIn = (form) =>
  Object.fromEntries([...new FormData(form)].filter(([, text]) => typeof text === "string"));

// React does not see a reset: what counts letters or follows a choice hears of it like this.
function startAfresh(form) {
  form.reset();
  for (const el of form.elements) el.dispatchEvent(new Event("input", { bubbles: true }));
}

// A form whose words are safe on the phone before they are sent. An answer that comes at once is
// told by the page; when none comes the form starts afresh and says where the words are.
export function OutboxForm(props) {
  const { kind, writer, about, draft, longest, onAnswer, children, className } = props;
  const form = useRef(null);
  const [told, setTold] = useState({ as: "", sentence: "" });
  const me = useRef({ isBusy: false, unsure: null, late: "", isTyped: false });
  const answerBy = useRef(onAnswer);
  answerBy.current = onAnswer;
  useEffect(() => () => forgetAnswer(me.current.late), []);

  const hear = (id) => {
    answerBy.current?.(id, about ?? "");
    isTold(id);
  };
  const whenLate = (id) => {
    me.current.late = id;
    whenAnswered(id, ({ status }) => {
      // What was refused stays at the server for its writer: here its words are gone.
      if (status !== "applied") return setTold({ as: "wait", sentence: props.refusedLine });
      setTold({ as: "success", sentence: props.sentLine });
      if (!me.current.isTyped) hear(id);
    });
  };
  const tell = ({ id, answer, isKept, trouble }, fields) => {
    if (isDecided(answer)) {
      setTold({ as: "", sentence: "" });
      hear(id);
    } else if (answer) {
      setTold({ as: "wait", sentence: answer.sentence });
    } else if (isKept) {
      const line = trouble === "signed_out" ? props.signInLine : props.keptLine;
      setTold({ as: "wait", sentence: line, isKept: true });
      whenLate(id);
      startAfresh(form.current);
      me.current.isTyped = false;
    } else {
      me.current.unsure = { id, words: JSON.stringify(fields) };
      setTold({ as: "wait", sentence: props.noRoomLine });
    }
  };
  const submit = async (event) => {
    event.preventDefault();
    if (me.current.isBusy) return;
    const fields = textsIn(form.current);
    const { unsure } = me.current;
    const id = unsure?.words === JSON.stringify(fields) ? unsure.id : undefined;
    Object.assign(me.current, { isBusy: true, unsure: null });
    try {
      tell(await carry({ id, kind, fields, form: draft, writer, longest }), fields);
    } catch (error) {
      const isTooLong = error.name === TOO_LONG;
      setTold({ as: "wait", sentence: isTooLong ? props.tooLongLine : props.notYetLine });
    } finally {
      me.current.isBusy = false;
      form.current?.dispatchEvent(new Event("told"));
    }
  };
  const typed = () => (me.current.isTyped = true);
  return (
    <form
      ref={form}
      className={className}
      noValidate
      data-outbox={kind}
      data-draft={draft || undefined}
      data-kept={told.isKept}
      onInput={typed}
      onSubmit={submit}
    >
      {children}
      <div role="status">
        {told.sentence && (
          <p className="notice" data-kind={told.as}>
            {told.sentence}
          </p>
        )}
      </div>
    </form>
  );
}
