import { Children, useState } from "react";

// A native <details> whose content is drawn when it is first unfolded, and then stays: what is
// typed in it is there when it is folded again.
export function Fold({ children, className }) {
  const [isDrawn, setDrawn] = useState(false);
  const [summary, ...content] = Children.toArray(children);
  const draw = (event) => event.currentTarget.open && setDrawn(true);
  return (
    <details className={className} onToggle={draw}>
      {summary}
      <div className="details-body">{isDrawn ? content : null}</div>
    </details>
  );
}
