//! Easy Read pages: rows of a picture and a few words.

use super::{Compose, Keys, KindDefinition, Markdown};
use crate::content::yaml::fields::Fields;
use crate::model::kinds::EasyRead;
use crate::model::{Details, PageKind};

pub const KIND: KindDefinition = KindDefinition {
    kind: PageKind::EasyRead,
    about: "A text in pictures and short sentences, made of `:::row`.",
    folder: "",
    kept: false,
    starter: "original: \"[[the file of the full page, such as help.md]]\"\n\
              tested_by: \"[[the group that tried it out]]\"\n",
    shared: &[],
    read,
    compose,
};

fn read(fields: &mut Fields<'_>) -> Keys {
    let original = fields.string("original", "The file of the page that it was made from");
    let tested_by = fields.said("tested_by", "Who tried it out");
    Keys { details: Details::EasyRead(EasyRead { tested_by, original }), markdown: Markdown::Nothing }
}

fn compose(details: &Details, _: &Markdown, to: &mut Compose<'_, '_>) {
    let Details::EasyRead(easy) = details else { return };
    if !easy.original.is_empty() {
        to.at("original");
        let line = vec![to.fixed(&to.words.kinds.full_version), to.plain(" "), to.link("", &easy.original)];
        to.tail(to.paragraph(line));
    }
    if !easy.tested_by.is_empty() {
        to.at("tested_by");
        let line = vec![to.fixed(&to.words.kinds.tested_by), to.plain(&format!(" {}.", easy.tested_by))];
        to.tail(to.paragraph(line));
    }
}
