// What stands in the page's forms and is not sent.
const SECRET = ["password", "hidden", "file", "submit", "button"];

export const fields = (form) =>
  [...form.elements].filter((el) => el.name && !SECRET.includes(el.type));

export const isChoice = (el) => el.type === "radio" || el.type === "checkbox";

export const isTyped = (el) =>
  isChoice(el)
    ? el.checked && !el.defaultChecked
    : el.tagName === "SELECT"
      ? [...el.options].some((option) => option.selected !== option.defaultSelected)
      : el.value !== el.defaultValue;

export const isAnythingTyped = () =>
  [...document.forms].some((form) => fields(form).some(isTyped));
