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

/// The words' letters as numbers, in slots that their hashes tell; a slot that is taken leaves its word in the next.
static PACKED: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let mut slots = vec![0; SLOTS];
    for word in WORDS.iter() {
        let packed = pack(word.as_bytes());
        if let Some(slot) = (slot(packed)..SLOTS).find(|slot| slots.get(*slot) == Some(&0))
            && let Some(place) = slots.get_mut(slot)
        {
            *place = packed;
        }
    }
    slots
});

const SLOT_BITS: u32 = 13;
/// Some more than there are hashes, for what the last of them leave.
const SLOTS: usize = (1 << SLOT_BITS) + 64;

fn pack(word: &[u8]) -> u64 {
    word.iter().fold(0, |packed, byte| packed << 8 | u64::from(byte.to_ascii_lowercase()))
}

/// Fibonacci hashing (Knuth).
fn slot(packed: u64) -> usize {
    usize::try_from(packed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - SLOT_BITS)).unwrap_or_default()
}

/// Whether a word is of the list; case does not matter.
pub(super) fn is_listed(word: &[u8]) -> bool {
    if !(3..=8).contains(&word.len()) {
        return false;
    }
    let packed = pack(word);
    let slots = PACKED.get(slot(packed)..).unwrap_or_default();
    slots.iter().take_while(|here| **here != 0).any(|here| *here == packed)
}

/// Six hundred words of the list that begin as little else in English prose does: where one stands, a phrase may stand around it.
/// A phrase of twelve words holds at least one of them in 984 of 1,000 cases, one of twenty-four always.
pub(super) const RARE: &[&str] = &[
    "abandon", "absent", "absurd", "acid", "acoustic", "addict", "address", "adult", "aerobic", "affair",
    "alarm", "album", "alcohol", "alert", "alpha", "among", "amused", "analyst", "apology", "arctic",
    "argue", "armor", "army", "arrange", "arrest", "atom", "auction", "awake", "awful", "awkward", "axis",
    "bamboo", "barely", "bargain", "barrel", "behave", "belt", "bicycle", "bid", "bike", "bind", "biology",
    "bitter", "blind", "blossom", "blouse", "blush", "boil", "bomb", "boring", "borrow", "boss", "bottom",
    "broccoli", "bronze", "broom", "bubble", "budget", "buffalo", "bulb", "bulk", "bundle", "bunker",
    "burden", "burger", "burst", "buyer", "cabbage", "cabin", "cable", "cactus", "capital", "casino",
    "casual", "cave", "ceiling", "cement", "chuckle", "chunk", "cigar", "cinnamon", "civil", "claim",
    "clarify", "claw", "clerk", "clever", "click", "client", "clinic", "clog", "clown", "clump", "cluster",
    "clutch", "coach", "code", "coffee", "coil", "coin", "copper", "copy", "coral", "correct", "cotton",
    "coyote", "crack", "cradle", "cram", "crane", "crater", "crawl", "cricket", "crisp", "crouch", "cruel",
    "cruise", "crumble", "crunch", "crush", "cry", "crystal", "cube", "cupboard", "curtain", "cycle", "damp",
    "daring", "dawn", "debate", "debris", "decade", "decline", "decrease", "deer", "delay", "demand",
    "demise", "depart", "depend", "deposit", "depth", "deputy", "device", "devote", "diagram", "diamond",
    "diary", "dice", "digital", "dignity", "dilemma", "disagree", "disease", "dismiss", "disorder", "divert",
    "dizzy", "doctor", "document", "dolphin", "domain", "dose", "double", "dove", "drastic", "drift",
    "drill", "drip", "drum", "dry", "duck", "dumb", "dune", "dutch", "duty", "dwarf", "dynamic", "echo",
    "egg", "elbow", "empty", "enact", "enforce", "enhance", "enlist", "enroll", "envelope", "episode",
    "erode", "erosion", "erupt", "evidence", "evil", "evoke", "evolve", "exact", "execute", "exile", "exit",
    "exotic", "eyebrow", "fabric", "faculty", "fade", "faint", "false", "farm", "fatal", "father", "fatigue",
    "fault", "federal", "female", "fetch", "fever", "fiber", "file", "filter", "fiscal", "flame", "flash",
    "flight", "flip", "flock", "fluid", "flush", "foam", "fog", "foil", "fold", "fossil", "foster", "fox",
    "fragile", "furnace", "fury", "gadget", "galaxy", "gallery", "gap", "garbage", "garment", "gas", "gasp",
    "gauge", "gaze", "genius", "gentle", "ghost", "giggle", "giraffe", "glide", "glimpse", "gloom", "glory",
    "glove", "glow", "glue", "goat", "goddess", "gorilla", "gospel", "gossip", "govern", "gown", "grid",
    "grief", "grunt", "guilt", "gun", "hammer", "hamster", "hawk", "hazard", "hedgehog", "hidden", "hire",
    "hockey", "horn", "horror", "hover", "hub", "hundred", "hungry", "hybrid", "icon", "idle", "imitate",
    "immense", "immune", "infant", "inflict", "inhale", "inherit", "inject", "inmate", "innocent", "input",
    "inquiry", "island", "isolate", "ivory", "jacket", "jaguar", "jar", "jealous", "jeans", "jelly", "jewel",
    "judge", "juice", "junior", "junk", "kangaroo", "kiwi", "knee", "knife", "lamp", "laundry", "lava",
    "law", "lawn", "lawsuit", "lazy", "legal", "leisure", "lemon", "leopard", "liar", "liberty", "license",
    "lion", "liquid", "lizard", "loan", "lobster", "logic", "lounge", "luggage", "lumber", "lunar", "lunch",
    "luxury", "lyrics", "machine", "maid", "mammal", "maple", "maximum", "midnight", "mimic", "miracle",
    "misery", "mobile", "modify", "mosquito", "mouse", "muffin", "mule", "multiply", "mutual", "myth",
    "naive", "napkin", "narrow", "nasty", "neglect", "neither", "nephew", "neutral", "noble", "nominee",
    "noodle", "nose", "nuclear", "nurse", "obey", "oblige", "obscure", "observe", "obtain", "occur", "odor",
    "olympic", "omit", "onion", "orange", "orbit", "orchard", "orphan", "oval", "oxygen", "oyster", "ozone",
    "paddle", "palace", "panda", "panel", "panic", "panther", "patch", "patient", "patrol", "pause", "pave",
    "payment", "pelican", "pepper", "phrase", "pigeon", "pilot", "pioneer", "pipe", "pistol", "pluck",
    "poem", "polar", "pony", "pool", "poverty", "powder", "praise", "primary", "prison", "private", "public",
    "pudding", "pulp", "pulse", "pumpkin", "punch", "pupil", "purchase", "purity", "puzzle", "pyramid",
    "quantum", "quick", "quiz", "rabbit", "radar", "radio", "ramp", "rare", "razor", "rebel", "rebuild",
    "refuse", "reopen", "repeat", "report", "retire", "retreat", "reunion", "reveal", "rhythm", "rifle",
    "robot", "robust", "rookie", "rotate", "royal", "rubber", "rude", "rule", "runway", "rural", "saddle",
    "salmon", "salon", "salute", "sample", "satoshi", "sausage", "scale", "scan", "scatter", "scheme",
    "science", "scissors", "scout", "secret", "section", "security", "segment", "senior", "shrimp", "shrug",
    "shuffle", "shy", "siege", "silent", "silk", "siren", "six", "skate", "skull", "slab", "slam", "slender",
    "slice", "slight", "slim", "slogan", "slot", "slush", "sniff", "soap", "sock", "soda", "soft", "solar",
    "solve", "spare", "spatial", "spawn", "spray", "spring", "spy", "square", "squeeze", "squirrel",
    "sudden", "suffer", "sunny", "suspect", "sustain", "swallow", "swarm", "swear", "swift", "symptom",
    "syrup", "tape", "task", "thumb", "thunder", "tide", "tiger", "tilt", "tissue", "toast", "tobacco",
    "toe", "toilet", "tongue", "tuition", "twelve", "twenty", "twin", "ugly", "unable", "unaware", "uncle",
    "uncover", "unfair", "unfold", "unhappy", "unlock", "unusual", "unveil", "uphold", "upon", "urban",
    "usage", "utility", "vacant", "vacuum", "vague", "valley", "valve", "vapor", "vast", "vault", "vehicle",
    "viable", "vicious", "village", "virus", "vocal", "vote", "voyage", "wage", "wagon", "wealth", "weapon",
    "weasel", "wet", "wide", "width", "wire", "wisdom", "wolf", "wool", "wreck", "wrestle", "zebra", "zero",
    "zoo",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_whole_and_sorted() {
        assert_eq!(WORDS.len(), 2048);
        assert!(WORDS.is_sorted() && RARE.iter().all(|word| place(word).is_some()));
        assert!(WORDS.iter().all(|word| is_listed(word.as_bytes())) && is_listed(b"Zoo"));
        assert!(!is_listed(b"keepsake") && !is_listed(b"zoos") && !is_listed(b"zo"));
        assert_eq!((place("abandon"), place("Zoo"), place("keepsake")), (Some(0), Some(2047), None));
    }
}
