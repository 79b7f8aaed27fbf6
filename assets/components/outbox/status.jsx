import { useEffect, useState, useSyncExternalStore } from "react";
import { Link } from "react-router";
import { listen, start, view } from "./page.js";
import { leftBehind } from "./seal.js";
import { isWaiting } from "./store.js";

const NOTHING = { rows: [], writer: "", isSending: false, sentAt: 0 };
const useOutbox = () => useSyncExternalStore(listen, view, () => NOTHING);
const clock = (moment) =>
  new Date(moment).toLocaleTimeString("da-DK", { hour: "2-digit", minute: "2-digit" });

// In the top bar: that something is being sent, has been sent, or still waits.
export function OutboxStatus({ writer, isOpenToAll, to, sendingLine, sentLine, waits }) {
  const { rows, isSending, sentAt } = useOutbox();
  useEffect(() => {
    start(writer || (isOpenToAll ? "" : null));
  }, [writer, isOpenToAll]);
  const left = isSending ? 0 : rows.length;
  const sent = sentAt && left === 0 ? sentLine.replace("{time}", clock(sentAt)) : "";
  return (
    <>
      <span role="status" className="sending">
        {isSending ? sendingLine : sent}
      </span>
      {left > 0 && (
        <Link to={to} className="unsent">
          {waits.replace("{n}", left)}
        </Link>
      )}
    </>
  );
}

// In a form that signs out: what of the writer's is not sent, for the server, and how much, for the
// reader.
export function UnsentCount({ name, one, many }) {
  const { rows, writer } = useOutbox();
  const [left, setLeft] = useState("");
  useEffect(() => {
    let isLatest = true;
    leftBehind(rows, writer).then((named) => isLatest && setLeft(named));
    return () => (isLatest = false);
  }, [rows, writer]);
  const count = rows.filter(isWaiting(writer)).length;
  const sentence = (count === 1 ? one : many).replace("{n}", count);
  return (
    <>
      <input type="hidden" name={name} value={left} />
      {count > 0 && <p className="small">{sentence}</p>}
    </>
  );
}
