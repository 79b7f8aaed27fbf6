// How long the app has been away, by two clocks: the phone's, which anybody can set, and the page's
// own, which nobody can, but which may stand still while the phone sleeps. The longer time counts.
import * as marks from "./marks.js";

const REST_MS = 5 * 60 * 1000;
const SLACK_MS = 5 * 1000; // a clock is put right by so much and nobody has touched it

let last = { mark: "", tick: 0 }; // when somebody was here, by the one clock and by the other

// Somebody has the app before them.
export function isHere() {
  last = { mark: String(Date.now()), tick: performance.now() };
  marks.write("seen", last.mark);
}

// Away for five minutes; or the phone's clock was set back, and nobody can tell.
export function isRested() {
  const mark = marks.read("seen");
  const away = Date.now() - Number(mark);
  if (mark !== last.mark) last = { mark, tick: performance.now() - away }; // an earlier page, another tab
  return away < -SLACK_MS || Math.max(away, performance.now() - last.tick) > REST_MS;
}
