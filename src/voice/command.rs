//! The command of a voice, as it is written: a program with its arguments, and the places in them that are filled in. No shell
//! reads it.

use std::path::PathBuf;

/// What can stand in a command between braces.
const PLACES: [&str; 4] = ["text", "ssml", "out", "lang"];

/// A program with its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    written: String,
    program: String,
    arguments: Vec<String>,
}

/// Why something is no command.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotACommand {
    /// It is empty.
    #[error("there is no program in it; write one, such as `espeak-ng -v {{lang}} --stdin --stdout`")]
    Empty,
    /// A quotation mark has no other.
    #[error("a quotation mark is not closed; add the other one")]
    Open,
    /// Something between braces is not known.
    #[error("`{{{0}}}` stands for nothing; there are {{text}}, {{ssml}}, {{out}} and {{lang}}")]
    Unknown(String),
}

/// What the places in a command stand for.
pub struct Places<'p> {
    /// The file with the words.
    pub text: PathBuf,
    /// The file with the same as SSML.
    pub ssml: PathBuf,
    /// The file that sound is written to.
    pub out: PathBuf,
    /// The language's tag.
    pub lang: &'p str,
}

impl Command {
    /// Reads a command: words between spaces, where quotation marks of either sort hold one together.
    ///
    /// # Errors
    ///
    /// It is none.
    pub fn parse(written: &str) -> Result<Command, NotACommand> {
        let mut words = Vec::new();
        let mut word: Option<String> = None;
        let mut quoted = None;
        for c in written.chars() {
            match (quoted, c) {
                (Some(mark), c) if c == mark => quoted = None,
                (Some(_), c) => word.get_or_insert_default().push(c),
                (None, '"' | '\'') => {
                    quoted = Some(c);
                    word.get_or_insert_default();
                }
                (None, c) if c.is_whitespace() => words.extend(word.take()),
                (None, c) => word.get_or_insert_default().push(c),
            }
        }
        if quoted.is_some() {
            return Err(NotACommand::Open);
        }
        words.extend(word);
        if let Some(unknown) = words.iter().flat_map(|word| places(word)).find(|place| !PLACES.contains(place)) {
            return Err(NotACommand::Unknown(unknown.to_string()));
        }
        let mut words = words.into_iter();
        let program = words.next().filter(|program| !program.is_empty()).ok_or(NotACommand::Empty)?;
        Ok(Command { written: written.trim().to_string(), program, arguments: words.collect() })
    }

    /// Returns the command as it was written.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// Returns the program.
    pub fn program(&self) -> &str {
        &self.program
    }

    /// Returns the arguments, filled in.
    pub fn arguments(&self, places: &Places<'_>) -> Vec<String> {
        let path = |path: &PathBuf| path.display().to_string();
        let fill = |argument: &String| {
            let filled = argument.replace("{text}", &path(&places.text)).replace("{ssml}", &path(&places.ssml));
            filled.replace("{out}", &path(&places.out)).replace("{lang}", places.lang)
        };
        self.arguments.iter().map(fill).collect()
    }

    /// Returns whether the words come on the program's standard input.
    pub fn wants_stdin(&self) -> bool {
        !self.wants_text_file() && !self.wants_ssml_file()
    }

    /// Returns whether the program reads the words from a file.
    pub fn wants_text_file(&self) -> bool {
        self.has("{text}")
    }

    /// Returns whether the program reads SSML from a file.
    pub fn wants_ssml_file(&self) -> bool {
        self.has("{ssml}")
    }

    /// Returns whether the program writes sound into a file, and not to its standard output.
    pub fn writes_file(&self) -> bool {
        self.has("{out}")
    }

    fn has(&self, place: &str) -> bool {
        self.arguments.iter().any(|argument| argument.contains(place))
    }
}

/// Returns what stands between braces in a word, where it is a name.
fn places(word: &str) -> Vec<&str> {
    let between = word.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(place, _)| place);
    between.filter(|place| !place.is_empty() && place.bytes().all(|byte| byte.is_ascii_lowercase())).collect()
}

#[cfg(test)]
mod tests {
    use super::{Command, NotACommand, Places};

    #[test]
    fn a_command_is_words_and_no_shell_reads_them() {
        let command = Command::parse(" 'my voice' -v {lang} \"a;b $HOME\" '' -w={out} ").expect("it is one");
        let places = Places { text: "t.txt".into(), ssml: "s.ssml".into(), out: "/tmp/a b/o.wav".into(), lang: "cy" };
        assert_eq!(command.program(), "my voice");
        assert_eq!(command.arguments(&places), ["-v", "cy", "a;b $HOME", "", "-w=/tmp/a b/o.wav"]);
        assert!(command.wants_stdin() && command.writes_file());
        let files = Command::parse("say {text} {ssml}").expect("it is one");
        assert!(!files.wants_stdin() && !files.writes_file() && files.wants_text_file() && files.wants_ssml_file());
    }

    #[test]
    fn what_is_no_command_says_why() {
        assert_eq!(Command::parse("  "), Err(NotACommand::Empty));
        assert_eq!(Command::parse("'' x"), Err(NotACommand::Empty));
        assert_eq!(Command::parse("say 'it"), Err(NotACommand::Open));
        assert_eq!(Command::parse("say {file}"), Err(NotACommand::Unknown("file".to_string())));
        assert!(Command::parse("say {} {A} {x").is_ok());
    }
}
