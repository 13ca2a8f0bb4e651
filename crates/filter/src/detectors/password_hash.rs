//! Passwords as systems keep them: crypt(3) strings, bcrypt, Argon2 and PBKDF2 in PHC form, LDAP and Django hashes, Kerberos and
//! NTLM material. They can be guessed offline. It must not know plain digests, which nobody can tell from a checksum.

use super::joint::skip;
use super::{Candidate, Detector, Find, Found, Trigger};
use crate::finding::Class;
use crate::kinds::kind;
use crate::text::Text;

pub(super) static ROWS: &[Detector] = &[Detector {
    kind: &kind("password_hash", "password hash", Class::Secret),
    trigger: Trigger::Words(&[
        "$1$",
        "$2a$",
        "$2b$",
        "$2x$",
        "$2y$",
        "$5$",
        "$6$",
        "$7$",
        "$8$",
        "$9$",
        "$y$",
        "$apr1$",
        "$argon2",
        "$scrypt$",
        "$pbkdf2",
        "$P$",
        "$H$",
        "$krb5",
        "pbkdf2_sha",
        "{SHA",
        "{SSHA",
        "{SMD5",
        "aad3b435b51404ee",
    ]),
    find: Find::Pattern {
        guard: is_alone,
        pattern: concat!(
            r"(?-u)^(?i:\$(?:1|5|6|7|8|9|y|apr1)\$(?:rounds=[0-9]{1,9}\$)?[./A-Za-z0-9+-]{1,64}\$[./A-Za-z0-9]{20,128}",
            r"|\$2[abxy]\$[0-9]{2}\$[./A-Za-z0-9]{53}",
            r"|\$(?:argon2(?:id|i|d)|scrypt|pbkdf2[a-z0-9-]{0,10})\$[A-Za-z0-9+/=,.$-]{24,300}",
            r"|\$[ph]\$[./A-Za-z0-9]{31}",
            r"|\$krb5[a-z]{2,8}\$[0-9]{1,3}\$[^\s]{32,300}",
            r"|pbkdf2_sha(?:1|256|512)\$[0-9]{3,8}\$[A-Za-z0-9]{4,40}\$[A-Za-z0-9+/=]{20,120}",
            r"|\{s?(?:sha|md5)[0-9]{0,3}\}[A-Za-z0-9+/]{20,120}={0,2}",
            r"|aad3b435b51404ee[0-9a-f]{16}:[0-9a-f]{32})",
        ),
        reach: 512,
        check: hash,
    },
    context: &[],
    fires: &[
        concat!("$1$tides", "alt$Wx3kPq9RzLm2Vn7Tb4Yc1/"),
        concat!("rolf:$2b$12$", "Nh7Wq3Zr9Tb1Lc5Vx8Km2uPd4Sf6Gj0Ha3Ye7Ui1Oq5Rw9Tz2Bn4x"),
        concat!("rolf:$6$rounds=5000$", "tidesalt$Wx3kPq9RzLm2Vn7Tb4Yc1Wx3kPq9RzLm2Vn7Tb4Yc1"),
        concat!("$argon2id$v=19$m=65536,t=3,p=4$", "c2FsdHNhbHQ$Wx3kPq9RzLm2Vn7Tb4Yc1"),
        concat!("rolf:$apr1$tidesalt$", "Wx3kPq9RzLm2Vn7Tb4Yc1/"),
        concat!("{SSHA}", "Wx3kPq9RzLm2Vn7Tb4Yc1Wx3kPq9RzLm"),
    ],
    silent: &[
        "the prize was $1$2",
        "$2b$12$short",
        "hashes begin with $6$ on this system",
        "$argon2id$ is the name of it",
        "pbkdf2_sha256 with 600000 rounds",
        "echo $1$name",
    ],
}];

fn is_alone(text: Text<'_>, at: usize) -> bool {
    !text.before(at, 1).is_ascii_alphanumeric()
}

fn hash(candidate: &Candidate<'_>) -> Option<Found> {
    let body = candidate.value();
    let varied = body.bytes().fold(0_u128, |seen, byte| seen | 1 << (byte & 127)).count_ones() >= 12;
    if !varied {
        return None;
    }
    // Kerberos tickets are long.
    let end = skip(candidate.text, candidate.whole.end, usize::MAX, |byte| {
        byte.is_ascii_alphanumeric() || byte == b'$'
    });
    Some(Found { range: candidate.whole.start..end, validated: false })
}
