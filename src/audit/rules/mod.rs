//! The rules: one file and one page each, and one line here.

mod aria_not_allowed;
mod aria_unknown;
mod aria_value;
mod autocomplete_unknown;
mod button_unnamed;
mod contrast_enhanced;
mod contrast_low;
mod decorative_exposed;
mod field_unnamed;
mod focus_in_flat_role;
mod frame_out_of_reach;
mod frame_unnamed;
mod heading_unnamed;
mod hidden_focusable;
mod image_button_unnamed;
mod image_unnamed;
mod label_not_in_name;
mod letter_spacing_fixed;
mod line_height_fixed;
mod link_unnamed;
mod menu_item_unnamed;
mod name_forbidden;
mod object_unnamed;
mod orientation_locked;
mod page_language_missing;
mod page_language_unknown;
mod page_language_wrong;
mod page_refreshes;
mod page_refreshes_ever;
mod page_title_missing;
mod part_language_unknown;
mod part_language_wrong;
mod role_contents;
mod role_incomplete;
mod role_misplaced;
mod role_unknown;
mod sound_plays_long;
mod sound_unstoppable;
mod sound_without_control;
mod summary_unnamed;
mod svg_unnamed;
mod table_header_idle;
mod table_headers_elsewhere;
mod word_spacing_fixed;
mod zoom_forbidden;

use super::Rule;

/// Every rule, by code.
pub const RULES: &[Rule] = &[
    aria_unknown::RULE,
    aria_value::RULE,
    button_unnamed::RULE,
    decorative_exposed::RULE,
    part_language_unknown::RULE,
    focus_in_flat_role::RULE,
    role_incomplete::RULE,
    field_unnamed::RULE,
    page_language_unknown::RULE,
    page_language_missing::RULE,
    page_title_missing::RULE,
    table_headers_elsewhere::RULE,
    frame_out_of_reach::RULE,
    image_button_unnamed::RULE,
    image_unnamed::RULE,
    menu_item_unnamed::RULE,
    page_refreshes::RULE,
    page_refreshes_ever::RULE,
    zoom_forbidden::RULE,
    object_unnamed::RULE,
    role_unknown::RULE,
    svg_unnamed::RULE,
    summary_unnamed::RULE,
    autocomplete_unknown::RULE,
    name_forbidden::RULE,
    role_misplaced::RULE,
    role_contents::RULE,
    aria_not_allowed::RULE,
    heading_unnamed::RULE,
    frame_unnamed::RULE,
    table_header_idle::RULE,
    hidden_focusable::RULE,
    letter_spacing_fixed::RULE,
    word_spacing_fixed::RULE,
    line_height_fixed::RULE,
    link_unnamed::RULE,
    orientation_locked::RULE,
    contrast_low::RULE,
    contrast_enhanced::RULE,
    label_not_in_name::RULE,
    sound_plays_long::RULE,
    sound_without_control::RULE,
    sound_unstoppable::RULE,
    part_language_wrong::RULE,
    page_language_wrong::RULE,
];
