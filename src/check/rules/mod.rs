//! The rules: one file and one page each, and one line here.

mod abbreviation_unexpanded;
mod contact_mismatch;
mod contact_unknown;
mod date_numeric;
mod date_ordinal;
mod date_year_missing;
mod fact_mismatch;
mod fact_unknown;
mod heading_skip;
mod image_alt_missing;
mod latin_abbreviation;
mod link_broken;
mod link_text_vague;
mod negative_contraction;
mod range_dash;
mod raw_html;
mod sentence_long;
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
    sentence_long::RULE,
    latin_abbreviation::RULE,
    negative_contraction::RULE,
    date_ordinal::RULE,
    date_numeric::RULE,
    date_year_missing::RULE,
    range_dash::RULE,
];
