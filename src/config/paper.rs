//! Design and sheet files exactly as they are written. Nothing is defaulted or judged here.

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

/// A file of `print/designs/`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DesignToml {
    /// Whether drawings stand beside the lines of a contact, such as a telephone beside a number.
    #[serde(default)]
    pub icons: bool,
    /// `[type]`.
    #[serde(rename = "type")]
    pub type_sizes: TypeToml,
    /// `[colour]`.
    pub colour: ColourToml,
    /// `[cmyk]`: the same colours as a print firm mixes them, each as percent of cyan, magenta, yellow and black.
    #[serde(default)]
    #[schemars(with = "std::collections::BTreeMap<String, [f32; 4]>")]
    pub cmyk: std::collections::BTreeMap<String, Spanned<Vec<f32>>>,
    /// `[paper]`.
    pub paper: PaperToml,
    /// `[ground]`.
    #[serde(default)]
    pub ground: GroundToml,
    /// `[picture]`.
    #[serde(default)]
    pub picture: PictureToml,
    /// `[fit]`.
    #[serde(default)]
    pub fit: FitToml,
}

/// `[fit]` of a design: how far it gives way to the words of a leaflet, where they are too many or few.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct FitToml {
    /// The least space between a panel's edge and its text, in millimetres.
    #[schemars(with = "Option<f32>")]
    pub least_margin: Option<Spanned<f32>>,
    /// The least line height over type size.
    #[schemars(with = "Option<f32>")]
    pub least_leading: Option<Spanned<f32>>,
    /// The largest text, in points.
    #[schemars(with = "Option<f32>")]
    pub most_text: Option<Spanned<f32>>,
}

/// `[picture]` of a design: the picture of a cover, where a leaflet has one.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PictureToml {
    /// How far it reaches across the cover: `words`, as wide as the text, or `edges`.
    #[schemars(with = "Option<String>")]
    pub reach: Option<Spanned<String>>,
    /// The most of the cover's height that it has, from 0.1 to 0.8.
    pub most: Option<f32>,
}

/// `[type]` of a design; sizes in points.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TypeToml {
    /// Text, in points.
    pub text: f32,
    /// Line height over type size.
    pub leading: f32,
    /// Headings, in points.
    pub heading: f32,
    /// The cover's title, in points.
    pub cover: f32,
    /// The phone number, in points.
    pub phone: f32,
}

/// `[colour]` of a design; each as `#rrggbb`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ColourToml {
    /// Text.
    #[schemars(with = "String")]
    pub ink: Spanned<String>,
    /// Lines, marks and figures.
    #[schemars(with = "String")]
    pub brand: Spanned<String>,
    /// Links.
    #[schemars(with = "String")]
    pub link: Spanned<String>,
    /// The second ground, light enough for text.
    #[schemars(with = "Option<String>")]
    pub sand: Option<Spanned<String>>,
    /// The bright colour of motifs; no text stands on it.
    #[schemars(with = "Option<String>")]
    pub glow: Option<Spanned<String>>,
}

/// `[paper]` of a design; lengths in millimetres.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PaperToml {
    /// Between a panel's edge and its text, in millimetres.
    pub margin: f32,
    /// What is kept clear at the sheet's edges, in millimetres.
    pub clear: f32,
}

/// `[ground]` of a design: what panels and boxes stand on, `paper`, `sand` or `brand`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct GroundToml {
    /// Covers.
    #[schemars(with = "Option<String>")]
    pub cover: Option<Spanned<String>>,
    /// The headline of a poster.
    #[schemars(with = "Option<String>")]
    pub headline: Option<Spanned<String>>,
    /// The band below such a headline.
    #[schemars(with = "Option<String>")]
    pub band: Option<Spanned<String>>,
    /// The panels that a sheet marks with `accent`.
    #[schemars(with = "Option<String>")]
    pub accent: Option<Spanned<String>>,
    /// The panel that says where it comes from.
    #[schemars(with = "Option<String>")]
    pub back: Option<Spanned<String>>,
    /// Whether boxes stand out by a ground of colour; by lines if not.
    pub boxes: bool,
    /// The drawing on covers and headlines: `circles`, `steps`, `door` or `hands`.
    #[schemars(with = "Option<String>")]
    pub motif: Option<Spanned<String>>,
}

/// A file of `print/sheets/`. Lengths are in millimetres and count from the upper left corner of each face.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SheetToml {
    /// The width of the trimmed sheet, unfolded, in millimetres; of one page where it is stapled.
    #[schemars(with = "f32")]
    pub width: Spanned<f32>,
    /// Its height, in millimetres.
    #[schemars(with = "f32")]
    pub height: Spanned<f32>,
    /// Which edge a printer turns it over: `long-edge` or `short-edge`.
    #[schemars(with = "Option<String>")]
    pub flip: Option<Spanned<String>>,
    /// The fewest panels that a leaflet on it has; all of them where nothing is said.
    #[schemars(with = "Option<usize>")]
    pub least: Option<Spanned<usize>>,
    /// Where each face is folded, in millimetres from its left edge.
    #[serde(default)]
    #[schemars(with = "Vec<Vec<f32>>")]
    pub folds: Vec<Spanned<Vec<f32>>>,
    /// Whether its pages are stapled through the fold.
    #[serde(default)]
    pub stapled: bool,
    /// `[[panel]]`, in reading order.
    #[serde(default, rename = "panel")]
    #[schemars(with = "Vec<PanelToml>")]
    pub panels: Vec<Spanned<PanelToml>>,
    /// `[type]`: sizes where they are not the design's.
    #[serde(default, rename = "type")]
    pub type_sizes: SheetTypeToml,
    /// `[office]`: copies beside each other on one sheet of office paper.
    #[schemars(with = "Option<OfficeToml>")]
    pub office: Option<Spanned<OfficeToml>>,
}

/// `[[panel]]` of a sheet; lengths in millimetres.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PanelToml {
    /// What it is for: `cover`, `inside`, `back`, `headline`, `band`, `tear-off` or `pages`.
    #[schemars(with = "String")]
    pub role: Spanned<String>,
    /// What messages call it.
    pub name: String,
    /// The face that it stands on, from 1.
    pub face: usize,
    /// Its left edge, in millimetres.
    #[serde(default)]
    pub left: f32,
    /// Its upper edge, in millimetres.
    #[serde(default)]
    pub top: f32,
    /// Its width, in millimetres.
    pub width: f32,
    /// Its height, in millimetres; the sheet's where nothing is said.
    pub height: Option<f32>,
    /// Between its edges and its text, in millimetres; the design's where nothing is said.
    pub margin: Option<f32>,
    /// Whether it is seen while the sheet is folded.
    #[serde(default)]
    pub outside: bool,
    /// Whether a design may give it a ground of colour.
    #[serde(default)]
    pub accent: bool,
    /// How many tabs a strip to tear off has.
    pub tabs: Option<usize>,
}

/// `[type]` of a sheet; sizes in points.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct SheetTypeToml {
    /// Text, in points.
    pub text: Option<f32>,
    /// Headings, in points.
    pub heading: Option<f32>,
    /// The title of a cover, or the largest that a headline may be, in points.
    pub cover: Option<f32>,
    /// A phone number, in points.
    pub phone: Option<f32>,
}

/// `[office]` of a sheet.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OfficeToml {
    /// Copies across.
    pub across: usize,
    /// Copies down.
    pub down: usize,
    /// The width of the paper, in millimetres.
    pub width: f32,
    /// The height of the paper, in millimetres.
    pub height: f32,
}
