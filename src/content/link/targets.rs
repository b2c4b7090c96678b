//! Links and pictures looked up: every address becomes a page, a file or the reason why it is neither.

use super::left_out;
use super::world::{Standing, World};
use crate::content::problems;
use crate::content::read::assets;
use crate::content::read::page::Head;
use crate::content::read::paths::decoded;
use crate::content::read::picture_set;
use crate::diag::{Diagnostic, FileId, Guesses};
use crate::model::path::join;
use crate::model::{
    AssetId, Block, Broken, BrokenWhy, Foreign, Image, Inline, Lang, Link, OPEN_RECOMMENDATIONS, PageId, Target, Text,
    generated, phone, walk,
};

/// Looks up the addresses of one page or leaflet.
pub struct Lookup<'a> {
    world: &'a dyn World,
    /// The page; nothing for a leaflet, whose links start at `content/`, like its includes.
    own: Option<&'a Head>,
    guesses: Guesses,
    /// What is wrong.
    pub found: Vec<Diagnostic>,
}

impl<'a> Lookup<'a> {
    /// Returns one for a page, or for a leaflet.
    pub fn new(world: &'a dyn World, own: Option<&'a Head>) -> Lookup<'a> {
        Lookup { world, own, guesses: Guesses::default(), found: Vec::new() }
    }

    fn from(&self) -> &'a str {
        self.own.map_or("", |own| own.path.as_str())
    }

    /// Looks up every link and picture in some blocks.
    pub fn blocks(&mut self, blocks: &mut [Block]) {
        walk::blocks_mut(blocks, &mut |block| match block {
            Block::Figure(figure) => self.image(&mut figure.image),
            Block::Row(row) => row.image.iter_mut().for_each(|image| self.image(image)),
            Block::Film(film) => {
                if let Target::Unread(wanted) = &film.target {
                    film.target = self.target(&wanted.clone());
                }
            }
            Block::Download(download) => {
                download.asset =
                    self.file(&download.wanted).and_then(|file| self.world.beside(&file)).map(|at| at.id.into());
            }
            _ => {}
        });
        walk::runs_mut(blocks, &mut |run, _| {
            walk::each_mut(run, &mut |inline| match inline {
                Inline::Link(link) => {
                    if let Target::Unread(wanted) = &link.target {
                        let wanted = wanted.clone();
                        link.target = self.target(&wanted);
                        self.name(link, wanted);
                    }
                }
                Inline::Image(image) => self.image(image),
                _ => {}
            });
        });
    }

    fn target(&self, wanted: &str) -> Target {
        let broken = |why, nearest| Target::Broken(Broken { wanted: wanted.to_string(), why, nearest });
        let gone = |path: String| broken(BrokenWhy::NotPublished, Some(path));
        let page = |head: &Head, heading| Target::Page { page: PageId(head.file.0).into(), heading };
        if wanted.is_empty() {
            return broken(BrokenWhy::Empty, None);
        }
        if let Some(path) = at_address(self.world, wanted) {
            return gone(path);
        }
        if let Some((scheme, rest)) = wanted.split_once(':').filter(|(scheme, _)| is_scheme(scheme)) {
            return match scheme.to_ascii_lowercase().as_str() {
                "http" | "https" if rest.starts_with("//") && rest.len() > 2 => Target::Web(wanted.to_string()),
                "mailto" if rest.contains('@') => Target::Email(rest.to_string()),
                "tel" if rest.chars().any(|c| c.is_ascii_digit()) => Target::Phone(rest.to_string()),
                "sms" if phone::texted(rest).0.chars().any(|c| c.is_ascii_digit()) => {
                    Target::TextMessage(rest.to_string())
                }
                _ => broken(BrokenWhy::Scheme, None),
            };
        }
        let (path, heading) = wanted.split_once('#').map_or((wanted, None), |(path, id)| (path, Some(id.to_string())));
        let heading = heading.filter(|id| !id.is_empty());
        if path.is_empty() {
            return self.own.map_or_else(|| broken(BrokenWhy::NoFile, None), |own| page(own, heading));
        }
        let plain = decoded(path);
        for route in [path, &plain] {
            if let Standing::Here(head) = self.world.at_route(route) {
                return page(&head, heading);
            }
        }
        let made = generated().contains(&path) && (self.world.has_reports() || path != OPEN_RECOMMENDATIONS);
        if made || self.world.is_topic(&plain) {
            return Target::Route(heading.map_or_else(|| plain.clone(), |id| format!("{plain}#{id}")));
        }
        if let Some(path) = self.world.emptied(path).or_else(|| self.world.emptied(&plain)) {
            return gone(path);
        }
        let Some(file) = self.file(path) else {
            return broken(BrokenWhy::Outside, None);
        };
        let standing = self.world.at_path(&file);
        if let Standing::Here(head) = standing {
            return page(&head, heading);
        }
        if let Some(beside) = self.world.beside(&file) {
            return Target::Asset(beside.id.into());
        }
        if let Standing::Gone(_) = standing {
            return gone(file);
        }
        if self.world.is_refused(&file) {
            return broken(BrokenWhy::CouldRun, None);
        }
        broken(BrokenWhy::NoFile, self.near(&file))
    }

    /// Returns the path of a file as an author wrote it: as it is, where there is such a file, or else as an address.
    fn file(&self, wanted: &str) -> Option<String> {
        let known = |file: &String| {
            let page = self.world.at_path(file) != Standing::Nowhere;
            page || self.world.beside(file).is_some() || self.world.is_refused(file)
        };
        join(self.from(), wanted).filter(known).or_else(|| join(self.from(), &decoded(wanted)))
    }

    /// Returns the path of a picture: of one of the set where its name is written, and else of a file.
    fn shown(&self, wanted: &str) -> Option<String> {
        let there = picture_set::candidates(wanted).find(|path| self.world.beside(path).is_some());
        there.or_else(|| self.file(wanted))
    }

    /// Returns what to do about a picture that there is not.
    fn instead(&self, wanted: &str, file: Option<String>) -> String {
        let paths = self.world.paths_beside();
        if let Some(name) = wanted.strip_prefix(picture_set::SCHEME) {
            let names = paths.iter().filter_map(|path| picture_set::name_of(path));
            let near = self.guesses.nearest(name, names);
            let put = || format!("put a picture of that name into `{}`", picture_set::FOLDER);
            return near.map_or_else(put, |near| format!("did you mean `{}{near}`?", picture_set::SCHEME));
        }
        let paths = paths.iter().map(String::as_str).filter(|path| picture_set::name_of(path).is_none());
        match file.and_then(|file| self.guesses.nearest(&file, paths)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "put the picture beside the page, and write its name as it is".to_string(),
        }
    }

    fn near(&self, file: &str) -> Option<String> {
        if self.guesses.are_over() {
            return None;
        }
        let paths = self.world.paths();
        self.guesses.spend(paths.len());
        let name = |path: &str| path.rsplit('/').next().unwrap_or(path).len();
        let wanted = &file[file.len() - name(file)..];
        let same = paths.iter().filter(|path| path[path.len() - name(path)..] == *wanted).min();
        match same {
            Some(path) => Some(path.clone()),
            None => self.guesses.nearest(file, paths.iter().map(String::as_str)),
        }
    }

    fn image(&mut self, image: &mut Image) {
        let file = self.shown(&image.wanted);
        let beside = file.as_ref().and_then(|file| self.world.beside(file));
        match beside {
            Some(beside) if beside.picture => self.picture(image, beside.id),
            Some(_) => self.found.push(assets::broken_picture(&image.wanted, image.span)),
            None if ["http:", "https:", "//"].iter().any(|start| image.wanted.starts_with(start)) => {
                let message = format!("the picture `{}` comes from another website", image.wanted);
                let help =
                    "save it beside the page, if you may publish it: that website would learn who reads this page";
                self.found.push(Diagnostic::new(&problems::PICTURE_UNREADABLE, image.span, message, help));
            }
            None if file.as_ref().is_some_and(|file| self.world.is_refused(file)) => {
                let message = format!("`{}` is never published, because it could run a program", image.wanted);
                let help = "save the picture as PNG, and name that file";
                self.found.push(Diagnostic::new(&problems::PICTURE_UNREADABLE, image.span, message, help));
            }
            None => {
                let message = format!("there is no picture `{}`", image.wanted);
                let help = self.instead(&image.wanted, file);
                self.found.push(Diagnostic::new(&problems::PICTURE_UNREADABLE, image.span, message, help));
            }
        }
    }

    /// Shows a picture, unless it cannot be shown: then the words that stand for it stay.
    fn picture(&mut self, image: &mut Image, id: AssetId) {
        let printed = self.own.is_none_or(|own| own.front.meta.is_printed());
        let why = self.world.unshowable(id, printed);
        image.asset = Some(id.into()).filter(|_| why.as_ref().is_none_or(|why| !why.taken));
        let finding = why.and_then(|why| why.finding);
        self.found.extend(finding.map(|finding| Diagnostic { span: image.span, ..finding }));
    }

    /// Gives a link that a page's kind wrote without words the title of the page that it leads to. What an author
    /// leaves without words stays so, and is told of by the checks.
    fn name(&self, link: &mut Link, wanted: String) {
        let [Inline::Text(text)] = link.content.as_mut_slice() else { return };
        if !text.text.is_empty() {
            return;
        }
        let (words, lang): (String, Option<Lang>) = match &link.target {
            Target::Broken(broken) if broken.why == BrokenWhy::NotPublished => return,
            Target::Page { page, .. } => match self.title(page.id) {
                Some((title, lang)) => (title, Some(lang)),
                None => (wanted, None),
            },
            _ => (wanted, None),
        };
        *text = Text::filled(words, text.span);
        if let (Some(lang), Some(here)) = (lang, self.own.map(|own| &own.lang))
            && lang.primary() != here.primary()
        {
            let (content, span) = (std::mem::take(&mut link.content), link.span);
            link.content = vec![Inline::Language(Box::new(Foreign { lang, content, span }))];
        }
    }

    /// Returns what a page that a link leads to is called, and in which language.
    fn title(&self, page: PageId) -> Option<(String, Lang)> {
        let head = self.world.head(page)?;
        Some((head.front.meta.title.clone(), head.lang.clone()))
    }
}

/// Returns whether an address that stands in a file leads to a page that is not published, or to a list that is empty
/// without one.
pub fn leads_nowhere(world: &dyn World, wanted: &str, from: &str) -> bool {
    let path = wanted.split('#').next().unwrap_or(wanted);
    let file = join(from, &decoded(path)).is_some_and(|file| matches!(world.at_path(&file), Standing::Gone(_)));
    file || at_address(world, wanted).or_else(|| world.emptied(path)).is_some()
}

/// Returns the page without which a whole address of this site leads nowhere at this moment.
fn at_address(world: &dyn World, wanted: &str) -> Option<String> {
    let rest = wanted.strip_prefix(world.config().about.base_url.as_str()).filter(|rest| rest.starts_with('/'))?;
    world.emptied(rest.split(['#', '?']).next().unwrap_or(rest))
}

fn is_scheme(text: &str) -> bool {
    text.len() > 1
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
}

/// Checks that the headings which links name are there. A heading that has gone with the words of a page which is not
/// published, or that is there only for a time, is no mistake: the link then leads to the page.
pub fn headings(world: &dyn World, blocks: &mut [Block], found: &mut Vec<Diagnostic>) {
    let guesses = Guesses::default();
    walk::runs_mut(blocks, &mut |run, _| {
        walk::each_mut(run, &mut |inline| {
            let Inline::Link(link) = inline else { return };
            let Target::Page { page, heading: Some(heading) } = &link.target else { return };
            let known = world.headings(FileId(page.id.0));
            if known.ids.contains(heading) {
                return;
            }
            if known.gap || known.passing.contains(&heading.as_str()) {
                let path = world.head(page.id).map_or_else(String::new, |head| head.path.clone());
                found.push(left_out::no_heading(&path, heading, link.span));
                link.target = Target::Page { page: page.clone(), heading: None };
                return;
            }
            let near = guesses.nearest(heading, known.ids.iter().map(String::as_str));
            let wanted = format!("#{heading}");
            let nearest = near.map(|id| format!("#{id}"));
            link.target = Target::Broken(Broken { wanted, why: BrokenWhy::NoHeading, nearest });
        });
    });
}
