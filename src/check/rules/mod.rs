//! The rules: one file and one page each, and one line here.

mod abbreviation_in_title;
mod abbreviation_late;
mod abbreviation_once;
mod abbreviation_unexpanded;
mod abuse_words;
mod address_form;
mod address_mismatch;
mod ages_overlap;
mod alt_filename;
mod alt_long;
mod alt_redundant;
mod ampersand;
mod blame_words;
mod braille_unknown;
mod capitals;
mod caption_after_end;
mod caption_empty;
mod caption_fast;
mod caption_long;
mod caption_overlap;
mod change_differs;
mod chart_number;
mod child_exploitation_words;
mod click_wording;
mod columns_pasted;
mod confused_words;
mod consent_ending;
mod contact_incomplete;
mod contact_mismatch;
mod contact_unknown;
mod copies_outdated;
mod count_differs;
mod date_impossible;
mod date_numeric;
mod date_order;
mod date_ordinal;
mod date_relative;
mod date_year_missing;
mod deadline_differs;
mod deadline_passed;
mod decorative_with_alt;
mod detail_near_miss;
mod disability_words;
mod doubled_word;
mod duration_differs;
mod easy_read_abbreviation;
mod easy_read_changed;
mod easy_read_figure_of_speech;
mod easy_read_number;
mod easy_read_outdated;
mod easy_read_outside_row;
mod easy_read_row_crowded;
mod easy_read_sentence;
mod easy_read_unrecorded;
mod easy_read_untested;
mod easy_read_word;
mod edition_unchanged;
mod email_form;
mod email_malformed;
mod email_mismatch;
mod emergency_wrong;
mod ethnicity_words;
mod fact_bare;
mod fact_contradicted;
mod fact_mismatch;
mod fact_review_due;
mod fact_unknown;
mod faq_heading;
mod file_closed;
mod file_hard_to_read;
mod file_hides_words;
mod file_names_author;
mod file_says_place;
mod file_tracks_changes;
mod film_detail_missing;
mod future_passed;
mod gap_left;
mod gendered_words;
mod gov_uk_form;
mod hard_form;
mod heading_bold;
mod heading_deep;
mod heading_duplicate;
mod heading_empty;
mod heading_question_many;
mod heading_skip;
mod heading_stop;
mod heading_unmarked;
mod holder_address_missing;
mod holder_unknown;
mod hours_differ;
mod hours_reversed;
mod identifying_details;
mod image_alt_missing;
mod label_words;
mod language_unmarked;
mod latin_abbreviation;
mod link_bare_url;
mod link_broken;
mod link_disguised;
mod link_ends_here;
mod link_insecure;
mod link_inside;
mod link_lost;
mod link_new_window;
mod link_same_text;
mod link_stop_inside;
mod link_text_vague;
mod list_glyphs;
mod list_long;
mod list_one_item;
mod metaphor;
mod midnight_deadline;
mod misspelt;
mod national_number;
mod negative_contraction;
mod not_decided;
mod number_comma;
mod number_mismatch;
mod number_near_miss;
mod number_words;
mod numbers_differ;
mod office_left;
mod owner_missing;
mod page_unreachable;
mod paragraph_emphasised;
mod paragraph_twice;
mod parts_differ;
mod percent_points;
mod personal_email;
mod phone_form;
mod phone_impossible;
mod picture_ending;
mod picture_uncredited;
mod place_words;
mod placeholder_left;
mod plain_words;
mod plural_in_brackets;
mod postcode_malformed;
mod punctuation_slip;
mod range_dash;
mod range_reversed;
mod raw_html;
pub(super) mod reading_age;
mod review_due;
mod review_missing;
mod review_overdue;
mod sensitive_unflagged;
mod sentence_cut;
mod sentence_long;
mod share_mismatch;
mod shares_over_whole;
mod simple_word;
mod small_count;
mod stale_words;
mod starter_left;
mod statistic_without_source;
mod story_on_copies;
mod suicide_words;
mod summary_long;
mod summary_not_sentence;
mod summary_repeats_title;
mod table_caption_missing;
mod table_cell_empty;
mod table_header_missing;
mod table_wide;
mod time_form;
mod title_caps;
mod title_duplicate;
mod title_too_long;
mod total_differs;
mod translation_behind;
mod unknown_front_matter_key;
mod weekday_unlikely;
mod weekday_wrong;
mod words_joined;

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
    heading_question_many::RULE,
    heading_stop::RULE,
    heading_duplicate::RULE,
    heading_bold::RULE,
    heading_deep::RULE,
    heading_empty::RULE,
    list_glyphs::RULE,
    list_one_item::RULE,
    list_long::RULE,
    table_header_missing::RULE,
    table_cell_empty::RULE,
    table_wide::RULE,
    table_caption_missing::RULE,
    alt_long::RULE,
    alt_redundant::RULE,
    alt_filename::RULE,
    decorative_with_alt::RULE,
    link_same_text::RULE,
    link_bare_url::RULE,
    link_stop_inside::RULE,
    link_insecure::RULE,
    abbreviation_in_title::RULE,
    abbreviation_once::RULE,
    abbreviation_late::RULE,
    title_duplicate::RULE,
    summary_long::RULE,
    summary_repeats_title::RULE,
    summary_not_sentence::RULE,
    owner_missing::RULE,
    review_missing::RULE,
    review_due::RULE,
    title_caps::RULE,
    fact_review_due::RULE,
    statistic_without_source::RULE,
    sensitive_unflagged::RULE,
    small_count::RULE,
    personal_email::RULE,
    deadline_passed::RULE,
    future_passed::RULE,
    office_left::RULE,
    link_inside::RULE,
    change_differs::RULE,
    sentence_cut::RULE,
    paragraph_twice::RULE,
    review_overdue::RULE,
    gap_left::RULE,
    caption_overlap::RULE,
    caption_after_end::RULE,
    caption_long::RULE,
    caption_fast::RULE,
    caption_empty::RULE,
    film_detail_missing::RULE,
    easy_read_outside_row::RULE,
    easy_read_sentence::RULE,
    easy_read_untested::RULE,
    fact_bare::RULE,
    consent_ending::RULE,
    picture_ending::RULE,
    identifying_details::RULE,
    address_form::RULE,
    weekday_wrong::RULE,
    date_impossible::RULE,
    range_reversed::RULE,
    hours_reversed::RULE,
    file_names_author::RULE,
    file_tracks_changes::RULE,
    file_hides_words::RULE,
    file_says_place::RULE,
    file_closed::RULE,
    file_hard_to_read::RULE,
    postcode_malformed::RULE,
    deadline_differs::RULE,
    hours_differ::RULE,
    phone_impossible::RULE,
    email_malformed::RULE,
    detail_near_miss::RULE,
    emergency_wrong::RULE,
    national_number::RULE,
    fact_contradicted::RULE,
    number_mismatch::RULE,
    email_mismatch::RULE,
    address_mismatch::RULE,
    link_disguised::RULE,
    number_near_miss::RULE,
    contact_incomplete::RULE,
    chart_number::RULE,
    share_mismatch::RULE,
    percent_points::RULE,
    shares_over_whole::RULE,
    count_differs::RULE,
    ages_overlap::RULE,
    placeholder_left::RULE,
    not_decided::RULE,
    braille_unknown::RULE,
    stale_words::RULE,
    link_lost::RULE,
    heading_unmarked::RULE,
    columns_pasted::RULE,
    words_joined::RULE,
    page_unreachable::RULE,
    doubled_word::RULE,
    confused_words::RULE,
    starter_left::RULE,
    easy_read_row_crowded::RULE,
    easy_read_number::RULE,
    easy_read_figure_of_speech::RULE,
    easy_read_abbreviation::RULE,
    easy_read_word::RULE,
    suicide_words::RULE,
    blame_words::RULE,
    child_exploitation_words::RULE,
    abuse_words::RULE,
    disability_words::RULE,
    ethnicity_words::RULE,
    gendered_words::RULE,
    numbers_differ::RULE,
    translation_behind::RULE,
    misspelt::RULE,
    language_unmarked::RULE,
    hard_form::RULE,
    plural_in_brackets::RULE,
    date_order::RULE,
    place_words::RULE,
    paragraph_emphasised::RULE,
    gov_uk_form::RULE,
    link_ends_here::RULE,
    parts_differ::RULE,
    duration_differs::RULE,
    total_differs::RULE,
    weekday_unlikely::RULE,
    holder_unknown::RULE,
    holder_address_missing::RULE,
    easy_read_outdated::RULE,
    easy_read_changed::RULE,
    easy_read_unrecorded::RULE,
    picture_uncredited::RULE,
    copies_outdated::RULE,
    edition_unchanged::RULE,
    story_on_copies::RULE,
    label_words::RULE,
    punctuation_slip::RULE,
];
