//! Easy Read pages: rows of a picture and a few words.

use super::{Kind, PageKind};
use crate::content::yaml::fields::Fields;
use crate::model::Details;
use crate::model::kinds::EasyRead;

pub const KIND: PageKind = PageKind {
    name: "easy-read",
    about: "A text in pictures and short sentences, made of `:::row`.",
    folder: "",
    kept: false,
    starter: "original: \"[[the file of the full page, such as help.md]]\"\n\
              tested_by: \"[[the group that tried it out]]\"\n",
    shared: &[],
    read,
};

fn read(fields: &mut Fields<'_>) -> Kind {
    let original = fields.string("original", "The file of the page that it was made from");
    let tested_by = fields.string("tested_by", "Who tried it out");
    let (original_span, tested_span) = (fields.span("original"), fields.span("tested_by"));
    let details = Details::EasyRead(EasyRead { tested_by: tested_by.clone(), original: original.clone() });
    Kind::new(details, move |to| {
        if !original.is_empty() {
            to.span = original_span;
            let line = vec![to.fixed(&to.words.kinds.full_version), to.plain(" "), to.link("", &original)];
            to.tail(to.paragraph(line));
        }
        if !tested_by.is_empty() {
            to.span = tested_span;
            let line = vec![to.fixed(&to.words.kinds.tested_by), to.plain(&format!(" {tested_by}."))];
            to.tail(to.paragraph(line));
        }
    })
}
