import { useEffect } from "react";
import { useNavigate } from "react-router";

const isTyped = (el) => el.type !== "hidden" && el.value !== el.defaultValue;

// A tap on a message leads an open page there, unless somebody is in the middle of writing.
export function NotificationTaps() {
  const navigate = useNavigate();
  useEffect(() => {
    const workers = navigator.serviceWorker;
    const go = ({ data }) => {
      const fields = [...document.querySelectorAll("main textarea, main input")];
      if (data?.opens && !fields.some(isTyped)) navigate(data.opens);
    };
    workers?.addEventListener("message", go);
    return () => workers?.removeEventListener("message", go);
  }, []);
  return null;
}
