import { useEffect, useRef, useState } from "react";

const LANGUAGE = "da-DK";
// Long texts are cut off by some browsers, sentences are not.
const SENTENCE = /[^\n]+?(?:[.!?](?=\s+[A-ZÆØÅ“"])|\n|$)/gm;

const isDanish = (voice) => voice.lang.toLowerCase().startsWith("da");
const danish = () => window.speechSynthesis.getVoices().filter(isDanish);
const ownVoice = () => danish().find((voice) => voice.localService) ?? null;

// A voice that is not on the phone itself sends the words to whoever made it: then there is none.
function canRead() {
  if (!("speechSynthesis" in window && "SpeechSynthesisUtterance" in window)) return false;
  return ownVoice() !== null || danish().length === 0;
}

function utterance(sentence) {
  const said = new SpeechSynthesisUtterance(sentence);
  said.lang = LANGUAGE;
  said.voice = ownVoice();
  return said;
}

// Reads a text with the phone's own voice; a second tap stops. Not there where there is no voice.
export function ReadAloud({ text, read, stop, about, className, children }) {
  const [isThere, setThere] = useState(false);
  const [reading, setReading] = useState(false);
  const turn = useRef(0); // odd while this button is heard; what an earlier turn says is past
  const end = (of) => {
    if (of !== turn.current) return;
    turn.current += 1;
    setReading(false);
  };
  const quiet = () => {
    if (turn.current % 2 === 0) return;
    end(turn.current);
    window.speechSynthesis.cancel();
  };
  useEffect(() => {
    const look = () => setThere(canRead());
    look();
    window.speechSynthesis?.addEventListener("voiceschanged", look);
    window.addEventListener("pagehide", quiet);
    return () => {
      window.speechSynthesis?.removeEventListener("voiceschanged", look);
      window.removeEventListener("pagehide", quiet);
      quiet();
    };
  }, []);
  const begin = () => {
    const sentences = (text.match(SENTENCE) ?? []).map((part) => part.trim()).filter(Boolean);
    window.speechSynthesis.cancel();
    turn.current += 1;
    setReading(true);
    const now = turn.current;
    sentences.map(utterance).forEach((said, n, all) => {
      said.onerror = () => end(now);
      if (n === all.length - 1) said.onend = () => end(now);
      window.speechSynthesis.speak(said);
    });
  };
  if (!isThere) return null;
  return (
    <button
      type="button"
      className={className}
      data-reading={reading || undefined}
      onClick={reading ? quiet : begin}
    >
      {children}
      {reading ? stop : read}
      {about && <span className="hidden">: {about}</span>}
    </button>
  );
}
