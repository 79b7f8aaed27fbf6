import { useEffect } from "react";
import { useNavigate } from "react-router";
import { isAnythingTyped } from "$/public/components/typed.js";

// A tap on a message leads an open page there, unless somebody is in the middle of writing.
export function NotificationTaps() {
  const navigate = useNavigate();
  useEffect(() => {
    const workers = navigator.serviceWorker;
    const go = ({ data }) => data?.opens && !isAnythingTyped() && navigate(data.opens);
    workers?.addEventListener("message", go);
    return () => workers?.removeEventListener("message", go);
  }, []);
  return null;
}
