//! The words of formats for fingers and ears, and of Easy Read, as `fields` has those of the others.

use serde::{Deserialize, Serialize};

use super::Said;

/// Braille.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Braille {
    /// The file for embossers and displays.
    pub to_emboss: Said,
    /// The same as XML.
    pub to_keep: Said,
    /// Which code it is in: each letter for itself.
    pub uncontracted: Said,
    /// Which code it is in: words are shortened.
    pub contracted: Said,
    /// Which code it is in: that of another language, each letter for itself.
    pub other_uncontracted: Said,
    /// Which code it is in: that of another language, and words are shortened.
    pub other_contracted: Said,
    /// Before the words that say what a picture shows.
    pub picture: Said,
    /// What stands last.
    pub end: Said,
}

/// Audio.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Audio {
    /// The script to read out.
    pub script: Said,
    /// The same for a voice.
    pub for_voices: Said,
    /// Sound that a person recorded.
    pub recorded: Said,
    /// Sound that a computer's voice made.
    pub spoken: Said,
    /// Over the player of a page.
    pub listen: Said,
    /// What is said under the player where a person speaks.
    pub read_by_person: Said,
    /// The same where a computer's voice does.
    pub read_by_machine: Said,
    /// Over the list of its parts.
    pub parts: Said,
    /// A link to the words of the sound.
    pub transcript: Said,
    /// Where notes are read.
    pub notes_at_end: Said,
    /// Before what a picture shows.
    pub picture: Said,
    /// Before somebody's words.
    pub quote: Said,
    /// After them.
    pub quote_ends: Said,
    /// Before the name of whose words they are.
    pub said_by: Said,
    /// Before an answer that can be ticked.
    pub tick: Said,
    /// In place of lines to write on.
    pub space_to_write: Said,
    /// The last part: whom to ask.
    pub contact: Said,
}

/// Easy Read.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Easy {
    /// The name of the format, in lists of formats and on covers.
    pub label: Said,
    /// The file of the booklet, which is printed on A4 and folded.
    pub booklet: Said,
    /// Over what an Easy Read text says of itself.
    pub about: Said,
    /// The first sentences of it.
    pub what: Said,
    /// Under that.
    pub help: Said,
    /// Where the text has a list of words.
    pub bold: Said,
    /// Over how to reach the publisher.
    pub ask: Said,
    /// Before the phone number.
    pub phone: Said,
    /// Before the textphone number.
    pub textphone: Said,
    /// Before the email address.
    pub email: Said,
    /// Before the address, a line of the address each.
    pub post: Said,
    /// How to have the text in another form.
    pub other: Said,
    /// Where nobody has tested the text.
    pub untested: Said,
    /// Where the text has changed since it was tested.
    pub retest: Said,
    /// Where the page that it was made from has changed since.
    pub outdated: Said,
    /// Before who made the pictures.
    pub pictures: Said,
}
