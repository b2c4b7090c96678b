//! The kinds of finding that looking into a PDF can make, each with its page in `problems/`, and what to do about each.

use crate::diag::{FindingKind, Severity};

const fn error(
    code: &'static str,
    name: &'static str,
    wcag: &'static [&'static str],
    doc: &'static str,
) -> FindingKind {
    FindingKind { code, name, severity: Severity::Error, wcag, act: &[], doc }
}

const fn warning(
    code: &'static str,
    name: &'static str,
    wcag: &'static [&'static str],
    doc: &'static str,
) -> FindingKind {
    FindingKind { severity: Severity::Warning, ..error(code, name, wcag, doc) }
}

/// A PDF that cannot be looked into.
pub const PDF_UNREADABLE: FindingKind =
    error("P007", "pdf-unreadable", &[], include_str!("problems/pdf_unreadable.md"));

/// A PDF without structure.
pub const PDF_UNTAGGED: FindingKind =
    error("P008", "pdf-untagged", &["1.3.1"], include_str!("problems/pdf_untagged.md"));

/// A PDF that does not show its title.
pub const PDF_TITLE: FindingKind = error("P009", "pdf-title", &["2.4.2"], include_str!("problems/pdf_title.md"));

/// A PDF without a language.
pub const PDF_LANGUAGE: FindingKind =
    error("P010", "pdf-language", &["3.1.1"], include_str!("problems/pdf_language.md"));

/// Headings of a PDF that skip a level.
pub const PDF_HEADING_ORDER: FindingKind =
    error("P011", "pdf-heading-order", &["1.3.1"], include_str!("problems/pdf_heading_order.md"));

/// A picture of a PDF without a description.
pub const PDF_ALT_MISSING: FindingKind =
    error("P012", "pdf-alt-missing", &["1.1.1"], include_str!("problems/pdf_alt_missing.md"));

/// A table of a PDF without headers.
pub const PDF_TABLE_HEADERS: FindingKind =
    error("P013", "pdf-table-headers", &["1.3.1"], include_str!("problems/pdf_table_headers.md"));

/// Parts of a PDF outside its structure.
pub const PDF_CONTENT_UNTAGGED: FindingKind =
    error("P014", "pdf-content-untagged", &["1.3.1"], include_str!("problems/pdf_content_untagged.md"));

/// A field of a form without a name that is read out.
pub const PDF_FIELD_UNNAMED: FindingKind =
    error("P015", "pdf-field-unnamed", &["4.1.2"], include_str!("problems/pdf_field_unnamed.md"));

/// A link or note of a PDF outside its structure.
pub const PDF_LINK_UNTAGGED: FindingKind =
    error("P016", "pdf-link-untagged", &["2.4.4"], include_str!("problems/pdf_link_untagged.md"));

/// A PDF whose structure was guessed.
pub const PDF_SUSPECTS: FindingKind =
    warning("P017", "pdf-suspects", &["1.3.1"], include_str!("problems/pdf_suspects.md"));

/// Links and fields of a PDF in no order.
pub const PDF_TAB_ORDER: FindingKind =
    error("P018", "pdf-tab-order", &["2.4.3"], include_str!("problems/pdf_tab_order.md"));

/// A face that does not lie in a PDF.
pub const PDF_FONT_MISSING: FindingKind =
    error("P019", "pdf-font-missing", &[], include_str!("problems/pdf_font_missing.md"));

/// A whole face in a PDF.
pub const PDF_FONT_WHOLE: FindingKind = FindingKind {
    severity: Severity::Info,
    ..error("P034", "pdf-font-whole", &[], include_str!("problems/pdf_font_whole.md"))
};

/// Letters of a PDF that cannot be read out.
pub const PDF_LETTERS_UNKNOWN: FindingKind =
    error("P021", "pdf-letters-unknown", &["1.1.1"], include_str!("problems/pdf_letters_unknown.md"));

/// Small type in a PDF.
pub const PDF_TYPE_SMALL: FindingKind =
    warning("P022", "pdf-type-small", &[], include_str!("problems/pdf_type_small.md"));

/// Text of a PDF that hardly stands out.
pub const PDF_CONTRAST: FindingKind =
    error("P023", "pdf-contrast", &["1.4.3"], include_str!("problems/pdf_contrast.md"));

/// A coarse picture in a PDF.
pub const PDF_PICTURE_COARSE: FindingKind =
    warning("P024", "pdf-picture-coarse", &[], include_str!("problems/pdf_picture_coarse.md"));

/// Text of a PDF near the paper's edge.
pub const PDF_MARGIN: FindingKind = warning("P025", "pdf-margin", &[], include_str!("problems/pdf_margin.md"));

/// Boxes of a PDF's pages that contradict each other.
pub const PDF_BOXES: FindingKind = error("P026", "pdf-boxes", &[], include_str!("problems/pdf_boxes.md"));

/// A long PDF without bookmarks.
pub const PDF_BOOKMARKS: FindingKind =
    warning("P027", "pdf-bookmarks", &["2.4.5"], include_str!("problems/pdf_bookmarks.md"));

/// A PDF that takes long to fetch.
pub const PDF_LARGE: FindingKind = warning("P028", "pdf-large", &[], include_str!("problems/pdf_large.md"));

/// A PDF that names who wrote it.
pub const PDF_NAMES_PERSON: FindingKind =
    warning("P029", "pdf-names-person", &[], include_str!("problems/pdf_names_person.md"));

/// A PDF that does not say that it is accessible.
pub const PDF_UNCLAIMED: FindingKind = FindingKind {
    severity: Severity::Info,
    ..error("P030", "pdf-unclaimed", &[], include_str!("problems/pdf_unclaimed.md"))
};

/// A page of a PDF that is only a picture.
pub const PDF_SCANNED: FindingKind =
    error("P031", "pdf-scanned", &["1.1.1", "1.4.5"], include_str!("problems/pdf_scanned.md"));

/// A structure of a PDF that does not hold together.
pub const PDF_STRUCTURE: FindingKind =
    error("P032", "pdf-structure", &["1.3.1"], include_str!("problems/pdf_structure.md"));

/// Colours for screens in a PDF for a press.
pub const PDF_PRESS_RGB: FindingKind = warning("P048", "pdf-press-rgb", &[], include_str!("problems/pdf_press_rgb.md"));

/// A PDF that holds more than it shows.
pub const PDF_HIDDEN: FindingKind = warning("P033", "pdf-hidden", &[], include_str!("problems/pdf_hidden.md"));

/// Every kind, by code.
pub const KINDS: &[&FindingKind] = &[
    &PDF_UNREADABLE,
    &PDF_UNTAGGED,
    &PDF_TITLE,
    &PDF_LANGUAGE,
    &PDF_HEADING_ORDER,
    &PDF_ALT_MISSING,
    &PDF_TABLE_HEADERS,
    &PDF_CONTENT_UNTAGGED,
    &PDF_FIELD_UNNAMED,
    &PDF_LINK_UNTAGGED,
    &PDF_SUSPECTS,
    &PDF_TAB_ORDER,
    &PDF_FONT_MISSING,
    &PDF_LETTERS_UNKNOWN,
    &PDF_TYPE_SMALL,
    &PDF_CONTRAST,
    &PDF_PICTURE_COARSE,
    &PDF_MARGIN,
    &PDF_BOXES,
    &PDF_BOOKMARKS,
    &PDF_LARGE,
    &PDF_NAMES_PERSON,
    &PDF_UNCLAIMED,
    &PDF_SCANNED,
    &PDF_STRUCTURE,
    &PDF_HIDDEN,
    &PDF_FONT_WHOLE,
    &PDF_PRESS_RGB,
];

/// Returns what to do about a kind of finding.
pub fn cure(kind: &FindingKind) -> &'static str {
    match kind.name {
        "pdf-unreadable" => "make the PDF again from the document that it came from, without a password or a lock",
        "pdf-untagged" => {
            "in Word: Save as PDF, Options, tick \"Document structure tags for accessibility\"; never \"Print to PDF\""
        }
        "pdf-title" => {
            "give it a title (File, Properties), and have it shown: in Acrobat, Initial View, Show: Document Title"
        }
        "pdf-language" => {
            "set the language of the text in Word (Review, Language), or of the file in Acrobat (File, Properties, Advanced)"
        }
        "pdf-heading-order" => "use heading styles one level at a time, Heading 1 first",
        "pdf-alt-missing" => "describe each picture in words (right click, Edit Alt Text), or mark it as decorative",
        "pdf-table-headers" => {
            "mark the first row as header row (Table Design, Header Row; and Repeat Header Rows), then save it as PDF again"
        }
        "pdf-content-untagged" => {
            "make the PDF again from its document, or tag what is missing in Acrobat (Accessibility, Reading Order)"
        }
        "pdf-field-unnamed" => {
            "give each field a tooltip that says what to write in it (in Acrobat: Properties, General, Tooltip)"
        }
        "pdf-link-untagged" => "make links in the document that the PDF is made from, not in the PDF",
        "pdf-suspects" => "look through the tags, or make the PDF again from its document",
        "pdf-tab-order" => "in Acrobat: Page Thumbnails, all pages, Page Properties, Tab Order, Use Document Structure",
        "pdf-font-missing" => "embed all fonts when you save the PDF (in Word: Options, PDF/A compliant)",
        "pdf-font-whole" => "save the PDF again with subset fonts",
        "pdf-letters-unknown" => {
            "make the PDF again with another program, or with another font for the words that are named"
        }
        "pdf-type-small" => "set all words in 12 point or more, 14 where you can",
        "pdf-contrast" => "make the text darker, or its ground lighter",
        "pdf-picture-coarse" => {
            "put in the picture at its full size, or show it smaller; a screenshot of words should be words"
        }
        "pdf-margin" => "widen the margins to 8 mm or more",
        "pdf-press-rgb" => "change the colours to CMYK in the program that it was made with, and export it again",
        "pdf-boxes" => "export the PDF again, with the page size of the document and its bleed",
        "pdf-bookmarks" => "have bookmarks made from the headings when you save the PDF",
        "pdf-large" => "save it with smaller pictures (150 to 220 pixels an inch), or split it",
        "pdf-names-person" => "take it out of File, Properties; in Acrobat: Redact a PDF, Remove Hidden Information",
        "pdf-unclaimed" => "when all else is mended, save it as PDF/UA",
        "pdf-scanned" => "publish the document that it was printed from; words in a scan are for nobody's ears",
        "pdf-structure" => "make the PDF again from its document: tags like these cannot be mended by hand",
        "pdf-hidden" => "in Acrobat: Redact a PDF, Apply, then Remove Hidden Information",
        _ => "",
    }
}
