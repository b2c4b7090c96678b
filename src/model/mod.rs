//! The document model: what every format is made from. It holds all that any format needs and nothing of any format.
// A new node does not compile until everything here answers for it.
#![deny(clippy::wildcard_enum_match_arm, clippy::match_wildcard_for_single_variants)]

pub mod address;
mod alert;
mod around;
mod block;
mod changes;
pub mod chart;
mod checked;
mod credit;
mod date;
mod design;
pub mod dump;
mod easy_read;
mod edition;
mod embossed;
pub mod fnv;
mod format;
mod host;
mod icon;
mod inline;
pub mod kinds;
mod leaflet;
mod list;
mod logo;
mod number;
mod outline;
pub mod path;
pub mod phone;
mod sheet;
mod site;
mod sound;
mod store;
mod text;
mod time;
mod uses;
pub mod walk;

pub use alert::{Alert, AlertLevel, ShownAlert};
pub use around::{Around, Shared, TopicOutline};
pub use block::*;
pub use changes::Change;
pub use checked::{Checked, ReadState, leaflet_words, page_words};
pub use credit::{Credit, credit_of};
pub use date::{Date, MONTHS, Moment, days_in};
pub use design::{Cmyk, Copyfit, CoverPicture, Design, Ground, Grounds, LEAST_CONTRAST, Motif, PictureReach, Rgb};
pub use easy_read::{ASK_US, EASY_READ, EasyState, easy_words, row_pictures};
pub use edition::{Carried, Changed, ChangedDetail, Editions, Holder, Issue, Other, Printed, changes};
pub use embossed::{Embossed, PRESETS};
pub use format::FormatName;
pub use host::{Header, HeaderRule};
pub use icon::{Icon, IconPart, IconPoint, IconShape, Icons};
pub use inline::*;
pub use kinds::{Details, PageKind, State};
pub use leaflet::{Leads, Leaflet, Panel};
pub use list::{Id, Listed};
pub use logo::Logo;
pub use number::{grouped, grouped_digits};
pub use outline::{AssetOutline, AssetUse, FilmOutline, LeafletOutline, OnPaper, Outline, PageUse, in_order};
pub use sheet::{Copies, Flip, PanelRole, Sheet, SheetPanel, SheetType, Sheets};
pub use site::{
    A_TO_Z, About, Alias, AliasTo, Asset, AssetKind, EndNote, Exit, FontFile, Goes, HOME, LEAFLETS, Meta, Note,
    OPEN_RECOMMENDATIONS, Page, Remark, SEARCH, Says, Security, Site, Source, TOPICS, Theme, Topic, Update, Waiver,
    end_notes, generated, is_home,
};
pub use sound::{Sound, Sounds};
pub use store::{Contact, ContactField, Fact, FactSource, Term};
pub use text::Text;
pub use time::{Clock, Deadline, Instant, Told, Zone};
pub use uses::{FactPlace, ShownOn, fact_places};

pub use crate::words::{Direction, Lang};

/// One page: the number of its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageId(pub u32);

impl Id for PageId {
    fn of(number: u32) -> PageId {
        PageId(number)
    }

    fn number(self) -> u32 {
        self.0
    }
}

/// One leaflet or poster: the number of its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LeafletId(pub u32);

impl Id for LeafletId {
    fn of(number: u32) -> LeafletId {
        LeafletId(number)
    }

    fn number(self) -> u32 {
        self.0
    }
}

/// One file beside the pages: its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AssetId(pub u32);

impl Id for AssetId {
    fn of(number: u32) -> AssetId {
        AssetId(number)
    }

    fn number(self) -> u32 {
        self.0
    }
}
