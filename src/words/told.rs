//! Times, sums and sizes as a language tells them: the figures are Unicode's, the words round them stand in the files.

use super::{Arg, Phrase, Said, Wording};

impl Wording {
    /// Returns a time of day, such as `5:30pm`, from the minutes since midnight. Source: GOV.UK style guide, times.
    pub fn time(&self, minute: u16) -> String {
        let (hour24, past) = (minute / 60, minute % 60);
        let morning = hour24 < 12;
        let at = match (minute, past) {
            (720, _) => "midday",
            (_, 0) if morning => "hour-am",
            (_, 0) => "hour-pm",
            (_, _) if morning => "am",
            (_, _) => "pm",
        };
        let hour = if hour24.is_multiple_of(12) { 12 } else { hour24 % 12 };
        let (hour, hour24, past) = (hour.to_string(), hour24.to_string(), format!("{past:02}"));
        let parts =
            [("at", at.into()), ("hour", (&hour).into()), ("hour24", (&hour24).into()), ("minute", (&past).into())];
        self.say(&self.sentences.time, &parts).to_string()
    }

    /// Returns how long something is, such as `3 minutes 25 seconds`.
    pub fn duration(&self, seconds: u32) -> Said {
        let parts: [(u32, &Phrase); 3] = [
            (seconds / 3600, &self.sentences.hours),
            (seconds / 60 % 60, &self.sentences.minutes),
            (seconds % 60, &self.sentences.seconds),
        ];
        let parts = parts.into_iter().filter(|(count, _)| *count > 0);
        let parts: Vec<Said> = parts.map(|(count, phrase)| self.say(phrase, &[("count", count.into())])).collect();
        let words: Vec<&str> = parts.iter().map(|part| &*part.text).collect();
        let lang = parts.first().map_or(&self.lang, |part| &part.lang);
        Said::new(words.join(" "), lang)
    }

    /// Returns a file's size as readers are told it: whole kilobytes, or megabytes with two decimals.
    /// Source: NHS digital service manual, formatting and punctuation.
    pub fn size(&self, bytes: u64) -> Said {
        const MEGABYTE: u64 = 1_000_000;
        if bytes < MEGABYTE {
            return self.say(&self.sentences.kilobytes, &[("size", Arg::Count(bytes.div_ceil(1000).max(1)))]);
        }
        let hundredths = (bytes + MEGABYTE / 200) / (MEGABYTE / 100);
        self.say(&self.sentences.megabytes, &[("size", Arg::Hundredths(hundredths))])
    }

    /// Returns a sum of money, such as `£415,169` or `£1.26 million`. Source: GOV.UK style guide, money.
    pub fn money(&self, pence: u64) -> Said {
        let (pounds, rest) = (pence / 100, pence % 100);
        let round = rest == 0 && pounds >= 1_000_000 && pounds.is_multiple_of(10_000);
        let (phrase, sum) = match (round, rest) {
            (true, _) if pounds.is_multiple_of(1_000_000) => (&self.sentences.money_million, (pounds / 1_000_000, 0)),
            (true, _) if pounds.is_multiple_of(100_000) => (&self.sentences.money_million, (pounds / 100_000, 1)),
            (true, _) => (&self.sentences.money_million, (pounds / 10_000, 2)),
            (false, 0) => (&self.sentences.money, (pounds, 0)),
            (false, _) => (&self.sentences.money, (pence, 2)),
        };
        let sum = self.figures().number(sum.0, sum.1);
        self.say(phrase, &[("sum", (&sum).into())])
    }
}
