import { useEffect, useRef, useState } from "react";

const KEPT = "sammen-kept";
const isKeepable = (el) =>
  el.name &&
  el.autocomplete !== "one-time-code" &&
  !["password", "hidden", "submit"].includes(el.type);

function keepOnSubmit(event) {
  const fields = [...event.target.elements].filter(isKeepable);
  const kept = Object.fromEntries(fields.map((el) => [el.name, el.value]));
  sessionStorage.setItem(KEPT, JSON.stringify(kept));
}

function putBack() {
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "{}");
  for (const form of document.querySelectorAll("form[method=post]")) {
    for (const el of [...form.elements].filter(isKeepable)) {
      if (!el.value && kept[el.name]) el.value = kept[el.name];
    }
  }
}

// After a native POST the server answers with a code in the address; here it becomes a sentence.
export function Notice({ param, sentences, heading, className }) {
  const box = useRef(null);
  const [sentence, setSentence] = useState("");
  useEffect(() => {
    const code = new URLSearchParams(location.search).get(param);
    setSentence((code && sentences[code]) || "");
    if (code) putBack();
    else sessionStorage.removeItem(KEPT);
    document.addEventListener("submit", keepOnSubmit);
    return () => document.removeEventListener("submit", keepOnSubmit);
  }, []);
  useEffect(() => {
    if (sentence) box.current?.focus();
  }, [sentence]);
  if (!sentence) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className={className}>
      <h2>{heading}</h2>
      <p>{sentence}</p>
    </div>
  );
}
