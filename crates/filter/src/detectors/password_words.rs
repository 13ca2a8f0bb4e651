//! The words around passwords: those that announce one, those that only speak about passwords, and those that stand in for one.

use crate::words::{Bloom, first_word, hash};

/// Words in lower case, parted by one blank.
pub(super) struct Words {
    list: &'static str,
    hashes: Bloom,
}

impl Words {
    /// Of such a list.
    pub const fn new(list: &'static str) -> Words {
        let (mut hashes, mut rest) = (Bloom::new(), list.as_bytes());
        while !rest.is_empty() {
            let (word, others) = first_word(rest);
            hashes = hashes.with(word);
            rest = others;
        }
        Words { list, hashes }
    }

    /// Whether a word, in lower case, is one of these.
    pub fn contains(&self, word: &str) -> bool {
        self.hashes.may_have(hash(word)) && self.list.split_ascii_whitespace().any(|known| known == word)
    }
}

/// Words that announce a password, in the languages the filter reads. The pattern in `password.rs` repeats them with their
/// forms; this is what triggers it.
#[rustfmt::skip]
pub(super) const ANNOUNCE: &[&str] = &[
    "password", "passwd", "passwort", "passphrase", "passcode", "kennwort", "passwrd", "pasword",
    "paswrd", "pssword", "psswrd", "psword", "pswrd", "paswd", "psswd", "contrase", "clave", "mot de passe",
    "mdp", "senha", "wachtwoord", "pwd", "pswd", "pass", "pw", "пароль", "密码", "密碼", "パスワード",
    "비밀번호",
];

/// After "password": what makes it a thing about passwords.
pub(super) static ABOUT: Words = Words::new(
    "manager managers policy policies reset resets protected protection generator field fields prompt \
     hint hints length strength hash hashes hashing rule rules requirement requirements change changes \
     recovery database file files list lists less based authentication auth page form link expiry \
     expiration min max minimum maximum regex path url type label placeholder count attempts enabled \
     required changed updated set salt store vault sync spraying cracking attack attacks leak leaks \
     breach toggle input validation validator error message format encoder history age id reminder \
     sharing tips book notebook question questions",
);

/// What ties "password" to the thing it opens: "password for the guests".
pub(super) static OF: Words =
    Words::new("for of to on at in für fürs zum zur vom des der pour de du del para");

/// What people fill in where a password would stand, and what they say about one in a single word.
pub(super) static STAND_INS: Words = Words::new(
    "password passwd pass pwd passwort passphrase secret changeme changeit change_me change-me example \
     sample placeholder redacted removed omitted masked hidden none null nil undefined true false empty \
     blank string text value field todo tbd n/a unknown your_password your-password yourpassword \
     my_password mypassword username user login email e-mail name char varchar bytes optional required \
     needed necessary mandatory missing wrong incorrect invalid valid correct weak strong secure insecure \
     safe same different expired expiring changed unchanged reset forgotten lost stored saved encrypted \
     hashed plain plaintext known manager policy protected default disabled enabled confidential private \
     see below above here there attached written elsewhere pending please enter type choose must should \
     minimum maximum least short long longer easy hard complex simple ready unset updated generated \
     random shared good great fine okay always never still already only just also very really this that \
     with from under what when where which your mine ours not the and for was has are one accepted \
     rejected denied failed visible important leaked compromised stolen broken working usual yours theirs \
     leave available back gone done first next last like used reused sent case-sensitive alphanumeric \
     numeric erforderlich falsch richtig vergessen unbekannt siehe gleich sicher unsicher geändert \
     abgelaufen nicht noch immer requis obligatoire oublié incorrecte expiré voir toujours requerida \
     incorrecta olvidada obligatoria segura siempre caducada",
);

/// Words that make a quoted text a sentence.
pub(super) static FUNCTION_WORDS: Words = Words::new(
    "the a an your you is are was to of for in on at and or not must should please enter password with \
     this that it be can cannot forgot new old der die das und ist le la les et est el los y es su \
     passwort kennwort contraseña passphrase",
);

/// What numbers count, so that "12 characters" is no password.
pub(super) static UNITS: Words = Words::new(
    "character characters char chars digit digits letter letters symbol symbols word words bit bits byte \
     bytes day days week weeks month months year years hour hours minute minutes min second seconds time \
     times long attempts tries percent people users accounts sites zeichen ziffern stellen tage \
     caractères chiffres caracteres dígitos days' stellig",
);

/// Names that carry digits or odd capitals and come after "password".
pub(super) static ACRONYMS: Words = Words::new(
    "wpa2 wpa3 sha1 sha256 sha512 md5 aes128 aes256 utf8 oauth2 oauth base64 2fa mfa totp 1password \
     lastpass bitwarden keepass keepassxc keychain icloud iphone macos github gitlab youtube linkedin \
     paypal iso27001 pbkdf2 argon2 argon2id bcrypt scrypt office365 windows10 windows11 web2 ipv4 ipv6 \
     p2p b2b nist",
);

/// What programs call the thing that holds a password.
pub(super) static CODE_ROOTS: Words = Words::new(
    "self this req request res response config cfg conf env process os sys args argv opts options user \
     users settings ctx context params props state form data input session credentials creds secrets \
     vault account body event module var local std string crypto bcrypt system environ app db database \
     auth login row obj object values document window http",
);
