//! What is published at this moment, settled once every file is read: a translation follows its original, and may only be
//! stricter; a story follows the consent of its people. Nothing else decides whether a page is there.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use crate::content::Asked;
use crate::content::problems;
use crate::content::read::front_matter::Front;
use crate::content::read::markdown::slug;
use crate::content::read::page::Head;
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::kinds::Consent;
use crate::model::{Clock, Credit, Date, Deadline, Details, Instant, Lang, Moment};
use crate::words::Wordings;

/// Why a page is not published at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// It is not ready.
    Draft,
    /// It is kept back until a moment.
    Early(Moment),
    /// It has expired.
    Late(Moment),
    /// Its people took their consent back.
    Withdrawn(Date),
    /// Its people's consent has ended.
    Ended(Date),
    /// Its people's consent has not begun.
    NotYet(Date),
}

impl Absence {
    /// Returns the reason as the end of a sentence.
    pub fn because(self, lang: &Lang) -> String {
        match self {
            Absence::Draft => "it is a draft".to_string(),
            Absence::Early(from) => format!("it is kept back until {}", in_words(from, lang)),
            Absence::Late(until) if until.minute > 0 => format!("it expired at {}", in_words(until, lang)),
            Absence::Late(until) => format!("it expired on {}", in_words(until, lang)),
            Absence::Withdrawn(day) => format!("the consent to it was withdrawn on {}", day.in_words(lang)),
            Absence::Ended(day) => format!("the consent to it ended on {}", day.in_words(lang)),
            Absence::NotYet(day) => format!("the consent to it begins on {}", day.in_words(lang)),
        }
    }

    /// Returns whether the page's moment is still to come.
    pub fn is_to_come(self) -> bool {
        matches!(self, Absence::Early(_) | Absence::NotYet(_))
    }

    /// Returns whether it is for the sake of the people of a story.
    pub fn is_for_consent(self) -> bool {
        matches!(self, Absence::Withdrawn(_) | Absence::Ended(_) | Absence::NotYet(_))
    }
}

/// A page that is not published at this moment: what others must not show of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    /// Its file.
    pub file: FileId,
    /// The path of its file under `content/`.
    pub path: String,
    /// The address that it would have.
    pub route: String,
    /// Why it is not there.
    pub absence: Absence,
    /// What it is called, and what is said of it in lists.
    pub words: Vec<String>,
    /// The addresses of what it is about.
    pub topics: Vec<String>,
    /// What it asks for under `content/`: its pictures, films and downloads among them.
    pub files: BTreeSet<String>,
    /// Whether it is a report with recommendations.
    pub recommends: bool,
}

/// Pages that are not published at this moment, by path.
pub type AllGone = BTreeMap<String, Arc<Gone>>;

/// Makes a translation as strict as its original, as both are read; tells where it wants to be less so.
pub fn as_strict(translation: &mut Head, original: &Head, found: &mut Vec<Diagnostic>) {
    Strict::of(original).apply(&mut translation.front, found);
}

/// Judges for each page whether it is published now: the answers are in the order of the pages.
pub fn settle(heads: &[Arc<Head>], own: &Lang, asked: &Asked, found: &mut Vec<Diagnostic>) -> Vec<Option<Absence>> {
    let originals: LazyCell<HashMap<String, usize>, _> = LazyCell::new(|| {
        heads.iter().enumerate().filter(|(_, head)| head.lang == *own).map(|(at, head)| (head.bare(), at)).collect()
    });
    let of = |head: &Head| if head.lang == *own { None } else { originals.get(&head.bare()).copied() };
    let absences: Vec<Option<Absence>> = heads.iter().map(|head| absence(&head.front, &asked.clock, asked)).collect();
    let mut settled = Vec::with_capacity(heads.len());
    for (at, head) in heads.iter().enumerate() {
        if absences[at].is_none() && head.lang == *own {
            settled.push(None);
            continue;
        }
        let original = of(head).filter(|original| absences[*original].is_some());
        if let Some(absence) = absences[at].filter(|absence| absence.is_for_consent())
            && original.is_none()
        {
            taken_down(head, absence, found);
        }
        if let Some((original, absence)) = original.and_then(|original| Some((&heads[original], absences[original]?)))
            && absence.is_for_consent()
        {
            follows(head, original, absence, found);
        }
        settled.push(original.map_or(absences[at], |original| absences[original]));
    }
    settled
}

/// Returns the next moment at which a build of the same files would differ; nothing where there is none. It counts pages
/// that are not published, so it is no knowledge for readers.
pub fn next_change(heads: &[Arc<Head>], images: &BTreeMap<String, Credit>, asked: &Asked) -> Option<Instant> {
    let ends = images.values().filter_map(|credit| Some(asked.clock.zone.instant(credit.until?.next().begins())));
    let ends = ends.filter(|at| *at > asked.clock.now);
    heads.iter().filter_map(|head| turns(&head.front, asked)).chain(ends).min()
}

/// Returns the next moment at which a page comes, goes or changes.
fn turns(front: &Front, asked: &Asked) -> Option<Instant> {
    let clock = &asked.clock;
    let (meta, zone) = (&front.meta, &clock.zone);
    let consent = consent(front);
    let given = consent.and_then(|consent| consent.given).map(Date::begins);
    let over = consent.and_then(Consent::over);
    let own: BTreeSet<Instant> =
        meta.details.changes().into_iter().chain(meta.expires).map(|moment| zone.instant(moment)).collect();
    let comes = [meta.begins(), given, over].into_iter().flatten().map(|moment| zone.instant(moment));
    let mut moments: Vec<Instant> = own.iter().copied().chain(comes).filter(|at| *at > clock.now).collect();
    moments.sort_unstable();
    moments.into_iter().find(|at| {
        let there = |at: Instant| absence(front, &clock.turned_to(at), asked).is_none();
        let after = there(*at);
        after != there(Instant(at.0 - 1)) || (after && own.contains(at))
    })
}

/// Returns why a page is not published at a moment; nothing where it is.
fn absence(front: &Front, clock: &Clock, asked: &Asked) -> Option<Absence> {
    let meta = &front.meta;
    if front.draft && !asked.drafts {
        return Some(Absence::Draft);
    }
    let early = meta.begins().filter(|from| !asked.ahead && !clock.reached(*from)).map(Absence::Early);
    let late = meta.expires.filter(|until| !front.kind.kept && clock.reached(*until)).map(Absence::Late);
    let disagreement = consent(front).and_then(|consent| disagreement(consent, clock));
    disagreement.filter(|absence| !asked.ahead || !absence.is_to_come()).or(early).or(late)
}

fn consent(front: &Front) -> Option<&Consent> {
    let Details::CaseStudy(story) = &front.meta.details else { return None };
    story.consent.as_ref()
}

/// Returns why a consent does not hold at a moment; what it lacks besides is for [`crate::content::link::consent`].
fn disagreement(consent: &Consent, clock: &Clock) -> Option<Absence> {
    let today = clock.moment().date;
    let withdrawn = consent.withdrawn.filter(|day| *day <= today).map(Absence::Withdrawn);
    let ended = consent.expires.filter(|day| *day < today).map(Absence::Ended);
    let not_yet = consent.given.filter(|day| *day > today).map(Absence::NotYet);
    withdrawn.or(ended).or(not_yet)
}

/// Tells that a story is not published, and why.
fn taken_down(head: &Head, absence: Absence, found: &mut Vec<Diagnostic>) {
    let (message, help) = match absence {
        Absence::NotYet(day) => (
            format!(
                "the consent is given on {}, which has not come yet, so nothing of this is published",
                day.in_words(&head.lang)
            ),
            "if that day is a slip, correct `given`",
        ),
        other => (
            format!("{}, so nothing of it is published any more", other.because(&head.lang)).replacen(
                "to it",
                "to this case study",
                1,
            ),
            "ask again, or remove the file; pages that bring in its words or lead to it are named beside this",
        ),
    };
    let span = head.at("consent");
    found.push(Diagnostic::new(&problems::CONSENT_OVER, span, message, help));
}

/// Tells that a translation of such a story is not published either.
fn follows(head: &Head, original: &Head, absence: Absence, found: &mut Vec<Diagnostic>) {
    let because = absence.because(&original.lang);
    let message = format!("this is a translation of `{}`, and {because}, so it is not published", original.path);
    let help = "nothing; it comes back with its original";
    found.push(Diagnostic::new(&problems::CONSENT_OVER, Span::whole(head.file), message, help));
}

/// Returns what others must not show of a page, given the paths that it asks for.
pub fn gone(head: &Head, own: &Lang, absence: Absence, files: BTreeSet<String>) -> Gone {
    let meta = &head.front.meta;
    let words = [&meta.title, &meta.summary, &meta.nav_title].into_iter().filter(|words| !words.is_empty());
    let recommends = matches!(&meta.details, Details::Report(report) if !report.recommendations.is_empty());
    let topics = meta.topics.iter().filter(|_| head.lang == *own);
    let topics = topics.map(|name| format!("/topics/{}/", slug(name))).collect();
    Gone {
        file: head.file,
        path: head.path.clone(),
        route: head.route.clone(),
        absence,
        words: words.cloned().collect(),
        topics,
        files,
        recommends,
    }
}

/// What an original has, as far as its translations must have it too.
struct Strict {
    path: String,
    kind: &'static str,
    draft: bool,
    sensitive: bool,
    search: bool,
    publish_from: Option<Moment>,
    begins: Option<Moment>,
    expires: Option<Moment>,
    consent: Option<Consent>,
    lang: Lang,
}

impl Strict {
    fn of(original: &Head) -> Strict {
        let (front, meta) = (&original.front, &original.front.meta);
        Strict {
            path: original.path.clone(),
            kind: front.kind.name(),
            draft: front.draft,
            sensitive: meta.sensitive,
            search: meta.search,
            publish_from: meta.publish_from,
            begins: meta.begins(),
            expires: meta.expires,
            consent: consent(front).cloned(),
            lang: original.lang.clone(),
        }
    }

    /// Makes a translation as strict, and reports where it wants to be less so.
    fn apply(&self, front: &mut Front, found: &mut Vec<Diagnostic>) {
        let path = &self.path;
        let (spans, whole) = (front.meta.spans.clone(), front.meta.span);
        let mut tell = |key: &str, message: String, help: &str| {
            let span = spans.get(key).copied().unwrap_or(whole);
            found.push(Diagnostic::new(&problems::TRANSLATION_LOOSER, span, message, help));
        };
        let (kind, own) = (self.kind, front.kind.name());
        if own != kind {
            let help = "remove `kind`: a translation has its original's";
            tell("kind", format!("this translation says `kind: {own}`, and `{path}` is of the kind `{kind}`"), help);
        }
        for (key, strict, own) in [
            ("draft", self.draft, &mut front.draft),
            ("sensitive", self.sensitive, &mut Arc::make_mut(&mut front.meta).sensitive),
        ] {
            if strict && !*own && spans.contains_key(key) {
                let help = format!("remove `{key}` here: a translation has its original's");
                tell(key, format!("this translation says `{key}: false`, and `{path}` says `{key}: true`"), &help);
            }
            *own |= strict;
        }
        Arc::make_mut(&mut front.meta).search &= self.search;
        let day = |moment: Moment| in_words(moment, &self.lang);
        if let (Some(own), Some(strict)) = (front.meta.publish_from, self.publish_from)
            && own < strict
        {
            let (own, strict) = (day(own), day(strict));
            let message = format!("this translation is published from {own}, and `{path}` only from {strict}");
            tell("publish_from", message, "remove `publish_from` here, or make it later");
        }
        Arc::make_mut(&mut front.meta).publish_from = front.meta.begins().max(self.begins);
        if let (Some(own), Some(strict)) = (front.meta.expires, self.expires)
            && own > strict
        {
            let message = format!("this translation expires on {}, and `{path}` on {}", day(own), day(strict));
            tell("expires", message, "remove `expires` here, or make it earlier");
        }
        Arc::make_mut(&mut front.meta).expires = earlier(front.meta.expires, self.expires);
        let inherited = front.inherited.contains("consent");
        if let (Details::CaseStudy(story), Some(strict)) = (&mut Arc::make_mut(&mut front.meta).details, &self.consent)
        {
            let own = story.consent.get_or_insert_with(|| strict.clone());
            if !inherited {
                self.consent(own, strict, &mut tell);
            }
        }
    }

    /// Makes a translation's consent as strict as its original's.
    fn consent(&self, own: &mut Consent, strict: &Consent, tell: &mut dyn FnMut(&str, String, &str)) {
        let path = &self.path;
        let help = "remove `consent` here, or narrow it: a translation has its original's";
        let words = |day: Date| day.in_words(&self.lang);
        for scope in own.scope.iter().filter(|scope| !strict.covers(scope)) {
            tell("consent", format!("this consent is for `{scope}`, and the consent to `{path}` is not"), help);
        }
        own.scope.retain(|scope| strict.covers(scope));
        if own.scope.is_empty() {
            own.scope.clone_from(&strict.scope);
        }
        if let (Some(ends), Some(strict)) = (own.expires, strict.expires)
            && ends > strict
        {
            let (ends, strict) = (words(ends), words(strict));
            tell("consent", format!("this consent ends on {ends}, and the consent to `{path}` on {strict}"), help);
        }
        own.expires = earlier(own.expires, strict.expires);
        if let (Some(given), Some(strict)) = (own.given, strict.given)
            && given < strict
        {
            let (given, strict) = (words(given), words(strict));
            tell("consent", format!("this consent begins on {given}, and the consent to `{path}` on {strict}"), help);
        }
        own.given = own.given.max(strict.given);
        if let (Some(own), Some(strict)) = (own.withdrawn, strict.withdrawn)
            && own > strict
        {
            let (own, strict) = (words(own), words(strict));
            tell("consent", format!("this consent was withdrawn on {own}, and that to `{path}` on {strict}"), help);
        }
        own.withdrawn = earlier(own.withdrawn, strict.withdrawn);
        if own.reference.is_empty() {
            own.reference.clone_from(&strict.reference);
        } else if own.reference != strict.reference {
            let (own, strict) = (&own.reference, &strict.reference);
            tell("consent", format!("this is the consent `{own}`, and `{path}` stands on `{strict}`"), help);
        }
        if own.reviewer.is_empty() {
            own.reviewer.clone_from(&strict.reviewer);
        }
    }
}

/// Returns a moment as it is written in prose: `1 December 2026`, `9am on 1 December 2026`.
fn in_words(moment: Moment, lang: &Lang) -> String {
    Deadline { date: moment.date, minute: (moment.minute > 0).then_some(moment.minute) }
        .in_words(Wordings::built_in().of(lang))
}

/// Returns the earlier of two moments, or the one that there is.
fn earlier<T: Ord + Copy>(one: Option<T>, other: Option<T>) -> Option<T> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}
