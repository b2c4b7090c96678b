//! Each block and inline as HTML, to the letter.

use super::fixture::*;
use crate::model::*;
use crate::render::Offer;
use crate::render::Subject;
use crate::render::web::html::Writer;

fn html(blocks: Vec<Block>) -> String {
    let site = site(vec![page("/x/", "X", blocks), page("/y/", "Y", Vec::new())]);
    let site = finished(&site);
    let offer = Offer {
        subject: Subject::Page(PageId(1)),
        format: "large-print",
        label: crate::words::Said::new("Large print", &lang("en")),
        route: "/x/x large.pdf".to_string(),
        media: "PDF",
        bytes: 52_000,
        pages: Some(4),
        volumes: None,
        starts: std::sync::Arc::default(),
        audience: crate::render::Audience::Person,
        unread: false,
        pixels: None,
        played: None,
    };
    let page = site.page(PageId(1));
    let offers = [offer];
    let mut writer = Writer::new(&site.shared["en-GB"], Some(page), &page.lang, offers.iter().collect());
    writer.blocks(&page.blocks);
    writer.notes();
    writer.take().as_str().to_string()
}

#[track_caller]
fn check(blocks: Vec<Block>, expected: &str) {
    assert_eq!(html(blocks).trim_end(), expected);
}

#[track_caller]
fn check_inline(inline: Inline, expected: &str) {
    check(vec![paragraph(vec![inline])], &format!("<p>{expected}</p>"));
}

fn item(task: Option<bool>, blocks: Vec<Block>) -> ListItem {
    ListItem { task, blocks, span: AT }
}

fn definitions() -> Definitions {
    let entry = Definition { term: words("T"), meanings: vec![vec![paragraph(words("M"))]], lines: 0, span: AT };
    Definitions { entries: vec![entry], span: AT }
}

fn image(alt: &str, decorative: bool) -> Image {
    Image { asset: Some(AssetId(0).into()), wanted: String::new(), alt: alt.to_string(), decorative, span: AT }
}

#[test]
fn text_blocks() {
    check(vec![heading(1, "top", "A"), heading(3, "top", "B")], "<h2 id=\"top\">A</h2>\n<h3 id=\"top-2\">B</h3>");
    check(
        vec![heading(2, "main", "A"), heading(2, "note-1", "B")],
        "<h2 id=\"main-2\">A</h2>\n<h2 id=\"note-1-2\">B</h2>",
    );
    check(vec![Block::Break(AT)], "<hr>");
    check(
        vec![Block::Code(Code { text: "a < b\n".to_string(), span: AT })],
        "<pre tabindex=\"0\"><code>a &lt; b\n</code></pre>",
    );
    check(
        vec![Block::Included(Box::new(Included {
            wanted: String::new(),
            blocks: vec![paragraph(words("In"))],
            span: AT,
        }))],
        "<p>In</p>",
    );
    let foreign = ForeignBlock { lang: lang("ur"), blocks: vec![paragraph(words("اردو"))], span: AT };
    check(
        vec![Block::Language(Box::new(foreign))],
        "<div class=\"passage\" lang=\"ur\" dir=\"rtl\">\n<p>اردو</p>\n</div>",
    );
}

#[test]
fn lists() {
    let nested = List { start: Some(3), items: vec![item(None, vec![paragraph(words("B"))])], span: AT };
    let items = vec![item(None, vec![paragraph(words("A")), Block::List(Box::new(nested))])];
    let list = List { start: None, items, span: AT };
    check(vec![Block::List(Box::new(list))], "<ul>\n<li>A\n<ol start=\"3\">\n<li>B</li>\n</ol>\n</li>\n</ul>");
    let items = vec![item(Some(true), vec![paragraph(words("A"))]), item(Some(false), vec![paragraph(words("B"))])];
    check(
        vec![Block::List(Box::new(List { start: None, items, span: AT }))],
        "<ul class=\"tasks\">\n<li class=\"done\"><span class=\"box\"><span class=\"hidden\">Done: </span></span> A</li>\n\
         <li><span class=\"box\"><span class=\"hidden\">To do: </span></span> B</li>\n</ul>",
    );
    check(vec![Block::Definitions(definitions())], "<dl>\n<dt>T</dt><dd>M</dd>\n</dl>");
    check(vec![Block::KeyFacts(definitions())], "<dl class=\"facts\">\n<div><dt>T</dt><dd>M</dd></div>\n</dl>");
    check(vec![Block::Timeline(definitions())], "<dl class=\"timeline\">\n<div><dt>T</dt><dd>M</dd></div>\n</dl>");
}

#[test]
fn notes_that_stand_out() {
    let callout = |title| Callout { kind: CalloutKind::Warning, title, blocks: vec![paragraph(words("P"))], span: AT };
    check(
        vec![Block::Callout(Box::new(callout(words("T"))))],
        "<div class=\"callout callout-warning\" role=\"note\">\n<p class=\"callout-head\"><span \
         class=\"label\">Warning</span> <strong>T</strong></p>\n<p>P</p>\n</div>",
    );
    assert!(
        html(vec![Block::Callout(Box::new(callout(Vec::new())))]).contains("<span class=\"label\">Warning</span></p>")
    );
    let quote = |attribution| Quote { blocks: vec![paragraph(words("Q"))], attribution, span: AT };
    check(vec![Block::Quote(Box::new(quote(Vec::new())))], "<blockquote>\n<p>Q</p>\n</blockquote>");
    check(
        vec![Block::Quote(Box::new(quote(words("Who"))))],
        "<figure class=\"quote\">\n<blockquote><p>Q</p>\n</blockquote>\n<figcaption>Who</figcaption>\n</figure>",
    );
    let only = paragraph(vec![link(Target::Page { page: PageId(2).into(), heading: None }, "Ask")]);
    let boxed = |blocks| Boxed { title: words("T"), blocks, span: AT };
    check(
        vec![Block::Action(Box::new(boxed(vec![only])))],
        "<div class=\"action\">\n<p class=\"action-title\">T</p>\n<p><a class=\"button\" href=\"/y/\">Ask</a></p>\n</div>",
    );
    check(
        vec![Block::Details(Box::new(boxed(vec![paragraph(words("P"))])))],
        "<details><summary>T</summary>\n<p>P</p>\n</details>",
    );
    let step = Step { title: words("One"), blocks: vec![paragraph(words("More"))], span: AT };
    check(
        vec![Block::Steps(Steps { steps: vec![step], span: AT })],
        "<ol class=\"steps\">\n<li><p>One</p>\n<p>More</p>\n</li>\n</ol>",
    );
}

#[test]
fn tables_and_pictures() {
    let table = Table {
        caption: words("C"),
        header: vec![Vec::new(), words("£")],
        columns: vec![Align::Start, Align::End],
        rows: vec![vec![words("a"), words("5")]],
        bars: false,
        groups: Vec::new(),
        span: AT,
    };
    let chart = Table { header: vec![words("Who"), words("£")], bars: true, ..table.clone() };
    check(
        vec![Block::Table(Box::new(chart))],
        "<section class=\"scroll\" aria-labelledby=\"table-1\" tabindex=\"0\">\n<table class=\"bars\">\n<caption id=\"table-1\">C</caption>\n<thead><tr><th scope=\"col\">Who</th><th scope=\"col\" \
         class=\"end-align\">£</th></tr></thead>\n<tbody>\n<tr><th scope=\"row\">a</th><td><svg width=\"72.0%\" height=\"16\" aria-hidden=\"true\" \
         focusable=\"false\"><rect width=\"100%\" height=\"100%\"/></svg> 5</td></tr>\n</tbody></table>\n</section>",
    );
    check(
        vec![Block::Table(Box::new(table))],
        "<section class=\"scroll\" aria-labelledby=\"table-1\" tabindex=\"0\">\n<table>\n<caption id=\"table-1\">C</caption>\n<thead><tr><td></td><th scope=\"col\" \
         class=\"end-align\">£</th></tr></thead>\n<tbody>\n<tr><td>a</td><td class=\"end-align\">5</td></tr>\n\
         </tbody></table>\n</section>",
    );
    const IMG: &str = "<img src=\"/news/a%20photo.jpg\" width=\"40\" height=\"30\" alt=\"";
    let figure = |caption, image| Block::Figure(Box::new(Figure { image, caption, span: AT }));
    check(
        vec![figure(Vec::new(), image("A \"b\"", false))],
        &format!("<p>{IMG}A &quot;b&quot;\" loading=\"lazy\"></p>"),
    );
    check(
        vec![figure(words("C"), image("A", true))],
        &format!("<figure>{IMG}\" loading=\"lazy\"><figcaption>C</figcaption></figure>"),
    );
    let row = Row { image: Some(image("", true)), blocks: vec![paragraph(words("P"))], span: AT };
    check(
        vec![Block::Row(Box::new(row))],
        &format!("<div class=\"row\">{IMG}\" loading=\"lazy\"><div class=\"words\">\n<p>P</p>\n</div></div>"),
    );
    let gone = Image { asset: None, ..image("Not there", false) };
    check_inline(Inline::Image(Box::new(gone)), "Not there");
}

#[test]
fn figures_stand_side_by_side_and_name_their_source_once() {
    let figure = |key: &str, sentence| {
        Block::Statistic(Box::new(Statistic { key: key.to_string(), sentence, fact: None, span: AT }))
    };
    let both = html(vec![figure("yes", words("said yes.")), figure("money", Vec::new()), figure("none", words("N"))]);
    assert_eq!(both.matches("class=\"stats\"").count(), 1);
    assert_eq!(both.matches("class=\"stat\"").count(), 2);
    assert_eq!(both.matches("class=\"dots\"").count(), 1, "only a share of a hundred is drawn");
    assert!(both.contains(
        "<path d=\"M5 5h90.1M5 15h90.1M5 25h90.1M5 35h90.1M5 45h90.1M5 55h90.1M5 65h90.1M5 75h90.1M5 85h40.1\"/>"
    ));
    assert_eq!(both.matches("a3.5 3.5").count(), 15);
    assert!(both.contains("<strong class=\"number\">85%</strong> said yes.</p>"));
    assert!(both.contains("<strong class=\"number\">54£</strong> of people said &lt;yes&gt;.</p>"));
    let source = "<p class=\"source\">Source: <a href=\"https://gov.example/views\" rel=\"external noreferrer\">The views</a>, Ministry, June 2007. \
                  216 people, England.</p>";
    assert_eq!(both.matches(source).count(), 1);
    assert!(both.ends_with("<p>N</p>\n"));
}

#[test]
fn contacts_and_files() {
    check(
        vec![Block::Contact(Box::new(ContactBlock { key: "office".to_string(), contact: None, span: AT }))],
        "<section class=\"contact\" aria-labelledby=\"contact-office\">\n<h2 id=\"contact-office\">Talk to us</h2>\n\
         <p class=\"phone\"><a href=\"tel:+441707806100\">01707 806100</a></p>\n\
         <p>Monday to Friday. Say if it is &lt;not&gt; safe.</p>\n\
         <p>Textphone: <a href=\"tel:1800101707806100\">18001 01707 806100</a></p>\n\
         <p>Email: <a href=\"mailto:us@pcc.example\">us@pcc.example</a></p>\n\
         <address>Write to: The Office, 1 High Road, AL5&nbsp;4GZ</address>\n</section>",
    );
    let lines = vec![words("1 High Road"), words("AL5 4GZ")];
    check(
        vec![Block::Address(Address { lines, span: AT })],
        "<address class=\"address\">1 High Road<br>AL5&nbsp;4GZ</address>",
    );
    let download = Download {
        asset: Some(AssetId(1).into()),
        wanted: String::new(),
        label: "Form".to_string(),
        lang: Some(lang("ur")),
        span: AT,
    };
    check(
        vec![Block::Download(Box::new(download))],
        "<p class=\"download\"><a href=\"/news/form.pdf\">Form</a> <span class=\"size\">PDF, 545 KB, in Urdu</span></p>",
    );
    check(
        vec![Block::Formats(AT)],
        "<p>You can take this page away:</p>\n<ul class=\"files\">\n<li><a href=\"/x/x%20large.pdf\">Large print</a> <span class=\"size\">PDF, 4 pages, 52 \
         KB</span></li>\n</ul>\n<p>Need this in braille, in Easy Read, on audio or in another language? Call <a class=\"tel\" \
         href=\"tel:+441707806100\">01707 806100</a> (Textphone: <a class=\"tel\" href=\"tel:1800101707806100\">18001 01707 806100</a>) or write to: The Office, 1 High Road, AL5&nbsp;4GZ.</p>",
    );
    let target = Target::Page { page: PageId(2).into(), heading: None };
    check(
        vec![Block::Film(Box::new(Film { title: "Watch".to_string(), target, span: AT }))],
        "<p class=\"download film\"><a href=\"/y/\">Watch</a> <span class=\"size\">Film</span></p>",
    );
}

#[test]
fn running_text() {
    let nested = || Nested { content: words("a"), span: AT };
    check_inline(Inline::Emphasis(nested()), "<em>a</em>");
    check_inline(Inline::Strong(nested()), "<strong>a</strong>");
    check_inline(Inline::Strikethrough(nested()), "<s>a</s>");
    check_inline(Inline::LineBreak(AT), "<br>");
    check_inline(
        Inline::Image(Box::new(image("A", true))),
        "<img src=\"/news/a%20photo.jpg\" width=\"40\" height=\"30\" alt=\"\" loading=\"lazy\">",
    );
    let foreign = Foreign { lang: lang("cy"), content: words("Cymorth"), span: AT };
    check_inline(Inline::Language(Box::new(foreign)), "<span lang=\"cy\">Cymorth</span>");
    let short = |expand| Abbreviation { short: "ABC".to_string(), full: "A & C".into(), expand, span: AT };
    check_inline(Inline::Abbreviation(Box::new(short(true))), "A &amp; C (<abbr title=\"A &amp; C\">ABC</abbr>)");
    check_inline(Inline::Abbreviation(Box::new(short(false))), "<abbr title=\"A &amp; C\">ABC</abbr>");
    let used = |field: &str, text: &str| {
        let field = ContactField::parse(field).ok_or_else(|| field.to_string());
        let (contact, text) = ("office".to_string(), text.to_string());
        Inline::Contact(Box::new(ContactUse { contact, field, text, detail: None, span: AT }))
    };
    check_inline(used("phone", ""), "<a href=\"tel:+441707806100\">01707 806100</a>");
    check_inline(used("hours", ""), "Monday to Friday");
    check_inline(used("nothing", "as written"), "as written");
}

#[test]
fn links() {
    let page =
        |page, heading: Option<&str>| Target::Page { page: PageId(page).into(), heading: heading.map(str::to_string) };
    check_inline(link(page(2, Some("aims")), "Y"), "<a href=\"/y/#aims\">Y</a>");
    check_inline(link(page(1, Some("aims")), "X"), "<a href=\"#aims\">X</a>");
    check_inline(link(page(1, None), "X"), "<a href=\"/x/\">X</a>");
    check_inline(link(Target::Route("/leaflets/".to_string()), "L"), "<a href=\"/leaflets/\">L</a>");
    check_inline(link(Target::Asset(AssetId(1).into()), "Form"), "<a href=\"/news/form.pdf\">Form (PDF, 545 KB)</a>");
    check_inline(link(Target::Asset(AssetId(1).into()), "Form (PDF)"), "<a href=\"/news/form.pdf\">Form (PDF)</a>");
    check_inline(
        link(Target::Web("https://a.example/?a=1&b=\"".to_string()), "A"),
        "<a href=\"https://a.example/?a=1&amp;b=&quot;\" rel=\"external noreferrer\">A</a>",
    );
    check_inline(link(Target::Web("javascript:alert(1)".to_string()), "A"), "A");
    check_inline(link(Target::Email("a@b.example".to_string()), "A"), "<a href=\"mailto:a@b.example\">A</a>");
    let broken = Broken { wanted: "x.md".to_string(), why: BrokenWhy::NoFile, nearest: None };
    check_inline(link(Target::Broken(broken), "Gone"), "Gone");
}

#[test]
fn facts_and_footnotes_share_one_list() {
    let fact = |text: &str| {
        Inline::Fact(Box::new(FactUse {
            key: "yes".to_string(),
            text: text.to_string(),
            fact: None,
            shown: None,
            number: None,
            span: AT,
        }))
    };
    let out = html(vec![paragraph(vec![fact(""), text(", again "), fact("85%")])]);
    let mark = |id: &str| {
        format!("<sup class=\"ref\"><a href=\"#note-1\"{id} role=\"doc-noteref\" aria-label=\"Note 1\">1</a></sup>")
    };
    assert!(out.starts_with(&format!("<p>85%{}, again 85%{}</p>\n", mark(" id=\"ref-1\""), mark(""))), "{out}");
    assert!(out.contains("<li id=\"note-1\"><p><a href=\"https://gov.example/views\" rel=\"external noreferrer\">The views</a>, Ministry, June 2007. Base: 216 people. Place: England. <a class=\"ref-back\" href=\"#ref-1\" role=\"doc-backlink\">Back to note 1 in the text</a></p></li>"), "{out}");
}

#[test]
fn what_an_author_wrote_is_never_markup() {
    const EVIL: &str = "<script>alert(\"1\")</script>";
    let raw = || Text::made(EVIL, AT);
    let code = Code { text: EVIL.to_string(), span: AT };
    let film = Film { title: EVIL.to_string(), target: Target::Web(EVIL.to_string()), span: AT };
    let label = Download { asset: None, wanted: EVIL.to_string(), label: EVIL.to_string(), lang: None, span: AT };
    let gone = Image { asset: Some(AssetId(0).into()), ..image(EVIL, false) };
    let fact =
        FactUse { key: "none".to_string(), text: EVIL.to_string(), fact: None, shown: None, number: None, span: AT };
    let broken = Broken { wanted: EVIL.to_string(), why: BrokenWhy::NoFile, nearest: None };
    let abbreviation = Abbreviation { short: EVIL.to_string(), full: EVIL.into(), expand: true, span: AT };
    let title = || words(EVIL);
    let inlines = vec![
        Inline::RawHtml(raw()),
        Inline::Code(raw()),
        Inline::Image(Box::new(gone)),
        Inline::Fact(Box::new(fact)),
        Inline::Abbreviation(Box::new(abbreviation)),
        link(Target::Broken(broken), EVIL),
        link(Target::Email(EVIL.to_string()), EVIL),
        link(Target::Phone(EVIL.to_string()), EVIL),
        link(Target::Route(EVIL.to_string()), EVIL),
        link(Target::Web(format!("https://{EVIL}")), EVIL),
    ];
    let blocks = vec![
        Block::RawHtml(raw()),
        Block::Code(code),
        Block::Film(Box::new(film)),
        Block::Download(Box::new(label)),
        heading(2, EVIL, EVIL),
        paragraph(inlines),
        Block::Details(Box::new(Boxed { title: title(), blocks: Vec::new(), span: AT })),
        Block::Quote(Box::new(Quote { blocks: Vec::new(), attribution: title(), span: AT })),
        Block::Callout(Box::new(Callout { kind: CalloutKind::Example, title: title(), blocks: Vec::new(), span: AT })),
        Block::Figure(Box::new(Figure { image: image(EVIL, false), caption: title(), span: AT })),
    ];
    let out = html(blocks).to_ascii_lowercase();
    assert!(!out.contains("<script"), "{out}");
    assert!(!out.contains("alert(\""), "{out}");
}
