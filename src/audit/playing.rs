//! Sounds and films that begin by themselves.

use super::media;
use super::page::Page;
use super::tree::Id;

/// What is known of a sound that begins by itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Plays {
    /// It is heard for more than three seconds.
    Long,
    /// It is not known how long it is heard.
    Perhaps,
}

/// How long something may be heard by itself, in seconds. Source: WCAG 2.2, 1.4.2.
const SHORT: f64 = 3.0;

impl Page<'_> {
    /// Returns the sounds and films that begin by themselves and are heard for more than three seconds, or perhaps so.
    pub fn playing(&self) -> Vec<(Id, Plays)> {
        let media = self.elements.iter().copied().filter(|id| matches!(self.tree.html_name(*id), "audio" | "video"));
        let begins = media.filter(|id| self.tree.has(*id, "autoplay") && !self.tree.has(*id, "muted"));
        begins.filter_map(|id| self.plays(id).map(|plays| (id, plays))).collect()
    }

    fn plays(&self, id: Id) -> Option<Plays> {
        let sources = self.tree.elements_of(id).filter(|child| self.tree.is(*child, "source"));
        let mut addresses: Vec<&str> = self.tree.get(id, "src").into_iter().collect();
        if addresses.is_empty() {
            addresses.extend(sources.filter_map(|source| self.tree.get(source, "src")));
        }
        if addresses.is_empty() {
            return None;
        }
        for address in addresses {
            let Some(sound) = self.beside.bytes(address).and_then(|bytes| media::look(&bytes)) else { continue };
            let (start, end) = part(address);
            let seconds = end.map_or(sound.seconds, |end| end.min(sound.seconds)) - start;
            let long = seconds > SHORT || self.tree.has(id, "loop");
            return (sound.heard && long).then_some(Plays::Long);
        }
        Some(Plays::Perhaps)
    }
}

/// Returns the seconds at which a part of a film starts and ends, as in `#t=8,10`. Source: Media Fragments URI 1.0, 4.2.1.
fn part(address: &str) -> (f64, Option<f64>) {
    let Some((_, said)) = address.split_once("#t=") else { return (0.0, None) };
    let said = said.strip_prefix("npt:").unwrap_or(said);
    let (start, end) = said.split_once(',').map_or((said, None), |(start, end)| (start, Some(end)));
    let seconds = |text: &str| text.trim().parse::<f64>().ok();
    (seconds(start).unwrap_or(0.0), end.and_then(seconds))
}
