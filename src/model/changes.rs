//! What will change by itself on pages that readers know. Nothing here tells of a page that is not published, or of
//! anybody's consent: the moment of the next build that would differ is worked out where pages are settled.

use super::kinds::Standing;
use super::{Clock, Instant, Meta, Moment, PageId, Site};

/// One change to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// When.
    pub at: Instant,
    /// The page.
    pub page: PageId,
    /// Where it stands from then on; nothing where it is no longer there.
    pub after: Option<Standing>,
}

impl Meta {
    /// Returns every change to come of a page, soonest first: when, and where it stands from then on; nothing where it is no
    /// longer there. `kept` says that it stays as a record once it has expired.
    pub fn changes(&self, kept: bool, clock: &Clock) -> Vec<(Instant, Option<Standing>)> {
        let instant = |moment: Moment| clock.zone.instant(moment);
        let goes = self.expires.map(instant);
        let own = self.details.changes().into_iter().map(instant);
        let mut moments: Vec<Instant> = own.chain(goes).filter(|at| *at > clock.now).collect();
        moments.sort_unstable();
        moments.dedup();
        let mut before = self.standing(clock);
        let mut changes = Vec::new();
        for at in moments {
            let after = self.standing(&clock.turned_to(at));
            let there = goes != Some(at) || kept;
            if after != before || !there {
                changes.push((at, after.filter(|_| there)));
                before = after;
            }
            if !there {
                break;
            }
        }
        changes
    }
}

impl Site {
    /// Returns every change of a published page after the moment of the build, soonest first.
    pub fn changes(&self) -> Vec<Change> {
        let mut changes = Vec::new();
        for (id, page) in self.page_ids() {
            let own = page.meta.changes(page.kept, &self.clock);
            changes.extend(own.into_iter().map(|(at, after)| Change { at, page: id, after }));
        }
        changes.sort_by_key(|change| change.at);
        changes
    }

    /// Returns the changes to come of pages that readers can find in the site's own language.
    pub fn changes_told(&self) -> Vec<Change> {
        let told = |change: &Change| {
            let page = self.page(change.page);
            page.is_on_the_web() && page.lang == self.about.language
        };
        self.changes().into_iter().filter(told).collect()
    }
}
