//! What a person typed, and how well a thing fits it.

use super::fold;

/// How much a field counts against the others.
pub type Weight = u32;

/// Words that say nothing alone; they count only where a query has no others.
const FILLERS: [&str; 24] = [
    "a", "an", "and", "for", "from", "in", "of", "on", "the", "to", "with", "al", "con", "de", "del", "el", "en", "la",
    "las", "los", "para", "un", "una", "y",
];

/// A word of three letters or more is also found inside another word.
const SHORTEST_INSIDE: usize = 3;

/// The words of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    words: Vec<String>,
    whole: String,
}

impl Query {
    /// Reads what was typed.
    pub fn new(text: &str) -> Self {
        let folded = fold(text);
        let mut words: Vec<String> = parts(&folded).map(str::to_owned).collect();
        if words.iter().any(|word| !FILLERS.contains(&word.as_str())) {
            words.retain(|word| !FILLERS.contains(&word.as_str()));
        }
        Self { words, whole: folded.trim().to_owned() }
    }

    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether a thing may fit all of whose fields stand in a text, in small letters: much quicker than its score, where many
    /// do not.
    pub fn may_fit(&self, folded: &str) -> bool {
        // The plural finds the singular.
        self.words.iter().all(|word| folded.contains(word.trim_end_matches('s').trim_end_matches('e')))
    }

    /// How well a thing with these fields fits, more being better; none if a word is found nowhere. An empty query fits
    /// everything alike.
    pub fn score(&self, fields: &[(Weight, &str)]) -> Option<u32> {
        let mut best = vec![0; self.words.len()];
        let mut is_whole = 0;
        for (weight, text) in fields {
            if !self.is_empty() && fold(text) == self.whole {
                is_whole = is_whole.max(weight * 8);
            }
            for (place, part) in words_of(text).into_iter().enumerate() {
                for (best, word) in best.iter_mut().zip(&self.words) {
                    *best = (*best).max(weight * fit(word, &part, place == 0));
                }
            }
        }
        best.iter().all(|score| *score > 0).then(|| is_whole + best.iter().sum::<u32>())
    }
}

/// How well a typed word fits a word of a field; the first word of a field counts a little more.
fn fit(word: &str, part: &str, is_first: bool) -> u32 {
    // The same word in the plural.
    let is_plural = |longer: &str, shorter: &str| {
        shorter.len() >= SHORTEST_INSIDE && longer.strip_prefix(shorter).is_some_and(|rest| rest == "s" || rest == "es")
    };
    match () {
        () if word == part => 8 + u32::from(is_first),
        () if is_plural(word, part) || is_plural(part, word) => 6 + u32::from(is_first),
        () if part.starts_with(word) => 4 + u32::from(is_first),
        () if word.len() >= SHORTEST_INSIDE && part.contains(word) => 1,
        () => 0,
    }
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    // An accent that is a sign of its own stands inside its word.
    let is_between = |letter: char| !letter.is_alphanumeric() && !('\u{300}'..='\u{36f}').contains(&letter);
    text.split(is_between).filter(|part| !part.is_empty())
}

/// The folded words of a field; of a name such as `startExecution` also its parts.
fn words_of(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for part in parts(text) {
        words.push(fold(part));
        let mut start = 0;
        let mut was_small = false;
        for (index, letter) in part.char_indices() {
            if was_small && letter.is_uppercase() {
                words.push(fold(&part[start..index]));
                start = index;
            }
            was_small = letter.is_lowercase() || letter.is_numeric();
        }
        if start > 0 {
            words.push(fold(&part[start..]));
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(query: &str, text: &str) -> Option<u32> {
        Query::new(query).score(&[(1, text)])
    }

    #[test]
    fn every_word_must_be_found() {
        assert!(score("enviar correo", "Enviar un correo").is_some());
        assert!(score("correo enviar", "Enviar un correo").is_some());
        assert!(score("enviar carta", "Enviar un correo").is_none());
        assert!(score("", "anything").is_some());
    }

    #[test]
    fn better_matches_score_more() {
        let query = "wait";
        let ordered = ["Wait", "Wait for a job", "Job and wait", "Waiting room", "A waiting room", "Await"];
        let scores: Vec<_> = ordered.iter().map(|text| score(query, text)).collect();
        assert!(scores.iter().all(Option::is_some));
        assert!(scores.windows(2).all(|pair| pair[0] > pair[1]), "{scores:?}");
    }

    #[test]
    fn names_are_found_by_their_parts_and_whole() {
        for query in ["start execution", "startexecution", "startExecution", "exec", "states:startExecution"] {
            assert!(score(query, "states:startExecution").is_some(), "{query}");
        }
    }

    #[test]
    fn plural_and_singular_find_each_other() {
        assert!(score("colas", "Enviar a una cola").is_some());
        assert!(score("mensaje", "Los mensajes").is_some());
        assert!(score("errores", "Un error").is_some());
    }

    #[test]
    fn fillers_count_only_alone() {
        assert!(score("enviar a la cola", "Enviar mensaje cola").is_some());
        assert!(score("la", "Enviar mensaje cola").is_none());
    }

    #[test]
    fn what_scores_may_fit() {
        for (query, text) in
            [("colas", "a una cola"), ("errores", "un error"), ("send the email", "emailsend"), ("exec", "execution")]
        {
            assert!(Query::new(query).may_fit(text), "{query}");
        }
        assert!(!Query::new("queue").may_fit("topic"));
    }

    #[test]
    fn weights_decide() {
        let query = Query::new("queue");
        let (name, text) = (query.score(&[(9, "Queue"), (1, "x")]), query.score(&[(9, "x"), (1, "Queue")]));
        assert!(name > text);
    }
}
