//! Is a name in a program or a form the name of something secret (`API_KEY`, `clientSecret`, "access token")? It must not know
//! the value.

use super::password_words::Words;

/// How surely a name is that of a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Named {
    /// A key, a session, a licence: the value has to prove itself.
    Weakly,
    /// A secret, a token, an API key.
    Surely,
}

/// Words that name a secret on their own, or by how they end (`AUTHTOKEN`).
static SURE: Words = Words::new(
    "token tokens secret secrets credential credentials creds cred secrete bearer apikey apikeys apisecret \
     passkey psk accesskey secretkey privatekey authkey",
);
const SURE_ENDS: &[&str] = &[
    "token",
    "secret",
    "apikey",
    "secretkey",
    "accesskey",
    "privatekey",
    "authkey",
    "credential",
    "credentials",
    "passkey",
    "accountkey",
    "signingkey",
    "encryptionkey",
    "masterkey",
];
/// Words that name something that may be secret.
static WEAK: Words = Words::new(
    "key keys api auth authorization authentication authn oauth access accessid private salt nonce cookie session \
     sessionid sessid phpsessid jsessionid sid sig signature license licence licensekey login serial iv hmac pat \
     sas otp totp seed dsn webhook",
);
/// How names of services' keys end when nothing parts them (`tidekey`, `tideapi`).
const WEAK_ENDS: &[&str] = &["key", "access", "private", "api"];
/// Words that end so by chance, or that name another key.
static NO_KEYS: Words = Words::new(
    "monkey turkey donkey hockey jockey whiskey lackey mickey dickey malarkey hotkey shortkey pubkey publickey primarykey \
     foreignkey cachekey partitionkey sortkey rowkey sitekey dedupkey groupkey objectkey mapkey itemkey storekey routekey \
     statekey rangekey hashkey datakey metakey subkey lookupkey onkey getkey setkey haskey altkey ctrlkey shiftkey namekey \
     idkey enterkey anykey issuekey projectkey translationkey localekey searchkey filterkey tabkey openapi webapi restapi",
);
/// What makes a key a secret one when it stands in the same name.
static OF_SECRETS: Words = Words::new(
    "api access secret private auth encryption encrypt encrypted signing sign master service server admin account \
     shared license licence activation product client deploy webhook root app application cipher aes hmac jwt rsa \
     storage subscription project sdk integration write read live prod production user oauth decryption symmetric \
     bot personal wifi wlan wpa wep network",
);
/// What, right before the word, makes it no secret.
static OPEN: Words = Words::new(
    "pub recv pgp gpg request trace correlation record entity item event job foreign primary partition sort sorting cache idempotency dedup unique composite bucket row column \
     surrogate natural shift arrow hot index idx translation message routing issue group dictionary \
     answer object map json",
);
/// What, after the word, makes it something about secrets.
static ABOUT: Words = Words::new(
    "id ids file files path paths url urls uri name names type types size length len count limit max min expires expiry \
     expiration expire expired ttl lifetime selector event events down up press pressed code codes vault alias store index \
     arn region chars charset prefix suffix policy provider source results mechanism method mode level status scope scopes \
     issuer audience endpoint host hostname port map mapping frame word words point points ring pair pairs usage rotation \
     format generator manager handler error errors enabled disabled required label title description placeholder pattern \
     regex table field ref reference version algorithm alg created updated timestamp time date dir directory folder \
     template class module package plugin step steps username email role roles message text log logger address symbol \
     fingerprint thumbprint hash digest checksum santa agent board pad stroke note notes set list lookup resolver details size",
);

/// Judges a name of letters, digits and joints, with the words said before it on the line (nearest last).
pub(super) fn judge(name: &str, said_before: &[&str]) -> Option<Named> {
    let mut words: Vec<String> = said_before.iter().map(|word| word.to_ascii_lowercase()).collect();
    words.extend(split(name));
    let last = words.iter().rposition(|word| weight(word).is_some())?;
    let mut best = words.get(..=last)?.iter().filter_map(|word| weight(word)).max()?;
    let (before, word, after) = (words.get(..last)?, words.get(last)?, words.get(last + 1..)?);
    let session = after.iter().all(|word| word == "id")
        && (matches!(word.as_str(), "session" | "access" | "cookie")
            || before.last().is_some_and(|word| word == "access"));
    if before.iter().any(|word| matches!(word.as_str(), "public" | "csrf" | "xsrf" | "authenticity"))
        || before.last().is_some_and(|word| OPEN.contains(word))
        || !session
            && after.iter().any(|word| ABOUT.contains(word) || ABOUT.contains(word.trim_end_matches('s')))
    {
        return None;
    }
    if before.iter().any(|word| OF_SECRETS.contains(word)) && matches!(word.as_str(), "key" | "keys") {
        best = Named::Surely;
    }
    Some(best)
}

fn weight(word: &str) -> Option<Named> {
    if SURE.contains(word) || SURE_ENDS.iter().any(|end| word.ends_with(end)) {
        Some(Named::Surely)
    } else if WEAK.contains(word)
        || WEAK_ENDS.iter().any(|end| word.ends_with(end)) && !NO_KEYS.contains(word)
    {
        Some(Named::Weakly)
    } else {
        None
    }
}

/// The words of a name, in lower case: `myApiKey`, `MY_API_KEY`, `my-api-key2`.
fn split(name: &str) -> Vec<String> {
    let (mut words, mut word, mut before): (Vec<String>, String, char) = (Vec::new(), String::new(), ' ');
    let mut characters = name.chars().peekable();
    while let Some(character) = characters.next() {
        let next_is_lower = characters.peek().is_some_and(char::is_ascii_lowercase);
        let begins = character.is_ascii_uppercase()
            && (before.is_ascii_lowercase() || before.is_ascii_uppercase() && next_is_lower);
        if (begins || !character.is_ascii_alphabetic()) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if character.is_ascii_alphabetic() {
            word.push(character.to_ascii_lowercase());
        }
        before = character;
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_secrets() {
        for (name, wanted) in [
            ("API_KEY", Some(Named::Surely)),
            ("tideApiKey", Some(Named::Surely)),
            ("client-secret", Some(Named::Surely)),
            ("TIDEAPIKEY", Some(Named::Surely)),
            ("X-Auth-Token", Some(Named::Surely)),
            ("aws_secret_access_key", Some(Named::Surely)),
            ("AccountKey", Some(Named::Surely)),
            ("tidePRIVATE", Some(Named::Weakly)),
            ("key", Some(Named::Weakly)),
            ("session_id", Some(Named::Weakly)),
            ("token2", Some(Named::Surely)),
            ("keyboard", None),
            ("tidekey", Some(Named::Weakly)),
            ("tideapi", Some(Named::Weakly)),
            ("monkey", None),
            ("pubkey", None),
            ("author", None),
            ("public_key", None),
            ("foreignKey", None),
            ("token_url", None),
            ("keyName", None),
            ("UserSecretsId", None),
            ("csrf-token", None),
        ] {
            assert_eq!(judge(name, &[]), wanted, "{name}");
        }
        assert_eq!(judge("key", &["primary"]), None);
        assert_eq!(judge("key", &["access"]), Some(Named::Surely));
    }
}
