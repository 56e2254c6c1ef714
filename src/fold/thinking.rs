//! Separates thinking from text: tags cut over pieces, and fields that grow or repeat (`minimax.md` 4.1).

/// The tags around thinking inside a text.
const OPEN: &str = "<think>";
const CLOSE: &str = "</think>";

/// Where in a text the next piece goes on.
#[derive(Debug)]
enum Place {
    /// Inside a line of text, where a tag is only talked about.
    Inside,
    /// Where a line begins, and so may thinking.
    Line,
    /// After thinking: the blank space that follows belongs to neither.
    Closed,
    /// In thinking.
    Thinking,
    /// In thinking whose tag never came, unless the end shows that it was the text.
    Guessed,
}

/// Reads a text that comes in pieces and may hold thinking between tags.
#[derive(Debug)]
pub struct Tags {
    place: Place,
    /// The end of the last piece, where it may be the beginning of a tag.
    held: String,
    /// The thinking so far.
    pub thinking: String,
    started: bool,
}

impl Default for Tags {
    fn default() -> Self {
        Self {
            place: Place::Line,
            held: String::new(),
            thinking: String::new(),
            started: false,
        }
    }
}

impl Tags {
    /// Takes a piece and appends what is text of it to `text`. Where the model is `careless`, a text that begins
    /// without a tag is thinking up to the closing one.
    pub fn feed(&mut self, piece: &str, careless: bool, text: &mut String) {
        let joined;
        let mut rest = piece;
        if !self.held.is_empty() {
            self.held.push_str(piece);
            joined = std::mem::take(&mut self.held);
            rest = &joined;
        }
        while !rest.is_empty() {
            rest = match self.place {
                Place::Inside => self.line(rest, text),
                Place::Line | Place::Closed => {
                    let Some(after) = self.begin(rest, careless, text) else {
                        self.held = rest.to_string();
                        return;
                    };
                    after
                }
                Place::Guessed | Place::Thinking => {
                    let (thought, after) = split(rest);
                    self.thinking.push_str(thought);
                    let Some(after) = after.strip_prefix(CLOSE) else {
                        self.held = after.to_string();
                        return;
                    };
                    self.place = Place::Closed;
                    after
                }
            };
        }
    }

    /// Takes the end; `cut` when the answer was too long.
    pub fn end(&mut self, cut: bool, text: &mut String) {
        let held = std::mem::take(&mut self.held);
        match self.place {
            Place::Guessed if !cut => {
                text.push_str(&std::mem::take(&mut self.thinking));
                text.push_str(&held);
            }
            Place::Guessed | Place::Thinking => self.thinking.push_str(&held),
            Place::Closed => {}
            Place::Inside | Place::Line => text.push_str(&held),
        }
        self.place = Place::Inside;
    }

    /// Up to the end of the line is text.
    fn line<'t>(&mut self, rest: &'t str, text: &mut String) -> &'t str {
        let Some((line, after)) = crate::text::cut(rest, b"\n") else {
            text.push_str(rest);
            return "";
        };
        text.push_str(line);
        text.push('\n');
        self.place = Place::Line;
        after
    }

    /// Tells what begins here; `None` while it cannot be told.
    fn begin<'t>(&mut self, rest: &'t str, careless: bool, text: &mut String) -> Option<&'t str> {
        let word = rest.trim_ascii_start();
        if let Some(after) = word.strip_prefix(OPEN) {
            self.place = Place::Thinking;
            self.started = true;
            return Some(after);
        }
        if OPEN.starts_with(word) {
            return None;
        }
        let first = !std::mem::replace(&mut self.started, true);
        if first && careless {
            self.place = Place::Guessed;
            return Some(rest);
        }
        if !matches!(self.place, Place::Closed) {
            let blank = rest.len() - word.len();
            text.push_str(rest.get(..blank).unwrap_or_default());
        }
        self.place = Place::Inside;
        Some(word)
    }
}

/// A text up to where the closing tag is, or may begin at its end.
fn split(text: &str) -> (&str, &str) {
    let mut from = 0;
    while let Some(found) =
        crate::bytes::find(b'<', text.as_bytes().get(from..).unwrap_or_default())
    {
        from += found;
        let rest = text.get(from..).unwrap_or_default();
        if rest.starts_with(CLOSE) || CLOSE.starts_with(rest) {
            return (text.get(..from).unwrap_or_default(), rest);
        }
        from += 1;
    }
    (text, "")
}

/// Thinking from a field of its own, whose pieces may each repeat what came before.
#[derive(Debug, Default)]
pub struct Thought {
    /// The thinking so far.
    pub text: String,
    /// Whether pieces repeat what came before, once it is known.
    repeats: Option<bool>,
}

/// A piece this short may be equal to the one before by chance.
const CHANCE: usize = 8;

impl Thought {
    /// Takes a piece.
    pub fn add(&mut self, piece: &str) {
        if self.text.is_empty() {
            self.text.push_str(piece);
            return;
        }
        let same = piece == self.text && piece.len() > CHANCE;
        if same && self.repeats.is_none() {
            return;
        }
        let grown = piece.starts_with(self.text.as_str()) && piece.len() > self.text.len();
        match *self.repeats.get_or_insert(grown) {
            true if grown => self.text = piece.to_string(),
            true if self.text.starts_with(piece) => {}
            _ => self.text.push_str(piece),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text and the thinking of an answer, the same however it is cut.
    fn read(answer: &str, careless: bool, cut: bool) -> (String, String) {
        let run = |pieces: &[&str]| {
            let (mut tags, mut text) = (Tags::default(), String::new());
            for piece in pieces {
                tags.feed(piece, careless, &mut text);
            }
            tags.end(cut, &mut text);
            (text, tags.thinking)
        };
        let whole = run(&[answer]);
        for (at, _) in answer.char_indices() {
            let (start, rest) = answer.split_at(at);
            assert_eq!(run(&[start, rest]), whole, "cut at {at}");
        }
        let letters: Vec<String> = answer.chars().map(String::from).collect();
        let letters: Vec<&str> = letters.iter().map(String::as_str).collect();
        assert_eq!(run(&letters), whole, "letter by letter");
        whole
    }

    fn pair(text: &str, thinking: &str) -> (String, String) {
        (text.to_string(), thinking.to_string())
    }

    #[test]
    fn thinking_in_tags_is_no_text() {
        for (answer, text, thinking) in [
            ("plain é text", "plain é text", ""),
            ("<think>a < b</think>\n\nyes", "yes", "a < b"),
            (
                " \n<think>hm</think>yes\n<think>or</think> no",
                "yes\nno",
                "hmor",
            ),
            ("<think>a</think><think>b</think>c", "c", "ab"),
            (
                "the `<think>` tag\n  in lines",
                "the `<think>` tag\n  in lines",
                "",
            ),
            ("a\n<thin", "a\n<thin", ""),
            ("<think>never closed </thi", "", "never closed </thi"),
            ("<thinking>", "<thinking>", ""),
            ("  ", "  ", ""),
        ] {
            assert_eq!(
                read(answer, false, false),
                pair(text, thinking),
                "{answer:?}"
            );
        }
    }

    #[test]
    fn a_missing_opening_tag_is_told_by_the_closing_one() {
        assert_eq!(read("so\n</think>\nyes", true, false), pair("yes", "so\n"));
        assert_eq!(read("<think>so</think>yes", true, false), pair("yes", "so"));
        assert_eq!(read("just text", true, false), pair("just text", ""));
        assert_eq!(read("cut in thou", true, true), pair("", "cut in thou"));
    }

    #[test]
    fn fields_grow_or_repeat() {
        let read = |pieces: &[&str]| {
            let mut thought = Thought::default();
            for piece in pieces {
                thought.add(piece);
            }
            thought.text
        };
        assert_eq!(read(&["I ", "think", " so"]), "I think so");
        assert_eq!(read(&["I ", "I think", "I think so"]), "I think so");
        assert_eq!(read(&["ha", "ha", "!"]), "haha!");
        assert_eq!(
            read(&["I think so", "I think so", "I think so too"]),
            "I think so too"
        );
        assert_eq!(read(&["a", "ab", "a", "abc"]), "abc");
    }
}
