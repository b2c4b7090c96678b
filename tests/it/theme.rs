//! A site's own theme: each slip in a template or style sheet is an error at its line, in `check` as in `build`.

use handbill::content::files::Memory;
use handbill::diag::report::plain;
use handbill::model::{Moment, Zone};
use handbill::pipeline::{self, Options};

use crate::kit;

/// Returns what `check` and what `build` say of a site, without their help; they must say the same.
fn told(files: &Memory) -> String {
    let at = |zone: &Zone| zone.instant(Moment::parse(kit::AT).unwrap());
    let options = Options { root: ".", at: &at, drafts: false, only: &[], progress: &|_, _| {} };
    let checked = pipeline::check(files, &options).unwrap();
    let (built, _) = pipeline::build_in_memory(files, &options).unwrap();
    let text = plain::report(&checked.diagnostics, &checked.sources);
    assert_eq!(text, plain::report(&built.diagnostics, &built.sources), "check and build differ");
    text.lines().filter(|line| !line.starts_with("  help")).map(|line| format!("{line}\n")).collect()
}

fn with(path: &str, text: &str) -> String {
    let mut files = kit::site();
    files.add(format!("themes/civic/{path}"), text);
    told(&files)
}

/// A template based on `base.html` with this text in its main part.
fn page(text: &str) -> String {
    format!(
        "{{% extends \"base.html\" %}}\n{{% block text %}}{{{{ page.body | safe }}}}\n{text}\n{{% endblock text %}}\n"
    )
}

#[test]
fn a_theme_with_nothing_wrong_is_left_alone() {
    assert_eq!(told(&kit::site()), "");
    for text in [
        "<a href=\"/what-next/#x\">Next</a> <a href=\"/topics/\">no</a>"
            .replace(" <a href=\"/topics/\">no</a>", "")
            .as_str(),
        "<p>{{ page.title }} {% if page.status %}{{ page.status.words }}{% endif %}</p>",
        "{% for child in page.pages %}{{ child.title }}{% if not loop.last %}, {% endif %}{% endfor %}",
        "{% set name = page.owner %}{{ name | upper }}",
        "{% for other in page.alternates %}{{ other[0] }}{% endfor %}",
        "{% if page.extra is defined %}x{% endif %}{{ page.extra | default(value=\"\") }}",
        "<img src=\"/icon.svg\" alt=\"\"><img src=\"/office.png\" alt=\"\">",
        "<a href=\"https://example.org/\">Elsewhere</a><a href=\"mailto:a@pcc.example\">Write</a>",
        "{% include \"pages.html\" %}",
    ] {
        assert_eq!(with("templates/page.html", &page(text)), "", "{text}");
    }
    assert_eq!(with("extra.css", "@import \"style.css\"; a { background: url(icon.svg) }"), "");
}

#[test]
fn a_slip_in_a_template_is_told_at_its_line() {
    let at = "themes/civic/templates/page.html:3";
    for (text, message) in [
        ("{{ page.boddy }}", ":4: error: templates are told nothing called `page.boddy` [W004 template-broken]"),
        (
            "{% if page.boddy %}x{% endif %}",
            ":7: error: templates are told nothing called `page.boddy` [W004 template-broken]",
        ),
        ("{% if pag.body %}x{% endif %}", ":7: error: templates are told nothing called `pag` [W004 template-broken]"),
        (
            "{% for c in page.pages %}{% if c.titel %}x{% endif %}{% endfor %}",
            ":32: error: templates are told nothing called `c.titel` [W004 template-broken]",
        ),
        ("{{ page.title | shout }}", ":17: error: there is no filter `shout` [W004 template-broken]"),
        ("{% include \"sid.html\" %}", ":12: error: there is no template `sid.html` [W004 template-broken]"),
        (
            "{% endblock text %}{% block sid %}x{% endblock sid %}{% block side %}",
            ":29: error: no template above this one has a block `sid` [W004 template-broken]",
        ),
        (
            "<a href=\"/gone/\">x</a>",
            ":4: error: `/gone/` leads nowhere: there is no such page or file [W006 theme-link-broken]",
        ),
        (
            "<a href=\"what-next/\">x</a>",
            ":4: error: `what-next/` leads somewhere else from each page [W006 theme-link-broken]",
        ),
        (
            "<img src=\"/gone.png\" alt=\"\">",
            ":6: error: `/gone.png` leads nowhere: there is no such page or file [W006 theme-link-broken]",
        ),
        (
            "<a href=\"#nowhere\">x</a>",
            ":4: error: `#nowhere` leads nowhere: a page made from `page.html` has nothing with this id [W006 theme-link-broken]",
        ),
        (
            "<script>x()</script>",
            ":1: error: browsers refuse this under the site's policy: a script inside the page [W007 policy-refuses]",
        ),
        (
            "<img src=\"https://a.example/p.gif\" alt=\"\">",
            ":6: error: browsers refuse this under the site's policy: `https://a.example/p.gif` is not on this site [W007 policy-refuses]",
        ),
        (
            "<script src=\"/exit.js\"></script>",
            ":1: error: browsers refuse this `<script>`: the policy of the page has no `script-src 'self'` [W007 policy-refuses]",
        ),
    ] {
        let found = with(
            "templates/page.html",
            &page(text).replace("side %}\n{% endblock text %}", "side %}\n{% endblock side %}"),
        );
        assert_eq!(found, format!("{at}{message}\n"), "{text}");
    }
}

#[test]
fn a_link_that_a_template_puts_together_is_looked_at_too() {
    let found = with("templates/page.html", &page("<a href=\"{{ page.route }}more/\">x</a>"));
    assert_eq!(
        found,
        "themes/civic/templates/page.html:2:1: error: `/what-next/more/` leads nowhere: there is no such page or file \
         [W006 theme-link-broken]\n"
    );
}

#[test]
fn a_lost_heading_is_told_where_it_was_lost() {
    let block = "{% extends \"base.html\" %}\n{% block text %}{{ page.body | safe }}{% endblock text %}\n\
                 {% block title %}<p>{{ page.title }}</p>{% endblock title %}\n";
    assert_eq!(
        with("templates/page.html", block),
        "themes/civic/templates/page.html:3:1: error: a page made from `page.html` has no `<h1>` [W005 heading-lost]\n"
    );
    let whole = "<!doctype html>\n<html lang=\"en\"><head><title>x</title></head>\n<body>\n<main>{{ page.body | safe }}</main></body></html>\n";
    assert_eq!(
        with("templates/page.html", whole),
        "themes/civic/templates/page.html:4:1: error: a page made from `page.html` has no `<h1>` [W005 heading-lost]\n"
    );
}

#[test]
fn a_template_that_is_no_template_is_told_and_nothing_is_made() {
    let mut files = kit::site();
    files.add("themes/civic/templates/page.html", "<p>\n{% if %}");
    files.add("themes/civic/templates/end.html", "{{ a b }}");
    let found = told(&files);
    let places: Vec<&str> = found.lines().map(|line| line.split(": error").next().unwrap_or("")).collect();
    assert_eq!(places, ["themes/civic/templates/end.html:1:6", "themes/civic/templates/page.html:2:7"]);
    let sites = [("templates/a.html", "{% extends \"a.html\" %}"), ("templates/b.html", "{% include \"b.html\" %}")];
    for (path, text) in sites {
        assert!(with(path, text).starts_with(&format!("themes/civic/{path}:1:1: error: this template ")), "{path}");
    }
}

#[test]
fn a_style_sheet_is_read_too() {
    let css = "a { color: red }\n@import \"gone.css\";\nb { background: url(gone.png) }\nc { background: url(data:image/png;base64,AA) }\n";
    assert_eq!(
        with("extra.css", css),
        "themes/civic/extra.css:2:10: error: `gone.css` is not in the theme [W006 theme-link-broken]\n\
         themes/civic/extra.css:3:21: error: `gone.png` is not in the theme [W006 theme-link-broken]\n\
         themes/civic/extra.css:4:21: error: browsers refuse this under the site's policy: `data:image/png;base64,AA` is not \
         on this site [W007 policy-refuses]\n"
    );
}

#[test]
fn a_theme_may_ask_for_headers_and_does_not_publish_the_list() {
    let mut files = kit::site();
    files.add("themes/civic/_headers", "/*\n  X-Theme: yes\n  X-Frame-Options: SAMEORIGIN\n");
    let found = told(&files);
    assert!(found.starts_with("themes/civic/_headers:3:3: error: `X-Frame-Options` weakens"), "{found}");
    files.add("themes/civic/_headers", "/*\n  X-Theme: yes\n");
    assert_eq!(told(&files), "");
    let at = |zone: &Zone| zone.instant(Moment::parse(kit::AT).unwrap());
    let options = Options { root: ".", at: &at, drafts: false, only: &[], progress: &|_, _| {} };
    let (_, made) = pipeline::build_in_memory(&files, &options).unwrap();
    let headers = String::from_utf8(made["_headers"].clone()).unwrap();
    assert!(headers.contains("  X-Theme: yes\n") && headers.contains("X-Frame-Options: DENY"), "{headers}");
}

/// What an author wrote stays words, whatever a template says; what Handbill wrote is in the page as it is.
#[test]
fn no_template_makes_words_into_markup() {
    let mut files = kit::site();
    files.add("content/a.md", "---\ntitle: A <b>bold</b> page\nsummary: About it.\n---\nSome *text*.\n");
    let text = page("{{ page.title | safe }}").replace("page.body | safe", "page.body");
    files.add("themes/civic/templates/page.html", text);
    let (found, made) = kit::made(&files);
    assert_eq!(found, "");
    let html = String::from_utf8(made["a/index.html"].clone()).unwrap();
    assert!(html.contains("<p>Some <em>text</em>.</p>"), "{html}");
    assert!(html.contains("\nA &lt;b&gt;bold&lt;/b&gt; page\n"), "{html}");
}

/// The built-in theme needs no filter `safe`, and writes every address of its own through `asset()`.
#[test]
fn the_built_in_theme_leaves_nothing_to_finish() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/civic/templates");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        for never in ["safe", "href=\"/", "src=\"/"] {
            assert!(!text.contains(never), "{} has `{never}`", path.display());
        }
    }
}

/// A site below its host's root has the same pages from the built-in theme as from a copy of it.
#[test]
fn a_copy_of_the_built_in_theme_gives_the_same_pages() {
    let mut files = kit::site();
    let settings = "title = \"Test\"\nbase_url = \"https://www.example.org/below\"\nlanguage = \"en-GB\"\n";
    files.add("site.toml", settings);
    let body = "## Part {#part}\n\n[Next](what-next.md), [part](#part), [away](https://example.com/).\n\n| A |\n|---|\n| b |\n\n\
                ![A dot](office.png)\n";
    files.add("content/a.md", format!("---\ntitle: A page\nsummary: About it.\nsensitive: true\n---\n{body}"));
    let (_, built_in) = kit::made(&files);
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/civic/templates");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        files.add(format!("themes/civic/templates/{name}"), std::fs::read_to_string(&path).unwrap());
    }
    let (_, copied) = kit::made(&files);
    assert!(built_in == copied, "the pages differ");
    let html = String::from_utf8(built_in["a/index.html"].clone()).unwrap();
    for part in [
        "<a href=\"/below/what-next/\">Next</a>, <a href=\"#part\">part</a>, \
         <a href=\"https://example.com/\" rel=\"external noreferrer\">away</a>",
        "<img src=\"/below/office.png\"",
        "<a class=\"org\" href=\"/below/\">",
        "aria-label=\"Table\" tabindex=\"0\">\n<table>",
    ] {
        assert!(html.contains(part), "{part}\nis not in\n{html}");
    }
}

/// Markup that nobody can be sure how to read is its author's to mend, and no mistake of the operator.
#[test]
fn markup_that_can_be_read_in_two_ways_is_told() {
    let found = with("templates/page.html", &page("<select aria-label=\"Which\"><xmp></xmp></select>"));
    let expected = "themes/civic/templates/page.html:1:1: error: browsers may read this template's markup in two ways \
                    [W004 template-broken]\n";
    assert_eq!(found, expected);
}
