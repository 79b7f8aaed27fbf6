// A hint to the browser: read every function of a part while it is still coming, on another core,
// and not one by one when each is first called (V8's "explicit compile hints"; a comment to others).
const HINT = "//# allFunctionsCalledOnLoad\n"; // counts only as the first thing in a file

export default function readAhead() {
  return {
    name: "read-ahead",
    applyToEnvironment: ({ name }) => name === "client",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        for (const part of Object.values(bundle)) if (part.type === "chunk") part.code = HINT + part.code;
      },
    },
  };
}
