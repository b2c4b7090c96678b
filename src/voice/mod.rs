//! A voice: a program that the operator names, which is given words and gives sound. It is run only where somebody who sits at
//! the machine asks for it: no file of a site can name a program.

mod child;
mod command;
mod folder;

use std::time::Duration;

use crate::sound::{self, Samples};
use child::{Run, Stopped};
pub use command::{Command, NotACommand};
use folder::Folder;

/// How long a voice may take for one passage, where nothing is said.
pub const PATIENCE_SECONDS: u16 = 120;
/// The most bytes that a voice may write for one passage: more than 150 words at 48,000 samples a second, in two channels of
/// 32 bits, spoken at half the usual speed.
pub const MOST_BYTES: u64 = 128 * 1024 * 1024;
/// The most words that a voice is given at once; a passage ends with a paragraph where it can.
pub const MOST_WORDS: usize = 150;

/// A voice.
#[derive(Clone, Debug)]
pub struct Voice {
    command: Command,
    patience: Duration,
}

/// Words of one language that a voice is given at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The language's tag, such as `en-GB`.
    pub lang: String,
    /// The words, with an empty line between paragraphs.
    pub text: String,
    /// The same as SSML.
    pub ssml: String,
}

/// Why a voice gave no sound.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Silent {
    /// There is no such program.
    #[error("there is no program `{0}`")]
    Missing(String),
    /// It could not be started, or given its words.
    #[error("`{0}` could not be run: {1}")]
    NotRun(String, String),
    /// It did not end.
    #[error("`{0}` had not ended after {1} seconds")]
    Hung(String, u64),
    /// It wrote more than sound can be.
    #[error("`{0}` wrote over {1} MB for one passage")]
    TooMuch(String, u64),
    /// It said that it failed.
    #[error("`{0}` failed{1}")]
    Failed(String, String),
    /// What it wrote is no sound.
    #[error("`{0}` {1}")]
    NoSound(String, &'static str),
}

impl Silent {
    /// Returns whether it would be the same for other words, so that there is no sense in going on.
    pub fn is_for_all(&self) -> bool {
        match self {
            Silent::Missing(_) | Silent::NotRun(..) | Silent::Hung(..) | Silent::TooMuch(..) => true,
            Silent::Failed(..) | Silent::NoSound(..) => false,
        }
    }

    /// Returns what the operator can do.
    pub fn help(&self) -> &'static str {
        match self {
            Silent::Missing(_) => "install it, or write where it lies: `--tts-command \"/path/to/program …\"`",
            Silent::NotRun(..) => "run the command by hand and see what it says",
            Silent::Hung(..) => "try the command by hand, or give it longer with `--tts-timeout SECONDS`",
            Silent::TooMuch(..) => "let it write one channel of WAV, and end when the words do",
            Silent::Failed(..) => "run the command by hand with a sentence, and mend what it says",
            Silent::NoSound(..) => {
                "let it write WAV to its standard output, or to the file that `{out}` in the command stands for"
            }
        }
    }
}

impl Voice {
    /// Returns a voice that is given so long for each passage.
    pub fn new(command: Command, patience: Duration) -> Voice {
        Voice { command, patience }
    }

    /// Returns the command as it was written: another is another voice.
    pub fn written(&self) -> &str {
        self.command.written()
    }

    /// Returns the program that speaks.
    pub fn program(&self) -> &str {
        self.command.program()
    }

    /// Returns what the voice says.
    ///
    /// # Errors
    ///
    /// It gave no sound.
    pub fn say(&self, passage: &Passage) -> Result<Samples, Silent> {
        let program = self.command.program().to_string();
        let not_run = |error: std::io::Error| Silent::NotRun(program.clone(), crate::diag::reason(&error));
        let folder = Folder::new().map_err(not_run)?;
        let (text, ssml, out) = (folder.path("words.txt"), folder.path("words.ssml"), folder.path("sound.wav"));
        if self.command.wants_text_file() {
            folder.write("words.txt", passage.text.as_bytes()).map_err(not_run)?;
        }
        if self.command.wants_ssml_file() {
            folder.write("words.ssml", passage.ssml.as_bytes()).map_err(not_run)?;
        }
        let arguments = self.command.arguments(&command::Places { text, ssml, out: out.clone(), lang: &passage.lang });
        let run = Run {
            program: &program,
            arguments: &arguments,
            words: if self.command.wants_stdin() { passage.text.as_bytes() } else { &[] },
            out: self.command.writes_file().then_some(out.as_path()),
            most: MOST_BYTES,
            patience: self.patience,
        };
        let bytes = run.sound().map_err(|stopped| match stopped {
            Stopped::Missing => Silent::Missing(program.clone()),
            Stopped::NotRun(error) => not_run(error),
            Stopped::Hung => Silent::Hung(program.clone(), self.patience.as_secs()),
            Stopped::TooMuch => Silent::TooMuch(program.clone(), MOST_BYTES / (1024 * 1024)),
            Stopped::Failed(why) => Silent::Failed(program.clone(), why),
        })?;
        sound::read_wav(&bytes).map_err(|why| Silent::NoSound(program, why))
    }
}
