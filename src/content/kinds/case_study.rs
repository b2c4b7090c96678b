//! Case studies: nobody's story is published without their consent.

use super::{Compose, Keys, KindDefinition, Markdown};
use crate::content::yaml::fields::Fields;
use crate::model::kinds::{CaseStudy, Consent};
use crate::model::{CalloutKind, Details, PageKind};

pub const KIND: KindDefinition = KindDefinition {
    kind: PageKind::CaseStudy,
    about: "Somebody's story, with the record of their consent.",
    folder: "case-studies",
    kept: false,
    starter: "details_changed: true\nconsent:\n  reference: \"[[where the signed form is]]\"\n  scope: [web]\n  \
              given: \"[[the day it was given]]\"\n  expires: \"[[the day it ends]]\"\n  \
              reviewer: \"[[who checked it]]\"\n",
    shared: &["consent", "details_changed"],
    read,
    compose,
};

/// What consent can be given for.
const SCOPES: [&str; 3] = ["web", "print", "press"];

fn read(fields: &mut Fields<'_>) -> Keys {
    let consent = fields.map("consent", "What the people of the story agreed to", consent);
    let details_changed = fields.flag("details_changed", "Whether details were changed so that nobody is recognised");
    Keys { details: Details::CaseStudy(CaseStudy { consent, details_changed }), markdown: Markdown::Nothing }
}

fn compose(details: &Details, _: &Markdown, to: &mut Compose<'_, '_>) {
    let Details::CaseStudy(story) = details else { return };
    // A story that was made up has nobody in it who could be recognised.
    let made_up = story.consent.as_ref().is_some_and(|consent| consent.reference == "illustration");
    if story.details_changed && !made_up {
        to.at("details_changed");
        let text = to.paragraph(vec![to.fixed(&to.words.kinds.details_changed)]);
        to.lead(to.callout(CalloutKind::Information, Vec::new(), vec![text]));
    }
}

fn consent(fields: &mut Fields<'_>) -> Consent {
    let scope = fields.list("scope", "What it is for: web, print, press");
    for name in scope.iter().filter(|name| !SCOPES.contains(&name.as_str())) {
        fields.wrong("scope", format!("`{name}` is not something to consent to"), "use web, print and press");
    }
    let consent = Consent {
        reference: fields.string("reference", "Where the signed form is kept"),
        scope,
        given: fields.date("given", "The day on which it was given"),
        expires: fields.date("expires", "The last day on which it holds"),
        reviewer: fields.string("reviewer", "Who checked it"),
        withdrawn: fields.date("withdrawn", "The day on which it was taken back"),
    };
    if let (Some(given), Some(expires)) = (consent.given, consent.expires)
        && expires < given
    {
        fields.wrong("expires", "the consent ends before it was given", "make `expires` later than `given`");
    }
    consent
}
