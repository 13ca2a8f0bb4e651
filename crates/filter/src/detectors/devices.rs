//! Logins in what people paste from machines: the settings of routers and switches, Windows' commands and answer files, calls that
//! open a database, lines for `chpasswd`, Ansible's vaults. It must not know addresses or headers.

use super::password_proof::weigh;
use super::value::{Looks, is_stand_in, looks};
use super::{Candidate, Detector, Find, Found, Trigger, anywhere, begins_alone, quoted_or_bare};
use crate::finding::Class;
use crate::kinds::{self, kind};
use crate::text::Text;
use crate::words::Vocabulary;

pub(super) static ROWS: &[Detector] = &[
    Detector {
        kind: &kinds::PASSWORD,
        trigger: Trigger::Words(&[
            "enable secret",
            "enable password",
            "snmp-server community",
            "pac key ",
            "radius-server key",
            "tacacs-server key",
            "tacacs server key",
            "key-string",
            "neighbor ",
            "username ",
        ]),
        find: Find::Pattern {
            guard: begins_alone,
            pattern: concat!(
                r"(?-u)^(?i:enable[ ]+(?:secret|password)|snmp-server[ ]+community|pac[ ]+key|(?:radius|tacacs)[- ]server[ ]+key|key-string",
                r"|neighbor[ ]+[^\s]{2,40}[ ]+password|username[ ]+[^\s]{1,40}[ ]+(?:privilege[ ]+\d+[ ]+)?(?:secret|password))",
                r"(?:[ ]+level[ ]+\d{1,2})?(?:[ ]+[0-9])?[ ]+([^\s]{4,128})"
            ),
            reach: 260,
            check: set,
        },
        context: &[],
        fires: &[
            "enable secret 5 $1$q7Lm$2Vb8Wz1Kp6Ns3Rf5",
            "enable password level 7 2 gl4cierNorth",
            "snmp-server community Kiefer12 RW",
            "pac key 7 0F4C1B2A7D9E",
            "username rolf privilege 15 password 7 104D000A0618",
            "neighbor 10.0.0.9 password 7 0F4C1B2A7D9E",
        ],
        silent: &[
            "enable password protection in the settings",
            "snmp-server community strings are read in clear",
            "the neighbor forgot the password again",
            "enable secret <secret>",
            "username rolf password reset",
            "pac key word",
        ],
    },
    Detector {
        kind: &kinds::PASSWORD,
        trigger: Trigger::Words(&[
            "dbi->connect",
            "dbi.connect",
            "mysql_connect",
            "mysql_pconnect",
            "mysqli_connect",
            "new mysqli",
            "new pdo",
            "getconnection",
            "networkcredential",
        ]),
        find: Find::Pattern {
            guard: anywhere,
            pattern: concat!(
                r#"(?-u)^[A-Za-z_.> -]{5,20}(?:\][ ]?::[ ]?new)?[ ]*\([ ]*(?:["'][^"'\r\n]{1,120}["'][ ]*,[ ]*)?"#,
                r#"["'][^"'\r\n]{1,120}["'][ ]*,[ ]*["']([^"'\r\n]{4,128})["']"#
            ),
            reach: 420,
            check: argument,
        },
        context: &[],
        fires: &[
            "DBI->connect(\"dbi:Pg:dbname=hut\", \"rolf\", \"Kiefer#12\")",
            "mysqli_connect('10.0.0.9', 'rolf', 'gl4cier7', 'hut');",
            "$db = new PDO('mysql:host=10.0.0.9', 'rolf', 'gl4cier7');",
            "[System.Net.NetworkCredential]::new('rolf', 'Kiefer#12')",
            "DriverManager.getConnection(\"jdbc:h2:~/hut\", \"rolf\", \"northern9\")",
        ],
        silent: &[
            "mysqli_connect($host, $user, $password);",
            "mysqli_connect('localhost', 'user', 'password');",
            "new PDO('mysql:host=10.0.0.9', $user, $pass)",
            "getConnection(\"hut\", \"rolf\", \"<password>\")",
            "NetworkCredential(user, password)",
        ],
    },
    Detector {
        kind: &kinds::PASSWORD,
        trigger: Trigger::Words(&["net use ", "schtasks ", "connect-viserver"]),
        find: Find::Pattern {
            guard: begins_alone,
            pattern: concat!(
                r#"(?-u)^(?i:net[ ]+use[ ]+[^\n]{1,120}?/user:[^\s]{1,80}|schtasks[ ]+[^\n]{1,200}?/r?p"#,
                r#"|connect-viserver[^\n]{1,120}?-password)[ ]+"#,
                quoted_or_bare!()
            ),
            reach: 480,
            check: on_a_line,
        },
        context: &[],
        fires: &[
            "net use Z: \\\\10.0.0.9\\hut /user:rolf gl4cier7",
            "schtasks /create /tn backup /ru rolf /rp Kiefer#12",
            "Connect-VIServer -Server 10.0.0.9 -User rolf -Password 'gl4cier7'",
        ],
        silent: &[
            "net use Z: \\\\10.0.0.9\\hut /user:rolf *",
            "net use of water rose by 12 percent",
            "schtasks /create /tn backup /ru rolf /rp %PASS%",
            "Connect-VIServer -User rolf -Password $pass",
        ],
    },
    Detector {
        kind: &kinds::PASSWORD,
        trigger: Trigger::Words(&["<administratorpassword", "<autologon", "<password>"]),
        find: Find::Pattern {
            guard: anywhere,
            pattern: r"(?-u)^<(?i:administratorpassword|autologon|password)>[^<]{0,60}(?:<(?i:password)>[^<]{0,60})?<(?i:value)>\s{0,20}([^<\s]{4,200})\s{0,20}</(?i:value)>",
            reach: 420,
            check: written,
        },
        context: &[],
        fires: &[
            "<AdministratorPassword>\n  <Value>gl4cier7</Value>",
            "<AutoLogon>\n <Password>\n <Value>Kiefer12</Value>",
        ],
        silent: &[
            "<AdministratorPassword><Value>%PASS%</Value>",
            "<AutoLogon><Enabled>true</Enabled>",
            "<Password><Value>********</Value>",
        ],
    },
    Detector {
        kind: &kinds::PASSWORD,
        trigger: Trigger::Words(&["chpasswd"]),
        find: Find::Code(piped),
        context: &[],
        fires: &[
            "echo \"rolf:gl4cier7\" | chpasswd",
            "RUN echo 'root:northern' | sudo chpasswd",
            "echo rolf:Kiefer#12|chpasswd",
        ],
        silent: &[
            "echo \"$NAME:$WORD\" | chpasswd",
            "echo \"root:${PASS}\" | chpasswd",
            "cat users.txt | chpasswd",
            "chpasswd reads lines of names",
        ],
    },
    Detector {
        kind: &kind("ansible_vault", "Ansible vault", Class::Secret),
        trigger: Trigger::Words(&["$ansible_vault;"]),
        find: Find::Pattern {
            guard: anywhere,
            pattern: r"(?-u)^\$ANSIBLE_VAULT;[0-9.]{1,8};[A-Za-z0-9]{3,10}(?:;[^\s;]{1,60})?((?:\s{1,24}[0-9a-f]{10,100}){1,40})",
            reach: 4096,
            check: as_is,
        },
        context: &[],
        fires: &["$ANSIBLE_VAULT;1.1;AES256\n  66386439653236336462626566653063\n  3536306263"],
        silent: &["a file that begins with $ANSIBLE_VAULT; is sealed", "$ANSIBLE_VAULT;1.1;AES256"],
    },
];

/// What a router's or a switch's setting says, if it is no word of a sentence.
fn set(candidate: &Candidate<'_>) -> Option<Found> {
    let value = candidate.value();
    let hashed = value.starts_with('$') && value.bytes().filter(|byte| *byte == b'$').count() >= 3;
    (hashed || looks(value) == Looks::Strong)
        .then(|| Found { range: candidate.value.clone(), validated: false })
}

/// A string that a call takes as a password.
fn argument(candidate: &Candidate<'_>) -> Option<Found> {
    let value = candidate.value();
    let word = value.bytes().all(|byte| byte.is_ascii_alphabetic());
    (!is_stand_in(value) && !value.starts_with('$') && (!word || value.len() >= 6))
        .then(|| Found { range: candidate.value.clone(), validated: false })
}

fn on_a_line(candidate: &Candidate<'_>) -> Option<Found> {
    let (range, looks, quoted) = weigh(candidate);
    let needed = if quoted { Looks::Word } else { Looks::Strong };
    (looks >= needed && !candidate.value().starts_with(['$', '%', '/']))
        .then_some(Found { range, validated: false })
}

fn written(candidate: &Candidate<'_>) -> Option<Found> {
    let value = candidate.value();
    (!is_stand_in(value) && !value.starts_with(['$', '%', '*']))
        .then(|| Found { range: candidate.value.clone(), validated: false })
}

fn as_is(candidate: &Candidate<'_>) -> Option<Found> {
    Some(Found { range: candidate.value.clone(), validated: false })
}

/// `echo name:password | chpasswd`: the value stands before the word, on its line.
fn piped(text: Text<'_>, at: usize, _: &Vocabulary) -> Option<Found> {
    let start = at.saturating_sub(200);
    let start = (start..at).find(|place| text.str.is_char_boundary(*place))?;
    let line = text.piece(start..at).rsplit('\n').next()?;
    let (before, pipe) = line.rsplit_once('|')?;
    let told = before.trim_end();
    let login = told.trim_end_matches(['"', '\'']).rsplit([' ', '"', '\'']).next()?;
    let (name, password) = login.split_once(':')?;
    let real = password.chars().count() >= 4
        && !name.is_empty()
        && !login.contains(['$', '<', '{', '`'])
        && pipe.trim().len() <= 12;
    let end = start + text.piece(start..at).len() - line.len() + told.trim_end_matches(['"', '\'']).len();
    real.then(|| Found { range: end - login.len()..end, validated: false })
}
