//! The words that say a secret follows, and those that say something else does. It must not know values.

/// What words for secrets are made of: `api` + `key`, `client` + `secret`.
const PARTS: &[&str] = &[
    "apikey",
    "token",
    "secret",
    "private",
    "password",
    "passwd",
    "passphrase",
    "pass",
    "access",
    "auth",
    "authorization",
    "oauth",
    "oauth2",
    "credential",
    "credentials",
    "bearer",
    "key",
    "keys",
    "tokens",
    "secrets",
    "api",
    "app",
    "application",
    "client",
    "master",
    "admin",
    "user",
    "account",
    "service",
    "write",
    "read",
    "id",
    "personal",
    "refresh",
    "integration",
    "license",
    "licence",
    "webhook",
    "signing",
    "encryption",
    "pat",
    "pwd",
    "tok",
    "sid",
    "login",
    "consumer",
    "search",
    "project",
    "repo",
    "global",
    "server",
    "rest",
    "v1",
    "v2",
    "v3",
    "s",
    "web",
];

/// Of these, one must be there.
const STRONG: &[&str] = &[
    "key",
    "token",
    "secret",
    "pass",
    "pwd",
    "credential",
    "bearer",
    "private",
    "access",
    "auth",
    "tok",
    "pat",
    "login",
    "webhook",
    "license",
    "licence",
];

/// An identifier that ends so names something about a secret, or something public, not the secret.
const OTHER: &[&str] = &[
    "author",
    "name",
    "file",
    "path",
    "dir",
    "url",
    "uri",
    "host",
    "hostname",
    "region",
    "type",
    "version",
    "expires",
    "expiry",
    "expiration",
    "created",
    "date",
    "time",
    "ttl",
    "length",
    "size",
    "count",
    "prefix",
    "hash",
    "fingerprint",
    "arn",
    "endpoint",
    "label",
    "email",
    "username",
    "checksum",
    "digest",
    "sha",
    "sha1",
    "sha256",
    "sha512",
    "md5",
    "commit",
    "revision",
    "etag",
    "regex",
    "pattern",
    "index",
    "bucket",
];

/// Anywhere in an identifier, these make it one that everybody may know.
const PUBLIC: &[&str] =
    &["public", "publishable", "sitekey", "site_key", "csrf", "xsrf", "keyboard", "keyword"];

/// Words that may stand between the word for a secret and the secret.
const FILLERS: &[&str] = &[
    "is",
    "was",
    "as",
    "be",
    "are",
    "value",
    "val",
    "the",
    "a",
    "an",
    "my",
    "our",
    "your",
    "to",
    "set",
    "here",
    "of",
    "for",
    "in",
    "default",
    "prod",
    "production",
    "live",
    "test",
    "testing",
    "dev",
    "development",
    "staging",
    "sandbox",
    "new",
    "current",
    "old",
    "string",
    "str",
    "char",
    "const",
    "let",
    "var",
    "static",
    "final",
    "env",
    "environ",
    "text",
    "now",
    "this",
    "it",
    "equals",
    "with",
    "using",
    "use",
    "on",
    "and",
    "byte",
    "number",
    "code",
    "x",
    "content",
    "data",
    "export",
    "v",
    "o",
    "u",
    "h",
    "d",
    "header",
    "config",
    "type",
];

/// Of longer words this much is read.
const LONGEST: usize = 48;

fn lower(word: &[u8]) -> String {
    word.iter().take(LONGEST).map(|byte| char::from(byte.to_ascii_lowercase())).collect()
}

/// Whether a word joined to a name holds a word for a secret anywhere.
pub(super) fn holds_credential(word: &[u8]) -> bool {
    let word = lower(word);
    let app_id = [
        "app_id",
        "appid",
        "app-id",
        "client_id",
        "clientid",
        "client-id",
        "client.id",
        "application_id",
        "api",
    ];
    STRONG.iter().chain(&app_id).any(|part| word.contains(part)) || word.ends_with("sid")
}

/// Whether a word on its own is a word for a secret, or an identifier that holds one.
pub(super) fn is_credential(word: &[u8]) -> bool {
    let word = lower(word);
    let identifier = word.contains(['_', '.', '-']);
    let strong = STRONG.iter().any(|part| word.contains(part))
        || ["appid", "app_id", "clientid", "client_id"].contains(&word.as_str());
    strong && word != "auth0" && (identifier || is_made_of_parts(&word))
}

/// Whether a name ends in a word for a secret.
pub(super) fn ends_credential(name: &[u8]) -> bool {
    let name = lower(name);
    ["_key", "-key", "apikey", "_token", "_secret"].iter().any(|end| name.ends_with(end))
}

/// Whether letters begin with a word for a secret: `KEY`, `secretToken`, `tokens` after a name.
pub(super) fn begins_credential(word: &[u8]) -> bool {
    let word = lower(word);
    [
        "key", "token", "secret", "pass", "pwd", "cred", "api", "private", "access", "auth", "app", "client",
        "oauth", "pat", "bearer",
    ]
    .iter()
    .any(|part| word.starts_with(part))
}

fn is_made_of_parts(word: &str) -> bool {
    let mut rest = word.trim_end_matches(|character: char| character.is_ascii_digit());
    while !rest.is_empty() {
        let Some(part) = PARTS.iter().filter(|part| rest.starts_with(**part)).max_by_key(|part| part.len())
        else {
            return false;
        };
        rest = rest.get(part.len()..).unwrap_or_default();
    }
    true
}

/// Whether an identifier says that its value is something else than a secret.
pub(super) fn is_other_attribute(word: &[u8]) -> bool {
    let text = lower(word);
    let ends = |attribute: &str| {
        text.strip_suffix(attribute)
            .is_some_and(|before| before.is_empty() || before.ends_with(['_', '-', '.']))
    };
    // `keyName`, `tokenUrl`: the part after the last change of case.
    let last = word.iter().rposition(u8::is_ascii_uppercase).filter(|at| *at > 0);
    let camel = last.and_then(|at| text.get(at..)).is_some_and(|part| OTHER.contains(&part));
    OTHER.iter().any(|attribute| ends(attribute)) || camel || PUBLIC.iter().any(|part| text.contains(part))
}

/// Whether a word may stand before a secret without changing what is spoken of.
pub(super) fn is_filler(word: &[u8]) -> bool {
    let word = lower(word);
    FILLERS.contains(&word.trim_matches(|character: char| !character.is_ascii_alphanumeric()))
}
