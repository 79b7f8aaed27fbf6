import { useEffect, useRef } from "react";
import { useLocation } from "react-router";

let arrivedAt = null;

// After a client-side route change a screen reader hears nothing by itself: the new h1 takes focus.
// One screen after another may stand at the same path.
export function PageFocus() {
  const { pathname, search } = useLocation();
  useEffect(() => {
    const here = pathname + search;
    if (arrivedAt !== null && arrivedAt !== here) {
      document.querySelector("h1")?.focus({ preventScroll: true });
    }
    arrivedAt = here;
  }, [pathname, search]);
  return null;
}

// A plain link would only scroll; this one also moves the keyboard to the content.
export function SkipLink({ to, children }) {
  const skip = (event) => {
    event.preventDefault();
    document.getElementById(to)?.focus();
  };
  return (
    <a className="skip" href={`#${to}`} onClick={skip}>
      {children}
    </a>
  );
}

// A native <details> that also closes on Escape (focus back on its button) and on a tap elsewhere.
export function Menu({ children, className }) {
  const box = useRef(null);
  useEffect(() => {
    const close = () => box.current?.removeAttribute("open");
    const onKey = (event) => {
      if (event.key === "Escape" && box.current?.open) {
        close();
        box.current.querySelector("summary")?.focus();
      }
    };
    const onPress = (event) => {
      if (!box.current?.contains(event.target) || event.target.closest("a")) close();
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("click", onPress);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("click", onPress);
    };
  }, []);
  return (
    <details ref={box} className={className}>
      {children}
    </details>
  );
}
