//! Who has copies of a leaflet, and what is wrong with them.

use crate::diag::Span;
use crate::model::{Changed, Holder, Issue};

/// A letter to one who has copies.
#[derive(Debug)]
pub struct Letter<'s> {
    /// Who has them.
    pub to: &'s str,
    /// Where a letter reaches them; nothing where that is not known.
    pub holder: Option<&'s Holder>,
    /// What they have, with what has changed since.
    pub copies: Vec<(&'s Issue, Vec<Changed>)>,
}

/// Returns whether copies must come back: not for a review alone, which changes no word.
pub fn is_wrong(changed: &[Changed]) -> bool {
    changed.iter().any(|changed| match changed {
        Changed::Gone
        | Changed::Edition(_)
        | Changed::Fact(_)
        | Changed::Contact(_)
        | Changed::Panel(_)
        | Changed::Pictures
        | Changed::Story(_) => true,
        Changed::Review(_) => false,
    })
}

impl Letter<'_> {
    /// Returns the lines of the address, as they stand on an envelope: whom it is for, who has the copies, where, the postcode;
    /// no lines where the address is not known. Source: Royal Mail, how to address mail: a line for each, the postcode last.
    pub fn address(&self) -> Vec<&str> {
        let Some(holder) = self.holder.filter(|holder| !holder.address.is_empty()) else { return Vec::new() };
        let lines = [holder.contact.as_str(), self.to].into_iter().chain(holder.address.iter().map(String::as_str));
        lines.chain([holder.postcode.as_str()]).filter(|line| !line.is_empty()).collect()
    }

    /// Returns where what is wrong with the address can be mended.
    pub fn place(&self) -> Option<Span> {
        self.holder.map(|holder| holder.span)
    }
}
