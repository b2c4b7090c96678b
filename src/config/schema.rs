//! `site.toml` and a design file exactly as they are written. Nothing is defaulted or judged here.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

/// `site.toml`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SiteToml {
    /// The site's name.
    #[schemars(with = "String")]
    pub title: Spanned<String>,
    /// Where it will stand.
    #[schemars(with = "String")]
    pub base_url: Spanned<String>,
    /// Its language.
    #[schemars(with = "String")]
    pub language: Spanned<String>,
    /// Languages offered besides.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub languages: Vec<Spanned<String>>,
    /// The IANA name of its time zone.
    #[schemars(with = "Option<String>")]
    pub time_zone: Option<Spanned<String>>,
    /// The theme's name.
    #[schemars(with = "Option<String>")]
    pub theme: Option<Spanned<String>>,
    /// A small note on every page.
    #[serde(default)]
    pub notice: String,
    /// Who publishes the site.
    #[serde(default)]
    pub organisation: Organisation,
    /// The way off the site.
    #[serde(default)]
    pub exit: ExitToml,
    /// Whether readers can search the site.
    #[serde(default)]
    pub search: SearchToml,
    /// Whom to tell of a hole in the site's safety.
    #[schemars(with = "Option<SecurityToml>")]
    pub security: Option<Spanned<SecurityToml>>,
    /// What every page must say for a time.
    #[serde(default)]
    pub alert: AlertToml,
    /// What goes out besides.
    #[serde(default)]
    pub publish: PublishToml,
    /// Formats by kind; `default` for the kinds not named.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, Vec<String>>")]
    pub formats: BTreeMap<String, Spanned<Vec<Spanned<String>>>>,
    /// How the publisher is recognised.
    #[serde(default)]
    pub brand: BrandToml,
    /// How braille is set.
    #[serde(default)]
    pub braille: BrailleToml,
    /// Levels by rule.
    #[serde(default)]
    pub checks: ChecksToml,
    /// `[translations.cy]`: what the settings say to readers, in other languages.
    #[serde(default)]
    pub translations: BTreeMap<String, TranslationToml>,
}

/// `[translations.cy]`, and for other languages alike.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct TranslationToml {
    /// The site's name.
    pub title: String,
    /// Who publishes the site.
    pub organisation: String,
    /// A short form of it.
    pub short_name: String,
    /// When somebody answers.
    pub hours: String,
    /// What to do in an emergency, in one line.
    pub emergency: String,
    /// A small note on every page.
    pub notice: String,
    /// The words of the way off the site.
    pub exit: String,
    /// What every page must say for a time.
    pub alert: String,
    /// What the logo says to readers who do not see it.
    pub logo_alt: String,
}

/// `[organisation]`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Organisation {
    /// Its name.
    pub name: String,
    /// A short form of it.
    pub short_name: String,
    /// Its postal address, a line an element.
    pub address: Vec<String>,
    /// Its telephone number.
    pub phone: String,
    /// Its textphone number.
    pub textphone: String,
    /// Its email address.
    pub email: String,
    /// When somebody answers.
    pub hours: String,
    /// Its organisation identifier by org-id.guide, such as `GB-GOR-PC100`, for open data.
    pub identifier: String,
    /// Its prefix for grants from 360Giving, such as `360G-example`, for open data.
    pub grants_prefix: String,
    /// The address of the licence that its open data is published under, such as
    /// `https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/`.
    #[schemars(with = "Option<String>")]
    pub data_licence: Option<Spanned<String>>,
    /// What to do in an emergency, in one line.
    pub emergency: String,
    /// The day on which somebody last compared that line with what the police say.
    #[schemars(with = "Option<String>")]
    pub emergency_checked: Option<Spanned<toml::Value>>,
}

/// `[exit]`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExitToml {
    /// The control's words.
    pub label: Option<String>,
    /// Where it leads.
    #[schemars(with = "Option<String>")]
    pub url: Option<Spanned<String>>,
    /// Whether every page has it, and not only sensitive ones.
    #[serde(default)]
    pub everywhere: bool,
}

/// `[search]`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct SearchToml {
    /// Whether there is a page on which readers search the site; `true` if nothing is said.
    pub on: bool,
}

impl Default for SearchToml {
    fn default() -> SearchToml {
        SearchToml { on: true }
    }
}

/// `[security]`, published as `/.well-known/security.txt`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct SecurityToml {
    /// Where to write, the best address first, such as `mailto:safety@example.org` or `https://example.org/safety/`.
    #[schemars(with = "Vec<String>")]
    pub contact: Vec<Spanned<String>>,
    /// The address of what you promise to those who tell you.
    #[schemars(with = "Option<String>")]
    pub policy: Option<Spanned<String>>,
    /// The day on which somebody last looked whether this is right; the file holds for a year from then.
    #[schemars(with = "Option<String>")]
    pub checked: Option<Spanned<toml::Value>>,
}

/// `[alert]`. More than one alert, or one in more languages, stands in `content/_data/alerts.yaml`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct AlertToml {
    /// How much it matters: `emergency`, `warning` or `information`.
    #[schemars(with = "Option<String>")]
    pub level: Option<Spanned<String>>,
    /// What it says.
    #[schemars(with = "Option<String>")]
    pub words: Option<Spanned<String>>,
    /// The page that says more, by its path under `content/`.
    pub page: String,
    /// The day or minute from which on it stands.
    #[schemars(with = "Option<String>")]
    pub from: Option<Spanned<toml::Value>>,
    /// The last day on which it stands, or the minute at which it ends.
    #[schemars(with = "Option<String>")]
    pub until: Option<Spanned<toml::Value>>,
    /// The folders under `content/` on whose pages it stands; on all where there are none.
    pub sections: Vec<String>,
}

/// `[publish]`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PublishToml {
    /// Files under `content/` that go out though no page uses them; `*` and `**` stand for any names and folders.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub also: Vec<Spanned<String>>,
    /// Formats that are published though no person has read them yet, such as `braille`: they say so at their start.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub drafts: Vec<Spanned<String>>,
}

/// `[brand]`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BrandToml {
    /// The logo on leaflets: SVG, PNG or JPEG, by its path from the site's folder on.
    #[schemars(with = "Option<String>")]
    pub logo: Option<Spanned<String>>,
    /// What it says to readers who do not see it.
    #[serde(default)]
    pub logo_alt: String,
}

/// `[braille]`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BrailleToml {
    /// What it is embossed on: `a4`, 32 cells by 27 lines, `uk`, 40 by 25, or `display`, 28 cells.
    #[schemars(with = "Option<String>")]
    pub preset: Option<Spanned<String>>,
    /// 1, where each letter is written, or 2, where words are shortened: that needs liblouis.
    #[schemars(with = "Option<u8>")]
    pub grade: Option<Spanned<u8>>,
    /// How many pages a volume has at most.
    #[schemars(with = "Option<usize>")]
    pub volume: Option<Spanned<usize>>,
}

/// `[checks]`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
pub struct ChecksToml {
    /// `[[checks.section]]`.
    #[serde(default)]
    pub section: Vec<SectionToml>,
    /// Rules and their levels, and `default`.
    #[serde(flatten)]
    #[schemars(with = "BTreeMap<String, Level>")]
    pub levels: BTreeMap<String, toml::Value>,
}

/// `[[checks.section]]`.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct SectionToml {
    /// The folder under `content/`.
    pub path: String,
    /// Rules and their levels.
    #[serde(flatten)]
    #[schemars(with = "BTreeMap<String, Level>")]
    pub levels: BTreeMap<String, toml::Value>,
}

/// A rule's level.
#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
#[expect(dead_code, reason = "it describes; what is written is read word by word, to say better what is wrong")]
enum Level {
    /// The rule looks, and what it finds stops publication.
    Error,
    /// The rule looks, and somebody should see what it finds.
    Warning,
    /// The rule looks, and what it finds is worth knowing.
    Info,
    /// The rule does not look.
    Off,
}
