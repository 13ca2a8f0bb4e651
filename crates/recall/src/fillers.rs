//! Words and phrases that people exchange without telling anything, in the folded form (no capitals, accents or apostrophes):
//! English, German, French, Spanish, and the commonest of Italian, Portuguese, Dutch and a few neighbours. Must not know how
//! they are weighed. Each list is sorted, so that it can be searched by halves.

/// Greetings, thanks, wishes, partings, laughter: a name beside them is the person spoken to.
#[rustfmt::skip]
pub(crate) const SOCIAL: &[&str] = &[
    "a bientot", "a plus", "a plus tard", "a presto", "a tout a lheure", "a tout de suite", "a toute",
    "adios", "alles gute", "alles gute zum geburtstag", "alles liebe", "alsjeblieft", "and you", "anytime",
    "arrivederci", "ate logo", "ate mais", "au revoir", "auf wiedersehen", "auguri", "bedankt", "besos",
    "best of luck", "best regards", "beste grusse", "besten dank", "bis bald", "bis dann", "bis gleich",
    "bis spater", "bises", "bisous", "bitte", "bitte schon", "bitte sehr", "bless you", "boa noite",
    "boa tarde", "bom dia", "bon anniversaire", "bon appetit", "bon courage", "bon week end",
    "bon weekend", "bonjour", "bonne annee", "bonne chance", "bonne journee", "bonne nuit", "bonne soiree",
    "bonsoir", "bravo", "brb", "buen dia", "buen provecho", "buena suerte", "buenas", "buenas noches",
    "buenas tardes", "buenos dias", "buonanotte", "buonasera", "buongiorno", "bye", "bye for now", "ca va",
    "ca va bien", "catch you later", "chao", "chat soon", "chau", "cheers", "ci vediamo", "ciao",
    "come stai", "come va", "comment allez vous", "comment ca va", "comment vas tu", "como esta",
    "como estas", "como va", "congrats", "congrats to you", "congratulations", "coucou", "cya", "czesc",
    "dank je", "dank je wel", "dank u", "dank u wel", "danke", "danke dir", "danke euch",
    "danke gleichfalls", "danke ihnen", "danke schon", "danke sehr", "dankeschon", "dankjewel", "de nada",
    "de rien", "desole", "desolee", "doei", "dzieki", "dziekuje", "encantada", "encantado", "enchante",
    "enchantee", "enhorabuena", "enjoy", "enjoy your day", "enjoy your evening", "entschuldigung",
    "et toi", "et vous", "felicidades", "felicitations", "feliz ano nuevo", "feliz cumpleanos",
    "feliz navidad", "fijne dag", "frohe weihnachten", "frohes neues jahr", "geen probleem",
    "gefeliciteerd", "gern geschehen", "gerne geschehen", "get well soon", "gleichfalls", "gluckwunsch",
    "god morgon", "goede morgen", "goedemiddag", "goedemorgen", "goedenavond", "good afternoon",
    "good day", "good evening", "good job", "good luck", "good morning", "good night",
    "good to hear from you", "good to see you", "good work", "goodbye", "goodnight", "graag gedaan",
    "gracias", "gracias a ti", "grazie", "grazie mille", "great job", "great work", "greetings",
    "gruss dich", "gruss gott", "gut gemacht", "gute besserung", "gute nacht", "guten abend",
    "guten appetit", "guten morgen", "guten rutsch", "guten tag", "hallo", "happy birthday",
    "happy holidays", "happy new year", "hasta la vista", "hasta luego", "hasta pronto", "have a good day",
    "have a good evening", "have a good night", "have a good one", "have a good weekend",
    "have a great day", "have a great weekend", "have a nice day", "have a nice evening",
    "have a nice weekend", "have fun", "hej", "hello", "herzlichen dank", "herzlichen gluckwunsch", "hey",
    "hi", "hiya", "hoe gaat het", "hoi", "hola", "how are you", "how are you doing", "how are you today",
    "how do you do", "how have you been", "how is it going", "howdy", "hows it going", "huhu",
    "je ten prie", "je vous en prie", "joyeux anniversaire", "joyeux noel", "keep it up", "kein ding",
    "kein problem", "keine ursache", "kind regards", "later gator", "lg", "liebe grusse", "lieben dank",
    "lmao", "lo siento", "lol", "lolol", "long time no see", "mach es gut", "machs gut", "many thanks",
    "mdr", "merci", "merci a toi", "merci a vous", "merci beaucoup", "merci bien", "merry christmas",
    "mfg", "mil gracias", "mille mercis", "moin", "molte grazie", "much appreciated", "muchas gracias",
    "muchisimas gracias", "mucho gusto", "muito obrigada", "muito obrigado", "my pleasure", "na du",
    "nice job", "nice to meet you", "nice to see you", "nice work", "nighty night", "no hay de que",
    "no pasa nada", "no problem", "no worries", "nos vemos", "np", "obrigada", "obrigado", "oi", "ola",
    "parabens", "pardon", "pas de probleme", "pas de souci", "per favore", "perdon", "please", "pls",
    "plz", "por favor", "por nada", "prego", "ptdr", "que pasa", "que tal", "regards", "rofl", "saludos",
    "salut", "same to you", "schonen abend", "schonen abend noch", "schonen tag", "schonen tag noch",
    "schones wochenende", "scusa", "see ya", "see ya around", "see ya later", "see ya soon", "see ya then",
    "see you", "see you around", "see you later", "see you soon", "see you then", "servus", "sil te plait",
    "sil vous plait", "sleep tight", "sleep well", "sorry", "speak soon", "stp", "sup", "svp",
    "sweet dreams", "tack", "tak", "take care", "takk", "talk later", "talk soon", "talk to you later",
    "talk to you soon", "tante grazie", "tausend dank", "tchau", "thank", "thank you", "thank you so much",
    "thank you very much", "thanks", "thanks a lot", "thanks a million", "thanks again", "thanks so much",
    "thankyou", "thnx", "thx", "tot straks", "tot ziens", "tschau", "tschuss", "tschussi", "ttyl",
    "tudo bem", "tx", "ty", "tysm", "un abrazo", "und dir", "und selbst", "vg", "viel erfolg",
    "viel gluck", "viel spass", "viele grusse", "vielen dank", "vielen lieben dank", "wassup", "way to go",
    "welcome back", "well done", "what s up", "whats up", "wie geht es dir", "wie geht es ihnen",
    "wie gehts", "wie gehts dir", "wie gehts euch", "xo", "xoxo", "xx", "y tu", "y usted", "yo",
    "you are welcome", "you re welcome", "you take care", "you too", "youre welcome",
];

/// Short answers and exclamations. With a name they may be a fact (`Anna: yes`).
#[rustfmt::skip]
pub(crate) const REPLIES: &[&str] = &[
    "aah", "absolutely", "ach", "ach so", "achso", "agreed", "ah", "ah bon", "aha", "aight", "all right",
    "alles klar", "alright", "amazing", "anche io", "auf jeden fall", "auf keinen fall", "aw", "awesome",
    "aww", "beleza", "ben", "bene", "bien", "bien sur", "bof", "bonne idee", "brilliant", "btw",
    "buena idea", "bueno", "ca marche", "cant wait", "carrement", "certainement", "certainly", "certo",
    "cest bon", "chouette", "claro", "claro que si", "cool", "dac", "daccord", "de acuerdo", "deal",
    "definitely", "doch", "done", "duh", "dunno", "echt", "einverstanden", "entendido", "er", "esta bien",
    "estupendo", "eu tambem", "evidemment", "exactement", "exactly", "exacto", "excellent", "fab",
    "fair enough", "fantastic", "for real", "for sure", "freut mich", "funny", "geht klar", "geil",
    "genau", "genial", "gern", "gerne", "goed", "good", "good idea", "good point", "got it", "gotcha",
    "great", "great idea", "guay", "gut", "ha", "haha", "heel goed", "hehe", "hihi", "hm", "hmm", "hooray",
    "huh", "i dont know", "i guess", "i guess so", "i hope so", "i like it", "i love it", "i see",
    "i think so", "ich auch", "ich auch nicht", "ich weiss nicht", "idk", "ik ook", "imo", "indeed",
    "interesting", "ja", "ja klar", "jawohl", "je ne sais pas", "je sais pas", "jep", "jepp", "jk", "jo",
    "jup", "k", "kein thema", "keine ahnung", "kk", "klar", "klingt gut", "krass", "leuk", "like it",
    "listo", "love it", "lovely", "mais non", "mais oui", "makes sense", "mal sehen", "maybe",
    "me neither", "me too", "meh", "mhm", "mm", "moi aussi", "moi non plus", "molto bene", "muito bem",
    "muy bien", "my god", "na gut", "na ja", "na klar", "nah", "naja", "nan", "nao", "naturlich", "neat",
    "nee", "nein", "never mind", "nevermind", "nice", "no", "no idea", "no way", "non", "nope", "not bad",
    "not sure", "noted", "of course", "oh", "oh my", "oh my god", "oh nein", "oh no", "oh well", "ok",
    "okay", "oke", "okey", "okidoki", "okie", "omg", "ooh", "oops", "otimo", "ouaip", "ouais", "ouch",
    "oui", "parfait", "pas mal", "passt", "perfect", "perfecto", "perfekt", "perfetto", "perhaps",
    "peut etre", "phew", "por supuesto", "pourquoi pas", "prima", "que bien", "que bueno", "really",
    "right on", "same", "same here", "schon", "se", "sehr gut", "sehr schon", "seriously", "si", "sicher",
    "sim", "so cool", "so true", "sounds awesome", "sounds fun", "sounds good", "sounds great",
    "sounds like a plan", "spitze", "stimmt", "stimmt schon", "super", "sure", "sure thing", "sweet",
    "ta bom", "tal vez", "tant mieux", "thats right", "tja", "toll", "totally", "tres bien", "true", "ugh",
    "uh", "uh huh", "um", "understood", "va bene", "vale", "very nice", "vielleicht", "voila",
    "weiss ich nicht", "weiss nicht", "well said", "what", "whatever", "whoa", "why", "wie schon",
    "will do", "wirklich", "woah", "wonderful", "woohoo", "wow", "wtf", "ya", "yas", "yay", "yea", "yeah",
    "yep", "yes", "yess", "yo tambien", "yo tampoco", "you are right", "youre right", "yup", "zeker",
];

/// What may stand between them without adding anything.
#[rustfmt::skip]
pub(crate) const GLUE: &[&str] = &[
    "a", "aber", "again", "all", "alle", "also", "am", "an", "and", "are", "as", "at", "auch", "aussi",
    "be", "been", "buddy", "but", "c", "ca", "ce", "cest", "da", "dann", "das", "dear", "denn", "der",
    "dich", "did", "die", "dir", "do", "does", "du", "dude", "el", "es", "est", "et", "euch", "everyone",
    "for", "friend", "ganz", "guys", "have", "how", "i", "ich", "id", "ill", "im", "in", "is", "ist", "it",
    "its", "ive", "je", "just", "la", "le", "les", "lo", "mal", "man", "me", "mi", "mich", "mir", "moi",
    "much", "muy", "my", "noch", "now", "of", "on", "one", "para", "pour", "que", "sehr", "so", "some",
    "such", "tambien", "that", "thats", "the", "then", "there", "this", "ti", "to", "todo", "toi", "too",
    "tout", "tres", "trop", "tu", "u", "un", "und", "une", "ur", "very", "vous", "war", "was", "we",
    "well", "were", "with", "y", "you", "your", "youre", "youve",
];

/// Written with a capital and no names of people.
#[rustfmt::skip]
pub(crate) const DATES: &[&str] = &[
    "april", "august", "christmas", "december", "dezember", "dienstag", "donnerstag", "easter", "februar",
    "february", "freitag", "friday", "heute", "januar", "january", "juli", "july", "june", "juni", "mai",
    "march", "marz", "may", "mittwoch", "monday", "montag", "morgen", "november", "october", "oktober",
    "ostern", "samstag", "saturday", "september", "silvester", "sonnabend", "sonntag", "sunday",
    "thursday", "tomorrow", "tonight", "tuesday", "wednesday", "weihnachten",
];

/// The most words in a phrase.
pub(crate) const LONGEST: usize = 5;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::folded;

    #[test]
    fn lists_are_sorted_folded_and_apart() {
        for list in [SOCIAL, REPLIES, GLUE, DATES] {
            assert!(list.is_sorted());
            for phrase in list {
                assert_eq!(folded(phrase), **phrase);
                assert!((1..=LONGEST).contains(&phrase.split(' ').count()), "{phrase}");
            }
        }
        assert!(SOCIAL.iter().all(|phrase| REPLIES.binary_search(phrase).is_err()));
    }
}
