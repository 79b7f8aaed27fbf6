// Without a connection, what only the server can do says so before the tap, and the tap does nothing.
import { isOffline, subscribe } from "$/public/components/connection.js";

// Forms that are kept on the phone and sent later go on working, and so does what says that it can.
const NEEDS_SERVER =
  "form:not([data-outbox], [data-works-offline]) [type=submit], [data-needs=server], a[href^='/api/']";
const held = () => document.querySelectorAll("[data-held]");

const isHeld = (target) => isOffline() && target.closest?.("[data-held]");

function stop(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function hold() {
  const why = document.querySelector("[data-why-held]")?.dataset.whyHeld;
  if (!why) return;
  for (const el of document.querySelectorAll(NEEDS_SERVER)) {
    if (el.dataset.held !== why) el.dataset.held = why;
    if (el.getAttribute("aria-disabled") !== "true") el.setAttribute("aria-disabled", "true");
  }
}

function letGo() {
  for (const el of held()) {
    delete el.dataset.held;
    el.removeAttribute("aria-disabled");
  }
}

export function startHolding() {
  const watch = new MutationObserver(hold);
  const follow = (offline) => {
    if (offline) {
      hold();
      watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ["aria-disabled"] });
    } else {
      watch.disconnect();
      letGo();
    }
  };
  subscribe(follow);
  follow(isOffline());
  window.addEventListener("click", (event) => isHeld(event.target) && stop(event), true);
  window.addEventListener(
    "submit",
    (event) => {
      const button = event.submitter ?? event.target.querySelector("[type=submit]");
      if (button && isHeld(button)) stop(event);
    },
    true,
  );
}
