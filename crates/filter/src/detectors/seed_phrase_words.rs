//! The English words that wallets' recovery phrases are made of (BIP-39). It must not look for phrases.

use std::sync::LazyLock;

/// The list of BIP-39 in its order, which is the alphabet's.
static LIST: &str = include_str!("../../data/bip39-english.txt");

static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| LIST.lines().collect());

/// A word's place in the list, 0 to 2047; case does not matter.
pub(super) fn place(word: &str) -> Option<u16> {
    if !(3..=8).contains(&word.len()) || !word.is_ascii() {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    WORDS.binary_search(&lower.as_str()).ok().and_then(|at| u16::try_from(at).ok())
}

/// The eight hundred words of the list that English prose has least: where one stands, a phrase may stand around it. A phrase of
/// twelve words holds at least one of them in 997 of 1,000 cases.
pub(super) const RARE: &[&str] = &[
    "absent", "absorb", "absurd", "abuse", "accuse", "acid", "acoustic", "actress", "addict", "admit",
    "adult", "aerobic", "affair", "afford", "afraid", "airport", "aisle", "alarm", "album", "alcohol",
    "alien", "amateur", "amused", "analyst", "anchor", "ancient", "anger", "angry", "ankle", "announce",
    "annual", "antenna", "antique", "anxiety", "apology", "argue", "armed", "army", "arrest", "arrive",
    "artefact", "artwork", "assault", "asthma", "athlete", "attitude", "attract", "auction", "aunt",
    "autumn", "avocado", "awake", "awkward", "baby", "bachelor", "bacon", "balcony", "bamboo", "banana",
    "barely", "bargain", "barrel", "battle", "bean", "beef", "belt", "betray", "bicycle", "bike", "biology",
    "bitter", "blade", "blame", "bleak", "blind", "blood", "blossom", "blouse", "blush", "boat", "bone",
    "bonus", "border", "bounce", "brass", "brave", "bread", "brisk", "broccoli", "bronze", "broom",
    "brother", "brush", "bubble", "buddy", "buffalo", "bulb", "bulk", "bullet", "bunker", "burden", "burger",
    "burst", "butter", "buyer", "cabbage", "cabin", "cactus", "cage", "canal", "candy", "cannon", "canoe",
    "canvas", "canyon", "capable", "capital", "captain", "carbon", "carpet", "cash", "casino", "casual",
    "catalog", "cattle", "caught", "caution", "cave", "ceiling", "celery", "census", "century", "cereal",
    "champion", "chapter", "chase", "cheese", "chef", "cherry", "chest", "chicken", "chief", "chimney",
    "chronic", "chuckle", "churn", "cigar", "cinnamon", "citizen", "civil", "clarify", "clay", "clerk",
    "clever", "climb", "clinic", "clown", "clump", "clutch", "coach", "coffee", "coil", "comic", "concert",
    "congress", "convince", "copper", "coral", "cotton", "couch", "cousin", "coyote", "cradle", "craft",
    "cram", "crane", "crater", "crawl", "creek", "crew", "cricket", "crime", "crisp", "crouch", "cruel",
    "cruise", "crumble", "crunch", "crush", "crystal", "cube", "cupboard", "curious", "curtain", "cushion",
    "cycle", "damp", "danger", "daring", "daughter", "debate", "debris", "decade", "decline", "decorate",
    "decrease", "deer", "defy", "delay", "demand", "demise", "denial", "dentist", "deposit", "deputy",
    "desert", "despair", "devote", "diagram", "diamond", "dignity", "dilemma", "dinosaur", "dirt",
    "disagree", "disease", "dismiss", "disorder", "divert", "divorce", "dizzy", "doctor", "doll", "dolphin",
    "donkey", "donor", "dose", "drastic", "drift", "drill", "drink", "drip", "drum", "duck", "dune", "dutch",
    "duty", "eager", "ecology", "economy", "educate", "elbow", "elder", "electric", "elegant", "elephant",
    "elevator", "elite", "embody", "embrace", "emerge", "empower", "enact", "enemy", "engage", "enlist",
    "enrich", "enroll", "envelope", "episode", "erode", "erosion", "erupt", "essay", "essence", "eternal",
    "ethics", "evidence", "evolve", "excess", "excuse", "exile", "exotic", "expire", "eyebrow", "faculty",
    "fade", "faint", "fame", "famous", "farm", "father", "fatigue", "female", "fence", "fever", "fiber",
    "fiction", "fiscal", "flash", "flee", "flight", "flock", "foam", "foil", "fortune", "fossil", "foster",
    "fragile", "frog", "frost", "frown", "frozen", "fuel", "funny", "furnace", "fury", "gadget", "galaxy",
    "gallery", "garage", "garbage", "garden", "garlic", "garment", "gasp", "gather", "gauge", "gaze",
    "genius", "gentle", "genuine", "gesture", "giant", "gift", "giggle", "ginger", "giraffe", "glance",
    "glare", "glide", "glimpse", "globe", "gloom", "glory", "glove", "glow", "goat", "goddess", "goose",
    "gorilla", "gospel", "gossip", "gown", "grape", "grass", "gravity", "grief", "grocery", "grunt", "guilt",
    "guitar", "habit", "hamster", "harbor", "harsh", "harvest", "hawk", "hazard", "heavy", "hedgehog",
    "helmet", "hire", "hobby", "hockey", "holiday", "hollow", "horror", "hospital", "hotel", "hover",
    "humble", "humor", "hundred", "hungry", "hurdle", "hurry", "hurt", "husband", "illegal", "illness",
    "imitate", "immense", "immune", "impulse", "income", "indoor", "industry", "infant", "inflict", "inhale",
    "inherit", "inmate", "innocent", "inquiry", "insane", "insect", "island", "isolate", "ivory", "jacket",
    "jaguar", "jazz", "jealous", "jeans", "jelly", "jewel", "joke", "juice", "jungle", "junior", "junk",
    "kangaroo", "ketchup", "kick", "kidney", "kingdom", "kitchen", "kite", "kitten", "kiwi", "knee", "knife",
    "knock", "ladder", "lady", "lamp", "laundry", "lava", "lawn", "leader", "legend", "leisure", "lemon",
    "leopard", "lesson", "liberty", "limb", "loan", "lobster", "lonely", "lottery", "lounge", "loyal",
    "luggage", "lumber", "lunch", "luxury", "lyrics", "maid", "mammal", "mandate", "mango", "mansion",
    "maple", "marble", "marine", "marriage", "maze", "meadow", "meat", "medal", "melody", "melt", "mercy",
    "merit", "merry", "mesh", "midnight", "million", "mimic", "minute", "miracle", "misery", "mixture",
    "monkey", "monster", "moon", "morning", "mosquito", "mother", "motor", "mouse", "muffin", "mule",
    "muscle", "museum", "mushroom", "mystery", "myth", "naive", "napkin", "nasty", "negative", "neglect",
    "nephew", "nerve", "neutral", "noble", "nominee", "noodle", "notable", "nuclear", "nurse", "obey",
    "oblige", "obscure", "olympic", "onion", "oppose", "orbit", "orchard", "orphan", "ostrich", "outdoor",
    "oyster", "ozone", "paddle", "palace", "panda", "panel", "panther", "parade", "patient", "pause",
    "peanut", "peasant", "pelican", "penalty", "pencil", "pepper", "piano", "picnic", "pigeon", "pill",
    "pilot", "pink", "pioneer", "pistol", "pizza", "plastic", "pledge", "pluck", "plunge", "poem", "polar",
    "police", "pony", "potato", "poverty", "powder", "praise", "prison", "prize", "prosper", "pudding",
    "pulp", "pumpkin", "punch", "pupil", "puppy", "purchase", "purity", "purse", "puzzle", "pyramid",
    "quantum", "quarter", "quiz", "rabbit", "raccoon", "radar", "radio", "ramp", "rapid", "rare", "rebel",
    "rebuild", "recall", "recycle", "refuse", "regret", "relief", "renew", "reopen", "rescue", "resemble",
    "retire", "retreat", "reunion", "reveal", "rhythm", "ribbon", "rifle", "rigid", "riot", "ritual",
    "rival", "roast", "rocket", "romance", "rookie", "rubber", "rude", "runway", "rural", "saddle",
    "sadness", "salad", "salmon", "salon", "salute", "sauce", "sausage", "scare", "scatter", "scene",
    "scissors", "scorpion", "scout", "scrap", "scrub", "seminar", "senior", "shaft", "shallow", "sheriff",
    "shiver", "shock", "shoulder", "shove", "shrimp", "shrug", "shuffle", "siege", "silly", "situate",
    "skate", "skirt", "skull", "slam", "slender", "slim", "slogan", "slush", "smoke", "snack", "sniff",
    "soap", "soccer", "social", "soda", "soldier", "soul", "spice", "spider", "spike", "spoil", "spray",
    "spring", "spy", "squeeze", "squirrel", "stadium", "staff", "stairs", "steak", "steel", "stomach",
    "stool", "stove", "strike", "stumble", "subway", "sudden", "suffer", "sunny", "supply", "supreme",
    "surge", "surprise", "survey", "suspect", "sustain", "swallow", "swamp", "swarm", "swear", "swim",
    "swing", "symptom", "syrup", "tank", "taste", "tattoo", "taxi", "tenant", "tennis", "thrive", "thunder",
    "ticket", "tide", "tiger", "tilt", "timber", "tired", "tissue", "tobacco", "toddler", "toilet", "tongue",
    "tonight", "topple", "tornado", "tortoise", "tourist", "traffic", "tragic", "tribe", "truck", "trumpet",
    "truth", "tuition", "tumble", "tunnel", "turkey", "twelve", "twenty", "twice", "ugly", "umbrella",
    "unaware", "uncle", "uncover", "unfair", "unfold", "unhappy", "unusual", "unveil", "uphold", "upset",
    "useless", "vacant", "vacuum", "vague", "valley", "vanish", "vapor", "vault", "vehicle", "velvet",
    "vessel", "viable", "vibrant", "vicious", "victory", "village", "vintage", "violin", "virus", "vivid",
    "vocal", "voice", "volcano", "vote", "voyage", "wage", "walnut", "warfare", "warrior", "wasp", "weapon",
    "wear", "weasel", "weird", "whale", "whip", "whisper", "wife", "wine", "winner", "wisdom", "witness",
    "wool", "wreck", "wrestle", "wrist", "yard", "youth", "zebra",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_whole_and_sorted() {
        assert_eq!(WORDS.len(), 2048);
        assert!(WORDS.is_sorted() && RARE.iter().all(|word| place(word).is_some()));
        assert_eq!((place("abandon"), place("Zoo"), place("keepsake")), (Some(0), Some(2047), None));
    }
}
