// How much is left to chance, as in ../chance.py: the gate tries the same each time.

import fc from "fast-check";

const TIMES = Number(process.env.SEARCH ?? 0);
const RUNS = 40;

fc.configureGlobal(TIMES ? { numRuns: RUNS * TIMES } : { numRuns: RUNS, seed: RUNS });

export default fc;
