//! The rules: one file and one page each, and one line here.

mod abbreviation_unexpanded;
mod ampersand;
mod capitals;
mod click_wording;
mod contact_mismatch;
mod contact_unknown;
mod date_numeric;
mod date_ordinal;
mod date_relative;
mod date_year_missing;
mod email_form;
mod fact_mismatch;
mod fact_unknown;
mod faq_heading;
mod heading_skip;
mod image_alt_missing;
mod latin_abbreviation;
mod link_broken;
mod link_new_window;
mod link_text_vague;
mod metaphor;
mod midnight_deadline;
mod negative_contraction;
mod number_comma;
mod number_words;
mod phone_form;
mod plain_words;
mod range_dash;
mod raw_html;
mod reading_age;
mod sentence_long;
mod simple_word;
mod time_form;
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
    plain_words::RULE,
    metaphor::RULE,
    simple_word::RULE,
    latin_abbreviation::RULE,
    negative_contraction::RULE,
    capitals::RULE,
    faq_heading::RULE,
    reading_age::RULE,
    ampersand::RULE,
    date_ordinal::RULE,
    date_numeric::RULE,
    date_year_missing::RULE,
    date_relative::RULE,
    time_form::RULE,
    midnight_deadline::RULE,
    range_dash::RULE,
    number_words::RULE,
    number_comma::RULE,
    phone_form::RULE,
    email_form::RULE,
    link_new_window::RULE,
    click_wording::RULE,
];
