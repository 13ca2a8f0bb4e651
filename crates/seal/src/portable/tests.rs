#![allow(clippy::unwrap_used)]

use data_encoding::HEXLOWER;

use super::*;
use crate::entropy::SystemEntropy;
use crate::error::ErrorCode;

fn passphrase() -> Passphrase {
    Passphrase::new("velvet otter ladder mumbles").unwrap()
}

fn sealed(pieces: &[&[u8]]) -> (PortableHeader, Vec<Vec<u8>>) {
    let mut sealer = PortableSealer::new(&passphrase(), &mut SystemEntropy).unwrap();
    let count = pieces.len();
    let chunks = pieces.iter().enumerate().map(|(at, piece)| sealer.seal(piece, at + 1 == count).unwrap());
    let chunks = chunks.collect();
    assert!(sealer.seal(b"more", true).is_err(), "nothing follows the last chunk");
    (sealer.header(), chunks)
}

#[test]
fn what_was_sealed_opens() {
    let (header, chunks) = sealed(&[b"one ", b"", b"three"]);
    assert_eq!(&**open_portable(&header, &passphrase(), &chunks).unwrap(), b"one three");
    let (header, chunks) = sealed(&[b""]);
    assert!(open_portable(&header, &passphrase(), &chunks).unwrap().is_empty());
}

#[test]
fn nothing_may_be_changed() {
    let (header, chunks) = sealed(&[b"one", b"two", b"three"]);
    let refused = |header: &PortableHeader, chunks: &[Vec<u8>]| {
        open_portable(header, &passphrase(), chunks).unwrap_err().code()
    };
    for order in [&[0, 1][..], &[1, 0, 2], &[0, 2], &[0, 0, 1, 2], &[0, 1, 2, 2], &[2], &[]] {
        let chunks: Vec<_> = order.iter().map(|at| chunks[*at].clone()).collect();
        let code = refused(&header, &chunks);
        assert!(matches!(code, ErrorCode::Damaged | ErrorCode::WrongSecret), "{order:?}");
    }
    for at in 0..3 {
        let mut chunks = chunks.clone();
        *chunks[at].last_mut().unwrap() ^= 1;
        refused(&header, &chunks);
    }
    for header in [
        PortableHeader { id: [7; 16], ..header },
        PortableHeader { salt: [7; 16], ..header },
        PortableHeader { iterations: header.iterations - 1, ..header },
    ] {
        assert_eq!(refused(&header, &chunks), ErrorCode::WrongSecret);
    }
    let other = Passphrase::new("another").unwrap();
    assert_eq!(open_portable(&header, &other, &chunks).unwrap_err().code(), ErrorCode::WrongSecret);
    for iterations in [0, 1, 599_999, 10_000_001, u32::MAX] {
        assert_eq!(refused(&PortableHeader { iterations, ..header }, &chunks), ErrorCode::WeakParameters);
    }
}

/// Made by another program: Node's WebCrypto (PBKDF2 and AES-GCM of `crypto.subtle`).
#[test]
fn the_frozen_chunks_open() {
    let header = PortableHeader { id: [1; 16], salt: [2; 16], iterations: 600_000 };
    let chunks = FROZEN.map(|chunk| HEXLOWER.decode(chunk.as_bytes()).unwrap());
    assert_eq!(&**open_portable(&header, &passphrase(), &chunks).unwrap(), b"first, then last");
}

const FROZEN: [&str; 2] =
    ["5b73524f827815893fbd89c28fd45ab17fc98ccd7e0b8c", "63797e081e4ebf621a253de3dcac70d2d8f4e7387247a01924"];
