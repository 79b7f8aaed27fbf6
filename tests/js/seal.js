// Seals what is on stdin, as a phone would: {key, entries: [{id, person, kind, fields, …}]}.
import { readFileSync } from "node:fs";
import { seal } from "../../assets/components/outbox/seal.js";

const { key, entries } = JSON.parse(readFileSync(0, "utf8"));
const sealed = await Promise.all(entries.map((entry) => seal(entry, key)));
console.log(JSON.stringify(sealed));
