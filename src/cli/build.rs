//! `handbill build`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use clap::Args;
use handbill::compare::SUMMARY_MARK;
use handbill::content::files::Disk;
use handbill::model::grouped;
use handbill::pipeline::{self, Options, public};
use handbill::publish::Published;
use handbill::voice::{Command, PATIENCE_SECONDS, Voice};
use handbill::words::Wordings;
use serde_json::{Map, Value, json};

use super::terminal::{self, Terminal};
use super::{ReportArgs, SiteArgs, embossed, next_change, report, written_over};

/// Read the site, check it, and write every format to public/
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  handbill build
  handbill build --only web --out /tmp/preview
  handbill build --at 2027-01-01T00:00   as the site will be on New Year's Day
  handbill build --only audio --tts-command \"espeak-ng -v {lang} --stdin --stdout\"   sound of pages that come in audio")]
pub struct Build {
    #[command(flatten)]
    site: SiteArgs,
    /// Where to write [default: public in the site's folder]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Make only these formats, such as web,print
    #[arg(long, value_name = "FORMATS", value_delimiter = ',')]
    only: Vec<String>,
    /// A program that reads pages out, for `--only audio`: words in, WAV out
    ///
    /// It is given at most 150 words of one language at once, on its standard input, and writes WAV to its standard output.
    /// In its arguments, {lang} is the language's tag, {text} and {ssml} are files with the words, and {out} is the file
    /// that it writes instead. No shell reads it. A site's own files cannot name one. It may write 128 MB at once. What it
    /// said is kept in .handbill/sound, and later builds publish it while the words are the same.
    #[arg(long, value_name = "CMD", env = "HANDBILL_TTS", hide_env_values = true)]
    tts_command: Option<String>,
    /// How long that program may take for 150 words
    #[arg(long, value_name = "SECONDS", default_value_t = PATIENCE_SECONDS, value_parser = clap::value_parser!(u16).range(1..=3600))]
    tts_timeout: u16,
    /// Keep what the public reads of it in a file, for `handbill changes --since FILE`
    ///
    /// It holds no draft, only what is published. Keep it outside the output folder.
    #[arg(long, value_name = "FILE")]
    summary: Option<PathBuf>,
    #[command(flatten)]
    report: ReportArgs,
}

impl Build {
    /// Builds, reports and returns the exit status.
    pub fn run(self) -> ExitCode {
        let terminal = Terminal::new(&self.report.shown);
        let files = Disk::new(&self.site.root);
        let out = self.out.clone().unwrap_or_else(|| self.site.root.join("public"));
        let voice = match self.voice() {
            Ok(voice) => voice,
            Err(why) => return terminal::cannot(&why),
        };
        let build = |options: &Options<'_>| pipeline::build_with(&files, &out, options, voice.as_ref());
        let built = self.site.with(&self.only, &terminal, build);
        let built = match built {
            Ok(built) => built,
            Err(error) => return terminal::cannot(&error),
        };
        if let (Some(path), Some(_)) = (&self.summary, &built.published)
            && let Err(why) = public::summary(&out, &built).and_then(|text| written_over(path, SUMMARY_MARK, &text))
        {
            return terminal::cannot(&why);
        }
        let next = built.reading.site.as_deref().map(next_change::moment);
        let mut beside: Map<String, Value> = next.iter().map(|next| ("next_change".to_string(), json!(next))).collect();
        if let Some(published) = &built.published {
            beside.insert("changed".to_string(), json!(published.changed));
            beside.insert("removed".to_string(), json!(published.removed.as_deref().unwrap_or_default()));
            beside.insert("braille".to_string(), embossed::as_json(&built.catalogue));
        }
        let status = report(&built.reading, &self.report, &terminal, beside);
        if self.report.for_people() {
            match &built.published {
                Some(published) => {
                    told(published, &out, &terminal);
                    embossed::lines(&built.catalogue).into_iter().for_each(|line| terminal.line(line));
                }
                None => terminal.line("Nothing was published; the old output is as it was."),
            }
            match next {
                Some(Some(at)) => terminal.line(format!("The next change by itself: {at}")),
                Some(None) => terminal.line("Nothing will change by itself."),
                None => {}
            }
        }
        // The program ends here. The system takes the whole memory back at once; to give it back page by page takes longer.
        std::mem::forget(built);
        status
    }
}

impl Build {
    /// Returns the voice that was asked for. Sound takes long, so it is made only where audio alone is asked for; a command in
    /// the environment is no request by itself.
    fn voice(&self) -> Result<Option<Voice>, String> {
        let Some(command) = &self.tts_command else { return Ok(None) };
        if self.only != ["audio"] {
            let by_hand = std::env::var_os("HANDBILL_TTS").is_none();
            let why = "sound takes long, so it is made where nothing else is: add `--only audio`, and build again \
                       without it for the whole site";
            return if by_hand { Err(why.to_string()) } else { Ok(None) };
        }
        let command =
            Command::parse(command).map_err(|why| format!("the command of the voice cannot be used: {why}"))?;
        Ok(Some(Voice::new(command, Duration::from_secs(self.tts_timeout.into()))))
    }
}

/// Says what was published, and what of it is new to whoever has the site before it.
fn told(published: &Published, out: &Path, terminal: &Terminal) {
    let Published { files, bytes, changed, removed } = published;
    terminal.line(format!(
        "Wrote {files} files ({}) to {}",
        Wordings::built_in().english().size(*bytes),
        out.display()
    ));
    if let Some(removed) = removed {
        let (changed, files) = (grouped(changed.len()), grouped(*files));
        terminal.line(format!("{changed} of {files} files changed, {} removed", grouped(removed.len())));
    }
}
