//! The rules: one file and one page each, and one line here.

mod alt_is_file_name;
mod anchor_missing;
mod aria_not_allowed;
mod aria_unknown;
mod aria_value;
mod autocomplete_unknown;
mod button_unnamed;
mod captions_unseen;
mod click_only;
mod contrast_enhanced;
mod contrast_low;
mod decorative_exposed;
mod field_unnamed;
mod file_link_untold;
mod file_missing;
mod focus_in_flat_role;
mod focus_ring_removed;
mod frame_out_of_reach;
mod frame_unnamed;
mod heading_first_missing;
mod heading_level_left_out;
mod heading_unnamed;
mod hidden_focusable;
mod id_repeated;
mod image_button_unnamed;
mod image_unnamed;
mod label_not_in_name;
mod label_without_field;
mod landmarks_alike;
mod letter_spacing_fixed;
mod line_height_fixed;
mod link_unnamed;
mod link_words_empty;
mod list_broken;
mod main_missing;
mod main_repeated;
mod menu_item_unnamed;
mod moving_text;
mod name_forbidden;
mod object_unnamed;
mod orientation_locked;
mod other_hosts;
mod page_hidden;
mod page_language_missing;
mod page_language_unknown;
mod page_language_wrong;
mod page_refreshes;
mod page_refreshes_ever;
mod page_title_missing;
mod part_language_unknown;
mod part_language_wrong;
mod placeholder_as_label;
mod radios_ungrouped;
mod role_contents;
mod role_incomplete;
mod role_misplaced;
mod role_unknown;
mod sound_plays_long;
mod sound_unstoppable;
mod sound_without_control;
mod summary_unnamed;
mod svg_unnamed;
mod tab_order_forced;
mod table_header_idle;
mod table_headers_elsewhere;
mod table_without_headers;
mod text_justified;
mod type_tiny;
mod window_undeclared;
mod word_spacing_fixed;
mod words_cut_off;
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
    id_repeated::RULE,
    main_missing::RULE,
    main_repeated::RULE,
    heading_level_left_out::RULE,
    heading_first_missing::RULE,
    link_words_empty::RULE,
    alt_is_file_name::RULE,
    tab_order_forced::RULE,
    landmarks_alike::RULE,
    moving_text::RULE,
    anchor_missing::RULE,
    file_missing::RULE,
    label_without_field::RULE,
    radios_ungrouped::RULE,
    table_without_headers::RULE,
    focus_ring_removed::RULE,
    page_hidden::RULE,
    captions_unseen::RULE,
    window_undeclared::RULE,
    type_tiny::RULE,
    list_broken::RULE,
    click_only::RULE,
    placeholder_as_label::RULE,
    file_link_untold::RULE,
    other_hosts::RULE,
    text_justified::RULE,
    words_cut_off::RULE,
];
