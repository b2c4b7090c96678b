//! One run of a program: words in, sound out, with a limit to its time and to what it writes. Whatever it started ends with it.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

/// How often it is looked whether a program has ended, and how much it has written.
const TICK: Duration = Duration::from_millis(20);
/// The most bytes of a program's complaints that are kept.
const MOST_COMPLAINT_BYTES: u64 = 4096;
/// The most characters of them that are shown.
const SHOWN_CHARACTERS: usize = 160;

/// What is run.
pub struct Run<'r> {
    /// The program.
    pub program: &'r str,
    /// Its arguments.
    pub arguments: &'r [String],
    /// What it reads.
    pub words: &'r [u8],
    /// The file that it writes; its standard output where it writes none.
    pub out: Option<&'r Path>,
    /// The most bytes that it may write.
    pub most: u64,
    /// How long it may take.
    pub patience: Duration,
}

/// Why there is no sound.
#[derive(Debug)]
pub enum Stopped {
    /// There is no such program.
    Missing,
    /// The system could not run it.
    NotRun(io::Error),
    /// It did not end in time.
    Hung,
    /// It wrote too much.
    TooMuch,
    /// It said that it failed: how, after a space.
    Failed(String),
}

/// What the threads that listen to a program tell.
enum Told {
    /// All that it wrote, or nothing where that was too much.
    Wrote(Option<Vec<u8>>),
    /// What it complained of.
    Complained(String),
}

impl Run<'_> {
    /// Runs the program and returns what it wrote.
    ///
    /// # Errors
    ///
    /// It gave nothing that can be used. By then nothing of it runs any more.
    pub fn sound(&self) -> Result<Vec<u8>, Stopped> {
        let mut command = Command::new(self.program);
        command.args(self.arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut child = command.spawn().map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Stopped::Missing,
            _ => Stopped::NotRun(error),
        })?;
        let (teller, told) = channel();
        self.listen(&mut child, &teller);
        let ended = self.wait(&mut child, &told);
        end(&mut child);
        let (status, wrote, complaint) = ended?;
        if !status.success() {
            return Err(Stopped::Failed(how(status, &complaint)));
        }
        let Some(out) = self.out else { return Ok(wrote) };
        let mut bytes = Vec::new();
        match File::open(out).and_then(|file| file.take(self.most + 1).read_to_end(&mut bytes)) {
            Ok(_) if bytes.len() as u64 > self.most => Err(Stopped::TooMuch),
            Ok(_) => Ok(bytes),
            // A program that wrote no file is told of as one that wrote no sound.
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            Err(error) => Err(Stopped::NotRun(error)),
        }
    }

    /// Gives the program its words, and takes what it says, each on a thread of its own: a program may speak before it has heard
    /// all.
    fn listen(&self, child: &mut Child, teller: &Sender<Told>) {
        if let Some(mut stdin) = child.stdin.take() {
            let words = self.words.to_vec();
            // A program that has heard enough may close its ears.
            thread::spawn(move || drop(stdin.write_all(&words)));
        }
        if let Some(stdout) = child.stdout.take() {
            let (teller, most) = (teller.clone(), self.most);
            thread::spawn(move || {
                let mut bytes = Vec::new();
                let read = stdout.take(most + 1).read_to_end(&mut bytes);
                let within = read.is_ok() && bytes.len() as u64 <= most;
                drop(teller.send(Told::Wrote(within.then_some(bytes))));
            });
        }
        if let Some(mut stderr) = child.stderr.take() {
            let teller = teller.clone();
            thread::spawn(move || {
                let mut bytes = Vec::new();
                drop(stderr.by_ref().take(MOST_COMPLAINT_BYTES).read_to_end(&mut bytes));
                drop(teller.send(Told::Complained(String::from_utf8_lossy(&bytes).into_owned())));
                drop(io::copy(&mut stderr, &mut io::sink()));
            });
        }
    }

    /// Waits until the program has ended and all that it wrote is there.
    fn wait(&self, child: &mut Child, told: &Receiver<Told>) -> Result<(ExitStatus, Vec<u8>, String), Stopped> {
        let (mut status, mut wrote, mut complaint) = (None, None, None);
        let mut waited = Duration::ZERO;
        loop {
            match told.recv_timeout(TICK) {
                Ok(Told::Wrote(None)) => return Err(Stopped::TooMuch),
                Ok(Told::Wrote(Some(bytes))) => wrote = Some(bytes),
                Ok(Told::Complained(words)) => complaint = Some(words),
                Err(RecvTimeoutError::Timeout) => waited += TICK,
                Err(RecvTimeoutError::Disconnected) => return Err(Stopped::Hung),
            }
            if status.is_none() {
                status = child.try_wait().map_err(Stopped::NotRun)?;
                if status.is_some() {
                    // What it left running would hold its output open.
                    end_group(child);
                }
            }
            if let (Some(status), true, true) = (status, wrote.is_some(), complaint.is_some()) {
                return Ok((status, wrote.unwrap_or_default(), complaint.unwrap_or_default()));
            }
            if self.out.and_then(|out| out.metadata().ok()).is_some_and(|file| file.len() > self.most) {
                return Err(Stopped::TooMuch);
            }
            if waited >= self.patience {
                return Err(Stopped::Hung);
            }
        }
    }
}

/// Ends a program and all that it started.
fn end(child: &mut Child) {
    end_group(child);
    drop(child.kill());
    drop(child.wait());
}

/// Ends all programs of the group that a program leads.
fn end_group(child: &Child) {
    #[cfg(any(target_os = "linux", target_os = "macos"))]
    if let Some(group) = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw) {
        // There may be none left.
        _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    }
    #[cfg(not(any(target_os = "linux", target_os = "macos")))]
    let _ = child;
}

/// Returns how a program failed, after a space: its status, and the first line of its complaints.
fn how(status: ExitStatus, complaint: &str) -> String {
    let status = match status.code() {
        Some(code) => format!(" with status {code}"),
        None => " because something ended it".to_string(),
    };
    let line = complaint.lines().map(str::trim).find(|line| !line.is_empty());
    let shown = |line: &str| line.chars().filter(|c| !c.is_control()).take(SHOWN_CHARACTERS).collect::<String>();
    line.map_or(status.clone(), |line| format!("{status}: {}", shown(line)))
}

#[cfg(all(test, unix))]
mod tests {
    use std::path::Path;
    use std::time::Duration;

    use super::{Run, Stopped};

    /// Returns what a shell comes to, told briefly.
    fn run(script: &str, out: Option<&Path>) -> String {
        let arguments = ["-c".to_string(), script.to_string()];
        let patience = Duration::from_millis(600);
        let run = Run { program: "sh", arguments: &arguments, words: b"two words", out, most: 100_000, patience };
        match run.sound() {
            Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(Stopped::Missing) => "missing".to_string(),
            Err(Stopped::NotRun(error)) => format!("not run: {error}"),
            Err(Stopped::Hung) => "hung".to_string(),
            Err(Stopped::TooMuch) => "too much".to_string(),
            Err(Stopped::Failed(how)) => format!("failed{how}"),
        }
    }

    #[test]
    fn a_program_is_heard_or_it_is_told_why_not() {
        for (script, told) in [
            ("cat", "two words"),
            ("echo no ears", "no ears\n"),
            ("sleep 60", "hung"),
            ("exec >&- 2>&-; sleep 60", "hung"),
            ("yes", "too much"),
            ("echo; echo a broken voice >&2; exit 3", "failed with status 3: a broken voice"),
            ("kill -9 $$", "failed because something ended it"),
            // What it leaves running holds its output open, and ends with it.
            ("sleep 60 & echo heard", "heard\n"),
            ("cat >/dev/null; head -c 100000 /dev/zero >&2; echo heard", "heard\n"),
        ] {
            assert_eq!(run(script, None), told, "{script}");
        }
    }

    #[test]
    fn a_program_that_is_not_there_is_missing() {
        let run = Run {
            program: "no-such-voice",
            arguments: &[],
            words: b"",
            out: None,
            most: 1,
            patience: Duration::from_secs(1),
        };
        assert!(matches!(run.sound(), Err(Stopped::Missing)));
    }

    #[test]
    fn a_file_is_read_and_one_that_grows_too_large_is_stopped() {
        let folder = super::super::Folder::new().expect("there is room for a folder");
        let out = folder.path("out");
        let script = |script: &str| script.replace("OUT", &out.display().to_string());
        assert_eq!(run(&script("echo sound > OUT; echo said"), Some(&out)), "sound\n");
        assert_eq!(run(&script("yes > OUT"), Some(&out)), "too much");
        assert_eq!(run("true", Some(&folder.path("none"))), "");
    }
}
