//! Paths and documents from a seed: right ones, nearly right ones, and ones with a character changed.

use pasos::expr::Random;

/// Generates questions to the engine.
pub(crate) struct Generator {
    random: Random,
}

const NAMES: [&str; 9] = ["a", "b", "c", "list", "k v", "length", "a-b", "it's", "é"];
const WORDS: [&str; 10] = ["a", "b", "x", "y", "null", "true", "1", "", "it's", "Zürich"];

impl Generator {
    pub(crate) fn new(seed: u64) -> Self {
        Self { random: Random::new(seed) }
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.random.integer(0, end as i64)).unwrap_or_default()
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn pick<'t>(&mut self, texts: &[&'t str]) -> &'t str {
        texts[self.below(texts.len())]
    }

    /// A path, and a document as JSON text.
    pub(crate) fn question(&mut self) -> (String, String) {
        let document = self.container(4);
        let mut path = "$".to_owned();
        for _ in 0..1 + self.below(4) {
            path += &self.step(1);
        }
        if self.chance(8) {
            path = self.spoilt(&path);
        }
        // What follows the first sign of a path in a field may be AWS's.
        if path.starts_with(|character| character != '$') || path[1..].starts_with(|next| !matches!(next, '.' | '[')) {
            path.insert(1, '.');
        }
        (path, document)
    }

    /// With a character taken out, put in or changed.
    fn spoilt(&mut self, text: &str) -> String {
        let mut characters: Vec<char> = text.chars().collect();
        let odd: Vec<char> = "$@.[]()'\"?*,:-&|=<>!~/ \\x0é".chars().collect();
        let place = 1 + self.below(characters.len().max(2) - 1);
        let character = odd[self.below(odd.len())];
        match self.below(3) {
            0 if place < characters.len() => drop(characters.remove(place)),
            1 if place < characters.len() => characters[place] = character,
            _ => characters.insert(place.min(characters.len()), character),
        }
        characters.into_iter().collect()
    }

    fn container(&mut self, depth: usize) -> String {
        let length = self.below(4);
        if self.chance(45) {
            let items: Vec<String> = (0..length).map(|_| self.value(depth - 1)).collect();
            return format!("[{}]", items.join(","));
        }
        let mut names = NAMES.to_vec();
        let members: Vec<String> = (0..length + 1)
            .map(|_| {
                let place = self.below(names.len());
                let name = serde_json::to_string(names.remove(place)).unwrap_or_default();
                format!("{name}:{}", self.value(depth - 1))
            })
            .collect();
        format!("{{{}}}", members.join(","))
    }

    fn value(&mut self, depth: usize) -> String {
        if depth > 0 && self.chance(60) {
            return self.container(depth);
        }
        match self.below(8) {
            0 => "null".to_owned(),
            1 => self.pick(&["true", "false"]).to_owned(),
            2 | 3 => self.pick(&["0", "1", "2", "-1", "10", "3000000000", "12345678901234567890"]).to_owned(),
            4 => self.pick(&["1.0", "1.5", "-2.25", "1e10", "0.00001", "100000.0"]).to_owned(),
            _ => serde_json::to_string(self.pick(&WORDS)).unwrap_or_default(),
        }
    }

    fn position(&mut self) -> String {
        self.pick(&["0", "1", "2", "3", "-1", "-2", "7", " 1 ", "01", "--1", "99999999999"]).to_owned()
    }

    fn usual_position(&mut self) -> String {
        if self.chance(10) { self.position() } else { self.pick(&["0", "1", "2", "-1", "-3", "5"]).to_owned() }
    }

    fn step(&mut self, depth: usize) -> String {
        let name = self.pick(&NAMES);
        match self.below(24) {
            0..=5 => format!(".{}", self.pick(&["a", "b", "c", "list", "length", "é", "a-b"])),
            6 => format!("['{name}']"),
            7 => format!("['{name}'{}'{}']", self.pick(&[",", ", ", " , ", " "]), self.pick(&NAMES)),
            8 => format!("..{}", self.pick(&["a", "b", "*", "[0]", "['a']", "[*]", "[0:1]", "list"])),
            9 => format!("..{}", self.step(depth)),
            10 | 11 => self.pick(&["[*]", ".*", "[*]", "[ * ]"]).to_owned(),
            12 | 13 => format!("[{}]", self.usual_position()),
            14 => format!("[{},{}]", self.usual_position(), self.usual_position()),
            15 => format!("[{}:{}]", self.usual_position(), self.usual_position()),
            16 => format!("[{}:]", self.usual_position()),
            17 => format!("[:{}]", self.usual_position()),
            18 => self
                .pick(&["[(@.length-1)]", "[(@.length()-2)]", "[(@.size - 1)]", "[(@.first-1)]", "[@.length-1]"])
                .to_owned(),
            19 => self
                .pick(&[
                    ".length()",
                    ".size()",
                    "[\"a\"]",
                    "[\"1\"]",
                    "[0:2:1]",
                    "[1,]",
                    "[?]",
                    "['a','b',]",
                    "$",
                    ".",
                    "['a]b']",
                    "a",
                ])
                .to_owned(),
            _ if depth > 2 => "[*]".to_owned(),
            _ => self.filter(depth),
        }
    }

    fn filter(&mut self, depth: usize) -> String {
        let mut text = self.criterion(depth);
        while self.chance(35) {
            let operator = self.pick(&[" && ", " || ", "&&", "||"]);
            text += operator;
            text += &self.criterion(depth);
        }
        match self.below(20) {
            0 => format!("[?({text}]"),
            1 => format!("[? ({text}) ]"),
            2 => format!("[?(({text}))]"),
            3 => format!("[?{text}]"),
            _ => format!("[?({text})]"),
        }
    }

    fn inner_path(&mut self, depth: usize) -> String {
        let mut path = self.pick(&["@", "@", "@", "@", "$"]).to_owned();
        for _ in 0..self.below(3) {
            path += &match self.below(14) {
                0..=8 => format!(".{}", self.pick(&["a", "b", "c", "list", "length"])),
                9 => format!("['{}']", self.pick(&NAMES)),
                10 => format!("[{}]", self.usual_position()),
                11 => self.pick(&[".length()", "['a','b']", "[(@.length-1)]"]).to_owned(),
                _ => self.step(depth + 1),
            };
        }
        path
    }

    fn constant(&mut self) -> String {
        let word = self.pick(&WORDS);
        match self.below(12) {
            0..=2 => self
                .pick(&["0", "1", "2", "-1", "1.0", "1.50", "1e1", "+1", "3000000000", "12345678901234567890123"])
                .to_owned(),
            3..=5 => format!("'{word}'"),
            6 => word.to_owned(),
            7 => format!("\"{word}\""),
            8 => self.pick(&["true", "false", "null", "TRUE", "True"]).to_owned(),
            9 => {
                self.pick(&["/a/", "/A/i", "/.*/", "/[a-z]+/", "/\\d+/", "/a|x/", "/x/y", "/true/", "/1.*/"]).to_owned()
            }
            10 => {
                self.pick(&["[1,2]", "['a']", "{}", "a b", "it\\'s", "'it\\'s'", "1e", "1.2.3", "--1", "."]).to_owned()
            }
            _ => format!("{word}{word}"),
        }
    }

    fn criterion(&mut self, depth: usize) -> String {
        let path = self.inner_path(depth);
        let text = match self.below(16) {
            0..=2 => path,
            3 => format!("!{path}"),
            4 => format!("{} {} {path}", self.constant(), self.comparator()),
            5 | 6 => format!("{path}{}{}", self.comparator(), self.inner_path(depth)),
            7 => format!(
                "{path} {} {}",
                self.pick(&["in", "nin", "contains", "size", "===", "!==", "=>", "<>"]),
                self.constant()
            ),
            8 => format!(
                "{path} =~ {}",
                self.pick(&["/a/", "/A/i", "/.*/", "/[a-z]+/", "/\\d+/", "/1.*/", "/(?!a).*/", "/(.)\\1*/"])
            ),
            9 => format!("({path} {} {})", self.comparator(), self.constant()),
            _ => format!("{path} {} {}", self.comparator(), self.constant()),
        };
        if self.chance(3) { format!("!({text})") } else { text }
    }

    fn comparator(&mut self) -> &'static str {
        self.pick(&["==", "==", "==", "!=", "<", "<=", ">", ">=", "=~"])
    }
}
