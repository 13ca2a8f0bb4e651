//! Signatures under statements that leave the vault: receipts and checkpoints of the audit trail. Ed25519 (RFC 8032). It must not know
//! what a statement says, only which sort it is.
//!
//! A signature says: whoever held this vault's keys wrote these bytes. It proves nothing else.

use std::fmt;

use data_encoding::HEXLOWER;
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use zeroize::Zeroizing;

use crate::hazmat;
use crate::keys::Keys;

/// What the signing key's seed is derived by, under the `receipt` key.
const SEED: &[u8] = b"keepsake/v1/receipt/ed25519";

/// Sorts of statements: a signature under one is none under another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Statement {
    /// What was forgotten.
    Receipt,
    /// Up to where the audit trail may be cut.
    Checkpoint,
    /// That a vault was ordered to be erased, and is.
    EraseOrder,
}

impl Statement {
    /// Stands before the signed bytes.
    fn prefix(self) -> &'static [u8] {
        match self {
            Statement::Receipt => b"keepsake-receipt-v1\n",
            Statement::Checkpoint => b"keepsake-checkpoint-v1\n",
            Statement::EraseOrder => b"keepsake-erase-order-v1\n",
        }
    }

    fn signed_bytes(self, body: &[u8]) -> Zeroizing<Vec<u8>> {
        Zeroizing::new([self.prefix(), body].concat())
    }
}

/// The public half of a vault's signing key: 32 bytes, the same for as long as the vault lives.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct ReceiptKey([u8; 32]);

impl ReceiptKey {
    /// Reads 64 lower-case hexadecimal digits.
    pub fn parse(text: &str) -> Option<ReceiptKey> {
        HEXLOWER.decode(text.as_bytes()).ok()?.try_into().ok().map(ReceiptKey)
    }

    /// The first 16 bytes of SHA-256 over the key, as eight groups of four hexadecimal digits: short enough to be compared by eye.
    pub fn fingerprint(&self) -> String {
        let digest = hazmat::sha256(&[&self.0]);
        let (half, _) = digest.split_at(16);
        half.chunks(2).map(|pair| HEXLOWER.encode(pair)).collect::<Vec<_>>().join("-")
    }

    /// True if this key signed `body` as a statement of this sort. Strict: keys and signatures that RFC 8032 leaves room for, but
    /// that no signer makes, are refused.
    pub fn verifies(&self, statement: Statement, body: &[u8], signature: &[u8; 64]) -> bool {
        VerifyingKey::from_bytes(&self.0).is_ok_and(|key| {
            key.verify_strict(&statement.signed_bytes(body), &Signature::from_bytes(signature)).is_ok()
        })
    }
}

impl fmt::Display for ReceiptKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&HEXLOWER.encode(&self.0))
    }
}

impl fmt::Debug for ReceiptKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ReceiptKey({})", self.fingerprint())
    }
}

impl Keys {
    /// The public half of the key that [`Keys::sign`] signs with.
    pub fn receipt_key(&self) -> ReceiptKey {
        ReceiptKey(self.signing_key().verifying_key().to_bytes())
    }

    /// Signs a statement, under a key that outlives epochs. The same bytes get the same signature.
    pub fn sign(&self, statement: Statement, body: &[u8]) -> [u8; 64] {
        self.signing_key().sign(&statement.signed_bytes(body)).to_bytes()
    }

    fn signing_key(&self) -> SigningKey {
        SigningKey::from_bytes(&Zeroizing::new(self.receipt_mac(SEED)))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn bytes<const N: usize>(text: &str) -> [u8; N] {
        HEXLOWER.decode(text.as_bytes()).unwrap().try_into().unwrap()
    }

    /// RFC 8032, section 7.1: secret key, public key, message, signature.
    const RFC_8032: [(&str, &str, &str, &str); 3] = [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        ),
        (
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
        ),
    ];

    #[test]
    fn the_signature_scheme_is_that_of_rfc_8032() {
        for (secret, public, message, signature) in RFC_8032 {
            let key = SigningKey::from_bytes(&bytes(secret));
            let message = HEXLOWER.decode(message.as_bytes()).unwrap();
            assert_eq!(key.verifying_key().to_bytes(), bytes::<32>(public));
            assert_eq!(key.sign(&message).to_bytes(), bytes::<64>(signature));
        }
    }

    #[test]
    fn what_no_signer_makes_is_refused() {
        let [(_, public, _, signature), ..] = RFC_8032;
        let (public, signature) = (ReceiptKey(bytes(public)), bytes::<64>(signature));
        // Right for the bare message, so wrong for any statement.
        assert!(!public.verifies(Statement::Receipt, b"", &signature));
        // Keys of small order: with them, signatures can be made that fit every message.
        let small_order = [
            "0100000000000000000000000000000000000000000000000000000000000000",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "0000000000000000000000000000000000000000000000000000000000000000",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        ];
        let mut identity = [0; 64];
        identity[0] = 1;
        for key in small_order {
            let key = ReceiptKey(bytes(key));
            for signature in [[0; 64], identity] {
                assert!(!key.verifies(Statement::Receipt, b"any", &signature));
            }
        }
        // No point on the curve.
        assert!(!ReceiptKey([2; 32]).verifies(Statement::Receipt, b"", &signature));
    }

    #[test]
    fn keys_have_one_spelling() {
        let key = ReceiptKey([0xab; 32]);
        assert_eq!(ReceiptKey::parse(&key.to_string()), Some(key));
        for text in ["", "ab", &"AB".repeat(32), &"ab".repeat(33), &"zz".repeat(32)] {
            assert_eq!(ReceiptKey::parse(text), None, "{text}");
        }
        assert_eq!(key.fingerprint().len(), 8 * 4 + 7);
    }
}
