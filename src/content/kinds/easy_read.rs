//! Easy Read pages: rows of a picture and a few words. What such a page says of itself and of whom to ask stands in rows too,
//! so that it is as easy as the rest.

use super::{Compose, Keys, KindDefinition, Markdown, Placement};
use crate::content::yaml::fields::Fields;
use crate::model::kinds::EasyRead;
use crate::model::{ASK_US, Details, Inline, PageKind};
use crate::words::Said;

pub const KIND: KindDefinition = KindDefinition {
    kind: PageKind::EasyRead,
    about: "A text in pictures and short sentences, made of `:::row`.",
    folder: "",
    kept: false,
    starter: "original: \"[[the file of the full page, such as help.md]]\"\n\
              tested_by: \"[[the group that tried it out]]\"\n\
              tested: \"[[the day, such as 2026-11-22]]\"\n",
    shared: &[],
    read,
    compose,
};

fn read(fields: &mut Fields<'_>) -> Keys {
    let original = fields.string("original", "The file of the page that it was made from");
    let tested_by = fields.said("tested_by", "Who tried it out: a group of people with a learning disability");
    let tested = fields.date("tested", "The day on which they tried it out");
    let cover =
        fields.string("cover", "Which of its pictures stands on the cover, such as `picture:talk`; else the first");
    Keys { details: Details::EasyRead(EasyRead { tested_by, tested, cover, original }), markdown: Markdown::Nothing }
}

fn compose(details: &Details, _: &Markdown, to: &mut Compose<'_, '_>) {
    let Details::EasyRead(easy) = details else { return };
    to.at("kind");
    let words = &to.words.easy;
    to.section(Placement::Lead, 2, "about-this-easy-read", &words.about);
    lead(to, "read", &words.what);
    lead(to, "support", &words.help);
    if to.own.explains {
        lead(to, "word", &words.bold);
    }
    if !to.own.calls {
        contacts(to);
    }
    lead_on(easy, to);
}

/// Adds a row with a sentence before the page's text.
fn lead(to: &mut Compose<'_, '_>, picture: &str, said: &Said) {
    let words = vec![to.fixed(said)];
    let row = to.row(picture, vec![words]);
    to.lead(row);
}

/// Writes how to reach the publisher: by phone, by email and by post, each with what belongs to it.
fn contacts(to: &mut Compose<'_, '_>) {
    let (publisher, words) = (to.publisher, &to.words.easy);
    if publisher.phone.is_empty() && publisher.email.is_empty() && publisher.address.is_empty() {
        return;
    }
    to.section(Placement::Tail, 2, ASK_US, &words.ask);
    let said = |worded: &crate::words::Worded, to: &Compose<'_, '_>| {
        let said = worded.in_lang(to.lang);
        (!said.is_empty()).then(|| vec![to.fixed(said)])
    };
    if !publisher.phone.is_empty() {
        let number = to.link(&publisher.phone, &format!("tel:{}", publisher.phone));
        let mut lines = vec![vec![to.fixed(&words.phone), to.plain(" "), number]];
        lines.extend(said(&publisher.hours, to));
        lines.extend(said(&publisher.note, to));
        if !publisher.textphone.is_empty() {
            let number = to.link(&publisher.textphone, &format!("tel:{}", publisher.textphone));
            lines.push(vec![to.fixed(&words.textphone), to.plain(" "), number]);
        }
        let row = to.row("phone", lines);
        to.tail(row);
    }
    if !publisher.email.is_empty() {
        let address = to.link(&publisher.email, &format!("mailto:{}", publisher.email));
        let row = to.row("computer", vec![vec![to.fixed(&words.email), to.plain(" "), address]]);
        to.tail(row);
    }
    if !publisher.address.is_empty() {
        let mut line: Vec<Inline> = vec![to.fixed(&words.post)];
        for part in &publisher.address {
            line.push(Inline::LineBreak(to.span));
            line.push(to.plain(part));
        }
        let row = to.row("post", vec![line]);
        to.tail(row);
    }
    let other = vec![to.fixed(&words.other)];
    let row = to.row("listen", vec![other]);
    to.tail(row);
}

/// Writes where the full page is, and who tried this one out.
fn lead_on(easy: &EasyRead, to: &mut Compose<'_, '_>) {
    if !easy.original.is_empty() {
        to.at("original");
        let line = vec![to.fixed(&to.words.kinds.full_version), to.plain(" "), to.link("", &easy.original)];
        let row = to.row("computer", vec![line]);
        to.tail(row);
    }
    if !easy.tested_by.is_empty() {
        to.at("tested_by");
        let day = easy.tested.map_or_else(String::new, |day| format!(", {}", day.in_words(to.lang)));
        let line = vec![to.fixed(&to.words.kinds.tested_by), to.plain(&format!(" {}{day}.", easy.tested_by))];
        let row = to.row("yes", vec![line]);
        to.tail(row);
    }
}
