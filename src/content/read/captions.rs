//! Captions in WebVTT, read as browsers read them. What a browser would pass over in silence is a finding here: those
//! words are lost to whoever needs them. How captions read is for the checks.
//! Source: W3C, WebVTT: The Web Video Text Tracks Format, 4 (syntax) and 6 (parsing).

use std::ops::Range;

use crate::content::problems;
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::kinds::{Cue, CueLine};

/// What stands between two times.
const ARROW: &str = "-->";

/// A line of the file: where it starts, and its text.
type Line<'a> = (usize, &'a str);

/// Lines without an empty one between them.
#[derive(Default)]
struct Paragraph<'a> {
    /// What comes before the times: a name that nobody sees.
    before: Vec<Line<'a>>,
    times: Option<Line<'a>>,
    words: Vec<Line<'a>>,
}

struct CueReader<'f> {
    file: FileId,
    /// Whether the file says that it is WebVTT; if not, it is read for its words only.
    signed: bool,
    /// Times that have a comma where a full stop must be.
    commas: Vec<Span>,
    found: &'f mut Vec<Diagnostic>,
}

/// Returns the captions of a file; those that no browser shows are reported and left out.
pub fn parse(text: &str, file: FileId, found: &mut Vec<Diagnostic>) -> Vec<Cue> {
    let before = found.len();
    let first = text.lines().next().unwrap_or("");
    let signed = first.strip_prefix("WEBVTT").is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']));
    let mut reader = CueReader { file, signed, commas: Vec::new(), found };
    if !signed {
        reader.unsigned(text, first);
    }
    let mut cues = Vec::new();
    for paragraph in paragraphs(text, signed) {
        cues.extend(reader.cue(&paragraph));
    }
    reader.commas();
    if cues.is_empty() && found.len() == before {
        let help = "write a line such as `00:01.000 --> 00:04.000`, and what is said on the line below it";
        let span = Span::new(file, 0, first.len());
        found.push(Diagnostic::new(&problems::CAPTIONS_INVALID, span, "this file has no captions", help));
    }
    cues
}

/// Splits a file at its empty lines; its head is left out.
fn paragraphs(text: &str, signed: bool) -> Vec<Paragraph<'_>> {
    let mut start = 0;
    let lines = text.split('\n').map(|line| {
        let at = start;
        start += line.len() + 1;
        (at, line)
    });
    let mut lines = lines.peekable();
    if signed {
        lines.next();
        while lines.next_if(|(_, line)| !line.is_empty() && !line.contains(ARROW)).is_some() {}
    }
    let mut paragraphs = Vec::new();
    let mut open = Paragraph::default();
    for line in lines {
        let times = line.1.contains(ARROW);
        // Times also start a new one where nobody left an empty line.
        let next = times && (open.times.is_some() || open.before.len() > 1);
        if next || line.1.is_empty() {
            paragraphs.push(std::mem::take(&mut open));
        }
        match (times, open.times.is_some()) {
            (true, _) => open.times = Some(line),
            (false, true) => open.words.push(line),
            (false, false) if line.1.is_empty() => {}
            (false, false) => open.before.push(line),
        }
    }
    paragraphs.push(open);
    paragraphs
}

impl CueReader<'_> {
    fn tell(&mut self, range: Range<usize>, message: impl Into<String>, help: &str) {
        let span = Span::new(self.file, range.start, range.end);
        self.found.push(Diagnostic::new(&problems::CAPTIONS_INVALID, span, message, help));
    }

    /// Reports a file that does not say what it is.
    fn unsigned(&mut self, text: &str, first: &str) {
        let subrip = text.lines().any(|line| line.split_once(ARROW).is_some_and(|(start, _)| start.contains(',')));
        let help = match subrip {
            true => "this looks like a SubRip file (.srt): save the captions as WebVTT in your captioning program",
            false => "write `WEBVTT` on a line of its own at the top, and leave the next line empty",
        };
        self.tell(0..first.len(), "this file does not start with `WEBVTT`, so no browser shows its captions", help);
    }

    fn cue(&mut self, paragraph: &Paragraph<'_>) -> Option<Cue> {
        let Some((at, line)) = paragraph.times else {
            self.lost(&paragraph.before);
            return None;
        };
        let times = self.times(at, line);
        let lines = self.lines(&paragraph.words);
        let (start, end) = times?;
        let span = trimmed(self.file, at, line);
        if end <= start {
            let message = match end == start {
                true => "this caption ends as it starts, so nobody sees it",
                false => "this caption ends before it starts, so nobody sees it",
            };
            self.tell(span.start as usize..span.end as usize, message, "correct one of the two times");
            return None;
        }
        Some(Cue { start, end, lines, span })
    }

    /// Reports words that belong to no caption. Notes, styles and regions are no words.
    fn lost(&mut self, lines: &[Line<'_>]) {
        let Some((start, first)) = lines.first() else { return };
        // The first line is wrong in a file without `WEBVTT`, which has been reported.
        if !self.signed && *start == 0 {
            return;
        }
        let is =
            |name: &str| first.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']));
        if ["NOTE", "STYLE", "REGION"].iter().any(|name| is(name)) {
            return;
        }
        let timed = lines.iter().find(|(_, line)| line.starts_with(|c: char| c.is_ascii_digit()) && two_times(line));
        if let Some((at, line)) = timed {
            self.tell(
                *at..at + line.len(),
                format!("there is no `{ARROW}` between these times, so nobody sees this caption"),
                "write two hyphens and the sign for greater than between the times: `00:01.000 --> 00:04.000`",
            );
            return;
        }
        let end = lines.last().map_or(*start, |(at, line)| at + line.len());
        let help = "write their times on the line above; if they belong to the caption before, remove the empty line";
        self.tell(*start..end, "these words have no times, so nobody sees them", help);
    }

    /// Reads `00:01.000 --> 00:04.000 align:start`, in milliseconds.
    fn times(&mut self, at: usize, line: &str) -> Option<(u64, u64)> {
        let (left, right) = line.split_once(ARROW)?;
        let from = at + (left.len() - left.trim_start().len());
        let start = self.time(from, left.trim());
        let settings_at = at + line.len() - right.trim_start().len();
        let right = right.trim();
        let (written, settings) = right.split_once([' ', '\t']).unwrap_or((right, ""));
        let end = self.time(settings_at, written);
        if let Some(word) = settings.split_whitespace().find(|setting| !setting.contains(':')) {
            let begin = settings_at + right.len() - settings.len();
            let message = format!("`{word}` stands behind the times, so nobody sees it");
            self.tell(begin..settings_at + right.len(), message, "write the words of a caption on the next line");
        }
        Some((start?, end?))
    }

    fn time(&mut self, at: usize, written: &str) -> Option<u64> {
        if let Some(time) = milliseconds(written) {
            return Some(time);
        }
        let range = at..at + written.len();
        let mended = written.replacen(',', ".", 1);
        if let (Some(time), true) = (milliseconds(&mended), written.contains(',')) {
            self.commas.push(Span::new(self.file, range.start, range.end));
            return Some(time);
        }
        let message = match written {
            "" => "a time is missing here, so nobody sees this caption".to_string(),
            _ => format!("`{written}` is not a time, so nobody sees this caption"),
        };
        self.tell(range, message, "write minutes, seconds and thousandths, such as `00:01.500`");
        None
    }

    /// Reports times with a comma, once for a file: whoever wrote one wrote all of them.
    fn commas(&mut self) {
        let Some(first) = self.commas.first().filter(|_| self.signed) else { return };
        let count = self.commas.len();
        let message = match count {
            1 => "this time has a comma, so nobody sees this caption".to_string(),
            _ => format!("{count} times in this file have a comma, so nobody sees their captions"),
        };
        self.tell(
            first.start as usize..first.end as usize,
            message,
            "write a full stop before the thousandths, such as `00:01.500`",
        );
    }

    /// Returns the lines of a caption as they are shown.
    fn lines(&mut self, written: &[Line<'_>]) -> Vec<CueLine> {
        let mut lines = Vec::new();
        let mut open: Option<usize> = None;
        for (at, line) in written {
            let text = shown(line, *at, &mut open);
            if !text.is_empty() {
                lines.push(CueLine { text, span: trimmed(self.file, *at, line) });
            }
        }
        if let (Some(open), Some((last, line))) = (open, written.last()) {
            let help = "write `&lt;` for the sign itself; if it starts a mark such as `<i>`, close it with `>`";
            self.tell(open..last + line.len(), "nobody sees what stands after this `<`", help);
        }
        lines
    }
}

/// Returns the words of a line without marks; `open` is where a mark began that has not ended.
fn shown(line: &str, at: usize, open: &mut Option<usize>) -> String {
    let mut text = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(character) = rest.chars().next() {
        let mut taken = character.len_utf8();
        match (open.is_some(), character) {
            (true, '>') => *open = None,
            (true, _) => {}
            (false, '<') => *open = Some(at + line.len() - rest.len()),
            (false, '&') => {
                let (sign, length) = reference(rest).unwrap_or(('&', 1));
                text.push(sign);
                taken = length;
            }
            (false, other) => text.push(other),
        }
        rest = &rest[taken..];
    }
    text.trim().to_string()
}

/// Reads a character reference such as `&amp;` or `&#233;` at the start of a text, with its length.
/// Source: W3C WebVTT, 6.4; the names that captions use, of all that HTML has.
fn reference(text: &str) -> Option<(char, usize)> {
    let end = text.find(';').filter(|end| *end <= 10)?;
    let name = &text[1..end];
    let sign = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "lrm" => '\u{200e}',
        "rlm" => '\u{200f}',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    };
    Some((sign, end + 1))
}

/// Reads `00:01.500` or `1:00:01.500`. Source: W3C WebVTT, 6.3, "collect a WebVTT timestamp".
fn milliseconds(text: &str) -> Option<u64> {
    let (clock, thousandths) = text.split_once('.')?;
    let number = |part: &str, digits: Range<usize>| {
        let plain = part.bytes().all(|b| b.is_ascii_digit()) && digits.contains(&part.len());
        if plain { part.parse::<u64>().ok() } else { None }
    };
    let parts: Vec<&str> = clock.split(':').collect();
    let (hours, minutes, seconds) = match parts.as_slice() {
        [minutes, seconds] => (0, *minutes, *seconds),
        [hours, minutes, seconds] => (number(hours, 1..7)?, *minutes, *seconds),
        _ => return None,
    };
    let sixty = |part: &str| number(part, 2..3).filter(|number| *number < 60);
    let whole = hours * 3600 + sixty(minutes)? * 60 + sixty(seconds)?;
    Some(whole * 1000 + number(thousandths, 3..4)?)
}

/// Returns whether a line has two times, however they are written.
fn two_times(line: &str) -> bool {
    let time = |word: &&str| word.contains(':') && word.starts_with(|c: char| c.is_ascii_digit());
    line.split(|c: char| !(c.is_ascii_digit() || ":.,".contains(c)))
        .filter(|word| !word.is_empty())
        .filter(time)
        .count()
        > 1
}

fn trimmed(file: FileId, at: usize, line: &str) -> Span {
    let start = at + (line.len() - line.trim_start().len());
    Span::new(file, start, at + line.trim_end().len())
}

#[cfg(test)]
mod tests {
    use super::{milliseconds, parse};
    use crate::diag::Sources;

    /// Reads captions, and tells each as `start-end line | line`, then what was found as `line: message`.
    fn read(text: &str) -> String {
        let mut sources = Sources::default();
        let file = sources.add("film.vtt", text);
        let mut found = Vec::new();
        let cues = parse(text, file, &mut found);
        let mut out = String::new();
        for cue in cues {
            let lines: Vec<&str> = cue.lines.iter().map(|line| line.text.as_str()).collect();
            out.push_str(&format!("{}-{} {}\n", cue.start, cue.end, lines.join(" | ")));
        }
        for problem in found {
            let line = sources.get(file).position(problem.span.start).line;
            out.push_str(&format!("{line} `{}`: {}\n", sources.text(problem.span), problem.message));
        }
        out
    }

    #[test]
    fn captions_are_read_as_browsers_read_them() {
        let text = "WEBVTT - made by hand\nKind: captions\n\nNOTE Who made this\nand when\n\nSTYLE\n::cue { color: lime }\n\n\
                    REGION\nid:top\n\n1\n00:01.000 --> 00:04.000 align:start line:0\n<v Ann>Hello.\n<i>How</i> are you?\n\n\
                    01:00:05.250 --> 01:00:06.000\nFish &amp; chips &lt;3, caf&#xe9;&nbsp;too\n01:00:07.000-->01:00:08.000\n\
                    <00:07.500>- Yes\n\n00:00.000 --> 00:00.500\n<c></c>\n";
        let expected = "1000-4000 Hello. | How are you?\n3605250-3606000 Fish & chips <3, café\u{a0}too\n\
                        3607000-3608000 - Yes\n0-500 \n";
        assert_eq!(read(text), expected);
    }

    #[test]
    fn what_a_browser_passes_over_is_found() {
        let cases = [
            ("WEBVTT\n", "1 `WEBVTT`: this file has no captions\n"),
            ("", "1 ``: this file does not start with `WEBVTT`, so no browser shows its captions\n"),
            (
                "WEBVTTX\n\n00:01.000 --> 00:02.000\nHello\n",
                "1000-2000 Hello\n1 `WEBVTTX`: this file does not start with `WEBVTT`, so no browser shows its captions\n",
            ),
            (
                "1\n00:00:01,000 --> 00:00:02,000\nHello\n\n2\n00:00:03,000 --> 00:00:04,000\nThere\n",
                "1000-2000 Hello\n3000-4000 There\n\
                 1 `1`: this file does not start with `WEBVTT`, so no browser shows its captions\n",
            ),
            (
                "WEBVTT\n\n00:01,000 --> 00:02,000\nHello\n",
                "1000-2000 Hello\n3 `00:01,000`: 2 times in this file have a comma, so nobody sees their captions\n",
            ),
            (
                "WEBVTT\n\n00:1.000 --> 00:02.000\nHello\n\n00:02.000 -->\nYou\n",
                "3 `00:1.000`: `00:1.000` is not a time, so nobody sees this caption\n\
                 6 ``: a time is missing here, so nobody sees this caption\n",
            ),
            (
                "WEBVTT\n\n00:04.000 --> 00:02.000\nHello\n\n00:04.000 --> 00:04.000\nHello\n",
                "3 `00:04.000 --> 00:02.000`: this caption ends before it starts, so nobody sees it\n\
                 6 `00:04.000 --> 00:04.000`: this caption ends as it starts, so nobody sees it\n",
            ),
            (
                "WEBVTT\n\n00:01.000 -> 00:02.000\nHello\n",
                "3 `00:01.000 -> 00:02.000`: there is no `-->` between these times, so nobody sees this caption\n",
            ),
            (
                "WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n\nthere.\n\n00:03.000 --> 00:04.000 bye now\nBye 3 < 4\nnow\n",
                "1000-2000 Hello\n3000-4000 Bye 3\n6 `there.`: these words have no times, so nobody sees them\n\
                 8 `bye now`: `bye` stands behind the times, so nobody sees it\n\
                 9 `< 4\nnow`: nobody sees what stands after this `<`\n",
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn half_a_file_is_read_too() {
        let text = "WEBVTT é\n\u{2028}-->\n\n--> --> \n&é; &#x110000; &#;<é\n00:01.000 --> 00:02.000 é: :\n<\u{1F600}>é\n\nNOTE\n";
        for (at, _) in text.char_indices() {
            read(&text[..at]);
            read(&text[at..]);
        }
    }

    #[test]
    fn a_time_is_told_from_what_only_looks_like_one() {
        assert_eq!(milliseconds("00:00.001"), Some(1));
        assert_eq!(milliseconds("59:59.999"), Some(3_599_999));
        assert_eq!(milliseconds("123:00:00.000"), Some(442_800_000));
        for bad in
            ["", "1", "00:60.000", "60:00.000", "0:01.000", "00:01.00", "00:01.0000", "00:01", "a:01.000", "+1:00.000"]
        {
            assert_eq!(milliseconds(bad), None, "{bad}");
        }
    }
}
