//! Figures of speech in Easy Read.

use crate::check::rows::rows;
use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A162",
        name: "easy-read-figure-of-speech",
        severity: Severity::Warning,
        wcag: &[],
        act: &[],
        doc: include_str!("easy_read_figure_of_speech.md"),
    },
    look: Look::Body(look),
};

/// Words that do not mean what they say, and what to write instead; nothing where that depends. Source: ours, for "no
/// metaphors" (Inclusion Europe, "Information for all", 2009); GOV.UK style guide, words to avoid.
const FIGURES: &[(&str, &str)] = &[
    ("a drop in the ocean", "very little"),
    ("a level playing field", "the same for everybody"),
    ("a piece of cake", "easy"),
    ("a shoulder to cry on", "somebody who listens"),
    ("a step forward", "better"),
    ("a way forward", "what to do next"),
    ("a weight off", ""),
    ("at the end of the day", ""),
    ("at the heart of", "the most important part of"),
    ("back on track", "better again"),
    ("back on your feet", "well again"),
    ("big picture", "all of it"),
    ("break the ice", "start to talk"),
    ("by the book", "as the rules say"),
    ("close the door on", "end"),
    ("cut corners", ""),
    ("fall through the cracks", "get no help"),
    ("find your feet", ""),
    ("from the ground up", "from the start"),
    ("get to the bottom of", "find out"),
    ("gets your back up", "makes you angry"),
    ("go the extra mile", "do more"),
    ("going forward", "from now on"),
    ("hand in hand", "together"),
    ("have a say", "say what you think"),
    ("have your say", "say what you think"),
    ("heavy heart", "sad"),
    ("in a nutshell", ""),
    ("in safe hands", "safe"),
    ("in the dark", "not told"),
    ("in the driving seat", "the person who decides"),
    ("in the long run", "later"),
    ("in the same boat", "in the same place as you"),
    ("in your shoes", ""),
    ("jump through hoops", ""),
    ("keep an eye on", "look after"),
    ("light at the end of the tunnel", ""),
    ("make a fresh start", "start again"),
    ("make ends meet", "have enough money"),
    ("move on", "feel better"),
    ("moving on", "feeling better"),
    ("off the record", ""),
    ("on board", ""),
    ("on the ball", ""),
    ("on the same page", ""),
    ("on the table", ""),
    ("on top of the world", "very happy"),
    ("one-stop shop", "one place for all of it"),
    ("open door", ""),
    ("out of the blue", "when you did not expect it"),
    ("out of the woods", "safe"),
    ("over the moon", "very happy"),
    ("pick up the pieces", "start again"),
    ("pull together", "work together"),
    ("put yourself in", ""),
    ("raining cats and dogs", "raining a lot"),
    ("red tape", "rules and forms"),
    ("safety net", "help when you need it"),
    ("see eye to eye", "agree"),
    ("step by step", "one thing at a time"),
    ("stumbling block", "problem"),
    ("take on board", "listen to"),
    ("the last straw", ""),
    ("the other side of the coin", ""),
    ("tip of the iceberg", "a small part"),
    ("turn over a new leaf", "change"),
    ("under one roof", "in one place"),
    ("under the weather", "ill"),
    ("up in the air", "not decided"),
];

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    let Some(page) = body.page.filter(|page| page.lang.primary() == "en") else { return };
    for row in rows(page) {
        for passage in &row.passages {
            for i in 0..passage.words.len() {
                for (figure, instead) in FIGURES {
                    let words: Vec<&str> = figure.split(' ').collect();
                    // Most figures do not start with this word.
                    if passage.lower(i) != words[0] || !passage.phrase(i, &words) {
                        continue;
                    }
                    let span = passage.span(passage.range(i, i + words.len() - 1));
                    let help = match *instead {
                        "" => "say what is meant in everyday words".to_string(),
                        instead => format!("write `{instead}`, or say what is meant in other everyday words"),
                    };
                    report.add(span, format!("`{figure}` does not mean what its words say"), help);
                }
            }
        }
    }
}
