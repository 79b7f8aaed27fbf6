import { useEffect, useState, useSyncExternalStore } from "react";
import { isTold, listen, send, view } from "./page.js";
import { wordsOf } from "./written.js";

const NOTHING = { rows: [] };
const WHEN = { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" };
const written = (at) => new Date(at).toLocaleString("da-DK", WHEN);

// What somebody wrote, each with its label, while the page it was written on has not been left.
const told = (id, labels) =>
  Object.entries(wordsOf(id) ?? {}).filter(([name, text]) => labels[name] && text).map(([name, text]) => [labels[name], text]);

function Words({ words }) {
  return words.map(([label, text]) => (
    <div key={label}>
      <p className="small soft">{label}</p>
      <p className="words" dir="auto">
        {text}
      </p>
    </div>
  ));
}

// For what only this phone has, and cannot send: there is no other way to get it back.
function Rescue({ id, words, said }) {
  const text = words.map((each) => each.join("\n")).join("\n\n");
  const { copyLabel: label, copied, byHand } = said;
  return (
    <div className="acts">
      {text && <CopyText {...{ text, label, copied, byHand }} className="button secondary" />}
      <button type="button" className="button quiet" onClick={() => isTold(id)}>
        {said.letGo}
      </button>
    </div>
  );
}

function Row({ row, writer, kinds, said }) {
  const kind = kinds[row.kind] ?? { label: row.kind, words: {} };
  const isOthers = Boolean(writer) && row.person !== writer;
  const isRefused = row.fault === "refused";
  const fault = isRefused ? said.refusedLine : row.sentence;
  const words = isOthers ? [] : told(row.id, kind.words);
  return (
    <li className="card">
      <h2>{isOthers ? said.othersLabel : kind.label}</h2>
      <p className="small soft">
        <time dateTime={row.at}>{written(row.at)}</time>
      </p>
      <Words words={words} />
      <p>{row.fault ? fault : isOthers ? said.othersLine : said.waitsLine}</p>
      {row.fault && !isRefused && <Rescue id={row.id} words={words} said={said} />}
    </li>
  );
}

// What is still on this phone. Sealed words cannot be read again, so most say what and when alone.
// `refused` are the keys of what the server has sent back and shows itself. It is asked about
// those it does not name, and says which are `gone`.
export function UnsentOnPhone(props) {
  const { writer, kinds, refused, gone, onNews, className, children, ...said } = props;
  const { rows: all } = useSyncExternalStore(listen, view, () => NOTHING);
  const isMine = (row) => row.fault === "refused" && row.person === writer;
  const unnamed = all.filter((row) => isMine(row) && !refused.includes(row.id)).map(({ id }) => id);
  const rows = all.filter((row) => !isMine(row) || !refused.includes(row.id));
  useEffect(() => {
    if (unnamed.length > 0) onNews(unnamed);
  }, [unnamed.join()]);
  useEffect(() => {
    for (const id of unnamed) if (gone.includes(id)) isTold(id);
  }, [gone, unnamed.join()]);
  if (rows.length === 0) return refused.length > 0 ? null : children;
  return (
    <div className={className}>
      <ul className="stack">
        {rows.map((row) => (
          <Row key={row.id} row={row} writer={writer} kinds={kinds} said={said} />
        ))}
      </ul>
      <button type="button" className="button secondary" onClick={send}>
        {said.tryAgain}
      </button>
    </div>
  );
}

const mark = (box) => {
  box?.focus();
  box?.select();
};

// A button that copies a text, and says so. Where the browser says no the text stands there, marked.
export function CopyText({ text, label, copied, byHand, className }) {
  const [said, setSaid] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(copied);
    } catch {
      setSaid(byHand);
    }
  };
  return (
    <>
      <button type="button" className={className} onClick={copy}>
        {label}
      </button>
      <span role="status">{said}</span>
      {said === byHand && (
        <textarea ref={mark} className="input" readOnly rows={5} value={text} aria-label={label} dir="auto" />
      )}
    </>
  );
}
