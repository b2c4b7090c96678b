//! One file of HTML to what it says. The earlier output and the one to come are read by this code alike, so only words tell
//! them apart, and no markup.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use lol_html::html_content::{Element, TextChunk, TextType};
use lol_html::{
    DocumentContentHandlers, ElementContentHandlers, EndTagHandler, HtmlRewriter, MemorySettings, Selector, Settings,
};

use super::page::Read;
use super::reader::{Attributes, Reader};

/// The most bytes of one file of HTML. Chosen here; no source decides: the largest page that Handbill takes in is 600 KB of
/// Markdown.
pub const MOST_BYTES: u64 = 16_000_000;

/// The most bytes that the parser may hold at once. Chosen here; no source decides.
const MOST_HELD: usize = 64_000_000;

/// Why a file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotRead {
    /// It has more than [`MOST_BYTES`].
    #[error("it is larger than 16 MB")]
    Large,
    /// Its bytes are no text.
    #[error("it is not written in UTF-8")]
    Encoding,
    /// It has no main part, which every page of Handbill has.
    #[error("it has no `<main>`, so it is no page that Handbill made")]
    NoMain,
    /// Its elements lie too deep in one another, or the parser gave up.
    #[error("its HTML cannot be followed")]
    Markup,
}

/// Reads the HTML that stands at a path under an output folder.
///
/// # Errors
///
/// It is no page that Handbill made, or is damaged.
pub fn read(path: &str, bytes: &[u8]) -> Result<Read, NotRead> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(NotRead::Large);
    }
    std::str::from_utf8(bytes).map_err(|_| NotRead::Encoding)?;
    let reader = Rc::new(RefCell::new(Reader::new(address(path))));
    let every: Selector = "*".parse().map_err(|_| NotRead::Markup)?;
    let (at_tags, at_text) = (Rc::clone(&reader), Rc::clone(&reader));
    let tags = ElementContentHandlers::default().element(move |element: &mut Element<'_, '_>| {
        let name = element.tag_name();
        let attributes = Attributes(&|name| element.get_attribute(name));
        let number = at_tags.borrow_mut().opens(&name, &attributes, element.can_have_content())?;
        let ends = Rc::clone(&at_tags);
        if let Some(handlers) = element.end_tag_handlers() {
            let handler: EndTagHandler<'static> = Box::new(move |_| {
                ends.borrow_mut().closes(number);
                Ok(())
            });
            handlers.push(handler);
        }
        Ok(())
    });
    let text = DocumentContentHandlers::default().text(move |chunk: &mut TextChunk<'_>| {
        if matches!(chunk.text_type(), TextType::Data | TextType::RCData) {
            at_text.borrow_mut().says(chunk.as_str());
        }
        Ok(())
    });
    let settings = Settings::new()
        .with_strict(false)
        .with_memory_settings(MemorySettings::new().with_max_allowed_memory_usage(MOST_HELD))
        .append_element_content_handler((Cow::Owned(every), tags))
        .append_document_content_handler(text);
    let mut parser = HtmlRewriter::new(settings, |_: &[u8]| {});
    parser.write(bytes).map_err(|_| NotRead::Markup)?;
    parser.end().map_err(|_| NotRead::Markup)?;
    let reader = std::mem::take(&mut *reader.borrow_mut());
    reader.end().ok_or(NotRead::NoMain)
}

/// Returns the address of a file of an output folder: `/victims/` for `victims/index.html`.
pub fn address(path: &str) -> String {
    match path.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => format!("/{folder}"),
        Some(_) | None => format!("/{path}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{NotRead, Read, address, read};

    fn told(html: &str) -> String {
        let html = format!("<!doctype html><html lang=en><title>x</title><body>{html}</body></html>");
        let Ok(Read::Page(page, frame)) = read("a/index.html", html.as_bytes()) else { return "no page".to_string() };
        let mut said = String::new();
        for (mark, one) in frame.iter().map(|one| ("around ", one)).chain(page.sentences.iter().map(|one| ("", one))) {
            let kind = format!("{:?}", one.kind).to_lowercase();
            let label = if one.label.is_empty() { String::new() } else { format!("[{}] ", one.label) };
            let links: Vec<String> = one.links.iter().map(|link| format!(" <{}: {}>", link.words, link.to)).collect();
            said += &format!("{mark}{kind}: {label}{}{}\n", one.words, links.concat());
        }
        said
    }

    #[test]
    fn words_are_told_apart_by_what_they_are() {
        let cases = [
            (
                "<main><h1>Help</h1><p>Call us. We <b>listen</b>.<p>Bye</main>",
                "title: Help\nwords: Call us.\nwords: We listen.\nwords: Bye\n",
            ),
            (
                "<header><p>Call <a href=tel:+44170780>01707&nbsp;80</a></p></header><main><h1>A</h1></main>",
                "around words: Call 01707 80 <01707 80: tel:+44170780>\ntitle: A\n",
            ),
            (
                "<main><table><thead><tr><td><th scope=col>Open<th scope=col>Shut<tbody><tr><th scope=row>Mon<td>9<td>5</table></main>",
                "heading: Open\nheading: Shut\nheading: Mon\ncell: [Mon, Open] 9\ncell: [Mon, Shut] 5\n",
            ),
            (
                "<main><dl><dt>Closes<dd>5 May.</dl><ul><li>one</li></ul><ol><li>first</li></ol></main>",
                "heading: Closes\ndetail: [Closes] 5 May.\nitem: one\nwords: first\n",
            ),
            (
                "<main><p>See<img src=/a.png alt='A hall &amp; door'> it<script>no</script><svg aria-hidden=true><text>9</text></svg>.</p></main>",
                "picture: A hall & door\nwords: See it.\n",
            ),
            (
                "<main><p><a href=/a/#b>Here</a>, <a href='#c'>there</a><sup><a href='#note-1' role=doc-noteref>1</a></sup></p></main>",
                "words: Here, there <Here: /a/>\n",
            ),
            (
                "<main><p><a href=/a.1234567890.pdf>Form</a> <span class=size>PDF, 41 KB</span> <span class=size>Not read yet.</span></p></main>",
                "words: Form Not read yet. <Form: /a.pdf>\n",
            ),
        ];
        for (html, expected) in cases {
            assert_eq!(told(html), expected, "{html}");
        }
    }

    #[test]
    fn an_address_left_leads_on() {
        let html = b"<meta http-equiv=refresh content='0; url=/new/'><main>x</main>";
        assert_eq!(read("old/index.html", html), Ok(Read::Moved("/new/".to_string())));
        assert_eq!((address("index.html"), address("a/index.html")), ("/".to_string(), "/a/".to_string()));
        assert_eq!(address("404.html"), "/404.html");
    }

    #[test]
    fn what_is_no_page_is_told() {
        assert_eq!(read("a.html", b"<p>Hello"), Err(NotRead::NoMain));
        assert_eq!(read("a.html", b"\xff\xfe<main>"), Err(NotRead::Encoding));
        assert_eq!(read("a.html", "<div>".repeat(5_000).as_bytes()), Err(NotRead::Markup));
    }

    #[test]
    fn a_page_that_is_cut_off_or_torn_is_read_or_told_of() {
        let page = "<!doctype html><html lang=\"en\"><title>A &amp; b</title><body class=\"sensitive\"><main><h1>A</h1>\
                    <table><tr><th scope=\"col\">B<td colspan=\"999999999999\">c</table><ul><li><h2><a href=\"/d/\">d</a></h2>\
                    </ul><dl><dt>e<dd>f</dl><p>\u{e9}&#233;&nbsp;<span class=\"size\">PDF, 4 KB</span></main></html>";
        let mut read_whole = 0;
        for (at, _) in page.char_indices() {
            let cut = page.get(..at).unwrap_or_default();
            let torn = format!("{}{}", page.get(at..).unwrap_or_default(), cut);
            read_whole += usize::from(read("a/index.html", cut.as_bytes()).is_ok());
            read_whole += usize::from(read("a/index.html", torn.as_bytes()).is_ok());
        }
        assert!(read_whole > 300, "{read_whole}");
    }
}
