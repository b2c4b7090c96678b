//! What will change by itself: the moments at which a build of the same files would differ.

use super::kinds::Standing;
use super::{Instant, Moment, PageId, Site};

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

impl Site {
    /// Returns every change of a published page after the moment of the build, soonest first.
    pub fn changes(&self) -> Vec<Change> {
        let mut changes = Vec::new();
        for (id, page) in self.page_ids() {
            let instant = |moment: Moment| self.clock.zone.instant(moment);
            let goes = page.meta.expires.map(instant);
            let own = page.meta.details.changes().into_iter().map(instant);
            let mut moments: Vec<Instant> = own.chain(goes).filter(|at| *at > self.clock.now).collect();
            moments.sort_unstable();
            moments.dedup();
            let mut before = page.standing(&self.clock);
            for at in moments {
                let after = page.standing(&self.clock.turned_to(at));
                let there = goes != Some(at) || page.kept;
                if after != before || !there {
                    changes.push(Change { at, page: id, after: after.filter(|_| there) });
                    before = after;
                } else if page.meta.kind == "case-study" {
                    changes.push(Change { at, page: id, after: None });
                }
                if !there {
                    break;
                }
            }
        }
        changes.sort_by_key(|change| (change.at, change.page));
        changes
    }

    /// Returns the next moment at which a build of the same files would differ, counting pages that are not published
    /// yet; nothing where there is none.
    pub fn next_change(&self) -> Option<Instant> {
        let published = self.changes().first().map(|change| change.at);
        published.into_iter().chain(self.coming.iter().copied()).filter(|at| *at > self.clock.now).min()
    }
}
