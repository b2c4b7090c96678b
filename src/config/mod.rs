//! The site's settings: defaults applied, values checked. What the author wrote wrongly is a finding at its line.

mod alert;
mod also;
mod brand;
mod design;
pub mod paper;
pub mod schema;
mod security;
mod sheet;
mod zone;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;

use crate::diag::{Diagnostic, FileId, FindingKind, Severity, Span, unseen};
use crate::model::address::disguise;
use crate::model::{About, Alert, Contact, Embossed, Exit, Lang, PRESETS, Zone};
use crate::words::{Said, Worded, quotation};
use schema::{ChecksToml, SiteToml, TranslationToml};

pub use also::Also;
pub use brand::LogoSetting;
pub use design::design;
pub use sheet::sheet;

/// `site.toml` or a design file that cannot be understood.
pub const SETTINGS_INVALID: FindingKind = FindingKind {
    code: "C001",
    name: "settings-invalid",
    severity: Severity::Error,
    wcag: &[],
    act: &[],
    doc: include_str!("problems/settings_invalid.md"),
};

/// The name of leaflets in `[formats]`, beside the kinds of page.
pub const LEAFLET: &str = "leaflet";

/// Settings, ready to use.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// What readers are told.
    pub about: About,
    /// The site's time zone.
    pub zone: Arc<Zone>,
    /// The theme's name.
    pub theme: String,
    /// Where `theme` stands.
    pub theme_span: Span,
    /// Formats by kind, with where they stand; `default` for the kinds not named.
    pub formats: BTreeMap<String, Vec<(String, Span)>>,
    /// Files that go out though no page uses them.
    pub also: Vec<Also>,
    /// What every page must say for a time.
    pub alert: Option<Alert>,
    /// The publisher's logo.
    pub logo: Option<LogoSetting>,
    /// What braille is embossed on.
    pub embossed: Embossed,
    /// The formats that are published though nobody has read them, and where each is named.
    pub drafts: Vec<(String, Span)>,
    /// Levels by rule.
    pub checks: Checks,
}

/// Levels that the site sets.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checks {
    /// The level of rules that nothing names.
    pub default: Option<Level>,
    /// Levels by rule.
    pub levels: BTreeMap<String, Level>,
    /// Levels by rule in one folder; later ones win.
    pub sections: Vec<(String, BTreeMap<String, Level>)>,
    /// Every rule that is named, with where, so that a name that is no rule can be reported.
    pub named: Vec<(String, Span)>,
}

/// A level that a rule is set to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The rule looks and says so at this severity.
    At(Severity),
    /// The rule does not look.
    Off,
}

impl Config {
    /// Returns the settings as far as reading a file, and linking it with others, depends on them. All else is as if
    /// nothing were set, so that a change of it makes nobody read or link a page again.
    pub fn for_pages(&self) -> Config {
        let About { base_url, language, languages, organisation, .. } = &self.about;
        let nowhere = Span::whole(FileId(0));
        let about = About {
            title: Worded::default(),
            base_url: base_url.clone(),
            language: language.clone(),
            languages: languages.clone(),
            languages_span: nowhere,
            organisation: Contact { span: nowhere, ..organisation.clone() },
            short_name: Worded::default(),
            identifier: String::new(),
            grants_prefix: String::new(),
            data_licence: String::new(),
            emergency: Worded::default(),
            emergency_checked: None,
            security: None,
            notice: Worded::default(),
            exit: Exit { label: Worded::default(), url: String::new(), everywhere: false },
            search: false,
        };
        let formats = self.formats.iter().map(|(kind, formats)| {
            let formats = formats.iter().map(|(name, _)| (name.clone(), nowhere)).collect();
            (kind.clone(), formats)
        });
        Config {
            about,
            zone: Arc::clone(&self.zone),
            theme: String::new(),
            theme_span: nowhere,
            formats: formats.collect(),
            also: Vec::new(),
            alert: None,
            logo: None,
            embossed: Embossed::default(),
            drafts: Vec::new(),
            checks: Checks::default(),
        }
    }
}

impl Checks {
    /// Returns the level of a rule for a file, given its path under `content/` and the rule's own severity.
    pub fn level(&self, rule: &str, own: Severity, path: &str) -> Level {
        let here = self.sections.iter().rev().filter(|(folder, _)| path.starts_with(folder.as_str()));
        let set = here.filter_map(|(_, levels)| levels.get(rule)).next();
        let set = set.or_else(|| self.levels.get(rule)).copied();
        set.or(self.default).unwrap_or(Level::At(own))
    }

    /// Returns whether no rule can look at anything.
    pub fn all_off(&self) -> bool {
        let off = |levels: &BTreeMap<String, Level>| levels.values().all(|level| *level == Level::Off);
        self.default == Some(Level::Off) && off(&self.levels) && self.sections.iter().all(|(_, levels)| off(levels))
    }
}

/// Reads the text of `site.toml`.
///
/// # Errors
///
/// A finding at the line that cannot be understood.
pub fn read(text: &str, file: FileId) -> Result<Config, Box<Diagnostic>> {
    let written: SiteToml = toml::from_str(text).map_err(|error| invalid_toml(&error, file))?;
    if let Some(character) = escaped(text) {
        let at = text.find("\\").unwrap_or(0);
        let message = format!("the settings hide the unseen character {}", unseen::visible(&character.to_string()));
        return Err(invalid(Span::new(file, at, at + 1), message, "delete what stands for it, from the backslash on"));
    }
    let at = |range: Range<usize>| Span::new(file, range.start, range.end);
    let lang = |tag: &Spanned<String>| {
        Lang::parse(tag.get_ref()).ok_or_else(|| {
            let message = format!("`{}` is not a language tag", tag.get_ref());
            invalid(at(tag.span()), message, "write a tag such as `en-GB`, `cy` or `ur`")
        })
    };
    let language = lang(&written.language)?;
    let own = |text: &str| worded(text, &language);
    let mut logo = brand::logo(&written.brand, &language, file)?;
    let mut alert = alert::alert(&written.alert, &language, file)?;
    let mut about = About {
        title: own(&required(&written.title, "title", at(written.title.span()))?),
        base_url: base_url(&written.base_url, at(written.base_url.span()))?,
        languages: written.languages.iter().map(lang).collect::<Result<_, _>>()?,
        organisation: organisation(&written.organisation, &language, file),
        short_name: own(&written.organisation.short_name),
        identifier: written.organisation.identifier.clone(),
        grants_prefix: written.organisation.grants_prefix.clone(),
        data_licence: data_licence(written.organisation.data_licence.as_ref(), file)?,
        emergency: own(&written.organisation.emergency),
        emergency_checked: alert::day(written.organisation.emergency_checked.as_ref(), "emergency_checked", file)?,
        notice: own(&written.notice),
        security: security::security(written.security.as_ref(), file)?,
        exit: Exit {
            label: own(written.exit.label.as_deref().unwrap_or_default()),
            url: exit_url(written.exit.url.as_ref(), file)?,
            everywhere: written.exit.everywhere,
        },
        search: written.search.on,
        languages_span: written.languages.first().map_or(Span::whole(file), |first| at(first.span())),
        language: language.clone(),
    };
    for (tag, said) in &written.translations {
        let known = about.languages.iter().find(|known| known.tag() == tag).cloned();
        let Some(lang) = known else {
            let start = text.find(&format!("[translations.{tag}")).unwrap_or(0);
            let message = format!("`{tag}` is none of the site's `languages`");
            let help = "add it to `languages`, or write the tag of one of them";
            return Err(invalid(Span::new(file, start, start), message, help));
        };
        translate(&mut about, said, &lang);
        if let (Some(alert), words) = (&mut alert, said.alert.trim())
            && !words.is_empty()
        {
            alert.words.add(Said::new(quotation::typeset(words.to_string(), &lang), &lang));
        }
        if let (Some(logo), alt) = (&mut logo, said.logo_alt.trim())
            && !alt.is_empty()
        {
            logo.alt.add(Said::new(quotation::typeset(alt.to_string(), &lang), &lang));
        }
    }
    let formats = written.formats.iter().map(|(kind, names)| {
        let names = names.get_ref().iter().map(|name| (name.get_ref().clone(), at(name.span())));
        (kind.clone(), names.collect())
    });
    let theme = written.theme.as_ref();
    let zone = Arc::new(zone(written.time_zone.as_ref(), file)?);
    Ok(Config {
        about,
        zone,
        theme: theme.map_or_else(|| "civic".to_string(), |theme| theme.get_ref().clone()),
        theme_span: theme.map_or(Span::whole(file), |theme| at(theme.span())),
        formats: formats.collect(),
        also: written.publish.also.iter().map(|path| also::read(path, file)).collect::<Result<_, _>>()?,
        alert,
        logo,
        embossed: embossed(&written.braille, file)?,
        drafts: written.publish.drafts.iter().map(|name| (name.get_ref().clone(), at(name.span()))).collect(),
        checks: checks(&written.checks, text, file)?,
    })
}

/// Returns an unseen character that the settings write as a mark, such as `\\u202E`.
fn escaped(text: &str) -> Option<char> {
    fn held(value: &toml::Value) -> Option<char> {
        match value {
            toml::Value::String(text) => {
                text.chars().find(|c| unseen::is_control(*c) && *c != '\r' || unseen::turns(*c))
            }
            toml::Value::Array(items) => items.iter().find_map(held),
            toml::Value::Table(table) => table.values().find_map(held),
            _ => None,
        }
    }
    let table: toml::Table = if text.contains('\\') { toml::from_str(text).ok()? } else { return None };
    if unseen::any(text) { None } else { table.values().find_map(held) }
}

fn required(value: &Spanned<String>, key: &str, span: Span) -> Result<String, Box<Diagnostic>> {
    let text = value.get_ref().trim();
    if text.is_empty() {
        return Err(invalid(span, format!("`{key}` is empty"), "write it between the quotation marks"));
    }
    Ok(text.to_string())
}

fn base_url(value: &Spanned<String>, span: Span) -> Result<String, Box<Diagnostic>> {
    let url = required(value, "base_url", span)?;
    if !is_address(&url) {
        let message = format!("`{url}` is not a web address");
        return Err(invalid(span, message, "write the whole address, such as `https://www.example.org`"));
    }
    Ok(url.trim_end_matches('/').to_string())
}

/// Returns the licence of open data as it is written, because programs compare it letter for letter.
fn data_licence(value: Option<&Spanned<String>>, file: FileId) -> Result<String, Box<Diagnostic>> {
    let Some(value) = value else { return Ok(String::new()) };
    if !is_address(value.get_ref()) {
        let message = format!("the licence `{}` of open data is not a web address", value.get_ref());
        let help = "write the address of the licence, such as `https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/`";
        return Err(invalid(Span::new(file, value.span().start, value.span().end), message, help));
    }
    Ok(value.get_ref().clone())
}

fn is_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let plain = |rest: &&str| !rest.is_empty() && !rest.contains(|c: char| c.is_whitespace() || "?#\"<>".contains(c));
    rest.filter(plain).is_some() && disguise(url).is_none()
}

fn exit_url(value: Option<&Spanned<String>>, file: FileId) -> Result<String, Box<Diagnostic>> {
    let Some(value) = value else { return Ok("https://www.bbc.co.uk/weather".to_string()) };
    let span = Span::new(file, value.span().start, value.span().end);
    if !value.get_ref().starts_with("https://") {
        let message = format!("the way out leads to `{}`, which is not a safe web address", value.get_ref());
        return Err(invalid(span, message, "write an address that starts with `https://`"));
    }
    if disguise(value.get_ref()).is_some() {
        let message = format!("the way out leads to `{}`, which is not what it looks like", value.get_ref());
        return Err(invalid(span, message, "open the page that you mean, and copy its address from the browser"));
    }
    Ok(value.get_ref().clone())
}

fn zone(value: Option<&Spanned<String>>, file: FileId) -> Result<Zone, Box<Diagnostic>> {
    let name = value.map_or("Europe/London", |value| value.get_ref());
    zone::named(name).ok_or_else(|| {
        let span = value.map_or(Span::whole(file), |value| Span::new(file, value.span().start, value.span().end));
        invalid(span, format!("there is no time zone `{name}`"), "write a name such as `Europe/London`")
    })
}

/// Reads what braille is embossed on.
fn embossed(written: &schema::BrailleToml, file: FileId) -> Result<Embossed, Box<Diagnostic>> {
    let span = |value: Range<usize>| Span::new(file, value.start, value.end);
    let mut embossed = match &written.preset {
        None => Embossed::default(),
        Some(name) => match PRESETS.iter().find(|(known, _)| *known == name.get_ref()) {
            Some((_, preset)) => *preset,
            None => {
                let message = format!("there is no paper for braille called `{}`", name.get_ref());
                let known: Vec<String> = PRESETS.iter().map(|(known, _)| format!("`{known}`")).collect();
                return Err(invalid(span(name.span()), message, &format!("write one of {}", known.join(", "))));
            }
        },
    };
    if let Some(grade) = &written.grade {
        if !matches!(grade.get_ref(), 1 | 2) {
            let message = format!("there is no braille of grade {}", grade.get_ref());
            return Err(invalid(span(grade.span()), message, "write 1, or 2 for braille with contractions"));
        }
        embossed.contracted = *grade.get_ref() == 2;
        embossed.contracted_span = Some(span(grade.span()));
    }
    if let Some(pages) = &written.volume {
        let message = || format!("a volume of {} pages is too small", pages.get_ref());
        if *pages.get_ref() < 20 {
            return Err(invalid(span(pages.span()), message(), "write 20 pages or more"));
        }
        embossed.volume = *pages.get_ref();
    }
    Ok(embossed)
}

/// Adds what the settings say in another language.
fn translate(about: &mut About, said: &TranslationToml, lang: &Lang) {
    let pairs = [
        (&mut about.title, &said.title),
        (&mut about.organisation.name, &said.organisation),
        (&mut about.organisation.hours, &said.hours),
        (&mut about.short_name, &said.short_name),
        (&mut about.emergency, &said.emergency),
        (&mut about.notice, &said.notice),
        (&mut about.exit.label, &said.exit),
    ];
    for (worded, text) in pairs.into_iter().filter(|(_, text)| !text.trim().is_empty()) {
        worded.add(Said::new(quotation::typeset(text.trim().to_string(), lang), lang));
    }
}

/// Returns words for readers in the site's own language, in its typography.
fn worded(text: &str, lang: &Lang) -> Worded {
    Worded::new(quotation::typeset(text.to_string(), lang), lang)
}

fn organisation(written: &schema::Organisation, lang: &Lang, file: FileId) -> Contact {
    Contact {
        key: "organisation".to_string(),
        title: Worded::new("", lang),
        name: worded(&written.name, lang),
        phone: written.phone.clone(),
        textphone: written.textphone.clone(),
        email: written.email.clone(),
        hours: worded(&written.hours, lang),
        address: written.address.iter().map(|line| quotation::typeset(line.clone(), lang)).collect(),
        note: Worded::new("", lang),
        span: Span::whole(file),
    }
}

fn checks(written: &ChecksToml, text: &str, file: FileId) -> Result<Checks, Box<Diagnostic>> {
    let mut checks = Checks::default();
    let mut read = |levels: &BTreeMap<String, toml::Value>| {
        let mut out = BTreeMap::new();
        for (rule, value) in levels {
            let span = key_span(text, rule, file);
            let level = level(value).ok_or_else(|| {
                let message = format!("`{rule}` is set to {value}, which is not a level");
                invalid(span, message, "write \"error\", \"warning\", \"info\" or \"off\"")
            })?;
            if rule != "default" {
                checks.named.push((rule.clone(), span));
            }
            out.insert(rule.clone(), level);
        }
        Ok::<_, Box<Diagnostic>>(out)
    };
    let mut levels = read(&written.levels)?;
    let sections = written.section.iter().map(|s| Ok::<_, Box<Diagnostic>>((s.path.clone(), read(&s.levels)?)));
    let sections = sections.collect::<Result<_, _>>()?;
    checks.default = levels.remove("default");
    Ok(Checks { levels, sections, ..checks })
}

fn level(value: &toml::Value) -> Option<Level> {
    match value.as_str()? {
        "error" => Some(Level::At(Severity::Error)),
        "warning" => Some(Level::At(Severity::Warning)),
        "info" => Some(Level::At(Severity::Info)),
        "off" => Some(Level::Off),
        _ => None,
    }
}

/// Returns where `key = ` first starts a line.
fn key_span(text: &str, key: &str, file: FileId) -> Span {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_start().trim_start_matches('"');
        if bare.strip_prefix(key).is_some_and(|rest| rest.trim_start_matches('"').trim_start().starts_with('=')) {
            let at = start + (line.len() - bare.len());
            return Span::new(file, at, at + key.len());
        }
        start += line.len();
    }
    Span::whole(file)
}

fn invalid(span: Span, message: impl Into<String>, help: &str) -> Box<Diagnostic> {
    Box::new(Diagnostic::new(&SETTINGS_INVALID, span, message, help))
}

fn invalid_toml(error: &toml::de::Error, file: FileId) -> Box<Diagnostic> {
    let span = error.span().map_or(Span::whole(file), |range| Span::new(file, range.start, range.end));
    let message = error.message().lines().next().unwrap_or("this cannot be read").trim_end_matches('.');
    invalid(span, message, "correct this line; the README lists every setting")
}
