#![allow(clippy::unwrap_used, clippy::panic)]

use std::io::Cursor;

use super::*;
use crate::entropy::SystemEntropy;
use crate::error::ErrorCode;

const PASSPHRASE: &str = "velvet otter ladder mumbles";

fn passphrase() -> Passphrase {
    Passphrase::new(PASSPHRASE).unwrap()
}

fn sealed(plain: &[u8]) -> Vec<u8> {
    let mut writer = AgeWriter::new(Vec::new(), &passphrase(), &mut SystemEntropy).unwrap();
    for piece in plain.chunks(7777) {
        writer.write_all(piece).unwrap();
    }
    writer.finish().unwrap()
}

/// The plain bytes, or the code of what stood in the way.
fn opened(file: &[u8], passphrase: &Passphrase) -> Result<Vec<u8>, String> {
    let name = |error: Error| error.code().as_str().to_owned();
    let mut reader = AgeReader::open(Cursor::new(file), passphrase).map_err(|error| match error {
        AgeError::Age(error) => name(error),
        AgeError::Io(error) => format!("{:?}", error.kind()),
    })?;
    let mut plain = Vec::new();
    reader.read_to_end(&mut plain).map_err(|error| format!("{:?}", error.kind()))?;
    Ok(plain)
}

fn text_of(length: usize) -> Vec<u8> {
    (0..length).map(|at| (at * 31 % 251) as u8).collect()
}

#[test]
fn what_was_sealed_opens_whatever_its_length_and_from_anywhere() {
    for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK] {
        let plain = text_of(length);
        let file = sealed(&plain);
        assert!(opened(&file, &passphrase()).unwrap() == plain, "{length}");
        if length == 3 * CHUNK {
            let mut reader = AgeReader::open(Cursor::new(&file), &passphrase()).unwrap();
            for at in [2 * CHUNK as u64 - 3, 5, 3 * CHUNK as u64 - 6] {
                let mut piece = [0; 6];
                reader.seek(SeekFrom::Start(at)).unwrap();
                reader.read_exact(&mut piece).unwrap();
                assert_eq!(piece, plain[at as usize..at as usize + 6]);
            }
            assert_eq!(reader.seek(SeekFrom::End(0)).unwrap(), length as u64);
        }
    }
}

#[test]
fn the_format_s_own_vectors_open_or_are_refused() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/vectors/age");
    let (mut opens, mut refuses) = (0, 0);
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some() {
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        let split = bytes.windows(2).position(|pair| pair == b"\n\n").unwrap();
        let head = String::from_utf8(bytes[..split].to_vec()).unwrap();
        let value = |name: &str| head.lines().find_map(|line| line.strip_prefix(name)).unwrap();
        let answer = opened(&bytes[split + 2..], &Passphrase::new(value("passphrase: ")).unwrap());
        if value("expect: ") == "success" {
            use sha2::Digest;
            let digest: [u8; 32] = Sha256::digest(answer.unwrap()).into();
            assert_eq!(data_encoding::HEXLOWER.encode(&digest), value("payload: "));
            opens += 1;
        } else {
            assert!(answer.is_err(), "{}", path.display());
            refuses += 1;
        }
    }
    assert_eq!((opens, refuses), (1, 24), "a vector is missing");
}

#[test]
fn a_wrong_passphrase_is_told_from_a_damaged_file() {
    let file = sealed(b"a few words");
    let wrong = Passphrase::new("velvet otter ladder mumble").unwrap();
    assert_eq!(opened(&file, &wrong).unwrap_err(), ErrorCode::WrongSecret.as_str());
    let refuses = |file: &[u8], code: &str| assert_eq!(opened(file, &passphrase()).unwrap_err(), code);
    refuses(b"", "bad_input");
    refuses(b"PK\x03\x04", "bad_input");
    refuses(&file[..file.len() / 2], "bad_input");
    let mut changed = file.clone();
    *changed.last_mut().unwrap() ^= 1;
    refuses(&changed, "damaged");
    refuses(&[&file[..], b"x"].concat(), "damaged");
    let mac = file.windows(4).position(|four| four == b"--- ").unwrap() + 6;
    let mut changed = file.clone();
    changed[mac] = if changed[mac] == b'A' { b'B' } else { b'A' };
    refuses(&changed, "damaged");
    // An endless line must not be read to its end.
    refuses(&[b'a'; 1 << 20], "bad_input");
}

#[test]
fn chunks_can_be_neither_dropped_nor_swapped_nor_added() {
    let file = sealed(&text_of(3 * CHUNK));
    let payload_at = file.len() - 3 * (CHUNK + TAG);
    let (head, chunks) = file.split_at(payload_at);
    let pieces: Vec<&[u8]> = chunks.chunks(CHUNK + TAG).collect();
    let with = |order: &[usize]| {
        let mut file = head.to_vec();
        order.iter().for_each(|at| file.extend_from_slice(pieces[*at]));
        opened(&file, &passphrase())
    };
    assert!(with(&[0, 1, 2]).is_ok());
    for order in [&[0, 1][..], &[1, 0, 2], &[0, 2], &[0, 0, 1, 2], &[0, 1, 2, 2], &[2], &[]] {
        assert!(with(order).is_err(), "{order:?}");
    }
}

#[test]
fn a_file_without_its_end_does_not_open() {
    let mut writer = AgeWriter::new(Vec::new(), &passphrase(), &mut SystemEntropy).unwrap();
    writer.write_all(&text_of(2 * CHUNK)).unwrap();
    let AgeWriter { out, .. } = writer;
    assert_eq!(opened(&out, &passphrase()).unwrap_err(), "damaged");
}
