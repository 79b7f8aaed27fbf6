// When a part of the app cannot be fetched, React Router loads the page again, and again. Without a
// connection that never ends. Here it only says so; ui/updates.py puts up a dialog with a button.
const RELOADS = "window.location.reload();\n\t\treturn new Promise(() => {});";
const SAYS_SO = 'window.dispatchEvent(new Event("part-missing"));\n\t\treturn new Promise(() => {});';

export default function missingPart() {
  return {
    name: "missing-part",
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith("/dom/ssr/routeModules.js")) return null;
      if (!code.includes(RELOADS)) throw Error("React Router loads a missing part in another way");
      return { code: code.replace(RELOADS, SAYS_SO), map: null };
    },
  };
}
