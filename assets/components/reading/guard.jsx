import { useContext, useEffect, useSyncExternalStore } from "react";
import { useLocation } from "react-router";
import { DispatchContext, StateStoreContext, app } from "$/utils/context-registry";
import { isOffline } from "$/public/components/connection.js";
import { useRestored } from "$/public/components/session.jsx";
import { Cover } from "./cover.jsx";
import * as guard from "./guard.js";
import { EVERYWHERE } from "./leaving.js";
import { Left } from "./left.jsx";
import { Locked } from "./locked.jsx";
import { useTaps } from "./taps.js";
import { forget } from "./wipe.js";

const INSTEAD = { locked: Locked, left: Left }; // and nothing for the moment it takes to hide

// A form that signs out: the phone forgets first. It does so alone while nobody answers, and before
// anybody has: a form that is sent to nobody would leave the browser's own error page.
function onSubmit(event, endings) {
  const to = event.target.getAttribute("action");
  if (event.defaultPrevented || !endings.includes(to)) return;
  if (!isOffline() && !guard.isUnheard()) return void forget();
  event.preventDefault();
  guard.leave(endings.indexOf(to) > 0 ? EVERYWHERE : undefined);
}

// Stands around every page. While the phone is locked, or somebody has left, there is no page.
export function Guard({ auth, pages, signIn, outside, endings, words, children }) {
  const store = useContext(StateStoreContext);
  const dispatchers = useContext(DispatchContext);
  const { pathname, search } = useLocation();
  const { phase, drafts } = useSyncExternalStore(guard.subscribe, guard.present, guard.present);
  useRestored(drafts);
  useTaps(phase);

  useEffect(() => {
    const told = { store, dispatchers, initial: app.initialState, root: app.state_name };
    const stop = guard.begin({ ...told, auth, pages, signIn, outside, endings });
    const leaving = (event) => onSubmit(event, endings);
    document.addEventListener("submit", leaving);
    return () => {
      stop();
      document.removeEventListener("submit", leaving);
    };
  }, []);
  useEffect(() => {
    guard.arrive((pathname.replace(/\/$/, "") || "/") + search);
  }, [pathname, search]);

  const isOpen = phase === "open" || outside.includes(pathname.replace(/\/$/, ""));
  const Instead = INSTEAD[phase];
  return (
    <>
      {isOpen && children}
      {!isOpen && Instead && <Instead words={words} endings={endings} signIn={signIn} />}
      <Cover>{words.name}</Cover>
    </>
  );
}
