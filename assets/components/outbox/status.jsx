import { useEffect, useSyncExternalStore } from "react";
import { Link } from "react-router";
import { listen, start, view } from "./page.js";

const NOTHING = { rows: [], isSending: false, sentAt: 0 };
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

// In a form that signs out: how much is not sent, for the server and for the reader.
export function UnsentCount({ name, one, many }) {
  const { rows } = useOutbox();
  const sentence = (rows.length === 1 ? one : many).replace("{n}", rows.length);
  return (
    <>
      <input type="hidden" name={name} value={rows.length} />
      {rows.length > 0 && <p className="small">{sentence}</p>}
    </>
  );
}
