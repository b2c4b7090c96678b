//! What a site has once: the theme's files, the page for wrong addresses, the map, the feed, what the host must know.

use std::fmt::Write as _;

use tera::Context;

use super::assets::ThemeAsset;
use super::context::PageContext;
use super::hosting::{self, Redirect};
use super::html::{SafeHtml, Writer};
use super::website::WebsitePress;
use super::{a_to_z, escape, feeds, leaflets, listed, lists, recommendations, search, security};
use crate::model::{AliasTo, Date, LEAFLETS};
use crate::render::address::output_path;
use crate::render::claim::{Claim, Claimant};
use crate::render::format::{Catalogue, File, Made, RenderError};

/// Something that a site has once, such as its map or its feed.
pub struct SiteWide {
    /// Its name.
    pub name: &'static str,
    /// Returns the files that it will make, and no others.
    pub files: fn(&WebsitePress<'_>) -> Vec<Claim>,
    /// Makes its files.
    pub make: fn(&WebsitePress<'_>, &Catalogue) -> Result<Made, RenderError>,
}

/// Everything that a site has once.
pub const SITE_WIDE: &[SiteWide] = &[
    SiteWide { name: "theme", files: theme_files, make: theme },
    SiteWide { name: "leaflets", files: leaflets::files_made, make: leaflets::make },
    SiteWide { name: "a-z", files: a_to_z::files, make: a_to_z::make },
    SiteWide { name: "search", files: search::files, make: search::make },
    SiteWide { name: "topics", files: lists::topic_files, make: lists::topics },
    SiteWide { name: "changes", files: lists::change_files, make: lists::changes },
    SiteWide { name: "recommendations", files: recommendations::files, make: recommendations::make },
    SiteWide { name: "404", files: |_| claim("404.html", "the page for wrong addresses"), make: not_found },
    SiteWide { name: "sitemap", files: sitemap_files, make: sitemap },
    SiteWide {
        name: "robots",
        files: |_| claim("robots.txt", "what programs that gather pages are told"),
        make: robots,
    },
    SiteWide { name: "security", files: security::files, make: security::make },
    SiteWide { name: "feed", files: feeds::files, make: feeds::make },
    SiteWide { name: "redirects", files: redirect_files, make: redirects },
    SiteWide { name: "headers", files: |_| claim("_headers", "the list of headers"), make: headers },
    SiteWide { name: "built", files: |_| claim("built.txt", "the moment that the site was built for"), make: built },
];

/// Returns the claim to one file that every site has.
fn claim(path: &str, what: &str) -> Vec<Claim> {
    vec![Claim::site(path, what)]
}

/// Returns one file as all that a job made.
fn one(path: &str, bytes: impl Into<Vec<u8>>) -> Made {
    Made { files: vec![File { path: path.to_string(), bytes: bytes.into() }], ..Made::default() }
}

fn theme_files(press: &WebsitePress<'_>) -> Vec<Claim> {
    let theme = &press.site.theme.name;
    let claim = |(name, asset): (&str, &ThemeAsset)| {
        let claimant = Claimant::File(format!("themes/{theme}/{name}"));
        Claim { claimant, ..Claim::site(asset.path.as_str(), format!("the theme's file `{name}`")) }
    };
    press.assets.named().map(claim).collect()
}

fn theme(press: &WebsitePress<'_>, _: &Catalogue) -> Result<Made, RenderError> {
    let files = press.assets.all().map(|asset| File { path: asset.path.clone(), bytes: asset.bytes.to_vec() });
    Ok(Made { files: files.collect(), ..Made::default() })
}

fn not_found(press: &WebsitePress<'_>, catalogue: &Catalogue) -> Result<Made, RenderError> {
    let (site, lang, words) = (press.site, &press.site.about.language, press.words());
    let said = (&words.web.not_found, &words.web.not_found_summary);
    let mut page_context = PageContext::list(&site.about, said, (&press.root, "/404.html"), lang);
    let shared = press.shared(lang)?;
    if let Some(contact) = &shared.office {
        let mut writer = Writer::new(shared, None, lang, Vec::new());
        writer.contact(contact);
        page_context.contact = writer.take();
    }
    // Whoever mistypes the address of a page about abuse is in the same danger as its reader.
    page_context.mark_sensitive(site.pages.iter().any(|page| page.meta.sensitive));
    let mut made = Made::default();
    press.fill("404.html", page_context, lang, catalogue, "404.html".to_string(), &mut made)?;
    Ok(made)
}

/// Returns the map's files: one, or a list of maps where one would be too long.
fn sitemap_files(press: &WebsitePress<'_>) -> Vec<Claim> {
    let mut claims = claim("sitemap.xml", "the map of the site");
    claims.extend(
        listed::maps(listed::mapped(press.site).len())
            .into_iter()
            .map(|path| Claim::site(path, "a part of the map of the site")),
    );
    claims
}

fn sitemap(press: &WebsitePress<'_>, _: &Catalogue) -> Result<Made, RenderError> {
    let base = escape::escaped(&press.site.about.base_url);
    let all = listed::mapped(press.site);
    let parts = listed::maps(all.len());
    if parts.is_empty() {
        return Ok(one("sitemap.xml", map(&base, &all)));
    }
    let mut index = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    index.push_str("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    let mut made = Made::default();
    for (part, path) in all.chunks(listed::MAPPED).zip(parts) {
        // Writing to a string cannot fail.
        _ = writeln!(index, "<sitemap><loc>{base}/{path}</loc></sitemap>");
        made.files.push(File { path, bytes: map(&base, part).into_bytes() });
    }
    index.push_str("</sitemapindex>\n");
    made.files.push(File { path: "sitemap.xml".to_string(), bytes: index.into_bytes() });
    Ok(made)
}

/// Writes one map.
fn map(base: &str, addresses: &[(String, Option<Date>)]) -> String {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.push_str("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for (route, changed) in addresses {
        let changed = changed.map(|date| format!("<lastmod>{date}</lastmod>")).unwrap_or_default();
        // Writing to a string cannot fail.
        _ = writeln!(xml, "<url><loc>{base}{}</loc>{changed}</url>", escape::escaped(&escape::encoded(route)));
    }
    xml.push_str("</urlset>\n");
    xml
}

/// Makes what programs that gather pages are told: all may be read, and where the map is. Source: RFC 9309.
fn robots(press: &WebsitePress<'_>, _: &Catalogue) -> Result<Made, RenderError> {
    let base = &press.site.about.base_url;
    Ok(one("robots.txt", format!("User-agent: *\nAllow: /\n\nSitemap: {base}/sitemap.xml\n")))
}

/// Makes what leads from old and short addresses to present ones: a list for hosts that read one, a page for those that do not.
fn redirects(press: &WebsitePress<'_>, _: &Catalogue) -> Result<Made, RenderError> {
    let site = press.site;
    let mut made = Made::default();
    for redirect in &press.table.redirects {
        let (title, route, lang, sensitive) = match redirect.target {
            AliasTo::Page(page) => {
                let page = site.page(page);
                (&page.meta.title, page.route.as_str(), &page.lang, page.meta.sensitive)
            }
            AliasTo::Leaflet(leaflet) => {
                let leaflet = site.leaflet(leaflet);
                (&leaflet.title, LEAFLETS, &leaflet.lang, leaflet.discreet)
            }
        };
        let path = old_path(&redirect.route);
        let mut page_context = PageContext::new(&site.about, title, (&press.root, route), lang);
        page_context.mark_sensitive(sensitive);
        let mut context = Context::new();
        context.insert("page", &page_context);
        context.insert_value("frame", press.frame(lang)?.1.clone());
        context.insert("to", &redirect.to);
        let moved = &site.words.of(lang).web.moved;
        context.insert("moved", &**moved);
        context.insert("mark", &SafeHtml::mark(moved.lang.tag(), lang.tag()));
        if let Some(html) = press.filled("redirect.html", &context, &mut made) {
            made.files.push(File { path, bytes: html.into_bytes() });
        }
    }
    made.files.push(File { path: "_redirects".to_string(), bytes: hosting::redirects_list(&press.table).into_bytes() });
    Ok(made)
}

fn redirect_files(press: &WebsitePress<'_>) -> Vec<Claim> {
    let old = |one: &Redirect| {
        let what = if one.short { "short" } else { "old" };
        Claim::at(old_path(&one.route), format!("the {what} address `{}`", one.route), one.span)
    };
    let mut claims: Vec<Claim> = press.table.redirects.iter().map(old).collect();
    claims.push(Claim::site("_redirects", "the list of old addresses"));
    claims
}

/// Returns the file that stands at an old address.
fn old_path(from: &str) -> String {
    let whole = from.ends_with('/') || from.rsplit('/').next().is_some_and(|last| last.contains('.'));
    output_path(&if whole { from.to_string() } else { format!("{from}/") })
}

/// Makes the list of headers for hosts that read one.
fn headers(press: &WebsitePress<'_>, _: &Catalogue) -> Result<Made, RenderError> {
    Ok(one("_headers", hosting::headers_list(&press.table)))
}

/// Makes the moment that the site was built for, so that a monitor notices a schedule that has stopped. It tells nothing
/// else.
fn built(press: &WebsitePress<'_>, _: &Catalogue) -> Result<Made, RenderError> {
    let clock = &press.site.clock;
    Ok(one("built.txt", format!("{}\n", clock.zone.rfc3339(clock.now))))
}
