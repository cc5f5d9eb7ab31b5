"""Sealed boxes: encrypted for the holder of a private key, who cannot tell who sealed them."""

import hashlib
import hmac
import secrets

NONCE, SECRET = 12, 32


def public_of(private: bytes) -> bytes:
    """What others seal to, for who holds the private half."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def seal(public: bytes, content: bytes, purpose: str) -> bytes:
    """`purpose` is not in the box: who opens it must ask for the same."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    once = X25519PrivateKey.generate()
    theirs = once.public_key().public_bytes_raw()
    shared = once.exchange(X25519PublicKey.from_public_bytes(public))
    nonce = secrets.token_bytes(NONCE)
    box = AESGCM(_box_key(shared, theirs + public)).encrypt(nonce, content, purpose.encode())
    return theirs + nonce + box


def unseal(private: bytes, public: bytes, sealed: bytes, purpose: str) -> bytes | None:
    """What was sealed to `public` for that purpose; None when it was not, or was altered."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    theirs, nonce, box = sealed[:SECRET], sealed[SECRET : SECRET + NONCE], sealed[SECRET + NONCE :]
    try:
        once = X25519PublicKey.from_public_bytes(theirs)
        shared = X25519PrivateKey.from_private_bytes(private).exchange(once)
        return AESGCM(_box_key(shared, theirs + public)).decrypt(nonce, box, purpose.encode())
    except (InvalidTag, ValueError):
        return None


def _box_key(shared: bytes, parties: bytes) -> bytes:
    extracted = hmac.digest(hashlib.sha256(parties).digest(), shared, "sha256")
    return hmac.digest(extracted, b"boite\x01", "sha256")
