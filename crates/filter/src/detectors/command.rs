//! Logins written as commands and settings: `.netrc` machines, `psexec`, `sshpass`, database clients, PowerShell's secure strings,
//! connection strings of parts between semicolons. It must not know headers.

use super::password_proof::weigh;
use super::value::{Looks, is_stand_in};
use super::{Candidate, Detector, Find, Found, Trigger, anywhere, begins_alone, quoted_or_bare};
use crate::kinds;
use crate::text::Text;

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &kinds::PASSWORD,
        trigger: Trigger::Words(&["user id", "userid", "uid", "username", "user="]),
        find: Find::Pattern {
            guard: is_setting,
            pattern: concat!(
                r#"(?-u)^(?i:user[ ]?(?:id|name)?|uid)[ ]*=[ ]*"#,
                r#"([^;"'\n=]{1,64};(?:[^;"'\n]{0,60};){0,5}?[ "&+]{0,8}(?i:password|pwd)[ ]*=[ ]*[^;"'\s]{1,80})"#
            ),
            reach: 480,
            check: pair,
        },
        context: &[],
        fires: &[
            "Server=tide;User Id=rolf;Password=northern;Database=log;",
            "Data Source=10.0.0.9;Initial Catalog=Tide;User ID=rolf;Pwd=Kiefer12",
            "Driver={SQL};Uid=rolf;Pwd=gl4cier;",
        ],
        silent: &[
            "User Id=rolf;Password={password};",
            "User ID=rolf;Password=$(DB_PASSWORD)",
            "Uid=rolf;Pwd=********;",
            "user id = 7; it was never used",
        ],
    },
    Detector {
        kind: &kinds::PASSWORD,
        trigger: Trigger::Words(&["machine "]),
        find: Find::Pattern {
            guard: begins_alone,
            pattern: r#"(?-u)^(?i:machine)[ \t]+[^\s]{1,80}\s{1,8}login[ \t]+[^\s]{1,80}\s{1,8}password[ \t]+([^\s"]{1,120})"#,
            reach: 420,
            check: whole,
        },
        context: &[],
        fires: &[
            "machine git.tide.example login rolf password gl4cier7",
            "machine tide.example\n  login rolf\n  password Kiefer12",
        ],
        silent: &[
            "machine learning login page password field",
            "machine tide.example login rolf password ${PASS}",
            "the machine stood by the door",
        ],
    },
    Detector {
        kind: &kinds::PASSWORD,
        trigger: Trigger::Words(&["psexec"]),
        find: Find::Pattern {
            guard: begins_alone,
            pattern: r#"(?-u)^(?i:psexec(?:64)?(?:\.exe)?)[^\n]{0,160}?[ ]-u[ ]+([^\s]{1,80}[ ]+-p[ ]+[^\s"]{1,80})"#,
            reach: 340,
            check: pair,
        },
        context: &[],
        fires: &["psexec \\\\10.0.0.9 -u Administrator -p northern cmd"],
        silent: &[
            "psexec \\\\10.0.0.9 -u rolf -p %PASS% cmd",
            "psexec is part of a toolbox",
            "psexec -s cmd",
        ],
    },
    Detector {
        kind: &kinds::PASSWORD,
        trigger: Trigger::Words(&["convertto-securestring"]),
        find: Find::Pattern {
            guard: anywhere,
            pattern: concat!(
                r#"(?-u)^(?i:convertto-securestring)(?:[ ]+-(?i:string|asplaintext|force))*[ ]+"#,
                quoted_or_bare!()
            ),
            reach: 300,
            check: given,
        },
        context: &[],
        fires: &[
            "ConvertTo-SecureString 'Kiefer#12' -AsPlainText -Force",
            "ConvertTo-SecureString -String gl4cier! -Force",
        ],
        silent: &[
            "ConvertTo-SecureString $password -AsPlainText",
            "ConvertTo-SecureString -String $env:PASS -Force",
        ],
    },
    Detector {
        kind: &kinds::PASSWORD,
        trigger: Trigger::Words(&[
            "sshpass",
            "docker login",
            "podman login",
            "oc login",
            "az login",
            "mysql ",
            "mysqldump ",
            "mongosh ",
            "redis-cli ",
        ]),
        find: Find::Pattern {
            guard: begins_alone,
            pattern: concat!(
                r#"(?-u)^(?i:sshpass|(?:docker|podman|oc|az)[ ]login|mysql(?:dump)?|mongosh|redis-cli)(?:[ ]+[^\s;|]{1,60}){0,8}?[ ]+(?:-p|-a|--pass)[ =]?"#,
                quoted_or_bare!()
            ),
            reach: 400,
            check: given,
        },
        context: &[],
        fires: &[
            "sshpass -p 'Kiefer#12' ssh rolf@tide.example",
            "docker login -u rolf -p gl4cier7 tide.example",
            "mysql -u rolf -pgl4cier7 tide",
        ],
        silent: &[
            "docker login -u rolf -p $PASS",
            "mysql -u rolf -p tide",
            "sshpass -p <password> ssh host",
            "mysql is a database",
        ],
    },
    Detector {
        kind: &kinds::PASSWORD,
        trigger: Trigger::Words(&["net user "]),
        find: Find::Pattern {
            guard: begins_alone,
            pattern: r#"(?-u)^(?i:net user)[ ]+[^\s/]{1,40}[ ]+"?([^\s/"]{4,60})"?[ ]+/(?i:add|domain|active|expires)"#,
            reach: 160,
            check: given,
        },
        context: &[],
        fires: &["net user rolf Kiefer12 /add"],
        silent: &["net user rolf * /add", "net user rolf %PASS% /add", "a net user growth of 12 percent"],
    },
];

/// A guard: the word is a setting's name.
fn is_setting(text: Text<'_>, at: usize) -> bool {
    begins_alone(text, at) && text.after(at, 12).contains('=')
}

/// A name and a password: both go. A template in the password's place is none.
fn pair(candidate: &Candidate<'_>) -> Option<Found> {
    let password = candidate.value().rsplit([' ', '=']).next()?;
    (password.len() >= 3 && !is_template(password))
        .then(|| Found { range: candidate.value.clone(), validated: false })
}

/// As [`pair`], for the whole statement.
fn whole(candidate: &Candidate<'_>) -> Option<Found> {
    let password = candidate.value();
    (password.len() >= 4 && !is_template(password) && password != "field")
        .then(|| Found { range: candidate.whole.clone(), validated: false })
}

/// What stands where only a password stands.
fn given(candidate: &Candidate<'_>) -> Option<Found> {
    let (range, looks, quoted) = weigh(candidate);
    let needed = if quoted { Looks::Word } else { Looks::Strong };
    (looks >= needed && !candidate.value().starts_with('-')).then_some(Found { range, validated: false })
}

fn is_template(password: &str) -> bool {
    let begins = password.starts_with(['$', '{', '<', '%', '*', '[', '#', '(', '@']);
    begins
        || password.contains("***")
        || is_stand_in(password) && password.contains(['$', '{', '<', 'x', 'X'])
}
