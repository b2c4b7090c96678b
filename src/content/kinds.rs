//! The kinds of page, and the front matter that each adds. One line a kind.

/// A kind of page.
pub struct PageKind {
    /// The name in front matter.
    pub name: &'static str,
    /// The keys that only this kind has.
    pub keys: &'static [&'static str],
}

/// Every kind of page. Source: the list of kinds and keys in the README.
pub const KINDS: &[PageKind] = &[
    PageKind { name: "page", keys: &[] },
    PageKind { name: "section", keys: &[] },
    PageKind { name: "strategy", keys: &["aims", "period", "supersedes", "superseded_by", "status"] },
    PageKind { name: "explainer", keys: &[] },
    PageKind { name: "news", keys: &["embargo", "notes", "contact"] },
    PageKind {
        name: "notice",
        keys: &[
            "reference",
            "ocid",
            "regime",
            "notice_type",
            "buyer",
            "cpv",
            "value",
            "engagement_deadline",
            "contract_start",
            "contract_end",
            "links",
            "documents",
            "status",
        ],
    },
    PageKind {
        name: "funding",
        keys: &[
            "opens",
            "closes",
            "submission_deadline",
            "total",
            "minimum",
            "maximum",
            "eligible",
            "not_eligible",
            "documents",
        ],
    },
    PageKind { name: "consultation", keys: &["opens", "closes", "respond", "outcome"] },
    PageKind { name: "case-study", keys: &["consent", "details_changed"] },
    PageKind { name: "report", keys: &["meeting", "submitted_by", "recommendations"] },
    PageKind { name: "film", keys: &["captions", "transcript", "bsl", "duration"] },
    PageKind { name: "easy-read", keys: &["tested_by", "original"] },
];
