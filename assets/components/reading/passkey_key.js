// A passkey can give the same secret each time it is asked, without any connection (WebAuthn PRF).
export const hasPasskeys = () => typeof window.PublicKeyCredential === "function" && Boolean(navigator.credentials);

// The secret for `salt`, from the passkey `credential` or one the reader chooses; null when the
// browser or the passkey cannot. Throws when the reader says no.
export async function askPasskey(salt, credential) {
  const found = await navigator.credentials.get({
    publicKey: {
      challenge: crypto.getRandomValues(new Uint8Array(32)), // nobody checks it: the secret is the proof
      userVerification: "required",
      allowCredentials: credential ? [{ type: "public-key", id: credential }] : [],
      extensions: { prf: { eval: { first: salt } } },
    },
  });
  const secret = found?.getClientExtensionResults().prf?.results?.first;
  return secret ? { secret: new Uint8Array(secret), credential: new Uint8Array(found.rawId) } : null;
}
