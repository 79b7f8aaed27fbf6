import { useId } from "react";
import { DIGITS } from "./codes.js";

// Six digits. Never kept by the browser, never shown.
export function PinField({ name, label, hint, error, errorLabel }) {
  const id = useId();
  const told = [error && `${id}-fejl`, hint && `${id}-hint`].filter(Boolean).join(" ") || undefined;
  return (
    <div className="field" data-invalid={Boolean(error)}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="error" id={`${id}-fejl`} role="alert">
          <span className="hidden">{errorLabel}</span>
          {error}
        </p>
      )}
      <input
        id={id}
        name={name}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={DIGITS}
        className="input pin"
        aria-describedby={told}
        aria-invalid={Boolean(error)}
      />
    </div>
  );
}
