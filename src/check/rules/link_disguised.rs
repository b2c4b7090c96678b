//! Links whose address looks like another: what a reader sees is not where a browser goes.

use std::sync::Arc;

use crate::check::{Body, Known, Look, Rule, Sink};
use crate::diag::{FindingKind, Severity, Span};
use crate::model::address::{Disguise, disguise, disguised_host};
use crate::model::{Block, Contact, Inline, Target};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A128",
        name: "link-disguised",
        severity: Severity::Error,
        wcag: &[],
        act: &[],
        doc: include_str!("link_disguised.md"),
    },
    look: Look::Body(look),
};

fn look(body: &Body<'_>, site: &Known<'_>, report: &mut Sink<'_>) {
    for inline in body.inlines() {
        match inline {
            Inline::Link(link) => {
                if let Target::Web(url) = &link.target {
                    tell(url, disguise(url), link.span, report);
                } else if let Target::Email(email) = &link.target {
                    tell(email, of_email(email), link.span, report);
                }
            }
            Inline::Fact(used) => fact(&used.key, site, report),
            Inline::Contact(used) => contact(site.contacts.get(&used.contact).map(Arc::as_ref), report),
            _ => {}
        }
    }
    for block in body.blocks() {
        match block {
            Block::Statistic(statistic) => fact(&statistic.key, site, report),
            Block::Contact(block) => contact(site.contacts.get(&block.key).map(Arc::as_ref), report),
            _ => {}
        }
    }
}

/// A figure's source is a link wherever the figure stands.
fn fact(key: &str, site: &Known<'_>, report: &mut Sink<'_>) {
    if let Some(fact) = site.facts.get(key) {
        tell(&fact.source.url, disguise(&fact.source.url), fact.span, report);
    }
}

fn contact(contact: Option<&Contact>, report: &mut Sink<'_>) {
    if let Some(contact) = contact {
        tell(&contact.email, of_email(&contact.email), contact.span, report);
    }
}

fn of_email(email: &str) -> Option<Disguise> {
    let host = email.split('?').next()?.rsplit_once('@')?.1;
    disguised_host(host.trim())
}

fn tell(written: &str, found: Option<Disguise>, span: Span, report: &mut Sink<'_>) {
    let written = written.replace(|c: char| c.is_control(), " ");
    let (message, help) = match found {
        None => return,
        Some(Disguise::Sign(sign)) => {
            let sign = if sign == '\\' { "a backslash" } else { "a tab, a line end or another unseen character" };
            let message = format!("the address `{written}` has {sign} in it, which browsers read in their own way");
            (message, "open the page that you mean, and copy its address from the browser")
        }
        Some(Disguise::User(shown, host)) => {
            let message = format!("`{written}` looks as if it led to `{shown}`, but it leads to `{host}`");
            (message, "take out the `@` and what stands before it, if the link is right at all")
        }
        Some(Disguise::LookAlike(host)) => {
            let message = format!("`{written}` has letters that look like those of another address: it is `{host}`");
            (message, "type the address yourself, letter by letter, or ask its owner for it")
        }
        Some(Disguise::NoHost) => {
            let message = format!("`{written}` names no website or email host that there can be");
            (message, "open the page that you mean, and copy its address from the browser")
        }
    };
    report.add(span, message, help);
}
