//! The rules: one file and one page each, and one line here.

mod abbreviation_unexpanded;
mod contact_mismatch;
mod contact_unknown;
mod fact_mismatch;
mod fact_unknown;
mod gap_left;
mod heading_skip;
mod image_alt_missing;
mod link_broken;
mod link_text_vague;
mod raw_html;
mod title_too_long;
mod unknown_front_matter_key;

use super::Rule;

/// Every rule, by code.
pub const RULES: &[Rule] = &[
    heading_skip::RULE,
    link_text_vague::RULE,
    link_broken::RULE,
    image_alt_missing::RULE,
    fact_mismatch::RULE,
    fact_unknown::RULE,
    abbreviation_unexpanded::RULE,
    title_too_long::RULE,
    raw_html::RULE,
    unknown_front_matter_key::RULE,
    contact_mismatch::RULE,
    contact_unknown::RULE,
    gap_left::RULE,
];
