//! Links that lead nowhere.

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity, Span};
use crate::model::{Block, Broken, BrokenWhy, Inline, Target};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A003",
        name: "link-broken",
        severity: Severity::Error,
        wcag: &["2.4.4"],
        act: &[],
        doc: include_str!("link_broken.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, _: &Known<'_>, report: &mut Sink<'_>) {
    for inline in body.inlines() {
        if let Inline::Link(link) = inline
            && let Target::Broken(broken) = &link.target
        {
            tell(broken, link.span, report);
        }
    }
    for block in body.blocks() {
        match block {
            Block::Film(film) => {
                if let Target::Broken(broken) = &film.target {
                    tell(broken, film.span, report);
                }
            }
            Block::Download(download) if download.asset.is_none() => {
                let message = format!("there is no file `{}`", download.wanted);
                report.add(download.span, message, "put the file beside the page, and write its name as it is");
            }
            _ => {}
        }
    }
}

fn tell(broken: &Broken, span: Span, report: &mut Sink<'_>) {
    let wanted = &broken.wanted;
    let (message, cure) = match broken.why {
        BrokenWhy::NoFile if wanted.starts_with('/') => {
            let cure = "link to the page's file, such as `victims/strategy.md`";
            (format!("there is no page at `{wanted}`"), cure)
        }
        BrokenWhy::NoFile => {
            (format!("there is no file `{wanted}`"), "check the name and the folder, from this file on")
        }
        BrokenWhy::NoHeading => (format!("the page has no heading `{wanted}`"), "use the id of one of its headings"),
        BrokenWhy::Outside => (format!("`{wanted}` lies outside `content/`"), "copy the file into `content/`"),
        BrokenWhy::NotPublished => {
            (format!("`{wanted}` is not published at this moment"), "change its dates, or remove this link")
        }
        BrokenWhy::CouldRun => {
            let cure = "link to a page, or save the file in another form, such as PDF or PNG";
            (format!("`{wanted}` is never published, because it could run a program"), cure)
        }
        BrokenWhy::Scheme if wanted.contains("contact:") => {
            let cure = "write `[](contact:office.phone)`: it makes the link and fills in the number";
            (format!("`{wanted}` names a contact inside of an address"), cure)
        }
        BrokenWhy::Scheme => {
            let cure =
                "use a file of this site, or an address that starts with `https://`, `mailto:`, `tel:` or `sms:`";
            (format!("`{wanted}` is not an address that a reader can follow"), cure)
        }
        BrokenWhy::Empty => ("this link has no address".to_string(), "write the file or address between the brackets"),
    };
    let help = broken.nearest.as_ref().map_or(cure.to_string(), |near| format!("did you mean `{near}`?"));
    report.add(span, message, help);
}
