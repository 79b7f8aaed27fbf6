// Stands in for Emotion's `jsx`, which Reflex makes every element through. Our styles are in CSS
// files, so React's own function does, and seven kilobytes stay at home.
import { createElement } from "react";

const refuseStyleProps = (type, props, ...children) => {
  if (props && "css" in props) throw Error(`a style prop on <${type}>: use a class name`);
  return createElement(type, props, ...children);
};

// The build prerenders every page: a style prop stops it there.
export const jsx = import.meta.env.SSR ? refuseStyleProps : createElement;
