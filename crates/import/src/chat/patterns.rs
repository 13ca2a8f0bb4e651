//! The patterns of the rules, English then German. Must not hold any logic.
//!
//! `\b` and `\p{L}` are written for the reader: `rules` takes the boundaries of English words and whatever is no space or
//! mark, as the tables of all letters make the patterns ten times slower.

use super::rules::Needs::{Nothing, Object, Standing};
use super::rules::{Needs, Row};
use crate::Kind;
use crate::Kind::{Decision, Event, Fact, Note, Preference, Style};

/// It begins with what is asked of the assistant.
pub(super) const ASKS: &str = r"(?x)^(?:
    please | pls | plz | (?:can|could|would|will)\ you | help\ me | i\ want\ you | i\ need\ you
  | i(?:'d|\ would)\ (?:like|love|want|need) | i\ want\ (?:to|a|an|the|some) | i\ need\ (?:to|a|an|the|some|help)
  | give | show | tell | write | rewrite | make | create | explain | translate | list | fix | summari[sz]e | generate
  | draft | improve | shorten | correct | proofread | check | compare | convert | find | suggest | recommend | describe
  | analy[sz]e | review | describe | design | calculate | implement | add | remove | change | update | refactor | continue
  | act\ as | you\ are | respond | reply | answer | use | do\ not | don't | let's | let\ us | turn | plan | rate | edit
  | bitte | (?:kannst|könntest|würdest)\ du | hilf | ich\ (?:möchte|brauche|will|bräuchte) | ich\ (?:hätte|würde)\ gerne?
  | schreibe? | erklär | erkläre | übersetze? | gib | zeige? | erstelle? | fasse? | verbessere? | korrigiere? | nenne?
  | formuliere? | suche? | finde? | prüfe? | mach | mache | liste | lass\ uns | antworte | kürze? | plane?
)\b";

/// A question without its mark.
pub(super) const QUESTIONS: &str = r"(?x)^(?:
    what | what's | how | why | where | who | which | is | are | am\ i | do | does | did | can | could | should
  | was\ i | were | has | have\ you | any\ (?:idea|tips|advice) | when\ (?:is|are|do|does|did|will|can|should|was)
  | wie | was | warum | wieso | weshalb | wo | wer | wann | welche[rsn]? | kann\ ich | soll\ ich | sollte\ ich | ist\ es | gibt\ es
  | hast\ du | weißt\ du | kennst\ du | ist\ das | darf\ ich | muss\ ich
)\b";

/// What comes after it is not the person's own.
pub(super) const LEADS_IN: &str = r"(?x)^(?:
    here(?:'s|\ is|\ are) | this\ is\ (?:my|the|a|our) | below | the\ following | my\ (?:draft|text|essay|letter|email|code|notes|cv|resume)
  | hier\ (?:ist|sind|kommt) | folgende\p{L}* | das\ ist\ (?:mein|der|die|das) | mein\p{L}*\ (?:entwurf|text|aufsatz|brief|code|lebenslauf)
)\b | \b(?:below|following|unten|folgende\p{L}*)\b[^:]*:$";

/// It speaks of what is not so.
pub(super) const IMAGINES: &str = r"(?x)^(?:
    if\ (?:i|we|my|you|someone|there)\b | imagine | suppose | supposing | let's\ (?:say|pretend|assume|imagine|suppose)
  | assum(?:e|ing) | pretend | what\ if | hypothetical | say\ i\b | in\ (?:this|the|my)\ (?:scenario|story|game|novel|dream)
  | as\ an?\ (?:user|admin|customer|developer|player|visitor) | my\ (?:character|protagonist|hero|persona)\b
  | angenommen | mal\ angenommen | stell\ dir\ vor | nehmen\ wir\ an | wenn\ (?:ich|wir|du)\b | falls\b | was\ wäre | tu\ so
)";

/// What follows it in the message is imagined, too.
pub(super) const BEGINS_A_STORY: &str = r"(?x)^(?:please\ |bitte\ )?(?:
    imagine | pretend | let's\ pretend | role-?play | let's\ role-?play | suppose | stell\ dir\ vor | tu\ so
  | write\ (?:me\ )?(?:a|an|the)\ (?:\p{L}+\ ){0,2}(?:story|poem|song|novel|scene|dialogue|script|monologue|chapter|lyrics|joke)
  | schreibe?\ (?:mir\ )?(?:eine?|einen)\ (?:\p{L}+\ ){0,2}(?:geschichte|gedicht|lied|szene|dialog|roman|witz|kapitel)
)\b";

/// It goes with the sentence before.
pub(super) const GIVES_A_REASON: &str =
    r"^(?:because|that is why|that's why|which is why|weil|denn|deshalb|deswegen|darum|daher)\b";

/// It points at something in the conversation.
pub(super) const POINTS: &str = r"(?x)^(?:very\ much\ |really\ )?(?:
    it | this | that | these | those | them | your | you | how | what | where | which | option | version | number | both | \d+ | one
  | the\ (?:first|second|third|last|latter|former|other|idea|way|new|old|one|original|above|following|sound|version|option
    |result|answer|output|text|style|tone|look|previous|current|draft|paragraph|sentence|title|intro|ending|suggestion
    |design|layout|structure|approach)
  | as | so | das | dies\p{L}* | deine?\p{L}* | dein | es | beides? | wie | was | option | variante
  | (?:die|der|den|das)\ (?:ton|stil|idee|text|satz|absatz|titel|anfang|vorschlag|aufbau|erste|zweite|dritte|letzte|idee|version|variante|ersten|zweiten|dritten|letzten)\p{L}*
)(?:\b|$)|^[.,!]|^$";

/// Words for what is soon over.
pub(super) const SOON_OVER: &str = r"\b(?:today|tonight|right now|at the moment|this (?:morning|afternoon|evening)|heute|gerade|im moment|momentan)\b";

const fn row(
    kind: Kind,
    score: u8,
    needs: Needs,
    reason: &'static str,
    pattern: &'static str,
    unless: &'static str,
) -> Row {
    Row { reason, kind, score, pattern, unless, needs }
}

/// Every rule.
#[rustfmt::skip]
pub(super) const ROWS: &[Row] = &[
    // Meant to last, whoever is asked.
    row(Note, 95, Standing, "asked to remember", r"(?x)^(?:(?:please|can\ you|could\ you|just),?\ )*
        (?:remember|note|keep\ in\ mind|bear\ in\ mind|don't\ forget|do\ not\ forget|make\ a\ note|save\ to\ (?:your\ )?memory)[,:]?
        \ (?:that\ )?(?:i|i'm|i've|i'd|my|we|we're|we've|our)\b", r"^(?:note|remember) (?:to self|when|how)"),
    row(Note, 95, Standing, "asked to remember", r"(?x)^(?:(?:bitte|kannst\ du(?:\ dir)?|könntest\ du(?:\ dir)?),?\ )*
        (?:merke?\ dir|denke?\ (?:daran|dran)|vergiss\ (?:bitte\ )?nicht|behalte|notiere?(?:\ dir)?|merken)(?:\ bitte)?[,:]?\ (?:dass\ )?
        (?:ich|mein\p{L}*|wir|unser\p{L}*|mir|uns)\b", ""),
    row(Note, 85, Standing, "asked to remember", r"^(?:(?:please|bitte),? )?(?:remember this:|remember:|merke? dir(?: bitte)?:|notiere? dir(?: bitte)?:) ?\p{L}", ""),
    row(Style, 90, Standing, "from now on", r"\b(?:from now on|from here on)\b", ""),
    row(Style, 85, Standing, "from now on", r"^(?:please )?(?:going forward|in (?:the )?future),? (?:please|always|never|don't|do not|use|answer|write|keep|call)\b", ""),
    row(Style, 90, Standing, "from now on", r"\b(?:ab jetzt|von nun an|ab sofort)\b", ""),
    row(Style, 85, Standing, "from now on", r"^(?:bitte )?(?:in zukunft|künftig|zukünftig)\b", ""),
    row(Style, 90, Standing, "call me", r"^(?:(?:please|just|you can|you may|everyone|everybody|my friends|people) )*calls? me \p{L}",
        r"call me (?:back|later|when|if|at|on|again|tomorrow|crazy|maybe|a|an|in|once|before|after)\b"),
    row(Style, 90, Standing, "call me", r"^(?:bitte )?(?:nenne? mich|du kannst mich) \p{L}", ""),
    row(Style, 80, Standing, "how to answer", r"^(?:please )?(?:always|never) (?:answer|reply|respond|speak|address|talk|write to me)\b", ""),
    row(Style, 80, Standing, "how to answer", r"^(?:please )?(?:keep|make) (?:your|all|all your) (?:answers|replies|responses|explanations)\b", ""),
    row(Style, 85, Standing, "how to answer", r"^(?:bitte )?(?:antworte|schreibe?|sprich)(?: mir| mit mir)?(?: bitte)? (?:immer|stets|nie|niemals)\b", ""),
    row(Style, 85, Standing, "how to answer", r"^(?:bitte )?(?:duze?|sieze?) mich\b", ""),
    row(Style, 80, Standing, "how to answer", r"^(?:please )?(?:don't|do not|never|avoid|stop|always) .{0,60}\b(?:your|all) (?:answers|replies|responses|messages)\b", ""),
    row(Style, 60, Standing, "always or never", r"^(?:please )?(?:always|never) (?:use|write|give|add|include|format|start|end|put|say)\b", ""),
    row(Style, 88, Nothing, "how to answer", r"\bi (?:\p{L}+ )?(?:want|like|prefer|need) (?:your |all |all your )?(?:\p{L}+ (?:and |, )?){0,3}(?:answers|replies|responses|explanations)\b", ""),
    row(Style, 85, Nothing, "how to answer", r"\bich (?:\p{L}+ )?(?:mag|bevorzuge|will|möchte) (?:\p{L}+ ){0,2}(?:antworten|erklärungen)\b", ""),

    // Who the person is.
    row(Fact, 95, Nothing, "name", r"\bmy (?:first |last |full |middle |nick)?name(?: is|'s)\b|\bi'm called \p{L}", ""),
    row(Fact, 95, Nothing, "name", r"\bich hei(?:ß|ss)e \p{L}|\bmein (?:vor|nach|spitz)?name ist\b", ""),
    row(Fact, 95, Nothing, "health", r"\bi(?:'m| am) (?:\p{L}+ )?(?:allergic|intolerant)\b|\bi have (?:a|an) (?:\p{L}+ )?(?:allergy|intolerance)\b|\bi (?:can't|cannot) (?:eat|drink|tolerate)\b", ""),
    row(Fact, 90, Nothing, "health", r"\bi (?:have|suffer from) (?:\p{L}+ )?(?:adhd|asthma|diabetes|dyslexia|migraines?|epilepsy|autism|hay fever|insomnia|arthritis|back pain|celiac|coeliac)\b", ""),
    row(Fact, 95, Nothing, "health", r"\bich (?:bin|reagiere) (?:\p{L}+ )?allergisch\b|\bich hab(?:e)? (?:eine|'ne) \p{L}*(?:allergie|unverträglichkeit|intoleranz)\b|\bich vertrage (?:\p{L}+ )?kein", ""),
    row(Fact, 88, Nothing, "health", r"\bich habe? (?:\p{L}+ )?(?:adhs|asthma|diabetes|migräne|epilepsie|heuschnupfen|rückenschmerzen|zöliakie)\b", ""),
    row(Fact, 90, Nothing, "diet", r"\b(?:i(?:'m| am)|we(?:'re| are)) (?:a |an |both )?(?:\p{L}+ )?(?:vegans?|vegetarians?|pescatarians?|coeliac|celiac|diabetic|teetotal)\b", ""),
    row(Fact, 90, Nothing, "diet", r"\bich (?:bin|lebe|ernähre mich) (?:\p{L}+ )?(?:vegan|vegetarisch|veganer(?:in)?|vegetarier(?:in)?|diabetiker(?:in)?)\b", ""),
    row(Fact, 90, Nothing, "family", r"(?x)\b(?:my|our)\ (?:\p{L}+\ )?(?:wife|husband|partner|girlfriend|boyfriend|fiancée?|son|daughter|kids?|child|children|mother|father
        |mum|mom|dad|brother|sister|grandmother|grandfather|grandma|grandpa|parents|aunt|uncle|niece|nephew|cousin|twins|family|dog|cat|puppy|kitten|horse)
        (?:'s\ \p{L}+|,\ \p{L}+,|\ \p{L}+)?(?:'s|\ (?:is|are|was|has|have|works?|lives?|likes?|loves?|hates?|turns?|goes|studies|plays|speaks?))\b", ""),
    row(Fact, 90, Nothing, "family", r"(?x)\b(?:mein|unser)(?:e|em|en|er)?\ (?:\p{L}+\ )?(?:frau|mann|partner(?:in)?|freundin|freund|sohn|tochter|kind|kinder|mutter|vater|eltern
        |bruder|schwester|oma|opa|großmutter|großvater|tante|onkel|nichte|neffe|zwillinge|familie|hund|hündin|katze|kater|pferd)
        (?:\ \p{L}+)?\ (?:ist|sind|hei(?:ß|ss)t|hei(?:ß|ss)en|hat|haben|arbeitet|wohnt|lebt|mag|liebt|hasst|geht|kommt|wird|studiert|spielt|spricht|isst|trinkt)\b", ""),
    row(Fact, 85, Nothing, "has", r"(?x)\b(?:i|we)(?:'ve|\ have)(?:\ got)?\ (?:a|an|one|two|three|four|five|\d+|no)(?:\ \p{L}+){0,2}
        \ (?:dogs?|cats?|sons?|daughters?|kids?|child|children|brothers?|sisters?|siblings|wife|husband|twins|horses?|rabbits?|hamsters?|house|flat|apartment|garden|allotment|car|boat|motorbike|tattoos?)\b",
        r"\bi have (?:a|an) (?:question|problem)"),
    row(Fact, 85, Nothing, "has", r"(?x)\b(?:ich\ habe?|wir\ haben)\ (?:eine?n?|zwei|drei|vier|\d+|keine?n?)(?:\ \p{L}+){0,2}
        \ (?:hunde?|hündin|katzen?|kater|sohn|söhne|tochter|töchter|kind|kinder|bruder|brüder|schwestern?|geschwister|frau|mann|zwillinge|pferde?|haus|wohnung|garten|auto|boot|motorrad)\b", ""),
    row(Fact, 90, Nothing, "works at", r"\b(?:i|we) (?:\p{L}+ )?work (?:\p{L}+ ){0,2}?(?:at|for|as|in|with|from|nights)\b|\bi(?:'m| am) (?:\p{L}+ )?working (?:at|for|as)\b|\bi work (?:remotely|part[- ]time|full[- ]time)", ""),
    row(Fact, 85, Nothing, "works at", r"\bmy (?:\p{L}+ )?(?:job|profession|occupation|employer|company|job title|boss|manager|team)(?: is|'s| are| uses| works| builds)\b|\bi(?:'m| am) (?:retired|self-employed|unemployed|freelance)\b", ""),
    row(Fact, 75, Nothing, "works at", r"\bi (?:\p{L}+ )?(?:teach|study|studied|founded|own|lead|manage) \p{L}", r"\bi (?:own|lead) (?:up )?(?:to|my)\b"),
    row(Fact, 90, Nothing, "works at", r"\b(?:ich arbeite|wir arbeiten) (?:\p{L}+ ){0,2}?(?:bei|für|als|in|im|von|beim)\b|\bich bin (?:selbstständig|selbständig|freiberuflich|arbeitslos|in rente|rentner(?:in)?)\b|\bich bin (?:\p{L}+ )?von beruf\b", ""),
    row(Fact, 80, Nothing, "works at", r"\bich (?:studiere|unterrichte|leite) \p{L}|\bmeine? (?:job|beruf|arbeitgeber|firma|chefin|chef|team) (?:ist|sind|hei(?:ß|ss)t)\b", ""),
    row(Fact, 55, Object, "works on", r"\b(?:i(?:'m| am)|we(?:'re| are)) (?:\p{L}+ )?(?:working on|building|learning|writing)\b|\bi (?:\p{L}+ )?work on\b", ""),
    row(Fact, 55, Object, "works on", r"\b(?:ich arbeite|wir arbeiten) (?:\p{L}+ )?an\b|\bich (?:lerne|baue|schreibe)\b", ""),
    row(Fact, 90, Nothing, "lives in", r"\b(?:i|we) (?:\p{L}+ )?live (?:\p{L}+ )?(?:in|at|near|on|with|alone|by|outside|close)\b", r"\blive (?:with|on) (?:it|that|this)\b"),
    row(Fact, 85, Nothing, "lives in", r"\bi(?:'m| am) (?:originally )?from \p{L}|\b(?:i|we) (?:\p{L}+ )?moved (?:to|from|into)\b|\bi (?:was born|grew up)\b", r"from (?:the|this|that|my) (?:future|list|file|data)"),
    row(Fact, 90, Nothing, "lives in", r"\b(?:ich wohne|ich lebe|wir wohnen|wir leben) \p{L}|\bich (?:komme|stamme) (?:\p{L}+ )?aus\b|\bich bin (?:\p{L}+ ){0,3}(?:geboren|aufgewachsen)\b", r"\bich lebe (?:vegan|vegetarisch|noch)\b|\bich wohne (?:nicht|hier)\b"),
    row(Fact, 90, Nothing, "age", r"\bi(?:'m| am) (?:\d{1,3}|twenty|thirty|forty|fifty|sixty|seventy)(?:[- ]\p{L}+)? years? old\b|\bmy (?:\p{L}+ )?(?:birthday|anniversary)\b|\bi turn(?:ed)? \d{2}\b", ""),
    row(Fact, 90, Nothing, "age", r"\bich bin \d{1,3}(?: jahre| und\b|\.|,|$)|\bmein geburtstag\b", r"\bich bin \d{1,3} (?:prozent|mal)"),
    row(Fact, 80, Nothing, "about me", r"(?x)\bmy\ (?:native\ language|mother\ tongue|pronouns|time\ ?zone|hobby|hobbies|home\ ?town|shoe\ size|blood\ type|height|diet|car|bike|budget|religion|star\ sign)
        (?:\ \p{L}+)?\ (?:is|are)\b|\bi\ speak\ \p{L}", ""),
    row(Fact, 80, Nothing, "about me", r"(?x)\bmeine?\ (?:muttersprache|hobbys?|pronomen|heimat|heimatstadt|schuhgröße|kleidergröße|auto|fahrrad|budget|religion|sternzeichen)
        \ (?:ist|sind)\b|\bich\ spreche\ \p{L}", ""),
    row(Fact, 60, Nothing, "about me", r"\bmy (?:\p{L}+ )?(?:goal|dream|plan) is\b|\bmein (?:ziel|traum|plan) ist\b", ""),
    row(Fact, 85, Nothing, "about me", r"\b(?:i(?:'m| am)|we(?:'re| are)) (?:left-handed|right-handed|colou?r[- ]?blind|dyslexic|deaf|married|single|divorced|widowed|pregnant|bilingual)\b", ""),
    row(Fact, 85, Nothing, "about me", r"\bich bin (?:linkshänder(?:in)?|rechtshänder(?:in)?|farbenblind|gehörlos|verheiratet|ledig|geschieden|schwanger|zweisprachig)\b", ""),
    row(Fact, 70, Nothing, "is", r"\bi(?:'m| am) (?:an?|the) \p{L}", r"\bi(?:'m| am) (?:an?|the) (?:bit|little|few|lot|tad|fan|huge|big|while|couple|loss|idiot|only|same|one)\b"),
    row(Fact, 70, Nothing, "is", r"\bich bin (?:eine?|der|die) \p{L}", r"\bich bin (?:eine?|der|die) (?:bisschen|wenig|paar|meinung|einzige)\b"),
    row(Fact, 68, Object, "does", r"\bi (?:\p{L}+ )?(?:play|drive|ride|collect|wear|volunteer|practi[sc]e|cycle|swim|paint|knit|garden)\b", r"\bi (?:can|could|want|will|should|would)\b"),
    row(Fact, 60, Object, "uses", r"\b(?:i|we) (?:\p{L}+ )?use\b", r"\b(?:i|we) (?:can|could|want|will|should|would|must|to|cannot|did|do)\b"),
    row(Fact, 60, Object, "uses", r"\b(?:ich|wir) (?:benutze|verwende|nutze|benutzen|verwenden|nutzen|fahre|spiele|sammle)\b", ""),

    // What the person likes.
    row(Preference, 90, Object, "prefers", r"\b(?:i|we) (?:(?:really|also|generally|usually|personally|still|always|definitely|strongly|much) )*(?:prefer|favou?r)\b", ""),
    row(Preference, 70, Object, "prefers", r"\b(?:i|we)(?:'d| would)(?: much)? rather\b", ""),
    row(Preference, 90, Nothing, "favourite", r"\b(?:my|our)(?: all-time| absolute| \p{L}+'s)? favou?rite\b", ""),
    row(Preference, 82, Object, "likes", r"\b(?:i|we) (?:(?:really|also|generally|usually|personally|still|just|absolutely|actually|do|especially) )*(?:like|love|enjoy|adore)\b", r"\bi like to think\b"),
    row(Preference, 82, Object, "likes", r"\bi(?:'m| am)(?: also| really)? (?:a )?(?:big |huge )?(?:fan of|fond of|into|keen on|obsessed with)\b", ""),
    row(Preference, 86, Object, "dislikes", r"\b(?:i|we) (?:(?:really|also|generally|usually|personally|absolutely|actually|just) )*(?:hate|dislike|detest|loathe|avoid|can't stand|cannot stand|can't bear)\b", ""),
    row(Preference, 86, Object, "dislikes", r"\b(?:i|we) (?:don't|do not|never) (?:really |particularly |ever )?(?:like|enjoy|eat|drink|wear|care for)\b|\bi(?:'m| am) not (?:a (?:big )?fan of|into|fond of|keen on)\b", ""),
    row(Preference, 74, Nothing, "always or never", r"\bi (?:almost |nearly )?(?:always|never|usually|normally|typically|rarely|hardly ever|tend to)\b",
        r"\bi (?:almost )?(?:never|always|usually) (?:said|asked|told|knew|thought|get|got|wondered|understood|heard|wanted|mind|forget|struggle)\b"),
    row(Preference, 76, Nothing, "does", r"\bi (?:run|swim|jog|meditate|exercise|train|cycle|walk|read|cook|paint) (?:\p{L}+ ){0,3}(?:every|each|daily|weekly|twice|once a|on \p{L}+days)\b", ""),
    row(Preference, 86, Object, "prefers", r"\b(?:ich bevorzuge|wir bevorzugen|ich ziehe)\b", ""),
    row(Preference, 84, Object, "likes", r"\b(?:ich|wir) (?:mag|mögen|liebe|lieben|schätze|genieße)\b|\bich (?:bin|bin ein) (?:\p{L}+ )?fan von\b", ""),
    row(Preference, 86, Object, "dislikes", r"\b(?:ich|wir) (?:hasse|hassen|verabscheue|vermeide|vermeiden)\b|\bich (?:mag|esse|trinke) (?:\p{L}+ )?(?:kein\p{L}*|nicht)\b|\bich kann (?:\p{L}+ ){1,2}nicht (?:ausstehen|leiden)\b", ""),
    row(Preference, 90, Nothing, "favourite", r"\b(?:meine?|unsere?|mein) lieblings\p{L}+|\bich\b.{0,60}\bam liebsten\b|\bam liebsten \p{L}+ (?:ich|wir)\b", ""),
    row(Preference, 80, Nothing, "likes", r"\b(?:ich|wir) \p{L}+ (?:\p{L}+ ){0,2}(?:gerne?|ungerne?|lieber)\b", r"\b(?:ich|wir) (?:würde|würden|hätte|hätten|möchte|möchten|will|wüsste|kann|könnte)\b"),
    row(Preference, 80, Nothing, "matters", r"\bmir ist (?:\p{L}+ ){0,3}wichtig\b|\bmir sind (?:\p{L}+ ){0,3}wichtig\b|\bit is important to me\b|\bit's important to me\b", r"\bmir ist (?:das|es) (?:nicht )?wichtig\b"),
    row(Preference, 72, Nothing, "always or never", r"\bich \p{L}+ (?:\p{L}+ )?(?:immer|nie|niemals|meistens|normalerweise|selten)\b", r"\b(?:immer noch|noch nie|immer wieder|noch immer)\b"),

    // What was decided.
    row(Decision, 86, Nothing, "decided", r"\b(?:i|we)(?:'ve| have)?(?: just| now| finally| already| all| both)? (?:decided|agreed|settled on|chose|have chosen|made up (?:my|our) minds?)\b|\b(?:i|we)(?:'ve| have) (?:chosen|picked)\b|\b(?:our|my|the) decision (?:is|was)\b", r"\bhaven't\b|\bhave not\b|\bagreed (?:with|that)\b"),
    row(Decision, 80, Object, "goes with", r"^(?:let's|let us|we'll|we will|i'll|i will|we're going to|i'm going to|we're|we are|i'm|i am) (?:go|going|stick|sticking|stay|staying) with\b", ""),
    row(Decision, 55, Object, "goes with", r"^(?:let's|let us|we'll|we will) use\b", ""),
    row(Decision, 86, Nothing, "decided", r"\b(?:ich|wir|uns)\b.{0,80}\b(?:entschieden|beschlossen|geeinigt|vereinbart|festgelegt)\b|\b(?:unsere|meine|die) entscheidung (?:ist|war)\b", r"\bnicht entschieden\b"),
    row(Decision, 66, Object, "goes with", r"^(?:lass uns|wir nehmen|ich nehme|wir bleiben bei|ich bleibe bei)\b", r"^lass uns (?:mal |jetzt )?(?:anfangen|beginnen|weiter|über|sehen|schauen)\b"),

    // What happens at a time.
    row(Event, 82, Nothing, "appointment", r"\b(?:i|we)(?:'ve| have)(?: got)? (?:a|an|my|our|another) (?:\p{L}+[- ]){0,3}(?:appointment|exam|interview|flight|wedding|surgery|operation|concert|check-?up|meeting|trip|party)\b", ""),
    row(Event, 82, Nothing, "appointment", r"\b(?:my|our) (?:\p{L}+[- ]){0,2}(?:appointment|exam|interview|flight|wedding|surgery|operation|holiday|vacation|trip|graduation)\b.{0,40}\b(?:is|are|was|on|starts?|begins?)\b", ""),
    row(Event, 84, Nothing, "turning point", r"\b(?:i|we) (?:just |recently |finally )?(?:got (?:married|engaged|promoted|divorced|fired|laid off|hired|a new job|the job)|graduated|retired|quit my job|started a new job|adopted a|became a)\b", ""),
    row(Event, 70, Nothing, "plans", r"\b(?:i(?:'m| am)|we(?:'re| are)) (?:\p{L}+ )?(?:flying|travell?ing|moving|getting married|expecting a|visiting|having a baby|starting a new)\b", r"\bmoving (?:on|forward)\b"),
    row(Event, 72, Nothing, "plans", r"\b(?:i(?:'m| am)|we(?:'re| are)) (?:on|going on) (?:vacation|holiday|maternity leave|parental leave|sabbatical)\b|\b(?:i(?:'m| am)|we(?:'re| are)) going to (?:the|my) (?:dentist|doctor|hospital)\b", ""),
    row(Event, 62, Nothing, "happened", r"(?x)\b(?:i|we)\ (?:just\ |recently\ |finally\ )?(?:got|started|left|bought|sold|finished|passed|lost|broke|met|won|had|went|ran|visited|planted|moved)\b
        .{0,80}\b(?:yesterday|last\ (?:week|month|year|night|summer|winter|spring|autumn|fall)|in\ (?:january|february|march|april|may|june|july|august|september|october|november|december|\d{4})
        |on\ (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|\d+\ (?:days|weeks|months|years)\ ago)\b", ""),
    row(Event, 82, Nothing, "appointment", r"\b(?:ich habe?|wir haben)\b.{0,60}\b(?:einen (?:\p{L}+)?termin|eine (?:\p{L}+)?prüfung|einen flug|ein vorstellungsgespräch|(?:eine )?hochzeit|urlaub|eine operation)\b", ""),
    row(Event, 70, Nothing, "plans", r"\b(?:ich|wir) (?:ziehen?|heiraten?|fliegen?|verreisen?|reisen?|fahren?)\b.{0,60}\b(?:am|im|nach|nächste\p{L}*|morgen|um)\b", ""),
    row(Event, 62, Nothing, "happened", r"\b(?:gestern|letzte[nsr]? (?:woche|monat|jahr|sommer|winter|wochenende)|vor \p{L}+ (?:tagen|wochen|monaten|jahren))\b.{0,30}\b(?:ich|wir)\b", ""),
];
