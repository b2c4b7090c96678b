//! What a voice has to do, in order: passages of one language, of a length that it can say at once, and the silences between.

use crate::render::audio::recital::{Paragraph, Recital};
use crate::render::audio::ssml;

/// The most words of a passage. Source: chosen; a minute of speech, so that a voice that hangs is noticed.
const MOST_WORDS: usize = 150;
/// The silence before a part, in milliseconds.
const BEFORE_PART: u32 = 1_200;
/// The silence after a heading.
const AFTER_HEADING: u32 = 600;
/// The silence between two passages, where a paragraph ends.
const AFTER_PARAGRAPH: u32 = 350;

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A chapter of this name begins.
    Chapter(String),
    /// Words are said.
    Say(Words),
    /// So many milliseconds of silence.
    Pause(u32),
}

/// Words of one language, said at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The language's tag.
    pub lang: String,
    /// The words, an empty line between paragraphs.
    pub text: String,
    /// The same as SSML.
    pub ssml: String,
}

/// Returns what a voice has to do to read something out.
pub fn steps(recital: &Recital) -> Vec<Step> {
    let mut steps = Vec::new();
    for (at, part) in recital.parts.iter().enumerate() {
        if at > 0 {
            steps.push(Step::Pause(BEFORE_PART));
        }
        steps.push(Step::Chapter(part.title.clone()));
        let heading = passages(std::slice::from_ref(&part.heading), recital);
        if !heading.is_empty() {
            steps.extend(heading);
            steps.push(Step::Pause(AFTER_HEADING));
        }
        steps.extend(passages(&part.paragraphs, recital));
    }
    steps
}

/// A passage that is being put together.
#[derive(Default)]
struct Passage {
    lang: String,
    paragraphs: Vec<Vec<String>>,
    words: usize,
}

impl Passage {
    /// Ends the passage, if there is anything to say in it.
    fn close(&mut self, steps: &mut Vec<Step>) -> bool {
        let passage = std::mem::take(self);
        let paragraphs: Vec<String> = passage.paragraphs.iter().map(|sentences| sentences.join(" ")).collect();
        let text = paragraphs.join("\n\n").trim().to_string();
        if !text.contains(char::is_alphanumeric) {
            return false;
        }
        let ssml = ssml::passage(&passage.lang, &passage.paragraphs);
        steps.push(Step::Say(Words { lang: passage.lang, text, ssml }));
        true
    }

    /// Adds words to the sentence that is open, or opens one.
    fn add(&mut self, words: &str, opens: Opens) {
        self.words += words.split_whitespace().count();
        match opens {
            Opens::Paragraph => self.paragraphs.push(vec![words.to_string()]),
            Opens::Sentence => match self.paragraphs.last_mut() {
                Some(paragraph) => paragraph.push(words.to_string()),
                None => self.paragraphs.push(vec![words.to_string()]),
            },
            Opens::Nothing => match self.paragraphs.last_mut().and_then(|paragraph| paragraph.last_mut()) {
                Some(sentence) => sentence.push_str(words),
                None => self.paragraphs.push(vec![words.to_string()]),
            },
        }
    }
}

/// What begins with some words.
#[derive(Clone, Copy, PartialEq)]
enum Opens {
    Paragraph,
    Sentence,
    Nothing,
}

fn passages(paragraphs: &[Paragraph], recital: &Recital) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut open = Passage::default();
    for paragraph in paragraphs {
        if open.words >= MOST_WORDS / 2 && open.close(&mut steps) {
            steps.push(Step::Pause(AFTER_PARAGRAPH));
        }
        let mut opens = Opens::Paragraph;
        for sentence in paragraph {
            for piece in sentence {
                let lang = piece.lang.as_ref().unwrap_or(&recital.lang).tag();
                let said = piece.say.as_deref().map_or_else(|| piece.words.clone(), ssml::quietened);
                if open.lang != lang {
                    open.close(&mut steps);
                    open.lang = lang.to_string();
                }
                for chunk in chunks(&said, MOST_WORDS) {
                    if open.words > 0 && open.words + chunk.split_whitespace().count() > MOST_WORDS {
                        open.close(&mut steps);
                        open.lang = lang.to_string();
                    }
                    open.add(chunk, opens);
                    opens = Opens::Nothing;
                }
            }
            opens = Opens::Sentence;
        }
    }
    open.close(&mut steps);
    steps
}

/// Returns a text in pieces of at most so many words.
fn chunks(text: &str, most: usize) -> Vec<&str> {
    let (mut out, mut rest) = (Vec::new(), text);
    while let Some((at, _)) = rest.match_indices(char::is_whitespace).nth(most.saturating_sub(1)) {
        let (chunk, after) = rest.split_at(at);
        out.push(chunk);
        rest = after;
    }
    out.push(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::{Step, steps};
    use crate::render::audio::recital::{Part, Piece, Recital};
    use crate::words::Lang;

    fn piece(words: &str, lang: Option<&str>) -> Piece {
        Piece { words: words.to_string(), lang: lang.and_then(Lang::parse), say: None }
    }

    fn told(parts: Vec<Part>) -> Vec<String> {
        let recital = Recital { lang: Lang::parse("en").expect("it is one"), parts, own_words: 0 };
        let tell = |step: &Step| match step {
            Step::Chapter(title) => format!("# {title}"),
            Step::Pause(millis) => format!("{millis} ms"),
            Step::Say(words) => format!("{}: {}", words.lang, words.text),
        };
        steps(&recital).iter().map(tell).collect()
    }

    #[test]
    fn words_of_another_language_are_said_by_themselves() {
        let paragraphs = vec![
            vec![
                vec![piece("Ask for ", None), piece("Cymorth", Some("cy")), piece(" there.", None)],
                vec![piece("Or not.", None)],
            ],
            vec![vec![piece("Then go.", None)]],
        ];
        let opening = Part { title: "T".to_string(), heading: Vec::new(), paragraphs };
        let second = Part { title: "B".to_string(), heading: vec![vec![piece("B.", None)]], paragraphs: Vec::new() };
        assert_eq!(
            told(vec![opening, second]),
            [
                "# T",
                "en: Ask for",
                "cy: Cymorth",
                "en: there. Or not.\n\nThen go.",
                "1200 ms",
                "# B",
                "en: B.",
                "600 ms"
            ]
        );
    }

    #[test]
    fn no_passage_is_longer_than_a_voice_can_say_at_once_and_no_word_is_lost() {
        let long: String = (0..1000).map(|number| format!("w{number} ")).collect();
        let sentence = |from: usize| vec![piece(&format!("{} ", long[from..from + 300].trim()), None)];
        for paragraphs in [
            vec![vec![vec![piece(&long, None)]]],
            vec![(0..10).map(|at| sentence(at * 300)).collect()],
            (0..10).map(|at| vec![sentence(at * 300)]).collect(),
        ] {
            let all: Vec<&str> = paragraphs
                .iter()
                .flatten()
                .flatten()
                .flat_map(|piece: &Piece| piece.words.split_whitespace())
                .collect();
            let all: Vec<String> = all.into_iter().map(str::to_string).collect();
            let said = told(vec![Part { title: String::new(), heading: Vec::new(), paragraphs: paragraphs.clone() }]);
            let said: Vec<&str> = said.iter().filter_map(|step| step.strip_prefix("en: ")).collect();
            assert!(said.len() > 3 && said.iter().all(|words| words.split_whitespace().count() <= 150), "{said:?}");
            assert_eq!(said.iter().flat_map(|words| words.split_whitespace()).collect::<Vec<_>>(), all);
        }
    }
}
