export const DIGITS = 6;

const isStep = (digits, by) => digits.every((digit, n) => n === 0 || (10 + digit - digits[n - 1]) % 10 === by);
const repeats = (pin, length) => pin === pin.slice(0, length).repeat(DIGITS / length);
const KNOWN = ["112233", "123321", "159753", "147258", "258000", "100000", "102030"];

export const isPin = (pin) => /^\d{6}$/.test(pin);

// The ones everybody tries first: one digit, two or three over again, a row, a few well-known ones.
export function isWeak(pin) {
  const digits = [...pin].map(Number);
  return (
    [1, 2, 3].some((length) => repeats(pin, length)) ||
    isStep(digits, 1) ||
    isStep(digits, 9) ||
    KNOWN.includes(pin) ||
    KNOWN.includes([...pin].reverse().join(""))
  );
}
