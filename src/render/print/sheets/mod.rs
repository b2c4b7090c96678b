//! Leaflets onto their sheets. What a sheet is stands in `print/sheets/*.toml`; what a panel holds besides the author's
//! words depends on its role, and each role has its file here.

mod back;
mod booklet;
mod copyfit;
mod cover;
mod fill;
mod fit;
mod folio;
mod give_way;
mod how_to_print;
mod logo;
mod motif;
mod panel;
mod panels;
mod picture;
mod tear_off;
mod way_in;

pub use self::booklet::MOST_PAGES;
pub use self::copyfit::lay_out;
pub use self::folio::{Folio, opens_from_the_right};
pub use self::how_to_print::{HowTo, lay_out as how_to_print};
pub use self::panels::LaidOut;
