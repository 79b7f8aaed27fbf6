"""OpenID Connect relying party: the code flow with PKCE, nonce and a checked assurance level.

OpenID Connect Core 1.0, RFC 7636 and RFC 9700 are the rules. Nothing here knows a person:
it ends with a subject, and ``people.identities`` knows whose that is.
"""
