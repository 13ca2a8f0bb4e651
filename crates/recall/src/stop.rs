//! English words that carry grammar rather than a subject. Must not know the index.

/// Sorted, so that it can be searched by halves. Contractions arrive here already cut at the apostrophe (`don`, `didn`).
const STOP_WORDS: &[&str] = &[
    "a", "about", "am", "an", "and", "are", "as", "at", "be", "been", "being", "but", "by", "can", "could",
    "d", "did", "didn", "do", "does", "doesn", "doing", "don", "down", "for", "from", "had", "has", "have",
    "having", "he", "her", "here", "him", "his", "how", "i", "if", "in", "into", "is", "isn", "it", "its",
    "just", "ll", "m", "may", "me", "might", "must", "my", "no", "nor", "not", "of", "off", "on", "or",
    "our", "out", "over", "re", "s", "shall", "she", "should", "so", "t", "than", "that", "the", "their",
    "them", "then", "there", "these", "they", "this", "those", "to", "too", "under", "up", "us", "ve",
    "very", "was", "wasn", "we", "were", "what", "when", "where", "which", "who", "whom", "whose", "why",
    "will", "with", "would", "you", "your",
];

/// Whether a folded (lower-case) word is a stop word.
pub(crate) fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn list_is_sorted_and_subjects_are_not_in_it() {
        assert!(STOP_WORDS.is_sorted());
        assert!(is_stop_word("the") && is_stop_word("what"));
        assert!(!is_stop_word("coffee") && !is_stop_word("") && !is_stop_word("The"));
    }
}
