//! What a template is told of one page. It holds words and addresses of other pages, never their texts.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::Serialize;

use super::contact::{ask, tell};
use super::described;
use super::escape;
use super::files::{easy_read, file, files, list};
use super::frame::Frame;
use super::html::{ContentsEntry, Html, SafeHtml, Writer};
use super::link::{self, NavLink, Translation};
use super::listen;
use super::long_lists::{DATED, ListPage};
use crate::model::kinds::Standing;
use crate::model::{
    self, About, Block, Date, Deadline, Lang, LeafletOutline, OPEN_RECOMMENDATIONS, Outline, Page, PageKind, Shared,
    Site, TopicOutline, walk,
};
use crate::render::address::base_path;
use crate::render::format::{Audience, Catalogue, Offer, Subject};
use crate::render::manuscript::Offered;
use crate::render::prose;
use crate::words::{Said, Wording, Wordings};

/// What a template is told of a page.
#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct PageContext {
    /// Its title.
    pub title: String,
    /// What stands in the browser's tab.
    pub full_title: String,
    /// Marks its title where that is in another language than the page.
    pub title_mark: SafeHtml,
    /// One sentence about it.
    pub summary: String,
    /// Marks that sentence where it is in another language than the page.
    pub summary_mark: SafeHtml,
    /// Its address on the site.
    pub route: String,
    /// Its whole address.
    pub url: String,
    /// Its language and direction.
    pub lang: String,
    /// The direction of its language.
    pub dir: &'static str,
    /// What the style sheet needs to know of it.
    pub class: String,
    /// What it is for whoever shares it, `article` or `website`; empty where nobody should be told (Open Graph).
    pub shared_as: &'static str,
    /// Its language and region as such programs write them, `en_GB`; empty where it has no region.
    pub locale: String,
    /// Whether a reader may be in danger if somebody sees it.
    pub sensitive: bool,
    /// Whether it has the way off the site: a sensitive page, or every page where the settings say so.
    pub exits: bool,
    /// HTML: what every page must say for a time.
    pub alerts: SafeHtml,
    /// HTML: whom to tell that something on it is wrong.
    pub wrong: SafeHtml,
    /// On a list by title: the letters that there are, each leading to its titles.
    pub jumps: Vec<NavLink>,
    /// On a list by title: the titles of this page of it.
    pub letters: Vec<Letter>,
    /// The list of all topics, each with how many pages it has.
    pub counted: Vec<CountedLink>,
    /// On a long list: the pages of it, by year or by number.
    pub parts: Vec<NavLink>,
    /// On a list: the address of its feed; empty where it has none.
    pub feed: String,
    /// On a page of a long list: which page it is, such as `Page 2 of 7`.
    pub part: SafeHtml,
    /// On a page of a long list: the page before.
    pub part_before: Option<NavLink>,
    /// On a page of a long list: the page after.
    pub part_after: Option<NavLink>,
    /// The same page in other languages: tag and whole address.
    pub alternates: Vec<(String, String)>,
    /// Where readers of a language that the page is not in are led: the page in the site's own language.
    pub usual_url: String,
    /// HTML: what the page is, for programs.
    pub described: SafeHtml,
    /// The pages above it.
    pub crumbs: Vec<NavLink>,
    /// The same page in other languages, for readers.
    pub translations: Vec<Translation>,
    /// The navigation's page that it lies below.
    pub section: String,
    /// Whether a film or sound plays on it.
    pub films: bool,
    /// Whether readers search the site on it.
    pub searches: bool,
    /// Where the script lies that finds pages.
    pub finder: String,
    /// HTML: the player of its sound.
    pub listen: SafeHtml,
    /// Whether the days of publication and change stand under its title.
    pub dated: bool,
    /// Whether its topics, its days and its owner stand at its end.
    pub ends: bool,
    /// Where it stands in its life.
    pub status: Option<Status>,
    /// When it was published.
    pub published: Option<Day>,
    /// When it was last changed, where that was later.
    pub changed: Option<Day>,
    /// On a translation, that its original was changed since.
    pub behind: SafeHtml,
    /// When somebody looks at it again.
    pub review: Option<Day>,
    /// Who answers for it.
    pub owner: String,
    /// Its changes, newest first.
    pub history: Vec<Day>,
    /// HTML: the contact that a home page starts with.
    pub contact: SafeHtml,
    /// HTML: what comes before a home page's cards.
    pub lead: SafeHtml,
    /// HTML: its text.
    pub body: SafeHtml,
    /// HTML: what comes after a section's list of pages.
    pub tail: SafeHtml,
    /// Its headings.
    pub contents: Vec<ContentsEntry>,
    /// HTML: the list of its other formats.
    pub files: SafeHtml,
    /// HTML: the list of files for programs, such as calendars.
    pub data: SafeHtml,
    /// What it is about: pages that gather more of it.
    pub topics: Vec<NavLink>,
    /// On a part of a guide: all its parts, in their order.
    pub guide: Vec<NavLink>,
    /// Pages for who wants to know more.
    pub related: Vec<NavLink>,
    /// HTML: how to ask for a format that is not there.
    pub ask: SafeHtml,
    /// What changes next.
    pub changes: Vec<Changing>,
    /// The pages that it lists.
    pub pages: Vec<Child>,
    /// Whether there are leaflets to lead to.
    pub leaflets: bool,
    /// Whether its own text has headings. Then the list of pages below it needs a heading too.
    pub headed: bool,
    /// Ids that links in its text lead to and that nothing in it has.
    #[serde(skip)]
    pub missing: Vec<String>,
}

/// A day, for machines and for readers.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Day {
    iso: String,
    words: String,
    /// What happened then.
    note: String,
}

/// Where a page stands in its life, for readers and for the style sheet.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Status {
    /// The state's name, such as `not-yet-open`.
    pub name: &'static str,
    /// Whether readers can act, now or later.
    pub live: bool,
    /// Marks what is said of it where that is in another language than what stands around.
    pub mark: SafeHtml,
    /// The state in a word or two, such as `Open`.
    pub short: SafeHtml,
    /// What is said before the day that counts, such as `Open until`; all that is said where there is no day.
    pub words: SafeHtml,
    /// The day that counts, for machines; empty where there is none.
    pub iso: String,
    /// The same for readers.
    pub day: String,
}

impl Status {
    /// Returns a standing in some words, among others of a language.
    pub fn new(standing: Standing, wording: &Wording, around: &Lang) -> Status {
        let prose::StandingWords { short, words } = prose::standing(standing, wording);
        let iso = standing.day.map(|day| match day.minute {
            Some(_) => day.begins().to_string(),
            None => day.date.to_string(),
        });
        Status {
            name: standing.state.name(),
            live: standing.state.is_live(),
            mark: SafeHtml::mark(wording.lang.tag(), around.tag()),
            short: SafeHtml::said(short, &wording.lang),
            words: SafeHtml::said(words, &wording.lang),
            iso: iso.unwrap_or_default(),
            day: standing.day.map(|day| day.in_words(wording)).unwrap_or_default(),
        }
    }
}

/// A page in a list.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Child {
    href: String,
    title: String,
    summary: String,
    mark: SafeHtml,
    status: Option<Status>,
    day: Option<Day>,
    /// On a long list: the year that begins with it.
    year: Option<u16>,
    /// Whether a year stands above it.
    below_year: bool,
}

/// What earlier formats made of a page for readers to take away.
#[derive(Debug, Default)]
pub struct Offers<'a> {
    /// The page itself, in other formats.
    pub own: &'a [Offer],
    /// The leaflets that bring in its words, each with the first file that was made of it.
    pub leaflets: Vec<(&'a LeafletOutline, &'a Offer)>,
}

impl<'a> Offers<'a> {
    /// Returns what there is to take away of a page, given its id.
    pub fn of(id: model::PageId, page: &'a Page, catalogue: &'a Catalogue) -> Offers<'a> {
        let first = |leaflet: &'a std::sync::Arc<LeafletOutline>| {
            Some((leaflet.as_ref(), catalogue.of(Subject::Leaflet(leaflet.id)).first()?))
        };
        Offers {
            own: catalogue.of(Subject::Page(id)),
            leaflets: page.around.leaflets.iter().filter_map(first).collect(),
        }
    }

    fn for_people(&self) -> impl Iterator<Item = &'a Offer> {
        self.own.iter().filter(|offer| offer.audience == Audience::Person)
    }

    fn for_programs(&self) -> impl Iterator<Item = &'a Offer> {
        self.own.iter().filter(|offer| offer.audience == Audience::Program)
    }
}

/// The titles that begin with one letter.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Letter {
    /// The letter; empty for titles that begin with none.
    pub letter: String,
    /// What its heading is called in addresses.
    pub id: String,
    /// The pages.
    pub links: Vec<NavLink>,
}

/// A link with how much there is behind it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CountedLink {
    /// The link.
    pub link: NavLink,
    /// HTML: how many pages.
    pub count: SafeHtml,
}

impl PageContext {
    /// Returns a context with only what every page has: title, address, language. `root` is what addresses on the site begin
    /// with.
    pub fn new(about: &About, title: &str, (root, route): (&str, &str), lang: &Lang) -> PageContext {
        let site = about.title.in_lang(lang);
        let full_title = if *title == **site { title.to_string() } else { format!("{title} – {site}") };
        let encoded = escape::encoded(route);
        PageContext {
            title: title.to_string(),
            full_title,
            url: format!("{}{encoded}", about.base_url),
            route: format!("{root}{encoded}"),
            lang: lang.tag().to_string(),
            dir: lang.direction().name(),
            exits: about.exit.everywhere,
            shared_as: "website",
            locale: lang.tag().split_once('-').map(|(tag, region)| format!("{tag}_{region}")).unwrap_or_default(),
            ..PageContext::default()
        }
    }

    /// Gives the page the way off the site, and the look, of one that may put a reader in danger, where it is one.
    pub fn mark_sensitive(&mut self, sensitive: bool) {
        if !sensitive {
            return;
        }
        (self.sensitive, self.exits, self.shared_as) = (true, true, "");
        if !self.class.is_empty() {
            self.class.push(' ');
        }
        self.class.push_str("sensitive");
    }

    /// Gives the page a sentence about it in words of Handbill's.
    pub fn summed_up(&mut self, summary: &Said, lang: &Lang) {
        self.summary = summary.to_string();
        self.summary_mark = SafeHtml::mark(summary.lang.tag(), lang.tag());
    }

    /// Returns a page that Handbill writes itself, with a title and a sentence about it in words of Handbill's.
    pub fn list(about: &About, (title, summary): (&Said, &Said), at: (&str, &str), lang: &Lang) -> PageContext {
        let mut page_context = PageContext {
            title_mark: SafeHtml::mark(title.lang.tag(), lang.tag()),
            ..PageContext::new(about, title, at, lang)
        };
        page_context.summed_up(summary, lang);
        page_context
    }

    /// Returns what a template is told of a page of the site.
    pub fn of(page: &Page, shared: &Shared, frame: &Frame, offers: &Offers<'_>) -> PageContext {
        let (words, about, around) = (&*frame.fixed, &shared.about, &page.around);
        let day = |date: Date, note: &str| Day::new(date, &words.lang, note);
        let mut page_context = PageContext::new(about, &page.meta.title, (&frame.root, &page.route), &page.lang);
        let home = page.is_home();
        let published = page.meta.published.map(|moment| moment.date);
        page_context.summary.clone_from(&page.meta.summary);
        if page.meta.kind == PageKind::News {
            page_context.shared_as = "article";
        }
        page_context.class = class(page, home).to_string();
        page_context.mark_sensitive(page.meta.sensitive);
        page_context.section = section(page, shared, &frame.root).unwrap_or_default();
        page_context.dated = !home && !matches!(page.meta.kind, PageKind::Section | PageKind::Guide);
        page_context.ends = !home;
        page_context.published = published.map(|date| day(date, ""));
        let latest = page.meta.updated.iter().max_by_key(|update| update.date);
        let latest = latest.filter(|update| published.is_none_or(|published| update.date > published));
        page_context.changed = latest.map(|update| day(update.date, &lower_first(&update.note)));
        page_context.status = around.standing.map(|standing| Status::new(standing, words, &page.lang));
        page_context.behind = behind(page, shared, words);
        page_context.review = page.meta.review.map(|date| day(date, ""));
        page_context.owner = owner(&page.meta.owner, words);
        // Pages in Easy Read say in rows of their own whom to ask.
        if !home && !page.asks_in_rows() {
            let subject = (!page.meta.sensitive).then_some(page.meta.title.as_str());
            page_context.wrong = tell(&about.organisation, subject, words);
        }
        page_context.leaflets = shared.has_leaflets;
        if page.meta.updated.len() > 1 {
            page_context.history = page.meta.updated.iter().map(|update| day(update.date, &update.note)).collect();
        }
        if home {
            page_context.full_title = about.title.in_lang(&page.lang).to_string();
        } else {
            page_context.crumbs = crumbs(page, words, &frame.root);
        }
        for other in around.translations.iter().filter(|other| other.on_web) {
            let url = format!("{}{}", about.base_url, escape::encoded(&other.route));
            page_context.alternates.push((other.lang.tag().to_string(), url));
            page_context.translations.push(Translation::new(other, words, &frame.root));
        }
        let own = about.language.is_same_language(&page.lang).then(|| page_context.url.clone());
        let usual = page_context.alternates.iter().find(|(tag, _)| tag == about.language.tag());
        page_context.usual_url = match page_context.alternates.is_empty() {
            true => String::new(),
            false => own.or_else(|| usual.map(|(_, url)| url.clone())).unwrap_or_default(),
        };
        page_context.described = described::page(page, about, &page_context.url);
        walk::blocks(&page.blocks, &mut |block| page_context.films |= matches!(block, Block::Video(_)));
        page_context.text(page, shared, home, offers);
        if around.children.iter().any(|child| child.recommends) {
            let link = to_recommendations(words, page.lang.tag(), &base_path(&about.base_url));
            page_context.tail = link.then(&page_context.tail);
        }
        let root = base_path(&about.base_url);
        page_context.listen = listen::section(offers.own, &root, words, page.lang.tag());
        page_context.films |= !page_context.listen.is_empty();
        page_context.take_away(page, shared, offers, words);
        if home {
            let listed = shared.ways_in.iter().filter(|child| child.on_web && child.route != page.route);
            page_context.pages =
                listed.map(|child| Child::new(child, &page.lang, &shared.words, &frame.root)).collect();
        }
        let related = around.related.iter().filter(|other| other.on_web);
        page_context.related = related.map(|other| link::titled(other, words.lang.tag(), &frame.root)).collect();
        page_context.in_guide(page, words, &frame.root);
        let link = |topic: &TopicOutline| NavLink::plain(&frame.root, &topic.route, &topic.name);
        page_context.topics = around.topics.iter().map(|topic| link(topic)).collect();
        page_context
    }

    /// Writes the page's text, in the parts that its template puts other things between.
    fn text(&mut self, page: &Page, shared: &Shared, home: bool, offers: &Offers<'_>) {
        let mut writer = Writer::new(shared, Some(page), &page.lang, offers.for_people().collect());
        let mut blocks = page.blocks.as_slice();
        if home {
            let (lead, rest) = blocks.split_at(run(blocks.iter(), |block| matches!(block, Block::Callout(_))));
            writer.blocks(lead);
            self.lead = writer.take();
            let ending = run(rest.iter().rev(), |block| matches!(block, Block::Contact(_)));
            let (rest, contacts) = rest.split_at(rest.len() - ending);
            match contacts.first() {
                Some(contact) => writer.blocks(std::slice::from_ref(contact)),
                None => shared.office.iter().for_each(|office| writer.contact(office)),
            }
            self.contact = writer.take();
            blocks = rest;
        }
        let listing = !home && !page.children.is_empty();
        let closing = |block: &Block| listing && matches!(block, Block::Contact(_));
        let (text, closing) = blocks.split_at(blocks.len() - run(blocks.iter().rev(), closing));
        writer.blocks(text);
        self.headed = text.iter().any(|block| matches!(block, Block::Heading(_)));
        self.body = writer.take();
        writer.blocks(closing);
        // The phone number is at the end of every page that says something, whether its author thought of it or not.
        let has_contact = page.blocks.iter().any(|block| matches!(block, Block::Contact(_))) || page.asks_in_rows();
        if let Some(office) = shared.office.as_ref().filter(|_| !home && !listing && !has_contact) {
            writer.contact(office);
        }
        writer.notes();
        self.tail = writer.take();
        self.missing = writer.missing();
        let headings = page.headings().iter().filter(|heading| heading.level <= 2).count();
        if !home && headings > 1 {
            self.contents = writer.into_entries();
        }
    }

    /// Puts around the text of a page in Easy Read what its readers are told besides.
    pub fn around_easy_read(&mut self, notices: &[Said], credits: &[Said], lang: &Lang) {
        let told = |class: &'static str, said: &[Said]| {
            let mut html = Html::new();
            for said in said {
                html.markup("<p class=\"")
                    .markup(class)
                    .markup("\"")
                    .html(&SafeHtml::mark(said.lang.tag(), lang.tag()));
                html.markup(">").words(said).markup("</p>\n");
            }
            html.done()
        };
        self.body = told("notice", notices).then(&self.body).then(&told("credits", credits));
    }

    /// Lists the page's other formats: the page that says the same in Easy Read, the leaflets that bring in its words, and its
    /// own.
    fn take_away(&mut self, page: &Page, shared: &Shared, offers: &Offers<'_>, words: &Wording) {
        let root = base_path(&shared.about.base_url);
        let of_leaflet = |(leaflet, offer): &(&LeafletOutline, &Offer)| {
            file(offer, &root, words, words.lang.tag(), (&leaflet.title, leaflet.lang.tag()))
        };
        let own = offers.for_people().map(|offer| file(offer, &root, words, words.lang.tag(), ("", "")));
        let easy = page.around.easy_reads.iter().filter(|easy| easy.on_web);
        let easy = easy.map(|easy| easy_read(easy, &root, words, words.lang.tag()));
        self.files = list(&easy.chain(offers.leaflets.iter().map(of_leaflet)).chain(own).collect::<Vec<_>>());
        self.data = files(offers.for_programs(), &root, words, words.lang.tag(), ("", ""));
        if !page.is_home() {
            let own: Vec<&Offer> = offers.own.iter().collect();
            let offered = Offered::of_offers(Some(page), &own);
            self.ask = ask(&shared.about.organisation, offered, words, false);
        }
    }

    /// Takes out the long parts, such as the text, and leaves a mark in the place of each that is not empty. Returns them with
    /// their marks, for `together`.
    pub fn set_aside(&mut self) -> Vec<(&'static str, SafeHtml)> {
        let parts = [
            ("<!--handbill:contact-->", &mut self.contact),
            ("<!--handbill:lead-->", &mut self.lead),
            ("<!--handbill:body-->", &mut self.body),
            ("<!--handbill:tail-->", &mut self.tail),
            ("<!--handbill:files-->", &mut self.files),
            ("<!--handbill:data-->", &mut self.data),
            ("<!--handbill:ask-->", &mut self.ask),
        ];
        let said = parts.into_iter().filter(|(_, part)| !part.is_empty());
        said.map(|(mark, part)| (mark, std::mem::replace(part, Html::new().markup(mark).done()))).collect()
    }
}

impl Day {
    /// Returns a day in the words of a language.
    pub fn new(date: Date, lang: &Lang, note: &str) -> Day {
        Day { iso: date.to_string(), words: date.in_words(lang), note: note.trim_end_matches('.').to_string() }
    }
}

impl Child {
    /// Returns a page as an item of a list, where the words around are in the language `around`.
    pub fn new(child: &Outline, around: &Lang, words: &Wordings, root: &str) -> Child {
        let dated = DATED.contains(&child.kind);
        Child {
            href: link::href(root, &child.route),
            title: child.title.clone(),
            summary: child.summary.clone(),
            mark: SafeHtml::mark(child.lang.tag(), around.tag()),
            status: child.standing.map(|standing| Status::new(standing, words.of(&child.lang), &child.lang)),
            day: child.published.filter(|_| dated).map(|date| Day::new(date, &child.lang, "")),
            year: None,
            below_year: false,
        }
    }

    /// Returns the items of one page of a list. A year stands above the first of those that belong to it, unless the whole page
    /// is of that year and says so.
    pub fn all(list: &ListPage, around: &Lang, words: &Wordings, root: &str) -> Vec<Child> {
        let mut above = list.year;
        let child = |(item, year): &(Arc<Outline>, Option<u16>)| {
            let begins = year.filter(|_| *year != above);
            above = *year;
            Child {
                year: begins,
                below_year: list.year.is_none() && year.is_some(),
                ..Child::new(item, around, words, root)
            }
        };
        list.items.iter().map(child).collect()
    }
}

/// A moment at which pages change by themselves.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Changing {
    iso: String,
    when: String,
    /// Marks the moment where its words are in another language than the page.
    mark: SafeHtml,
    changes: Vec<UpcomingChange>,
}

/// One change to come.
#[derive(Debug, Serialize, JsonSchema)]
struct UpcomingChange {
    href: String,
    title: String,
    says: SafeHtml,
    iso: String,
    day: String,
    /// Marks the day where its words are in another language than the page.
    mark: SafeHtml,
}

impl Changing {
    /// Returns changes by their moment, in the words of the site's language.
    pub fn all(site: &Site, changes: &[model::Change], words: &Wording, root: &str) -> Vec<Changing> {
        let moments = changes.chunk_by(|one, other| one.at == other.at);
        let moment = |changes: &[model::Change]| {
            let at = site.clock.zone.moment(changes[0].at);
            let hour = (at.minute > 0).then_some(at.minute);
            Changing {
                iso: if hour.is_some() { at.to_string() } else { at.date.to_string() },
                when: Deadline { date: at.date, minute: hour }.in_words(words),
                mark: SafeHtml::mark(words.lang.tag(), site.about.language.tag()),
                changes: changes.iter().map(|change| UpcomingChange::new(site, change, words, root)).collect(),
            }
        };
        moments.map(moment).collect()
    }
}

impl UpcomingChange {
    fn new(site: &Site, change: &model::Change, words: &Wording, root: &str) -> UpcomingChange {
        let page = site.page(change.page);
        let says = change.after.map_or(&words.web.goes, |after| prose::beginning(after, words));
        let until = change.after.filter(|after| after.state.is_live()).and_then(|after| after.day);
        UpcomingChange {
            href: link::href(root, &page.route),
            title: page.meta.title.clone(),
            says: SafeHtml::said(says, &site.about.language),
            iso: until.map(|day| day.date.to_string()).unwrap_or_default(),
            day: until.map(|day| day.in_words(words)).unwrap_or_default(),
            mark: SafeHtml::mark(words.lang.tag(), site.about.language.tag()),
        }
    }
}

/// Returns a paragraph that leads to the list of open recommendations.
fn to_recommendations(words: &Wording, around: &str, root: &str) -> SafeHtml {
    let mut html = Html::new();
    let said = &words.web.recommendations;
    html.markup("<p").html(&SafeHtml::mark(said.lang.tag(), around)).markup("><a href=\"").words(root);
    html.markup(OPEN_RECOMMENDATIONS).markup("\">").words(said).markup("</a></p>\n").done()
}

/// Returns how many blocks in a row are of a kind.
fn run<'b>(blocks: impl Iterator<Item = &'b Block>, of_kind: impl Fn(&Block) -> bool) -> usize {
    blocks.take_while(|block| of_kind(block)).count()
}

fn crumbs(page: &Page, words: &Wording, root: &str) -> Vec<NavLink> {
    let link = |above: &std::sync::Arc<Outline>| match above.home {
        true => NavLink::said(root, &above.route, &words.web.home, &words.lang),
        false => link::link(above, words.lang.tag(), root),
    };
    page.around.trail.iter().filter(|above| above.on_web).map(link).collect()
}

/// Returns the address of the page in the navigation that is this page or the nearest above it; `None` where there is none.
fn section(page: &Page, shared: &Shared, root: &str) -> Option<String> {
    let above = page.around.trail.iter().rev().map(|above| &above.route);
    let mut up = std::iter::once(&page.route).chain(above);
    let is_one = |route: &&String| shared.navigation.iter().any(|listed| listed.route == **route);
    up.find(is_one).map(|route| link::href(root, route))
}

fn class(page: &Page, home: bool) -> &'static str {
    match (home, page.meta.kind) {
        (true, _) => "home wide",
        (false, PageKind::Page | PageKind::Section | PageKind::Guide) => "",
        (false, kind) => kind.name(),
    }
}

/// Returns an owner as a sentence names it: in English a team has its article, such as `the web team`.
fn owner(owner: &str, words: &Wording) -> String {
    let team = ["team", "office", "board", "panel"].iter().any(|word| owner.ends_with(word));
    if team && words.lang.tag() == "en" { format!("the {owner}") } else { owner.to_string() }
}

/// Returns a note with a small first letter, as it stands inside a sentence. An abbreviation keeps its capitals.
fn lower_first(note: &str) -> String {
    let mut characters = note.chars();
    match (characters.next(), characters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            first.to_lowercase().chain(characters).collect()
        }
        _ => note.to_string(),
    }
}

/// Returns the sentence that tells readers of a translation that its original was changed after the day that it follows; nothing
/// where it was not.
fn behind(page: &Page, shared: &Shared, words: &Wording) -> SafeHtml {
    let own = &shared.about.language;
    let original = page.around.translations.iter().find(|other| other.lang.is_same_language(own));
    let changed = original
        .and_then(|original| original.changed)
        .filter(|changed| page.meta.translated.is_some_and(|day| day < *changed));
    let Some(changed) = changed.filter(|_| !page.lang.is_same_language(own)) else { return SafeHtml::default() };
    let day = changed.in_words(&words.lang);
    let said = words.say(&words.sentences.web_behind, &[("date", (&day).into())]);
    SafeHtml::said(&said, &page.lang)
}

#[cfg(test)]
mod tests {
    use super::lower_first;

    #[test]
    fn a_note_inside_a_sentence_starts_small() {
        assert_eq!(lower_first("New opening hours"), "new opening hours");
        assert_eq!(lower_first("NHS number added"), "NHS number added");
    }
}
